"""Take a person out of their cases: what was personal goes, that there was a case and what it cost stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from shopdesk.domain.case_history import CaseEvent, Deed
from shopdesk.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from shopdesk.domain.case import Case
    from shopdesk.domain.ids import CaseId
    from shopdesk.services.ports import Work


def cases_of_people(work: Work, addresses: Collection[str]) -> Sequence[Case]:
    """All cases of some addresses, open and archived; for a preview of what goes."""
    return work.cases.of_customers([*addresses])


def forget_people(work: Work, addresses: Collection[str], now: datetime, by: str = "") -> int:
    """Part of erasing a customer. Their cases lose name, address, words, evidence and links, and their older entries
    the details; the chain of hashes stays whole. Out: how many cases."""
    found = cases_of_people(work, addresses)
    for case in found:
        bare = replace(
            case,
            customer_name="",
            customer_email="",
            reason="",
            evidence=(),
            evidence_note="",
            consent="",
            follow_up_result="–" if case.follow_up_result else "",
            return_parcel="",
            next_step="",
            escalations=(),
            messages=(),
            changed_at=now,
        )
        work.cases.forget_details(case.id)
        work.cases.save(bare, CaseEvent(case.id, now, by, Deed.FORGOTTEN))
    if found:
        work.touched(Changes(cases=True))
    return len(found)


def forgotten_since(work: Work, case: CaseId, moment: datetime) -> bool:
    """Whether a case lost what was personal at a moment (UTC) or after it."""
    entries = work.cases.history(case)
    return any(one.deed == Deed.FORGOTTEN and datetime.fromisoformat(one.at) >= moment for one in entries)
