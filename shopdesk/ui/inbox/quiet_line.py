"""A quiet line over the foot, such as the one that says that some mails could not be read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, fill
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import counted, translate


def unreadable_words(count: int) -> str:
    """How many mails could not be read."""
    one = translate("Inbox", "1 mail could not be read")
    return counted(count, one, translate("Inbox", "%1 mails could not be read"))


class QuietLine(PaintedButton):
    """Grey and small: nothing is lost, and nobody has to do anything at once."""

    def __init__(self, theme: Theme, icon: str = "file-warning", words: Callable[[int], str] | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._say = words or unreadable_words
        self._count = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_count(self, count: int) -> None:
        """So many mails; hidden while there are none."""
        self._count = count
        self.setVisible(count > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.setText(self._say(self._count))
        self.setAccessibleName(self.text())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, side = self.height() // 2, theme.px(20), theme.px(14)
        fill(painter, QRect(0, 0, self.width(), 1), theme.colour("border"))
        if self.underMouse():
            fill(painter, self.rect().adjusted(0, 1, 0, 0), theme.colour("hover"))
        icon = QRect(left, middle - side // 2, side, side)
        theme.icons.draw(painter, self._icon, icon, theme.colour("text3"))
        left += side + theme.px(6)
        metrics = theme.metrics(12)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - left - theme.px(20))
        draw_text(painter, QPoint(left, middle), words, theme.font(12), metrics, theme.colour("text2"))
        if self.shows_ring:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 3, -2, -2), theme.px(8), theme.px(8))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(30))
        self.update()
