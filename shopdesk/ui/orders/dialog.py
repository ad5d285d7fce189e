"""The dialog that brings a file of orders in: choose or drop it, look at it, import it, stop it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.order_import import OrderFile, OrderImportDone, OrderPreview
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.orders.presenter import ImportPresenter
from shopdesk.ui.orders.preview_page import PreviewPage
from shopdesk.ui.orders.start_page import StartPage
from shopdesk.ui.orders.wording import done_words
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import counted, translate

SIZE = (640, 620)


class ImportDialog(QDialog):
    """Fits `ImportView`."""

    watch_asked = Signal()
    """Show the orders that need somebody."""

    def __init__(
        self, theme: Theme, presenter: ImportPresenter, titles: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.presenter = presenter
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.ask_file: Callable[[], str] = self._asked_file
        self.ask_folder: Callable[[], str] = self._asked_folder
        self._title = plain_label("pane")
        self.start, self.preview_page = StartPage(theme), PreviewPage(theme, titles)
        self.pages = QStackedWidget()
        self.bar, self.said = QProgressBar(), plain_label("meta2", wrap=True)
        self.other, self.cancel, self.bring = (Button(theme, kind) for kind in ("ghost", "secondary", "primary"))
        self._arrange()
        self._connect()
        presenter.view = self
        self.retranslate()
        self._show_buttons()

    def open_with(self, path: Path | None = None) -> None:
        """Show it, with a file if there is one."""
        self.show()
        self.activateWindow()
        if path is not None:
            self.presenter.read(path)
        else:
            self.presenter.start_again()
            self.start.choose.setFocus()

    # --- what the presenter shows ----------------------------------------------------------------------------

    def show_start(self, folder: str, files: Sequence[OrderFile]) -> None:
        """Nothing is chosen."""
        if isValid(self):
            self.start.show_state(folder, files)
            self.pages.setCurrentWidget(self.start)
            self._show_buttons()

    def show_busy(self, name: str, done: int, total: int) -> None:
        """A file is read or written; `total` 0 while that is not known."""
        if not isValid(self):
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total:
            words = translate("Orders", "%1: %2 of %3")
        else:
            words = translate("Orders", "Reading %1: row %2") if done else translate("Orders", "Reading %1")
        numbers = words.replace("%2", f"{done:,}").replace("%3", f"{total:,}")
        self._say(numbers.replace("%1", name))
        self._show_buttons()

    def show_preview(self, preview: OrderPreview) -> None:
        """What a file would bring."""
        if not isValid(self):
            return
        self.preview_page.show_preview(preview)
        self.pages.setCurrentWidget(self.preview_page)
        self._say("")
        self._show_buttons()
        (self.bring if self.bring.isEnabled() else self.preview_page.kind).setFocus()

    def show_done(self, done: OrderImportDone) -> None:
        """It is written."""
        if isValid(self):
            self.presenter.start_again()
            self._say(done_words(done))
            self._show_buttons()
            self.cancel.setFocus()

    def show_failure(self, error: Exception) -> None:
        """It did not work; nothing was written."""
        if isValid(self):
            self._say(error_text(error), "failed")
            self._show_buttons()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("Orders", "Import orders"))
        self._title.setText(self.windowTitle())
        self.other.setText(translate("Orders", "Another file"))
        self.bar.setAccessibleName(translate("Orders", "How far the import is"))
        self.start.retranslate()
        self.preview_page.retranslate()
        self._show_buttons()

    # --- inside ----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        self.bar.setTextVisible(False)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.preview_page)
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.bring)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        for widget in (self._title, self.pages, self.bar, self.said):
            column.addWidget(widget, int(widget is self.pages))
        column.addLayout(foot)
        self.resize(px(SIZE[0]), px(SIZE[1]))

    def _connect(self) -> None:
        presenter = self.presenter
        self.start.file_asked.connect(self._choose_file)
        self.start.folder_asked.connect(self._choose_folder)
        self.start.folder_left.connect(lambda: presenter.watch(""))
        self.start.watch_asked.connect(self._show_watched)
        self.preview_page.preset_chosen.connect(presenter.use_preset)
        self.preview_page.columns.changed.connect(presenter.use_column)
        self.other.clicked.connect(self._start_again)
        self.bring.clicked.connect(presenter.bring_in)
        self.cancel.clicked.connect(self._stop_or_close)

    def _show_buttons(self) -> None:
        busy, preview = self.presenter.is_busy, self.presenter.preview
        count = preview.added + preview.changed if preview is not None and preview.is_known else 0
        self.bar.setVisible(busy)
        self.pages.setEnabled(not busy)
        self.other.setVisible(preview is not None)
        self.other.setEnabled(not busy)
        self.bring.setVisible(preview is not None)
        self.bring.setEnabled(bool(count) and not busy)
        one, many = translate("Orders", "Import 1 order"), translate("Orders", "Import %1 orders")
        self.bring.setText(counted(count, one, many) if count else translate("Orders", "Nothing to import"))
        self.cancel.setText(translate("Orders", "Stop") if busy else translate("Orders", "Close"))

    def _stop_or_close(self) -> None:
        if not self.presenter.is_busy:
            self.close()
            return
        self.presenter.cancel()
        self._say(translate("Orders", "Stopped; nothing was written."))
        self._show_buttons()

    def _start_again(self) -> None:
        self._say("")
        self.presenter.start_again()

    def _show_watched(self) -> None:
        self.close()
        self.watch_asked.emit()

    def _choose_file(self) -> None:
        chosen = self.ask_file()
        if chosen:
            self.presenter.read(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = self.ask_folder()
        if chosen:
            self.presenter.watch(chosen)

    def _asked_file(self) -> str:
        kinds = "%1 (*.csv *.tsv *.txt *.xlsx)".replace("%1", translate("Orders", "Files of orders"))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        return QFileDialog.getOpenFileName(self, self.windowTitle(), folder, kinds)[0]

    def _asked_folder(self) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        return QFileDialog.getExistingDirectory(self, translate("Orders", "Watched folder"), folder)

    def _say(self, text: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # --- events ----------------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.presenter.is_busy and dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.presenter.read(path)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # closed by somebody, not minimised with its window
            self.presenter.cancel()
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def dropped_file(event: QDropEvent) -> Path | None:
    """The one table that is dropped; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() in {".csv", ".tsv", ".txt", ".xlsx"} else None
