"""A step of a playbook: a circle that is ticked, and its words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened


class StepTick(QCheckBox):
    """Done or not; words that are too long are in the tool tip."""

    def __init__(self, theme: Theme, words: str, note: str = "", *, done: bool) -> None:
        """In: `note` says when it was done and by whom."""
        super().__init__(words)
        self._theme = theme
        self._note = note
        self.setChecked(done)
        self.setToolTip(words)
        self.setAccessibleDescription(note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics(13).horizontalAdvance(self.text()) + self._theme.px(30)
        return QSize(width, self._theme.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(28))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, done = self._theme, self._theme.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = px(18), self.height() // 2
        circle = QRect(px(2), middle - side // 2, side, side)
        painter.setPen(QPen(theme.colour("accent" if done else "field"), 1.5))
        painter.setBrush(theme.colour("accent" if done else "surface"))
        painter.drawEllipse(circle)
        if done:
            inset = px(4)
            place = circle.adjusted(inset, inset, -inset, -inset)
            theme.icons.draw(painter, "check", place, theme.colour("on_accent"))
        metrics = theme.metrics(13)
        small = theme.metrics(11)
        taken = small.horizontalAdvance(self._note) + px(12) if self._note and done else 0
        if taken > self.width() // 2:
            taken = 0
        words = shortened(metrics, self.text(), self.width() - px(32) - taken)
        at = QPoint(px(28), middle)
        draw_text(painter, at, words, theme.font(13), metrics, theme.colour("text3" if done else "text"))
        if taken:
            right = QPoint(self.width() - taken + px(8), middle)
            draw_text(painter, right, self._note, theme.font(11), small, theme.colour("text3"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))
        painter.end()
