"""The clock of an answer: since when a customer waits, and while it stood because we waited for them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

MOST_PAUSES = 50
"""More than these are told as one, from the oldest on."""
LATEST_DELIVERY = timedelta(days=2)
"""A mail that was longer on its way than this was written by a computer whose clock is wrong."""


@dataclass(frozen=True, slots=True)
class Pause:
    """While the customer was asked; without an end it goes on."""

    begun: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerClock:
    """What a due time is computed from besides the rule; moments are UTC."""

    asked_at: datetime | None = None
    """When the customer asked by the mail's own date; None: at its receipt."""
    pauses: tuple[Pause, ...] = ()
    """Oldest first; they never overlap."""
    is_off: bool = False
    """The time was up before this old mail was imported: nothing is due."""

    @property
    def is_paused(self) -> bool:
        """True while it stands."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    def paused(self, at: datetime) -> "AnswerClock":
        """Standing from a moment on; one that stands already goes on so."""
        return self if self.is_paused else replace(self, pauses=_few((*self.pauses, Pause(at))))

    def resumed(self, at: datetime) -> "AnswerClock":
        """Running again; a moment before the pause began takes the pause away."""
        if not self.is_paused:
            return self
        begun = self.pauses[-1].begun
        closed = (Pause(begun, at),) if at > begun else ()
        return replace(self, pauses=(*self.pauses[:-1], *closed))


NOT_STOPPED = AnswerClock()


def asked_at(received: datetime, sent: datetime | None, *, imported: bool = False) -> datetime:
    """When a customer asked.

    The Date header counts if it is not later than the receipt and at most two days before it (`imported`: however long
    before, since a mailbox that moved was received anew); else the receipt.
    """
    if sent is None or sent > received:
        return received
    return sent if imported or received - sent <= LATEST_DELIVERY else received


def _few(pauses: tuple[Pause, ...]) -> tuple[Pause, ...]:
    if len(pauses) <= MOST_PAUSES:
        return pauses
    return (Pause(pauses[0].begun, pauses[1].ended), *pauses[2:])
