"""Order files in the window: the import by command, and a word when a watched file came in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.changes import Changes
from shopdesk.ui.desk import Desk
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shopdesk.domain.order_import import OrderFile
    from shopdesk.ui.orders.dialog import ImportDialog
    from shopdesk.ui.sending_room import SendingRoom


def insert_into(answers: "SendingRoom", words: str) -> None:
    """Put words where the caret of the answer is; an answer is begun where none is open."""
    from shopdesk.domain.draft import DraftKind
    from shopdesk.domain.filling import Piece

    composer = answers.composer

    def put() -> None:
        composer.insert((Piece(words),))
        composer.text.setFocus(Qt.FocusReason.OtherFocusReason)

    if composer.isHidden():
        composer.opened.connect(put, Qt.ConnectionType.SingleShotConnection)
        answers.write(DraftKind.REPLY)
    else:
        put()


class OrderRoom(QObject):
    """One for a window; the dialog is made when it is first asked for."""

    told = Signal(str)
    watch_asked = Signal()
    """Show the orders that need somebody."""

    def __init__(self, window: QWidget, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._since = around.now()
        self.dialog: ImportDialog | None = None

    def open(self, path: "Path | None" = None) -> None:
        """Show the import, with a file if there is one."""
        self._made().open_with(path)

    def apply(self, changes: Changes) -> None:
        """Orders came in: say so when it was by themselves."""
        if changes.orders:
            self._around.lanes.reading.submit(self._desk.order_folder.done, self._tell, lambda _: None)

    def _tell(self, files: "Sequence[OrderFile]") -> None:
        from shopdesk.ui.orders.wording import file_words

        news = [file for file in files if file.at > self._since]
        if news:
            self._since = news[0].at
            self.told.emit(file_words(news[0]))

    def _made(self) -> "ImportDialog":
        if self.dialog is None:
            from shopdesk.ui.orders.dialog import ImportDialog
            from shopdesk.ui.orders.presenter import ImportPresenter
            from shopdesk.ui.screen_thread import ScreenThread

            self._screen = ScreenThread()
            presenter = ImportPresenter(self._desk, self._around.lanes.network, self._screen.post)
            titles = self._desk.orders.preset_titles()
            self.dialog = ImportDialog(self._around.theme, presenter, titles, self._window)
            self.dialog.watch_asked.connect(self.watch_asked)
        return self.dialog
