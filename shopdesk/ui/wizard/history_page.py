"""How far back mail is imported, and what lists call the mailbox."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.wizard.fields import LineField
from shopdesk.ui.wizard.page import Page
from shopdesk.ui.words import translate

CHOICES: tuple[int | None, ...] = (30, 90, 365, None)
"""Days; None is everything."""
USUAL = 365


class HistoryPage(Page):
    """A few lines of which one is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._group = QButtonGroup(self)
        self.choices: dict[int | None, QRadioButton] = {}
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        for days in CHOICES:
            choice = QRadioButton()
            choice.setMinimumHeight(theme.px(28))
            choice.setChecked(days == USUAL)
            self._group.addButton(choice)
            self.choices[days] = choice
            column.addWidget(choice)
        self.name = LineField(theme, lambda _text: None)
        self.name.edit.returnPressed.connect(self.primary_asked)
        self.body.addWidget(card)
        self.body.addWidget(self.name)
        self.retranslate()

    @property
    def since_days(self) -> int | None:
        """What is chosen."""
        return next((days for days, choice in self.choices.items() if choice.isChecked()), USUAL)

    @override
    def first(self) -> QWidget:
        return self.choices[self.since_days]

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Wizard", "How far back?"))
        self.words.setText(
            translate("Wizard", "The newest mail comes first. The server keeps everything; you can change this later.")
        )
        texts = {
            30: translate("Wizard", "The last 30 days"),
            90: translate("Wizard", "The last 90 days"),
            365: translate("Wizard", "The last year (recommended)"),
            None: translate("Wizard", "Everything"),
        }
        for days, choice in self.choices.items():
            choice.setText(texts[days])
        self.name.name(translate("Wizard", "What lists call this mailbox"))
        self.primary.setText(translate("Wizard", "Start the import"))
        self.back.setText(translate("Wizard", "Back"))
