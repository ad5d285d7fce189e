"""One painted line where the composer will be: cheap enough for every conversation that is opened."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from shopdesk.ui.actions import Do, shown_keys
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import translate


class ReplyLine(PaintedButton):
    """“Reply… R”; a click opens the composer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.shows_ring else 1
        painter.setPen(QPen(theme.colour("accent" if self.shows_ring else "field"), width))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(room, theme.px(12), theme.px(12))
        middle, metrics = self.height() // 2, theme.metrics(14)
        place = QPoint(theme.px(16), middle)
        draw_text(painter, place, self.text(), theme.font(14), metrics, theme.colour("text3"))
        keys, small = shown_keys(Do.REPLY), theme.metrics(11, 500)
        place = QPoint(self.width() - theme.px(16) - small.horizontalAdvance(keys), middle)
        draw_text(painter, place, keys, theme.font(11, 500), small, theme.colour("text3"))
        painter.end()

    def restyle(self) -> None:
        """Say and measure it anew."""
        self.setFixedHeight(self._theme.px(44))
        self.setText(translate("Composer", "Reply…"))
        self.setAccessibleName(translate("Composer", "Write a reply"))
        self.update()
