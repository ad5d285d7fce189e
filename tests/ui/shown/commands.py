"""Palette, sheet of keys, snooze popover, menu bar."""

from PySide6.QtWidgets import QWidget

from tests.ui.shown.stage import Stage


def palette(stage: Stage) -> QWidget:
    """Something was typed; commands, places and customers fit."""
    window = stage.window()
    window.deeds.room.open_palette().field.setText("稍后" if stage.language.startswith("zh") else "sno")
    return window


def palette_open(stage: Stage) -> QWidget:
    """Nothing is typed yet."""
    window = stage.window()
    window.deeds.room.open_palette()
    return window


def palette_customers(stage: Stage) -> QWidget:
    """A customer's name."""
    window = stage.window()
    window.deeds.room.open_palette().field.setText("王" if stage.language.startswith("zh") else "ann")
    return window


def palette_nothing(stage: Stage) -> QWidget:
    """Only the search is left."""
    window = stage.window()
    window.deeds.room.open_palette().field.setText("qqqq")
    return window


def key_sheet(stage: Stage) -> QWidget:
    """All keys."""
    window = stage.window()
    window.deeds.room.open_key_sheet()
    return window


def snooze(stage: Stage) -> QWidget:
    """The usual moments."""
    window = stage.window()
    window.deeds.room.open_snooze(None, window.inbox.column.list.menu_place())
    return window


def snooze_words(stage: Stage) -> QWidget:
    """Words that were understood."""
    window = stage.window()
    popover = window.deeds.room.open_snooze(None, window.inbox.column.list.menu_place())
    popover.field.setText("周五下午" if stage.language.startswith("zh") else "friday afternoon")
    return window


def snooze_refused(stage: Stage) -> QWidget:
    """A moment that is past."""
    window = stage.window()
    popover = window.deeds.room.open_snooze(None, window.inbox.column.list.menu_place())
    popover.field.setText("昨天" if stage.language.startswith("zh") else "yesterday")
    return window


def menu_bar(stage: Stage) -> QWidget:
    """Alt was pressed."""
    window = stage.window()
    window.deeds.room.menus.show_for_keys()
    return window


SHOWN = {
    "palette": palette,
    "palette-open": palette_open,
    "palette-customers": palette_customers,
    "palette-nothing": palette_nothing,
    "key-sheet": key_sheet,
    "snooze": snooze,
    "snooze-words": snooze_words,
    "snooze-refused": snooze_refused,
    "menu-bar": menu_bar,
}
