"""Targets of the sample shop, in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import Explanation, Peak, TargetMode, TargetRule, TargetRules
from shopdesk.domain.target_sum import explain, with_due_time

NOW = datetime(2026, 11, 18, 9, 24, tzinfo=UTC)
"""The sample shop's present."""


@dataclass
class FakeTargets:
    """Rules in a dictionary; due times follow them at once."""

    all_rows: Mapping[int, Conversation]
    by_mailbox: dict[MailboxId, TargetRule] = field(default_factory=dict)
    now: Callable[[], datetime] = lambda: NOW
    the_peak: Peak | None = None
    recomputed: list[MailboxId | None] = field(default_factory=list)
    fail_with: Exception | None = None

    def rules(self) -> TargetRules:
        return TargetRules(dict(self.by_mailbox), self.the_peak)

    def save(self, rule: TargetRule) -> TargetRule:
        if self.fail_with is not None:
            raise self.fail_with
        if rule.mode is TargetMode.COMPANY and rule.opening.is_never_open:
            raise InputRefused("hours", "are empty on every day")
        self.by_mailbox[rule.mailbox] = rule
        return rule

    def peak(self, until: datetime | None) -> Peak | None:
        if until is not None and until <= self.now():
            raise InputRefused("until", "is in the past")
        before = self.the_peak
        self.the_peak = Peak(before.start if before else self.now(), until or self.now())
        return self.the_peak if until is not None else None

    def countries(self) -> list[str]:
        return ["AT", "CN", "DE", "FR", "GB", "JP", "US"]

    def explain(self, conversation: ConversationId) -> Explanation:
        return explain(self.all_rows[conversation], self.rules())

    def recompute(self, mailbox: MailboxId | None = None) -> int:
        self.recomputed.append(mailbox)
        return 0

    def dated(self, row: Conversation) -> Conversation:
        """As the store hands it out."""
        return with_due_time(row, self.rules())
