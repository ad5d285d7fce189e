"""Shows one picture: as large as it fits, or nearer, moved by dragging."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

STEP = 1.25
NEAREST = 8.0
_NOTCH = 120


class Canvas(QWidget):
    """Never larger than it is until somebody zooms in."""

    zoomed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._nearer = 1.0
        self._middle = QPoint()
        self._grabbed: QPoint | None = None
        self._words = ""
        self.image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def percent(self) -> int:
        """How large the picture is shown, compared with itself."""
        shown = self._place().width()
        return round(100 * shown / self.image.width()) if not self.image.isNull() else 100

    def show_image(self, image: QImage) -> None:
        """Show another picture, all of it."""
        self.image, self._words = image, ""
        self.fit()

    def show_words(self, words: str) -> None:
        """There is no picture to show; say why."""
        self.image, self._words = QImage(), words
        self.setAccessibleDescription(words)
        self.fit()

    def fit(self) -> None:
        """All of the picture."""
        self._nearer, self._middle = 1.0, QPoint()
        self._changed()

    def zoom(self, factor: float) -> None:
        """Nearer (above 1) or further away; never further than all of it."""
        self._nearer = min(max(self._nearer * factor, 1.0), NEAREST)
        self._middle = self._middle * factor if self._nearer > 1 else QPoint()
        self._changed()

    def _changed(self) -> None:
        near = self._nearer > 1
        self.setCursor(Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.ArrowCursor)
        self.update()
        self.zoomed.emit()

    def _place(self) -> QRect:
        size = self.image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = QSize(round(size.width() * self._nearer), round(size.height() * self._nearer))
        room = QPoint(max(size.width() - self.width(), 0) // 2, max(size.height() - self.height(), 0) // 2)
        x = min(max(self._middle.x(), -room.x()), room.x())
        y = min(max(self._middle.y(), -room.y()), room.y())
        self._middle = QPoint(x, y)
        return QRect((self.width() - size.width()) // 2 + x, (self.height() - size.height()) // 2 + y, *size.toTuple())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        if self._words:
            painter.setFont(self._theme.font(13))
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        elif not self.image.isNull():
            painter.drawImage(self._place(), self.image)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(STEP ** (event.angleDelta().y() / _NOTCH))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position().toPoint() - self._middle

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._middle = event.position().toPoint() - self._grabbed
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
