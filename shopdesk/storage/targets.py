"""Rules of targets, the peak, and which due times are of an older rule."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import OpeningHours, Peak, Span, TargetMode, TargetRule, TargetRules
from shopdesk.storage.conversation_facts import sent_at
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import STATE, micros, moment

OPEN_OF_MAILBOX = """SELECT id FROM conversation INDEXED BY conversation_list
    WHERE lane IN (0, 1) AND state = ? AND mailbox_id = ? AND id > ? ORDER BY id LIMIT ?"""


class TargetTable:
    """Rules of targets; fits `target_ports.TargetRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database
        self._rules: TargetRules | None = None

    def rules(self) -> TargetRules:
        """All rules, read once in a transaction."""
        if self._rules is None:
            rows = self._database.rows("SELECT mailbox_id, rule FROM target_rule")
            peak = self._database.row("SELECT starts_at, until_at FROM target_peak")
            by_mailbox = {MailboxId(row[0]): _rule(MailboxId(row[0]), row[1]) for row in rows}
            self._rules = TargetRules(by_mailbox, None if peak is None else Peak(moment(peak[0]), moment(peak[1])))
        return self._rules

    def save(self, rule: TargetRule) -> None:
        """Write the rule of a mailbox."""
        self._database.run("INSERT OR REPLACE INTO target_rule VALUES (?, ?)", (rule.mailbox, _text(rule)))
        self._rules = None

    def save_peak(self, peak: Peak | None) -> None:
        """Write the time of many mails, or (None) forget it."""
        self._database.run("DELETE FROM target_peak")
        if peak is not None:
            self._database.run("INSERT INTO target_peak VALUES (1, ?, ?)", (micros(peak.start), micros(peak.until)))
        self._rules = None

    def mark_stale(self, mailboxes: Sequence[MailboxId]) -> None:
        """Say that due times of these mailboxes are of an older rule."""
        for mailbox in mailboxes:
            self._database.run("INSERT OR IGNORE INTO target_stale VALUES (?)", (mailbox,))

    def stale(self) -> Sequence[MailboxId]:
        """Mailboxes whose due times are of an older rule."""
        return [MailboxId(row[0]) for row in self._database.rows("SELECT mailbox_id FROM target_stale")]

    def mark_fresh(self, mailbox: MailboxId) -> None:
        """Say that all due times of a mailbox are of its present rule."""
        self._database.run("DELETE FROM target_stale WHERE mailbox_id = ?", (mailbox,))

    def sent_at(self, received: Mapping[ConversationId, datetime]) -> Mapping[ConversationId, datetime]:
        """What the Date header says of the incoming message that came to a conversation at a moment."""
        return sent_at(self._database, received)

    def open_of(self, mailbox: MailboxId, after: int, limit: int) -> Sequence[ConversationId]:
        """Conversations of a mailbox that need a reply, in the order of their numbers."""
        values = (STATE[ConversationState.NEEDS_REPLY], mailbox, after, limit)
        return [ConversationId(row[0]) for row in self._database.rows(OPEN_OF_MAILBOX, values)]


def _text(rule: TargetRule) -> str:
    opening = rule.opening
    return json.dumps({
        "mode": rule.mode.value,
        "hours": rule.hours.total_seconds(),
        "urgent": rule.urgent.total_seconds(),
        "amber": rule.amber.total_seconds(),
        "red": rule.red.total_seconds(),
        "peak_factor": rule.peak_factor,
        "old_mail": rule.old_mail,
        "week": [_spans_text(spans) for spans in opening.week],
        "zone": opening.zone,
        "lunch": None if opening.lunch is None else opening.lunch.written,
        "country": opening.country,
        "holidays": [day.isoformat() for day in sorted(opening.holidays)],
        "made_up": [day.isoformat() for day in sorted(opening.made_up)],
        "closed": [day.isoformat() for day in sorted(opening.closed)],
        "opened": {day.isoformat(): _spans_text(spans) for day, spans in sorted(opening.opened.items())},
    })


def _rule(mailbox: MailboxId, text: str) -> TargetRule:
    told: dict[str, Any] = json.loads(text)
    lengths = {name: timedelta(seconds=told[name]) for name in ("hours", "urgent", "amber", "red")}
    opening = OpeningHours(
        week=tuple(_spans(spans) for spans in told["week"]),
        zone=told["zone"],
        lunch=None if told["lunch"] is None else Span.read(told["lunch"]),
        country=told["country"],
        holidays=frozenset(map(date.fromisoformat, told["holidays"])),
        made_up=frozenset(map(date.fromisoformat, told["made_up"])),
        closed=frozenset(map(date.fromisoformat, told["closed"])),
        opened={date.fromisoformat(day): _spans(spans) for day, spans in told["opened"].items()},
    )
    return TargetRule(
        mailbox=mailbox, mode=TargetMode(told["mode"]), peak_factor=told["peak_factor"], old_mail=told["old_mail"],
        opening=opening, **lengths,
    )


def _spans_text(spans: Sequence[Span]) -> list[str]:
    return [span.written for span in spans]


def _spans(texts: Sequence[str]) -> tuple[Span, ...]:
    return tuple(map(Span.read, texts))
