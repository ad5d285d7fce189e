"""Entries of a case's history as sentences."""

import json
from datetime import datetime

from shopdesk.domain.case import CaseKind, Column, Resolution, Stage
from shopdesk.domain.case_history import Deed, Entry
from shopdesk.ui.case_words import column_text, field_text, kind_text, moment_text, resolution_text, stage_text
from shopdesk.ui.words import translate

_SHOWN = 3


def entry_text(entry: Entry, now: datetime) -> str:
    """When, who, what: `2 Nov 10:14 · Lin · Moved: New → Decide`."""
    parts = [moment_text(datetime.fromisoformat(entry.at), now), entry.by, deed_text(entry.deed)]
    head = " · ".join(part for part in parts if part)
    details = details_text(entry)
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
        Deed.LINKED.value: translate("Cases", "Linked"),
        Deed.UNDONE.value: translate("Cases", "Taken back"),
        Deed.FORGOTTEN.value: translate("Cases", "Forgotten"),
    }.get(deed, deed)


def details_text(entry: Entry) -> str:
    """The changes that say most."""
    if not entry.details or entry.deed == Deed.OPENED.value:
        return ""
    changes = {name: (before, after) for name, before, after in json.loads(entry.details)}
    if "column" in changes:
        changes = {"column": changes["column"]} | {k: v for k, v in changes.items() if k in {"resolution", "amount"}}
    words = [_change(name, before, after) for name, (before, after) in changes.items() if name not in _QUIET]
    return ", ".join(words[:_SHOWN])


_QUIET = {"next_at", "messages", "evidence_at", "decided_at"}


def _change(name: str, before: str, after: str) -> str:
    if name == "column":
        return f"{column_text(Column(before))} → {column_text(Column(after))}"
    shown = {
        "stage": lambda: stage_text(Stage(after)),
        "kind": lambda: kind_text(CaseKind(after)),
        "resolution": lambda: resolution_text(Resolution(after)) if after else "–",
    }.get(name, lambda: after[:60] or "–")()
    return f"{field_text(name)} {shown}"
