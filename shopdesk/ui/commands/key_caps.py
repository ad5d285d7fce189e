"""Keys drawn as caps, as they are written on this system's keyboards."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui.actions import ACTIONS, Do
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

_APPLE = "⌃⌥⇧⌘"


def caps_of(do: Do) -> tuple[str, ...]:
    """The first keys of an action, a cap each; empty when it has none."""
    keys = ACTIONS[do].keys
    return caps_of_keys(keys[0]) if keys else ()


def caps_of_keys(keys: str) -> tuple[str, ...]:
    """Keys in portable notation ("G, I", "Ctrl+Shift+D", "Ctrl++") as caps."""
    strokes = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).split(", ")
    return tuple(cap for stroke in strokes for cap in _caps_of_stroke(stroke))


def _caps_of_stroke(stroke: str) -> list[str]:
    if stroke[:1] in _APPLE:
        return [*(sign for sign in stroke if sign in _APPLE), stroke.strip(_APPLE)]
    head, plus, last = stroke[:-1].rpartition("+")
    return [*head.split("+"), last + stroke[-1]] if plus else [stroke]


def caps_width(theme: Theme, caps: tuple[str, ...]) -> int:
    """How wide they get, in px."""
    metrics = theme.metrics(11, 500)
    widths = [max(metrics.horizontalAdvance(cap) + theme.px(12), theme.px(20)) for cap in caps]
    return sum(widths) + theme.px(6) * max(len(caps) - 1, 0)


def draw_caps(painter: QPainter, theme: Theme, end: QPoint, caps: tuple[str, ...]) -> None:
    """Draw them with their right end and their middle at `end`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = end.x() - caps_width(theme, caps)
    height = theme.px(20)
    painter.setFont(theme.font(11, 500))
    for cap in caps:
        rect = QRect(left, end.y() - height // 2, caps_width(theme, (cap,)), height)
        painter.setPen(QPen(theme.colour("border2"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cap)
        left += rect.width() + theme.px(6)


class KeyCaps(QWidget):
    """Keys that only inform; whoever shows them beside a name also says them in that name."""

    def __init__(self, theme: Theme, caps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.caps = caps
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(caps_width(self._theme, self.caps), self._theme.px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_caps(painter, self._theme, QPoint(self.width(), self.height() // 2), self.caps)
        painter.end()
