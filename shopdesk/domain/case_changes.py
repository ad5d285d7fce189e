"""What a change did to a case, as text for its history, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shopdesk.domain.case import Case, CaseStep, Escalation, Evidence

if TYPE_CHECKING:
    from shopdesk.domain.ids import CaseId

_UNSAID = {"id", "changed_at"}


@dataclass(frozen=True, slots=True)
class CaseUndo:
    """The inverse of a change: what it found and what it left; taking it back is an entry of its own."""

    before: Case
    after: Case

    @property
    def case_id(self) -> CaseId:
        """Whose it is."""
        return self.after.id

    @property
    def changes_anything(self) -> bool:
        """False when there is nothing to take back."""
        return bool(differences(self.before, self.after))


def differences(before: Case, after: Case) -> tuple[tuple[str, str, str], ...]:
    """Triples (field, before, after) of what is another value, as text."""
    return tuple(
        (one.name, as_text(old), as_text(new))
        for one in fields(Case)
        if one.name not in _UNSAID and (old := getattr(before, one.name)) != (new := getattr(after, one.name))
    )


def put_back(now: Case, undo: CaseUndo, at: datetime) -> Case:
    """The case as it stands with those fields as they were that the change touched; what came since stays."""
    touched = [name for name, _, _ in differences(undo.before, undo.after)]
    return replace(now, **{name: getattr(undo.before, name) for name in touched}, changed_at=at)


def as_text(value: object) -> str:
    """A value of a field as a history keeps it; empty for nothing."""
    text = ""
    match value:
        case None:
            pass
        case datetime():
            text = value.astimezone(UTC).isoformat(timespec="minutes")
        case tuple():
            text = ", ".join(as_text(each) for each in value)
        case Evidence():
            text = value.name
        case CaseStep():
            text = f"{value.key}{' ✓' if value.done_at else ''}"
        case Escalation():
            text = f"{value.to} {value.address} {as_text(value.due_at)}{' ✓' if value.answered_at else ''}"
        case _:
            text = str(value)
    return text
