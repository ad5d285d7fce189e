"""The small settings menu of the rail: colours, language, text size, density."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.ui.actions import Actions, Do
from shopdesk.ui.preferences import Density, Preferences, Scheme
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import LANGUAGES
from shopdesk.ui.words import translate

T = TypeVar("T")


def settings_menu(
    parent: QWidget, theme: Theme, preferences: Preferences, actions: Actions, choose_language: Callable[[str], None]
) -> QMenu:
    """A menu whose lines act at once."""
    menu = QMenu(parent)
    schemes = {
        Scheme.AUTO: translate("Settings", "Like the system"),
        Scheme.LIGHT: translate("Settings", "Light"),
        Scheme.DARK: translate("Settings", "Dark"),
    }
    _add_choices(menu, translate("Settings", "Colours"), schemes, theme.scheme, theme.choose_scheme)
    languages = {"": translate("Settings", "Like the system"), **LANGUAGES}
    title = translate("Settings", "Language")
    _add_choices(menu, title, languages, preferences.language, choose_language)
    menu.addSeparator()
    densities = {
        Density.COMFORTABLE: translate("Settings", "Comfortable list"),
        Density.COMPACT: translate("Settings", "Compact list"),
    }
    _add_choices(menu, translate("Settings", "Density"), densities, theme.density, theme.choose_density)
    size = menu.addMenu(translate("Settings", "Text size: %1 %").replace("%1", str(theme.type.scale)))
    for do in (Do.LARGER, Do.SMALLER, Do.USUAL_SIZE):
        size.addAction(actions[do])
    return menu


def _add_choices(
    menu: QMenu, title: str, choices: dict[T, str], chosen: T, choose: Callable[[T], None]
) -> None:
    """A submenu of which one line is ticked."""
    submenu = menu.addMenu(title)
    group = QActionGroup(submenu)
    for value, text in choices.items():
        action = QAction(text, submenu)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _=False, value=value: choose(value))
        group.addAction(action)
        submenu.addAction(action)
