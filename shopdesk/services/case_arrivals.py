"""What an arrived mail means to open cases: a picture is evidence, and whoever was waited for has answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.case import Case, Column
from shopdesk.domain.case_changes import differences
from shopdesk.domain.case_history import CaseEvent, Deed
from shopdesk.domain.changes import Changes
from shopdesk.domain.message import Direction
from shopdesk.services.case_opening import pictures_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.filing import NewMessage
    from shopdesk.services.ports import Work


def note_arrivals(work: Work, messages: Sequence[NewMessage], now: datetime) -> None:
    """Tell open cases what came in their conversations; one short look when there are none."""
    came = [one for one in messages if one.direction is Direction.INCOMING and not one.mail.kind.is_machine]
    if not came or not work.cases.any_open():
        return
    homes = sorted({one.conversation_id for one in came})
    touched = [case for case in work.cases.of_conversations(homes) if case.is_open]
    linked = work.cases.homes([case.id for case in touched])
    for case in touched:
        theirs = [one for one in came if one.conversation_id in linked.get(case.id, ())]
        _note(work, case, theirs, now)


def _note(work: Work, before: Case, messages: Sequence[NewMessage], now: datetime) -> None:
    after = before
    for message in messages:
        for found in pictures_of(message):
            after = after.with_evidence(found, now)
        after = _answered(after, message, now)
    changes = differences(before, after)
    if changes:
        deed = Deed.EVIDENCE if after.evidence != before.evidence else Deed.CHANGED
        after = replace(after, changed_at=now)
        work.cases.save(after, CaseEvent(before.id, now, "", deed, changes))
        work.touched(Changes(cases=True))


def _answered(case: Case, message: NewMessage, now: datetime) -> Case:
    """A case that waited for its customer is due now; an escalation is answered by whom it went to."""
    sender = message.mail.sender.key
    escalations = tuple(
        replace(one, answered_at=now) if one.answered_at is None and one.address.casefold() == sender else one
        for one in case.escalations
    )
    case = replace(case, escalations=escalations)
    if case.column is Column.WAITING and sender == case.customer_email.casefold():
        soonest = now if case.next_at is None else min(case.next_at, now)
        return replace(case, next_at=soonest)
    return case
