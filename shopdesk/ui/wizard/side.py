"""The left third: who we are, which steps there are, and a way to look around first."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.rail import Logo
from shopdesk.ui.words import translate

_ROOM_FOR_WORDS, _ROOM_FOR_TITLE = 600, 440
"""Heights in px at 100 %: below them the steps are more needed than the words."""


class StepState(StrEnum):
    """How a step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


class StepLine(QLabel):
    """A number in a circle (a tick when done) and what the step is."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._number = number
        self.state = StepState.LATER
        theme.changed.connect(self.updateGeometry)

    def show_step(self, text: str, state: StepState, count: int) -> None:
        """Say what it is and how it stands; `count` is how many steps there are."""
        self.state = state
        self.setText(text)
        step = translate("Wizard", "Step %1 of %2: %3")
        name = step.replace("%1", str(self._number)).replace("%2", str(count)).replace("%3", text)
        self.setAccessibleName(f"{name} ✓" if state is StepState.DONE else name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.metrics(14, 600).horizontalAdvance(self.text())
        return QSize(self._theme.px(38) + words, self._theme.px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, now = self._theme, QPainter(self), self.state is StepState.NOW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(24)
        circle = QRect(1, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen if now else QPen(theme.colour("rail_text"), 1))
        painter.setBrush(theme.colour("accent") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        token = "on_accent" if now else "rail_text"
        if self.state is StepState.DONE:
            inner = circle.adjusted(theme.px(5), theme.px(5), -theme.px(5), -theme.px(5))
            theme.icons.draw(painter, "check", inner, theme.colour("rail_on"))
        else:
            painter.setPen(theme.colour(token))
            painter.setFont(theme.font(12, 600))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(theme.colour("rail_on" if now else "rail_text"))
        painter.setFont(theme.font(14, 600 if now else 400))
        words = self.rect().adjusted(theme.px(38), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class WizardSide(QWidget):
    """Rail colours, a large faint store, words over it."""

    sample_asked = Signal()

    def __init__(self, theme: Theme, steps: int, *, sample: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._brand = plain_label("rail-brand", "Shopdesk")
        self._title = plain_label("rail-title", wrap=True)
        self._words = plain_label("rail-text", wrap=True)
        self.steps = [StepLine(theme, number) for number in range(1, steps + 1)]
        self.sample = Button(theme, "rail-link")
        self.sample.setVisible(sample)
        self.sample.clicked.connect(self.sample_asked)
        self._arrange()

    def show_steps(self, names: Sequence[str], current: int) -> None:
        """What the steps are, and which one (from 0) is the present one."""
        for place, (line, name) in enumerate(zip(self.steps, names, strict=True)):
            state = StepState.DONE if place < current else StepState.NOW if place == current else StepState.LATER
            line.show_step(name, state, len(self.steps))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title.setText(translate("Wizard", "One calm place for every customer."))
        self._words.setText(
            translate(
                "Wizard", "Your mail stays on this computer and with your mail provider. Nothing goes through us."
            )
        )
        self.sample.setText(translate("Wizard", "Try with sample data"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        side = min(theme.px(330), self.height() * 3 // 8)  # large text needs the room above
        place = QRect(self.width() - side * 3 // 4, self.height() - side - theme.px(20), side, side)
        theme.icons.draw(painter, "store", place, theme.colour("rail_sel"))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        self._words.setVisible(self.height() >= px(_ROOM_FOR_WORDS))
        self._title.setVisible(self.height() >= px(_ROOM_FOR_TITLE))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 36, 28)
        column.setSpacing(8)
        brand = QHBoxLayout()
        brand.setSpacing(12)
        brand.addWidget(Logo(self._theme))
        brand.addWidget(self._brand, 1)
        column.addLayout(brand)
        column.addSpacing(48)
        column.addWidget(self._title)
        column.addSpacing(12)
        column.addWidget(self._words)
        column.addSpacing(40)
        for line in self.steps:
            column.addWidget(line)
        column.addStretch(1)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
