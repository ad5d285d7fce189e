"""Which columns of an order file mean what: presets found by their headers, guesses, and a shop's own choices."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from shopdesk.domain.order import OrderState
from shopdesk.domain.order_import import FIELDS, ColumnMapping, DateOrder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OWN = "own"
"""The preset of words that many tables use; it is never recognised, only guessed from."""
RETURNED, NOTHING = "returned", "nothing"
_WORDS = "words"
_IN_HEADER = re.compile(r"[\s_\-*#.:：°()（）\"'\ufeff]+")


def header_key(header: str) -> str:
    """A header as headers are compared: without case, blanks, hyphens and the like."""
    return _IN_HEADER.sub("", header).casefold()


@dataclass(frozen=True, slots=True)
class Preset:
    """The form of one marketplace's file."""

    key: str
    title: str
    market: str
    signs: tuple[tuple[str, ...], ...]
    """Headers (each with its translations) that all have to be there, as `header_key` writes them."""
    columns: Mapping[str, tuple[str, ...]]
    states: Mapping[str, str] = field(default_factory=dict)
    """Words for how far an order is, casefolded → `OrderState`, `returned` or `nothing`."""
    assume: OrderState = OrderState.PAID
    """How far an order is of which the file says nothing."""
    date_order: DateOrder | None = None
    utc_offset: float | None = None
    """Hours, where the marketplace writes times without a zone."""
    currency: str = ""
    country: str = ""
    partial: bool = False
    listed_items: bool = False
    """All items stand in one cell: 2× Mug, 1× Lamp."""
    explained: bool = False
    """The row below the header explains the columns."""
    sum_refunds: bool = False
    """Each row says what was refunded of it alone."""

    def mapping(self, headers: Sequence[str]) -> ColumnMapping:
        """The columns that a file has of this form, under the names that they have there."""
        present = {header_key(header): header for header in reversed(headers) if header}
        columns = {}
        for name, wanted in self.columns.items():
            found = [there for header in wanted if (there := _present(header, present))]
            if found:
                columns[name] = tuple(found)
        return ColumnMapping(columns, self.market, "" if self.key == OWN else self.key, self.date_order)

    def matches(self, keys: frozenset[str]) -> int:
        """How many columns fit a file's headers; 0 when a sign is missing."""
        if not self.signs or not all(keys.intersection(sign) for sign in self.signs):
            return 0
        return sum(any(header_key(one) in keys for one in wanted) for wanted in self.columns.values())


def _present(header: str, present: Mapping[str, str]) -> str:
    """A header as the file writes it; `A + B` are two columns whose words are joined."""
    parts = [present.get(header_key(part), "") for part in header.split(" + ")]
    return " + ".join(parts) if all(parts) else ""


class PresetShelf:
    """All presets."""

    def __init__(self, records: Iterable[str]) -> None:
        """In: the JSON texts of the presets, and one of the words that all of them share."""
        read: list[dict[str, Any]] = [json.loads(text) for text in records]
        words = next((_states(one["states"]) for one in read if one["key"] == _WORDS), {})
        self.presets = tuple(_preset(one, words) for one in read if one["key"] != _WORDS)
        self._own = next((one for one in self.presets if one.key == OWN), Preset(OWN, "", "", (), {}, words))
        self._guesses = {
            header_key(header): name
            for preset in (*self.presets, self._own)
            for name, headers in preset.columns.items()
            for header in headers
        }

    @property
    def own(self) -> Preset:
        """The preset of tables that no marketplace made."""
        return self._own

    def get(self, key: str) -> Preset | None:
        """The preset of a name."""
        return next((one for one in self.presets if one.key == key), None)

    def recognised(self, headers: Sequence[str]) -> Preset | None:
        """The preset that fits the headers best; None when no preset has all its signs in them."""
        keys = frozenset(map(header_key, headers))
        rated = [(one.matches(keys), len(one.signs), one) for one in self.presets]
        best = max(rated, key=lambda each: each[:2], default=None)
        return best[2] if best is not None and best[0] else None

    def known_headers(self, headers: Sequence[str]) -> int:
        """How many of some cells are headers of any preset: finds the header among the lines above it."""
        return sum(header_key(header) in self._guesses for header in headers if header)

    def guessed(self, headers: Sequence[str]) -> ColumnMapping:
        """What a table of unknown origin may mean: the usual words first, then those of all presets."""
        mapping = self._own.mapping(headers)
        columns = dict(mapping.columns)
        taken = {header for names in columns.values() for header in names}
        for header in headers:
            name = self._guesses.get(header_key(header))
            if name is not None and name not in columns and header not in taken:
                columns[name] = (header,)
        return ColumnMapping(columns)


def signature(headers: Sequence[str]) -> str:
    """A short name for a set of headers, under which a shop's own mapping is kept."""
    keys = "\n".join(sorted({header_key(header) for header in headers} - {""}))
    return sha256(keys.encode("utf-8", "replace")).hexdigest()[:24]


def mapping_text(mapping: ColumnMapping) -> str:
    """A mapping as JSON."""
    order = mapping.date_order.value if mapping.date_order is not None else ""
    columns = {name: list(headers) for name, headers in mapping.columns.items() if name in FIELDS}
    record = {"columns": columns, "market": mapping.market, "preset": mapping.preset, "dates": order}
    return json.dumps(record, ensure_ascii=False)


def mapping_of(text: str | None) -> ColumnMapping | None:
    """The mapping of `mapping_text`; None for anything else."""
    try:
        record = json.loads(text or "")
        columns = {str(name): tuple(map(str, headers)) for name, headers in record["columns"].items()}
        dates = DateOrder(record["dates"]) if record["dates"] else None
        return ColumnMapping(columns, str(record["market"]), str(record["preset"]), dates)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _states(record: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word.casefold(): state for state, words in record.items() for word in words}


def _preset(record: Mapping[str, Any], words: Mapping[str, str]) -> Preset:
    signs = (sign if isinstance(sign, list) else [sign] for sign in record["signs"])
    return Preset(
        key=record["key"],
        title=record["title"],
        market=record["market"],
        signs=tuple(tuple(map(header_key, sign)) for sign in signs),
        columns={name: tuple(headers) for name, headers in record["columns"].items()},
        states={**words, **_states(record.get("states", {}))},
        assume=OrderState(record.get("assume", "paid")),
        date_order=DateOrder(record["dates"]) if "dates" in record else None,
        utc_offset=record.get("utc_offset"),
        currency=record.get("currency", ""),
        country=record.get("country", ""),
        partial=record.get("partial", False),
        listed_items=record.get("listed_items", False),
        explained=record.get("explained", False),
        sum_refunds=record.get("sum_refunds", False),
    )
