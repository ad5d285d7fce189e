"""The bar under the list while several conversations are selected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.actions import ACTIONS, Actions, Do, action_text, action_tip
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.announcing import announce
from shopdesk.ui.widgets.parts import Button, IconButton, line, plain_label
from shopdesk.ui.words import counted, translate


def selected_text(count: int) -> str:
    """How many are selected."""
    return counted(count, translate("Inbox", "1 selected"), translate("Inbox", "%1 selected"))


def short_text(do: Do) -> str:
    """What a button in the bar says: room is short."""
    short = {
        Do.DONE: translate("Selection", "Done"),
        Do.UNREAD: translate("Selection", "Unread"),
        Do.REOPEN: translate("Selection", "Needs reply"),
    }
    return short.get(do) or action_text(do)


class SelectionBar(QFrame):
    """Says how many are selected and offers what can be done to all of them at once."""

    cleared = Signal()

    def __init__(self, theme: Theme, actions: Actions, dos: Sequence[Do], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "canvas")
        self._label = plain_label("name")
        self.buttons = {do: Button(theme, "link", ACTIONS[do].icon, side=15) for do in dos}
        self.clear = IconButton(theme, "x", 28)
        self._row = QHBoxLayout()
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        for do, button in self.buttons.items():
            button.clicked.connect(actions[do].trigger)
            self._row.addWidget(button)
        self._row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(self._row)
        self.clear.clicked.connect(self.cleared)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What the bar says at its left."""
        return self._label.text()

    def show_count(self, count: int) -> None:
        """So many are selected now; whoever cannot see hears it."""
        self._label.setText(selected_text(count))
        announce(self, self._label.text())
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for do, button in self.buttons.items():
            button.setAccessibleName(action_text(do))
            button.setToolTip(action_tip(do))
        self.clear.name(translate("Inbox", "Clear selection"), "Esc")
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words where there is room for all of them, else icons alone."""
        gap, margins = self._row.spacing(), self._row.contentsMargins()
        for in_words in (True, False):
            for do, button in self.buttons.items():
                button.setText(short_text(do) if in_words else "")
            wanted = sum(button.sizeHint().width() + gap for button in self.buttons.values())
            wanted += self._label.sizeHint().width() + self.clear.width() + gap
            if wanted + margins.left() + margins.right() <= self.width():
                break

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(6), px(10), px(6))
        self._row.setSpacing(px(2))
        self.retranslate()
