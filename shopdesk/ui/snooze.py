"""When to bring a conversation back: the moments that the snooze menu offers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import Enum

from shopdesk.domain.snooze_words import MORNING, later_today


class SnoozeChoice(Enum):
    """One line of the snooze menu."""

    LATER_TODAY = "later_today"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    IN_A_WEEK = "in_a_week"


@dataclass(frozen=True, slots=True)
class SnoozeOffer:
    """A choice with the moment (UTC) it means now."""

    choice: SnoozeChoice
    until: datetime


def snooze_offers(now: datetime, zone: tzinfo | None = None) -> tuple[SnoozeOffer, ...]:
    """What can be chosen at `now`; mornings are 9:00 in `zone` (None: this computer's). Late in the evening there is
    no "later today", and on Sunday "tomorrow" is Monday."""
    local = now.astimezone(zone)
    morning = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    tomorrow = _on_wall(morning + timedelta(days=1), zone)
    monday = _on_wall(morning + timedelta(days=7 - local.weekday()), zone)
    later = later_today(now, zone)
    offers = []
    if later.astimezone(zone).date() == local.date():
        offers.append(SnoozeOffer(SnoozeChoice.LATER_TODAY, later))
    offers.append(SnoozeOffer(SnoozeChoice.TOMORROW, tomorrow))
    if monday != tomorrow:
        offers.append(SnoozeOffer(SnoozeChoice.MONDAY, monday))
    offers.append(SnoozeOffer(SnoozeChoice.IN_A_WEEK, _on_wall(morning + timedelta(days=7), zone)))
    return tuple(offers)


def _on_wall(moment: datetime, zone: tzinfo | None) -> datetime:
    """The same wall-clock time with that day's own offset, since summer time may begin or end in between."""
    return moment.replace(tzinfo=None).astimezone(UTC) if zone is None else moment.astimezone(UTC)
