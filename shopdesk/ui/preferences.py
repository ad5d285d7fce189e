"""What a person chose about the window, kept in the system's settings."""

from collections.abc import Callable
from datetime import datetime, time
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QByteArray, QSettings

SCALES = (90, 100, 110, 125, 150, 175)
"""Text sizes in per cent that Ctrl + and Ctrl - step through."""

LIST_WIDTH = (300, 376, 480)
"""Narrowest, usual and widest list column in px at 100 %."""

T = TypeVar("T")


class Scheme(StrEnum):
    """Which colour set to show."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much room a row of a list takes."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Motion(StrEnum):
    """Whether things may move."""

    AUTO = "auto"
    """As the system says, where it says anything."""
    FULL = "full"
    REDUCED = "reduced"


class Closing(StrEnum):
    """What closing the window does."""

    ASK = "ask"
    KEEP = "keep"
    """The sync goes on in the tray."""
    QUIT = "quit"


class Kept(Protocol):
    """Where preferences are kept; `QSettings` fits."""

    def value(self, key: str, defaultValue: object = None) -> object: ...  # noqa: N803 - Qt's name
    def setValue(self, key: str, value: object) -> None: ...


class _Wish(Generic[T]):
    """One preference: how it is read from what is kept (anything unreadable gives the usual value) and written."""

    def __init__(self, usual: T, read: Callable[[object], T | None], write: Callable[[T], object]) -> None:
        self._usual = usual
        self._read = read
        self._write = write
        self._key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = name

    def __get__(self, preferences: "Preferences", owner: type) -> T:
        try:
            found = self._read(preferences.kept.value(self._key))
        except (ValueError, TypeError):
            return self._usual
        return self._usual if found is None else found

    def __set__(self, preferences: "Preferences", value: T) -> None:
        preferences.kept.setValue(self._key, self._write(value))


Choice = TypeVar("Choice", bound=StrEnum)


def _word(usual: str = "") -> _Wish[str]:
    return _Wish(usual, lambda found: found if isinstance(found, str) else None, lambda value: value)


def _one_of(usual: Choice) -> _Wish[Choice]:
    return _Wish(usual, lambda found: type(usual)(str(found)), lambda value: value.value)


def _yes_no(*, usual: bool) -> _Wish[bool]:
    return _Wish(usual, lambda found: None if found is None else _int(found) != 0, int)


def _between(least: int, usual: int, most: int) -> _Wish[int]:
    def read(found: object) -> int | None:
        return None if found is None else min(max(_int(found), least), most)

    return _Wish(usual, read, lambda value: value)


def _wall_time(usual: time) -> _Wish[time]:
    return _Wish(usual, lambda found: time.fromisoformat(str(found)), lambda value: value.strftime("%H:%M"))


def _moment() -> _Wish[datetime | None]:
    """A time with its zone; none is kept as an empty word."""

    def read(found: object) -> datetime | None:
        moment = datetime.fromisoformat(str(found)) if found else None
        return None if moment is None or moment.tzinfo is None else moment

    return _Wish(None, read, lambda value: "" if value is None else value.isoformat())


def _bytes() -> _Wish[QByteArray]:
    return _Wish(QByteArray(), lambda found: found if isinstance(found, QByteArray) else None, lambda value: value)


def _int(found: object) -> int:
    """Raises `TypeError`, `ValueError`."""
    if found in ("true", "false"):
        return int(found == "true")
    if isinstance(found, str):
        return int(found)
    if isinstance(found, int):
        return found
    raise TypeError


class Preferences:
    """Typed access to the settings; anything unreadable counts as not set."""

    def __init__(self, kept: QSettings | Kept) -> None:
        self.kept = kept

    scheme = _one_of(Scheme.AUTO)
    language = _word()
    """`en`, `zh_CN`, or empty for the system's."""
    density = _one_of(Density.COMFORTABLE)
    scale = _between(SCALES[0], 100, SCALES[-1])
    """Text size in per cent."""
    motion = _one_of(Motion.AUTO)
    list_width = _between(*LIST_WIDTH)
    """Width of the list column in px."""
    panel_shown = _yes_no(usual=True)
    """Whether the side panel is open on wide windows."""
    panel_cards = _word()
    """The cards of the side panel in their order, folded ones with a minus."""
    geometry = _bytes()
    """Place and size of the window as Qt saved them; empty when never saved."""
    case_filter = _word()
    """Which cases the board shows, as its page writes it."""
    tab = _word()
    """The tab of the inbox that was open last."""
    settings_page = _word()
    """The page of the settings that was open last."""

    undo_send_seconds = _between(0, 10, 60)
    """How long a mail is held so that it can be taken back."""

    notifications = _yes_no(usual=True)
    """Whether new mail is announced by the system."""
    while_focused = _yes_no(usual=False)
    """Also while the window is in front."""
    hide_content = _yes_no(usual=False)
    """Say only how many, not who and what."""
    reminder = _yes_no(usual=True)
    """Whether a bar reminds of everybody who waits too long."""
    quiet = _yes_no(usual=False)
    """Whether nothing pops up between `quiet_begin` and `quiet_end`."""
    quiet_begin = _wall_time(time(20, 0))
    quiet_end = _wall_time(time(8, 0))
    muted_until = _moment()
    """Until when nothing pops up; None or a time gone by means that nothing is muted."""
    tray = _yes_no(usual=False)
    """Whether there is an icon in the tray."""
    keep_running = _one_of(Closing.ASK)
