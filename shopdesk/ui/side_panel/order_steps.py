"""How far an order is: paid, shipped, delivered, as three circles on a line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.domain.order import OrderState
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.words import translate

_REACHED = {
    OrderState.UNPAID: 0,
    OrderState.PAID: 1,
    OrderState.SHIPPED: 2,
    OrderState.DELIVERED: 3,
    OrderState.CANCELLED: 0,
}


def step_words() -> tuple[str, str, str]:
    """The three steps."""
    return translate("Panel", "Paid"), translate("Panel", "Shipped"), translate("Panel", "Delivered")


def state_words(state: OrderState) -> str:
    """How far an order is, in a word."""
    return {
        OrderState.UNPAID: translate("Panel", "Not paid"),
        OrderState.PAID: translate("Panel", "Paid"),
        OrderState.SHIPPED: translate("Panel", "Shipped"),
        OrderState.DELIVERED: translate("Panel", "Delivered"),
        OrderState.CANCELLED: translate("Panel", "Cancelled"),
    }[state]


class OrderSteps(QWidget):
    """Circles with a check for what happened, hollow ones for what is to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._reached = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def reached(self) -> int:
        """How many steps are done."""
        return self._reached

    def show_state(self, state: OrderState) -> None:
        """Show how far it is; what a screen reader says is the word for it."""
        self._reached = _REACHED[state]
        self.setAccessibleName(state_words(state))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(26) + self._theme.metrics(12).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, px = self._theme, QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        third, middle, side = self.width() // 3, px(11), px(14)
        centres = [third // 2 + place * third for place in range(3)]
        for place in (1, 2):
            is_done = self._reached > place
            painter.setPen(QPen(theme.colour("accent" if is_done else "border2"), px(2)))
            painter.drawLine(centres[place - 1] + side // 2, middle, centres[place] - side // 2, middle)
        for place, (centre, word) in enumerate(zip(centres, step_words(), strict=True), 1):
            self._draw_step(painter, QRect(centre - side // 2, middle - side // 2, side, side), word, place)
        painter.end()

    def _draw_step(self, painter: QPainter, circle: QRect, word: str, place: int) -> None:
        theme, is_done, is_last = self._theme, self._reached >= place, self._reached == place
        painter.setPen(Qt.PenStyle.NoPen if is_done else QPen(theme.colour("field"), 1.5))
        painter.setBrush(theme.colour("accent" if is_done else "surface"))
        painter.drawEllipse(circle)
        if is_done:
            inset = self._theme.px(3)
            theme.icons.draw(painter, "check", circle.adjusted(inset, inset, -inset, -inset), theme.colour("on_accent"))
        weight = 500 if is_last else 400
        metrics = theme.metrics(12, weight)
        text = shortened(metrics, word, self.width() // 3 - theme.px(4))
        at = QPoint(circle.center().x() - metrics.horizontalAdvance(text) // 2, theme.px(24) + metrics.height() // 2)
        colour = theme.colour("text" if is_last else "text2" if is_done else "text3")
        draw_text(painter, at, text, theme.font(12, weight), metrics, colour)
