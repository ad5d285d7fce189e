"""What a person chose about the window, kept in the system's settings."""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings

SCALES = (90, 100, 110, 125, 150, 175)
"""Text sizes in per cent that Ctrl + and Ctrl - step through."""

LIST_WIDTH = (300, 376, 480)
"""Narrowest, usual and widest list column in px at 100 %."""


class Scheme(StrEnum):
    """Which colour set to show."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much room a row of a list takes."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Kept(Protocol):
    """Where preferences are kept; `QSettings` fits."""

    def value(self, key: str, defaultValue: object = None) -> object: ...  # noqa: N803 - Qt's name
    def setValue(self, key: str, value: object) -> None: ...


class Preferences:
    """Typed access to the settings; anything unreadable counts as not set."""

    def __init__(self, kept: QSettings | Kept) -> None:
        self._kept = kept

    @property
    def scheme(self) -> Scheme:
        found = self._word("scheme")
        return Scheme(found) if found in set(Scheme) else Scheme.AUTO

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("scheme", scheme.value)

    @property
    def language(self) -> str:
        """`en`, `zh_CN`, or empty for the system's."""
        return self._word("language")

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def density(self) -> Density:
        found = self._word("density")
        return Density(found) if found in set(Density) else Density.COMFORTABLE

    @density.setter
    def density(self, density: Density) -> None:
        self._kept.setValue("density", density.value)

    @property
    def scale(self) -> int:
        """Text size in per cent."""
        return min(max(self._number("scale", 100), SCALES[0]), SCALES[-1])

    @scale.setter
    def scale(self, scale: int) -> None:
        self._kept.setValue("scale", scale)

    @property
    def list_width(self) -> int:
        """Width of the list column in px."""
        return min(max(self._number("list_width", LIST_WIDTH[1]), LIST_WIDTH[0]), LIST_WIDTH[2])

    @list_width.setter
    def list_width(self, width: int) -> None:
        self._kept.setValue("list_width", width)

    @property
    def panel_shown(self) -> bool:
        """Whether the side panel is open on wide windows."""
        return self._number("panel_shown", 1) != 0

    @panel_shown.setter
    def panel_shown(self, shown: bool) -> None:
        self._kept.setValue("panel_shown", int(shown))

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt saved them; empty when never saved."""
        found = self._kept.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    def _word(self, key: str) -> str:
        found = self._kept.value(key)
        return found if isinstance(found, str) else ""

    def _number(self, key: str, otherwise: int) -> int:
        found = self._kept.value(key)
        try:
            return int(found) if isinstance(found, int | str) else otherwise
        except ValueError:
            return otherwise
