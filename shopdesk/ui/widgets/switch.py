"""A switch: on or off."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme


class Switch(QCheckBox):
    """On or off; its name is for screen readers, the words stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(26))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = self.rect().adjusted(2, 2, -2, -2)
        painter.setBrush(theme.colour("accent" if self.isChecked() else "field"))
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - theme.px(6)
        left = track.right() - side - theme.px(2) if self.isChecked() else track.left() + theme.px(3)
        painter.setBrush(theme.colour("on_accent" if self.isChecked() else "surface"))
        painter.drawEllipse(QRect(left, track.top() + theme.px(3), side, side))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("text"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), track.height() / 2, track.height() / 2)
        painter.end()
