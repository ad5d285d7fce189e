"""For how long notifications can be muted, and what is said of it."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import Enum

from shopdesk.ui.words import future_time, translate

UNTIL_TURNED_ON = datetime.max.replace(tzinfo=UTC)
_MORNING = time(8, 0)


class Mute(Enum):
    """What can be chosen."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    UNTIL_TURNED_ON = "until_turned_on"


def mute_until(mute: Mute, now: datetime, zone: tzinfo | None = None) -> datetime:
    """The moment (UTC) at which a mute ends that is chosen now; tomorrow is 8:00 in `zone` (None: the computer's)."""
    if mute is Mute.HOUR:
        return now + timedelta(hours=1)
    if mute is Mute.UNTIL_TURNED_ON:
        return UNTIL_TURNED_ON
    wall = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), _MORNING)
    return (wall.astimezone() if zone is None else wall.replace(tzinfo=zone)).astimezone(UTC)


def mute_words(mute: Mute) -> str:
    """The choice."""
    return {
        Mute.HOUR: translate("Muting", "For 1 hour"),
        Mute.TOMORROW: translate("Muting", "Until tomorrow"),
        Mute.UNTIL_TURNED_ON: translate("Muting", "Until I turn them on"),
    }[mute]


def muted_words(until: datetime | None, now: datetime) -> str:
    """How it stands; empty when nothing is muted."""
    if until is None or until <= now:
        return ""
    if until == UNTIL_TURNED_ON:
        return translate("Muting", "Notifications are muted.")
    return translate("Muting", "Notifications are muted until %1.").replace("%1", future_time(until, now))
