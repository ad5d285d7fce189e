"""Copies of all data in another place: what there is, how old it is, and which ones are kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

KEPT_DAYS = 7
KEPT_WEEKS = 4
TOO_OLD = timedelta(days=2)
FAR_TOO_OLD = timedelta(days=7)
FAILED_TOO_LONG = timedelta(days=2)
"""A backup that fails for so long is a person's business."""


class BackupAge(StrEnum):
    """How much the age of the newest copy is to be worried about."""

    FRESH = "fresh"
    OLD = "old"
    FAR_TOO_OLD = "far_too_old"
    NONE = "none"
    """There is no copy at all."""


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """One complete copy, as the backup folder tells of it."""

    name: str
    made_at: datetime
    messages: int
    conversations: int
    bytes: int
    """Of its own files; the raw mails lie once for all copies."""


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """What one round of the backup brought."""

    copy: BackupCopy
    mails_added: int
    removed: tuple[str, ...] = ()
    """Names of older copies that went."""
    is_tidy: bool = True
    """False when older copies that were to go could not be taken away."""


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """A copy, and what is not sound about it."""

    copy: BackupCopy
    faults: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """True when all could be brought back from it."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class BackupState:
    """How the backup fares, without a look into its folder, which may not be there just now."""

    folder: str = ""
    """Empty: nobody chose one yet."""
    last: datetime | None = None
    """When the newest copy was made (UTC)."""
    copies: int = 0
    bytes: int = 0
    """Of everything in the folder."""
    same_disk: bool = False
    """The folder lies on the disk of the data: both would be lost with it."""
    failing_since: datetime | None = None
    tried: datetime | None = None
    problem: str = ""
    """The class name of the last try's failure, empty when it went well."""
    forgets: datetime | None = None
    """Copies from before this moment hold a customer who was erased; they go with the next backup."""

    def age(self, now: datetime) -> timedelta | None:
        """How old the newest copy is; None without one."""
        return None if self.last is None else max(now - self.last, timedelta(0))

    def standing(self, now: datetime) -> BackupAge:
        """What is to be thought of its age."""
        age = self.age(now)
        if age is None:
            return BackupAge.NONE
        if age > FAR_TOO_OLD:
            return BackupAge.FAR_TOO_OLD
        return BackupAge.OLD if age > TOO_OLD else BackupAge.FRESH

    def fails_too_long(self, now: datetime) -> bool:
        """Whether a person has to know that it does not work."""
        return self.failing_since is not None and now - self.failing_since >= FAILED_TOO_LONG


def to_keep(copies: Iterable[BackupCopy], zone: tzinfo | None = None) -> tuple[BackupCopy, ...]:
    """Which copies stay, newest first: the newest of each of the last 7 days, and of each of the last 4 weeks.

    Days and weeks without a copy do not count: who was away for a month loses nothing by it. Without a zone that of
    the computer.
    """
    newest_first = sorted(copies, key=lambda one: one.made_at, reverse=True)
    days = _newest_of_each([(one.made_at.astimezone(zone).date(), one) for one in newest_first], KEPT_DAYS)
    weeks = _newest_of_each(
        [(one.made_at.astimezone(zone).isocalendar()[:2], one) for one in newest_first], KEPT_WEEKS
    )
    kept = {one.name for one in (*days, *weeks)}
    return tuple(one for one in newest_first if one.name in kept)


def _newest_of_each(dated: Sequence[tuple[object, BackupCopy]], at_most: int) -> list[BackupCopy]:
    found: dict[object, BackupCopy] = {}
    for key, one in dated:
        found.setdefault(key, one)
    return list(found.values())[:at_most]
