"""Ask somebody outside about a case: a mail to the supplier, the warehouse or the owner, with a date of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.case import Escalation
from shopdesk.domain.case_changes import CaseUndo, differences
from shopdesk.domain.case_history import CaseEvent, Deed
from shopdesk.domain.changes import Changes
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.message import Address

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shopdesk.domain.case import Case
    from shopdesk.domain.ids import CaseId, OutboxId
    from shopdesk.services.ports import Clock, Store
    from shopdesk.services.replies import Replies

WHO = ("supplier", "warehouse", "owner")
_ADDRESS = "cases.address.{}"


class Escalations:
    """Mails out of cases to others than the customer."""

    def __init__(self, store: Store, clock: Clock, replies: Replies, who: Callable[[], str] = lambda: "") -> None:
        self._store = store
        self._clock = clock
        self._replies = replies
        self._who = who

    def address_of(self, to: str) -> str:
        """Whom such a mail went to last; empty before the first one."""
        with self._store.reading() as work:
            return work.settings.get(_ADDRESS.format(to)) or ""

    def ask(self, case: CaseId, to: str, address: str, words: str, due: datetime, hold_seconds: int = 10) -> OutboxId:
        """Send the question, with the customer's newest mail under it, and wait for the answer until `due` (UTC).

        The mail goes from the mailbox of the case's conversation and stays in it. Raises `InputRefused`, `NotFound`
        (a case without any conversation), `SendingNotSetUp`.
        """
        if to not in WHO:
            raise InputRefused("to", f"is one of {', '.join(WHO)}")
        if "@" not in address.strip("@ "):
            raise InputRefused("address", "is no mail address")
        if due <= self._clock.now():
            raise InputRefused("due", "is in the past")
        if not words.strip():
            raise InputRefused("words", "is empty")
        sent = self._replies.queue(self._replies.save(self._draft(case, address.strip(), words)), hold_seconds)
        self._note(case, to, address.strip(), words, due)
        return sent

    def answered(self, case: CaseId, position: int) -> CaseUndo:
        """An answer came another way, such as by telephone. Raises `NotFound`."""
        now, who = self._clock.now(), self._who()
        with self._store.writing() as work:
            before = work.cases.get(case)
            if not 0 <= position < len(before.escalations):
                raise NotFound(f"escalation {position} of case {case}")
            listed = list(before.escalations)
            listed[position] = replace(listed[position], answered_at=now)
            after = replace(before, escalations=tuple(listed), changed_at=now)
            changes = differences(before, after)
            work.cases.save(after, CaseEvent(case, now, who, Deed.ESCALATED, changes))
            work.touched(Changes(cases=True))
        return CaseUndo(before, after)

    def _draft(self, case: CaseId, address: str, words: str) -> Draft:
        with self._store.reading() as work:
            found = work.cases.get(case)
            homes = work.cases.homes([case]).get(case, ())
        if not homes:
            raise NotFound(f"conversation of case {case}")
        begun = self._replies.start(homes[0], DraftKind.FORWARD)
        subject = f"{found.number} {begun.subject}".strip()
        return replace(begun, to=(Address("", address),), cc=(), subject=subject, body=words.strip())

    def _note(self, case: CaseId, to: str, address: str, words: str, due: datetime) -> Case:
        now, who = self._clock.now(), self._who()
        with self._store.writing() as work:
            before = work.cases.get(case)
            asked = Escalation(to, address, " ".join(words.split())[:200], now, due)
            after = replace(before, escalations=(*before.escalations, asked), changed_at=now)
            work.cases.save(after, CaseEvent(case, now, who, Deed.ESCALATED, differences(before, after)))
            work.settings.save(_ADDRESS.format(to), address)
            work.touched(Changes(cases=True))
        return after
