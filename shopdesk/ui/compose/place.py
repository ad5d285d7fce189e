"""What stands under the thread: cards of mails on their way out, then the one line or the composer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.compose.reply_line import ReplyLine
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from shopdesk.ui.compose.composer import Composer
    from shopdesk.ui.compose.outbox_cards import OutboxCards

WIDEST = 768


class ComposePlace(QWidget):
    """Gives the composer its room; made with the first conversation, the composer much later."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "surface")
        self.line = ReplyLine(theme)
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self._edges = QVBoxLayout(self)
        self._edges.addWidget(self._holder)
        theme.changed.connect(self._restyle)
        self._restyle()

    def put_composer(self, composer: "Composer") -> None:
        """The composer was made."""
        self._column.addWidget(composer)

    def put_cards(self, cards: "OutboxCards") -> None:
        """The cards of mails on their way were made."""
        self._column.insertWidget(0, cards)

    def show_line(self, *, shown: bool) -> None:
        """Show the line while nothing is written."""
        self.line.setVisible(shown)

    def _restyle(self) -> None:
        px = self._theme.px
        self._holder.setMaximumWidth(px(WIDEST))
        self._column.setSpacing(px(8))
        self._edges.setContentsMargins(px(24), px(4), px(24), px(20))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.line.restyle()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
