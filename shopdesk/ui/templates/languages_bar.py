"""The languages of a template as tabs; one can be added or taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from shopdesk.ui.templates.wording import LANGUAGES, language_name
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton
from shopdesk.ui.words import translate

_NAMED = 3
"""So many tabs have whole names; more have codes."""


class LanguagesBar(QWidget):
    """Tabs, a plus, and a bin for the current language."""

    chosen = Signal(str)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self.tabs: dict[str, QPushButton] = {}
        self.add = IconButton(theme, "plus", 28)
        self.remove = IconButton(theme, "trash-2", 28)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self._row.addWidget(self.remove)
        self.add.clicked.connect(self.open_menu)
        self.remove.clicked.connect(lambda: self.removed.emit(self.current))

    @property
    def current(self) -> str:
        """The code of the language that is shown."""
        return next((code for code, tab in self.tabs.items() if tab.isChecked()), "")

    def show_languages(self, codes: Sequence[str], current: str) -> None:
        """Show these tabs, one of them as the current one."""
        if list(self.tabs) != list(codes):
            for tab in self.tabs.values():
                self._group.removeButton(tab)
                tab.hide()
                tab.deleteLater()
            self.tabs = {code: self._made(code) for code in codes}
            for place, tab in enumerate(self.tabs.values()):
                self._row.insertWidget(place, tab)
        for code, tab in self.tabs.items():
            name = language_name(code)
            tab.setText(name if len(codes) <= _NAMED else code.upper())
            tab.setToolTip(name)
            tab.setAccessibleName(name)
            tab.setChecked(code == current)
        self.remove.setEnabled(len(codes) > 1)
        self.retranslate()

    def show_faulty(self, codes: Sequence[str]) -> None:
        """Mark the languages whose words have faults."""
        for code, tab in self.tabs.items():
            faulty = code in codes
            tab.setIcon(self._theme.icon("triangle-alert", "red") if faulty else QIcon())
            wrong = translate("Templates", "%1, has faults").replace("%1", language_name(code))
            tab.setAccessibleName(wrong if faulty else language_name(code))

    def menu(self) -> QMenu:
        """The languages that are not there yet."""
        menu = QMenu(self)
        for code in LANGUAGES:
            if code not in self.tabs:
                menu.addAction(language_name(code)).triggered.connect(lambda _=False, code=code: self.added.emit(code))
        return menu

    def open_menu(self) -> None:
        """Ask which language to add."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.add.name(translate("Templates", "Add a language"))
        words = translate("Templates", "Remove %1").replace("%1", language_name(self.current))
        self.remove.name(words if self.current else translate("Templates", "Remove this language"))

    def _made(self, code: str) -> QPushButton:
        tab = QPushButton()
        tab.setProperty("kind", "language")
        tab.setCheckable(True)
        tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.addButton(tab)
        tab.clicked.connect(lambda: self.chosen.emit(code))
        return tab
