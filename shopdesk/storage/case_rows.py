"""How a case is written as text, and read again."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from shopdesk.domain.case import Case, CaseKind, CaseStep, Column, Escalation, Evidence, Resolution, Stage
from shopdesk.domain.case_history import canonical
from shopdesk.domain.ids import CaseId, MessageId
from shopdesk.storage.storable import storable

_MOMENTS = (
    "opened_at",
    "changed_at",
    "evidence_at",
    "decided_at",
    "executed_at",
    "follow_up_at",
    "platform_deadline",
    "next_at",
)
_PARTS = ("evidence", "steps", "escalations")


def written(case: Case) -> str:
    """A case as canonical JSON; its number stands beside it. What is as it was made is left out."""
    content: dict[str, Any] = {}
    for one in fields(case):
        value = getattr(case, one.name)
        if one.name != "id" and value != one.default:
            content[one.name] = _plain(value)
    return storable(canonical(content))


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple():
            return [_plain(each) for each in value]
        case Evidence() | CaseStep() | Escalation():
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


def case_of(number: int, content: str) -> Case:
    """The case that `written` wrote."""
    found: dict[str, Any] = json.loads(content)
    for name in _MOMENTS:
        if name in found:
            found[name] = datetime.fromisoformat(found[name])
    for name in ("value", "amount"):
        if name in found:
            found[name] = Decimal(found[name])
    found |= {name: _parts(name, found[name]) for name in _PARTS if name in found}
    for name, of in (("stage", Stage), ("column", Column), ("resolution", Resolution)):
        if name in found:
            found[name] = of(found[name])
    if "messages" in found:
        found["messages"] = tuple(MessageId(one) for one in found["messages"])
    return Case(**{**found, "id": CaseId(number), "kind": CaseKind(found["kind"])})


def _parts(name: str, listed: list[dict[str, Any]]) -> tuple[object, ...]:
    match name:
        case "evidence":
            return tuple(Evidence(**one) for one in listed)
        case "steps":
            return tuple(CaseStep(**{**one, "done_at": _moment(one["done_at"])}) for one in listed)
        case _:
            moments = ("sent_at", "due_at", "answered_at")
            return tuple(Escalation(**{**one, **{each: _moment(one[each]) for each in moments}}) for one in listed)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
