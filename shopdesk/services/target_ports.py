"""The door to the rules of targets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import Peak, TargetRule, TargetRules


class TargetRepository(Protocol):
    """Rules of targets, the peak, and which due times are of an older rule."""

    def rules(self) -> TargetRules: ...
    def save(self, rule: TargetRule) -> None: ...
    def save_peak(self, peak: Peak | None) -> None: ...
    def mark_stale(self, mailboxes: Sequence[MailboxId]) -> None:
        """Say that due times of these mailboxes are of an older rule."""

    def stale(self) -> Sequence[MailboxId]: ...
    def mark_fresh(self, mailbox: MailboxId) -> None: ...
    def sent_at(self, received: Mapping[ConversationId, datetime]) -> Mapping[ConversationId, datetime]:
        """What the Date header says of the incoming message that came to a conversation at a moment."""

    def open_of(self, mailbox: MailboxId, after: int, limit: int) -> Sequence[ConversationId]:
        """Conversations of a mailbox that need a reply, in the order of their numbers, from behind one on."""


class PublicHolidays(Protocol):
    """Knows the public holidays of countries."""

    def of(self, country: str, years: Sequence[int]) -> tuple[frozenset[date], frozenset[date]]:
        """Days off in some years, and weekend days that are worked instead; raises `InputRefused` for a country that is
        not known."""

    def countries(self) -> Sequence[str]:
        """ISO 3166 codes, sorted."""
