"""One reminder for everybody who waits too long: how many, since when, and when it rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.quiet_hours import QuietHours


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation whose customer waits for an answer; all times are UTC."""

    conversation: ConversationId
    since: datetime
    due_at: datetime
    amber_at: datetime | None = None
    """From when on it is due soon; None: it never is before it is overdue."""

    def presses_at(self, now: datetime) -> bool:
        """Whether it is due soon, or overdue."""
        return self.turned_at(now) is not None

    def turned_at(self, now: datetime) -> datetime | None:
        """When it became due soon, or overdue if it is that already; None: it is neither yet."""
        turns = (moment for moment in (self.due_at, self.amber_at) if moment is not None and moment <= now)
        return max(turns, default=None)


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When somebody wants to be reminded."""

    on: bool = True
    quiet: QuietHours | None = None
    resting_until: datetime | None = None
    """Do not disturb until then."""
    put_away_at: datetime | None = None
    """When somebody put the reminder away: it rests until another one is due soon, or overdue."""

    def rest_at(self, now: datetime, zone: tzinfo | None = None) -> bool:
        """Whether nothing is shown at a moment (UTC); quiet hours go by the wall clock of a zone (None: ours)."""
        if not self.on or (self.resting_until is not None and now < self.resting_until):
            return True
        return self.quiet is not None and self.quiet.hold_at(now, zone)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the reminder says."""

    count: int
    """How many are due soon or overdue."""
    overdue: int
    since: datetime
    """When the one of them asked who waits longest."""
    first_due: datetime
    first: ConversationId
    """Where its action leads: the most overdue one; of those due at once the one who waits longest."""
    conversations: frozenset[ConversationId]


def reminder_at(
    now: datetime, waiting: Sequence[Waiting], rules: ReminderRules, zone: tzinfo | None = None
) -> Reminder | None:
    """What is shown at a moment (UTC); None: nothing, since nobody waits too long or it rests."""
    if rules.rest_at(now, zone):
        return None
    pressing = [one for one in waiting if one.presses_at(now)]
    if not pressing or _were_put_away(pressing, rules.put_away_at, now):
        return None
    first = min(pressing, key=lambda one: (one.due_at, one.since, one.conversation))
    return Reminder(
        count=len(pressing),
        overdue=sum(1 for one in pressing if one.due_at <= now),
        since=min(one.since for one in pressing),
        first_due=first.due_at,
        first=first.conversation,
        conversations=frozenset(one.conversation for one in pressing),
    )


def _were_put_away(pressing: Sequence[Waiting], at: datetime | None, now: datetime) -> bool:
    return at is not None and all((turned := one.turned_at(now)) is None or turned <= at for one in pressing)
