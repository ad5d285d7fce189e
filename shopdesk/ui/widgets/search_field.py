"""The search field with its glass and its key cap."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme


class SearchField(QLineEdit):
    """A line edit that shows the keys leading to it while it is empty."""

    down_pressed = Signal()
    entered = Signal()
    """The keys came here."""
    cap_pressed = Signal()
    """The key cap was clicked; only where it leads elsewhere."""

    def __init__(self, theme: Theme, keys: QKeySequence, *, cap_leads_elsewhere: bool = False) -> None:
        super().__init__()
        self._cap_leads_elsewhere = cap_leads_elsewhere
        self._offers = ("", "")
        self.setMouseTracking(cap_leads_elsewhere)
        self._theme = theme
        self._keys = keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setProperty("kind", "search")
        self.setClearButtonEnabled(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def offer(self, words: str, short: str) -> None:
        """What can be searched for, to be read while it is empty; `short` where there is no room for all of it."""
        self._offers = (words, short)
        self._choose_offer()

    def _choose_offer(self) -> None:
        words, short = self._offers
        margins, spare = self.textMargins(), self._theme.px(24)
        room = self.width() - margins.left() - margins.right() - spare
        self.setPlaceholderText(words if self.fontMetrics().horizontalAdvance(words) <= room else short)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._offers[0]:
            self._choose_offer()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(16)
        glass = QRect(theme.px(11), (self.height() - side) // 2, side, side)
        theme.icons.draw(painter, "search", glass, theme.colour("text2"))
        if not self.text():
            cap = self._cap()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
            painter.setPen(theme.colour("text3"))
            painter.setFont(theme.font(11, 500))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_on_cap(event.position().toPoint()):
            self.cap_pressed.emit()
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_cap = self._is_on_cap(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_cap else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _is_on_cap(self, place: QPoint) -> bool:
        return self._cap_leads_elsewhere and not self.text() and self._cap().contains(place)

    def _cap(self) -> QRect:
        theme = self._theme
        width = theme.metrics(11, 500).horizontalAdvance(self._keys) + theme.px(13)
        height = theme.px(19)
        return QRect(self.width() - width - theme.px(9), (self.height() - height) // 2, width, height)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(36))
        cap = self._theme.metrics(11, 500).horizontalAdvance(self._keys) + self._theme.px(18)
        self.setTextMargins(self._theme.px(22), 0, cap, 0)
        self.update()
