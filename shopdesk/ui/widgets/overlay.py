"""A popover inside the window: over a scrim or not, with the keys to itself, gives the focus back."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

_BLUR = 28
_DROP = 10


class Overlay(QWidget):
    """Covers a window; what it shows is in `frame`. A click outside or Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, *, scrim: bool) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._scrim = scrim
        self._back: QWidget | None = None
        self.frame = QFrame(self)
        self.frame.setProperty("kind", "popover")
        window.installEventFilter(self)
        theme.changed.connect(self.arrange)
        self.hide()

    def open(self, first: QWidget) -> None:
        """Show it and give `first` the keys; the widget that had them gets them back at the end."""
        self._back = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self.arrange()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_now(self) -> None:
        """Take it away and give the focus back."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        back, self._back = self._back, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def arrange(self) -> None:
        """Give the frame its place; called when the window or the text size changes."""
        self.frame.setGeometry(self.frame_place())

    def frame_place(self) -> QRect:
        """Where the frame stands; for subclasses."""
        return self.rect()

    # --- events ---------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scrim:
            painter.fillRect(self.rect(), QColor(self._theme.colour("scrim")))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(self._theme.colour("shadow"))
        shade.setAlpha(max(1, shade.alpha() // (_BLUR // 4)))
        painter.setBrush(shade)
        place = self.frame.geometry().translated(0, self._theme.px(_DROP))
        for spread in range(0, _BLUR, 4):
            radius = self._theme.px(12) + spread
            grown = place.adjusted(-spread // 2, -spread // 2, spread // 2, spread // 2)
            painter.drawRoundedRect(QRectF(grown), radius, radius)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # while it is open, the window's keys rest
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.arrange()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_now()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        inside = [child for child in self._chain() if child.isVisible() and child.isEnabled()]
        if not inside:
            return False
        focused = self._window.focusWidget()
        here = inside.index(focused) if focused in inside else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        inside[(here + (1 if forward else -1)) % len(inside)].setFocus(reason)
        return True

    def _chain(self) -> list[QWidget]:
        """The widgets in it that take the keys, in the order in which they were made.

        Not by `nextInFocusChain`: PySide takes what it returns for a child, and for gone together with this overlay.
        """
        return [child for child in self.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
