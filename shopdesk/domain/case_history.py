"""The history of cases: entries that are only ever added, chained so that a change of an older one shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from shopdesk.domain.ids import CaseId

FIRST = "0" * 64
"""What the first entry of all has as the hash before it."""


class Deed(StrEnum):
    """What happened to a case."""

    OPENED = "opened"
    MOVED = "moved"
    CHANGED = "changed"
    EVIDENCE = "evidence"
    STEP = "step"
    ESCALATED = "escalated"
    LINKED = "linked"
    UNLINKED = "unlinked"
    UNDONE = "undone"
    FORGOTTEN = "forgotten"
    """What was personal was taken out of the case and its earlier entries, which keep their hashes."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """Something that happened: which fields changed, from what to what, as text."""

    case_id: CaseId
    at: datetime
    by: str
    deed: Deed
    changes: tuple[tuple[str, str, str], ...] = ()
    """Triples (field, before, after)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is kept."""

    number: int
    """From 1 without a gap over all cases."""
    case_id: CaseId
    at: str
    """ISO 8601, UTC."""
    by: str
    deed: str
    details: str | None
    """Canonical JSON of the changes; None after they were forgotten."""
    digest: str
    """sha256 of the details, so that the chain holds when they are forgotten."""
    content: str
    """sha256 of the case as it stands after this."""
    hash: str

    def expected_hash(self, previous: str) -> str:
        """sha256 over its canonical JSON and the hash before it."""
        whole = canonical(
            {
                "number": self.number,
                "case": self.case_id,
                "at": self.at,
                "by": self.by,
                "deed": self.deed,
                "details": self.digest,
                "content": self.content,
            }
        )
        return hash_of(whole + previous)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What looking at the whole chain found; without `broken` nothing was changed."""

    entries: int = 0
    cases: int = 0
    broken: tuple[tuple[int, str], ...] = ()
    """Pairs (number of the entry or case, what is wrong: `missing`, `changed`, `details`, `case`)."""

    @property
    def is_whole(self) -> bool:
        """True when everything is as it was written."""
        return not self.broken


def canonical(value: object) -> str:
    """JSON that is the same for the same value: sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(text: str) -> str:
    """sha256 of a text in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def verify(entries: Iterable[Entry], cases: Mapping[CaseId, str]) -> Verdict:
    """Look at a whole chain. In: all entries in order, and the hash of every case as it is kept now."""
    broken: list[tuple[int, str]] = []
    newest: dict[CaseId, str] = {}
    previous, count, last = FIRST, 0, 0
    for entry in entries:
        if entry.number != last + 1:
            broken.append((last + 1, "missing"))
        elif entry.hash != entry.expected_hash(previous):
            broken.append((entry.number, "changed"))
        if _is_forged(entry):
            broken.append((entry.number, "details"))
        previous, last, count = entry.hash, entry.number, count + 1
        newest[entry.case_id] = entry.content
    stale = [case for case, content in newest.items() if cases.get(case) != content]
    unknown = [case for case in cases if case not in newest]
    broken += [(int(case), "case") for case in sorted([*stale, *unknown])]
    return Verdict(count, len(cases), tuple(broken))


def _is_forged(entry: Entry) -> bool:
    return entry.details is not None and hash_of(entry.details) != entry.digest
