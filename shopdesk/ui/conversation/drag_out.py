"""Files of a message are dragged out of the window: a private copy is made when the drag begins."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from shopdesk.ui.overriding import override


class DragStart(QObject):
    """Calls once when a pressed button is moved as far as a drag begins; that press is no click any more."""

    def __init__(self, button: QAbstractButton, begin: Callable[[], None]) -> None:
        super().__init__(button)
        self._button = button
        self._begin = begin
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at, self._is_dragging = event.position(), False
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed_at = None
            was_dragging, self._is_dragging = self._is_dragging, False
            return was_dragging
        elif event.type() is QEvent.Type.MouseMove:
            if self._is_far(event.position()):
                self._pressed_at, self._is_dragging = None, True
                self._button.setDown(False)
                self._begin()
            return self._is_dragging
        return False

    def _is_far(self, place: QPointF) -> bool:
        start = self._pressed_at
        return start is not None and (place - start).manhattanLength() >= QApplication.startDragDistance()


def mime_of(path: Path) -> QMimeData:
    """What is dragged: the file itself."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def drag_out(source: QWidget, path: Path, icon: QPixmap) -> None:
    """Let a person drop a file somewhere; nothing happens when the button was let go meanwhile."""
    if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        return
    drag = QDrag(source)
    drag.setMimeData(mime_of(path))
    drag.setPixmap(icon)
    drag.exec(Qt.DropAction.CopyAction)
