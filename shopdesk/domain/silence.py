"""When to raise the alarm: a mailbox that should bring mail and did not for half an hour."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health

SILENT = timedelta(minutes=30)
SLEPT = timedelta(minutes=3)
"""Looks come twice a minute; a longer gap means that the computer slept or its clock was set."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A mailbox from which nothing came."""

    health: Health
    since: datetime
    """Last sign of life that counts: a pass, progress of an import, or when we began to watch."""


class SilenceWatch:
    """Watches from its first look on; the time in which the computer slept does not count."""

    def __init__(self) -> None:
        self.has_slept = False
        """True when the newest look was the first one after the computer slept."""
        self._last_look: datetime | None = None
        self._alive: dict[MailboxId, datetime] = {}
        self._dismissed: set[MailboxId] = set()
        self._silent: set[MailboxId] = set()

    def look(self, health: Sequence[Health], busy: Collection[MailboxId], now: datetime) -> Sequence[Silence]:
        """Who is silent too long and was not dismissed.

        In: how the mailboxes fare, and those whose pass made progress since the last look; `now` in UTC.
        """
        last = self._last_look
        self.has_slept = last is not None and not timedelta() <= now - last <= SLEPT
        if self.has_slept:
            self._alive.clear()
        self._last_look = now
        found = []
        for one in health:
            key = one.mailbox.id
            if one.mailbox.paused or key in busy or key not in self._alive:
                self._alive[key] = now
            since = max(self._alive[key], one.last_success or self._alive[key])
            if now - since >= SILENT:
                found.append(Silence(one, since))
        self._silent = {one.health.mailbox.id for one in found}
        self._dismissed &= self._silent
        return [one for one in found if one.health.mailbox.id not in self._dismissed]

    def dismiss(self) -> None:
        """A person has seen it: not again until the mailbox worked in between."""
        self._dismissed |= self._silent
