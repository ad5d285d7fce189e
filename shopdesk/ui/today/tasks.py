"""The lines of a list: what is to be done, what is next, what is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.day import Check, DayKind, Item
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.painted import Circle
from shopdesk.ui.today.wording import amount_words, done_words, item_action, item_detail, item_pill, item_title
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Pill, plain_label
from shopdesk.ui.words import translate

TASK, DONE = 68, 48
_MOST = 999_999


class AmountField(QLineEdit):
    """How much is left of something."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setFixedWidth(theme.px(116))
        self.setPlaceholderText(translate("Today", "How many"))
        self.setAccessibleName(translate("Today", "How many are left: %1").replace("%1", title))
        self.setValidator(QIntValidator(0, _MOST, self))


class TaskRow(QFrame):
    """One line of the list; the next one has the only primary button."""

    acted = Signal(object)
    """An `Item` whose button was pressed."""
    ticked = Signal(object)
    """An `Item` whose circle was pressed."""
    counted = Signal(object, int)
    """An `Item`, and how much is left."""
    facts_asked = Signal()

    def __init__(self, theme: Theme, item: Item, kind: DayKind, *, is_next: bool) -> None:
        super().__init__()
        self.item = item
        title = item_title(item, kind)
        self.setProperty("kind", "task")
        self.setProperty("tone", "next" if is_next else "")
        self.circle = Circle(theme, done=item.is_done)
        self.circle.setAccessibleName(translate("Today", "Done: %1").replace("%1", title))
        self.circle.clicked.connect(lambda _=False: self._tick())
        self.button: Button | None = None
        self.amount: AmountField | None = None
        self.facts: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.circle)
        if item.is_done:
            self.setFixedHeight(theme.px(DONE))
            row.addWidget(_elided("body", title), 1)
            if item.amount is not None:
                row.addWidget(Pill(theme, "amber" if item.to_order else "grey", "", amount_words(item)))
            row.addWidget(plain_label("meta2", done_words(item)))
            return
        self.setMinimumHeight(theme.px(TASK))
        row.addLayout(self._words(theme, title, item_pill(item)), 1)
        self.button = Button(theme, "primary" if is_next else "secondary")
        self.button.setText(item_action(item, kind, is_next=is_next))
        self.button.setAccessibleName(f"{self.button.text()}: {title}")
        self.button.clicked.connect(lambda _=False: self._act())
        self._add_fields(theme, row, title)
        row.addWidget(self.button)

    def _add_fields(self, theme: Theme, row: QHBoxLayout, title: str) -> None:
        if self.item.check is Check.FACTS:
            self.facts = Button(theme, "ghost", "info")
            self.facts.setText(translate("Today", "Facts…"))
            self.facts.clicked.connect(lambda _=False: self.facts_asked.emit())
            row.addWidget(self.facts)
        if self.item.reorder_at is not None:
            self.amount = AmountField(theme, title)
            self.amount.returnPressed.connect(self._act)
            row.addWidget(self.amount)

    def _act(self) -> None:
        if self.amount is None:
            self.acted.emit(self.item)
        elif self.amount.text():
            self.counted.emit(self.item, int(self.amount.text()))
        else:
            self.amount.setFocus()

    def _tick(self) -> None:
        if self.amount is None:
            self.ticked.emit(self.item)
        else:
            self._act()

    def _words(self, theme: Theme, title: str, pill: tuple[str, str] | None) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(theme.px(12))
        first.addWidget(_titled(title), 0)
        if pill is not None:
            first.addWidget(Pill(theme, pill[0], "", pill[1]))
        first.addStretch(1)
        words.addLayout(first)
        detail = item_detail(self.item)
        if detail:
            words.addWidget(_elided("meta2", detail))
        words.addStretch(1)
        return words


def _elided(kind: str, text: str) -> ElidedLabel:
    label = ElidedLabel(kind)
    label.setText(text)
    return label


def _titled(title: str) -> QWidget:
    label = plain_label("task", title)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
