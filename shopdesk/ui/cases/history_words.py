"""Entries of a case's history as sentences."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shopdesk.domain.case import CaseKind, Column, Resolution, Stage
from shopdesk.domain.case_fields import FIELDS, FieldKind
from shopdesk.domain.case_history import Deed, Entry
from shopdesk.ui.case_words import column_text, field_text, kind_text, moment_text, resolution_text, stage_text
from shopdesk.ui.words import translate

_SHOWN = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Known:
    """What numbers and keys of a history are called."""

    people: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, str] = field(default_factory=dict)
    playbooks: Mapping[str, str] = field(default_factory=dict)


def entry_text(entry: Entry, now: datetime, known: Known) -> str:
    """When, who, what: `2 Nov 10:14 · Lin · Moved: New → Decide`."""
    parts = [moment_text(datetime.fromisoformat(entry.at), now), entry.by, deed_text(entry.deed)]
    head = " · ".join(part for part in parts if part)
    details = details_text(entry, now, known)
    return f"{head}: {details}" if details else head


def deed_text(deed: str) -> str:
    """What happened."""
    return {
        Deed.OPENED.value: translate("Cases", "Opened"),
        Deed.MOVED.value: translate("Cases", "Moved"),
        Deed.CHANGED.value: translate("Cases", "Changed"),
        Deed.EVIDENCE.value: translate("Cases", "Evidence"),
        Deed.STEP.value: translate("Cases", "Steps"),
        Deed.ESCALATED.value: translate("Cases", "Asked by mail"),
        Deed.LINKED.value: translate("Cases", "Conversation linked"),
        Deed.UNLINKED.value: translate("Cases", "Conversation parted"),
        Deed.UNDONE.value: translate("Cases", "Taken back"),
        Deed.FORGOTTEN.value: translate("Cases", "Forgotten"),
    }.get(deed, deed)


def details_text(entry: Entry, now: datetime, known: Known) -> str:
    """The changes that say most."""
    if not entry.details or entry.deed == Deed.OPENED.value:
        return ""
    changes = {name: (before, after) for name, before, after in json.loads(entry.details)}
    if "column" in changes:
        changes = {"column": changes["column"]} | {k: v for k, v in changes.items() if k in {"resolution", "amount"}}
    if "playbook" in changes:
        changes.pop("steps", None)
    shown = [(name, *pair) for name, pair in changes.items() if name not in _QUIET][:_SHOWN]
    return ", ".join(filter(None, (_change(*change, now, known) for change in shown)))


_QUIET = {"next_at", "messages", "evidence_at", "decided_at"}
_DONE = " ✓"


def _change(name: str, before: str, after: str, now: datetime, known: Known) -> str:
    if name == "column":
        return f"{column_text(Column(before))} → {column_text(Column(after))}"
    if name == "steps":
        return _ticked(before, after, known)
    shown = {
        "stage": lambda: stage_text(Stage(after)),
        "kind": lambda: kind_text(CaseKind(after)),
        "resolution": lambda: resolution_text(Resolution(after)) if after else "–",
        "owner": lambda: known.people.get(after, after) or translate("Today", "Nobody"),
        "playbook": lambda: known.playbooks.get(after, after) or "–",
    }.get(name, lambda: _plain(name, after, now))()
    return f"{field_text(name)} {shown}"


def _plain(name: str, text: str, now: datetime) -> str:
    if name in FIELDS and FIELDS[name].kind is FieldKind.MOMENT and text:
        return moment_text(datetime.fromisoformat(text), now)
    return text[:_LONGEST] or "–"


def _ticked(before: str, after: str, known: Known) -> str:
    """The steps that were done, or opened again."""
    was, is_now = before.split(", "), after.split(", ")
    changed = [step for step in is_now if step not in was]
    marks = ("✓" if step.endswith(_DONE) else "○" for step in changed)
    keys = (step.removesuffix(_DONE) for step in changed)
    return ", ".join(f"{mark} {known.steps.get(key, key)}" for mark, key in zip(marks, keys, strict=True))
