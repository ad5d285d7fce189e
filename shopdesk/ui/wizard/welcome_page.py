"""The first page of a new shop: the language, and what the shop is called."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import LANGUAGES
from shopdesk.ui.wizard.fields import ChoiceBox, Field, LineField
from shopdesk.ui.wizard.page import Page
from shopdesk.ui.words import translate


class WelcomePage(Page):
    """Choosing a language acts at once."""

    def __init__(self, theme: Theme, language: str, choose: Callable[[str], None]) -> None:
        super().__init__(theme)
        self.language = ChoiceBox(theme)
        self.language.addItem("", "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.language.activated.connect(lambda _place: choose(str(self.language.currentData())))
        self._language_field = Field(theme, self.language)
        self.shop = LineField(theme, lambda _text: None)
        self.shop.edit.returnPressed.connect(self.primary_asked)
        self.body.addWidget(self._language_field)
        self.body.addWidget(self.shop)
        self.retranslate()

    @override
    def first(self) -> QWidget:
        return self.shop.edit

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Wizard", "Welcome to Shopdesk"))
        self.words.setText(translate("Wizard", "Two words about you, then your first mailbox."))
        self._language_field.name(translate("Wizard", "Language"))
        self.language.setItemText(0, translate("Settings", "Like the system"))
        self.shop.name(translate("Wizard", "Name of your shop"))
        self.shop.edit.setPlaceholderText(translate("Wizard", "such as Linenhaus"))
        self.primary.setText(translate("Wizard", "Continue"))
        self.back.setText(translate("Wizard", "Not now"))
