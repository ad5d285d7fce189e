"""The lines under an editor that say what is wrong; a click leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.template import Fault
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import shortened
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import counted, translate

_SHOWN = 3


class FaultButton(Button):
    """One line, cut where there is no room; the tool tip has all of it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, "fault")
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(shortened(self.fontMetrics(), self._words, max(self.width() - 10, 1)).replace("&", "&&"))


class FaultLines(QWidget):
    """At most three, and how many more there are."""

    clicked = Signal(object)
    """A `Fault`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[FaultButton] = []
        self._more = plain_label("failed", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)
        self.show_faults(())

    def show_faults(self, faults: Sequence[tuple[Fault, str]]) -> None:
        """In: what is wrong, each with its sentence."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._made(*one) for one in faults[:_SHOWN]]
        for place, button in enumerate(self.buttons):
            self._column.insertWidget(place, button)
        left = max(len(faults) - _SHOWN, 0)
        self._more.setVisible(left > 0)
        one, many = translate("Templates", "and one more fault"), translate("Templates", "and %1 more faults")
        self._more.setText(counted(left, one, many))
        self.setVisible(bool(faults))

    def _made(self, fault: Fault, words: str) -> FaultButton:
        button = FaultButton(self._theme, words)
        button.clicked.connect(lambda: self.clicked.emit(fault))
        return button
