"""The rows of an order file as orders, and everything that is wrong with them, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from shopdesk.domain.order_import import (
    ColumnMapping,
    DateOrder,
    Example,
    FoundOrders,
    ProblemCount,
    RowProblem,
)
from shopdesk.services.order_building import Draft, joined
from shopdesk.services.order_values import (
    all_rounded,
    amount_of,
    bare,
    date_order_of,
    is_rounded,
    is_scientific,
    moment_of,
    quantity_of,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from shopdesk.domain.control import Control
    from shopdesk.services.order_presets import Preset
    from shopdesk.services.order_tables import OrderTable

_MOMENTS = (
    "placed_at", "paid_at", "shipped_at", "delivered_at", "cancelled_at", "ship_by", "promised_at", "last_scan_at",
)  # fmt: skip
_ENDS = frozenset(("ship_by", "promised_at"))
_TOGETHER = {"street": "\n", "note": "\n"}
"""Fields whose columns are all taken, with what stands between them."""
_EXAMPLES = 5
_EVERY = 2_000
_NEAR_EMPTY = 2
"""A row of so few cells without an order number is a footer, not a broken order."""
_NOTHING = frozenset(("-", "--", "n/a", "null", "none", "无", "0000-00-00 00:00:00"))


class Problems:
    """Counts what is wrong; keeps the first places of each kind."""

    def __init__(self) -> None:
        self._counts: dict[RowProblem, int] = {}
        self._examples: dict[RowProblem, list[Example]] = {}

    def add(self, problem: RowProblem, row: int, text: str) -> None:
        """One more."""
        self._counts[problem] = self._counts.get(problem, 0) + 1
        examples = self._examples.setdefault(problem, [])
        if len(examples) < _EXAMPLES:
            examples.append(Example(row, text[:120]))

    def counted(self) -> tuple[ProblemCount, ...]:
        """By kind."""
        return tuple(
            ProblemCount(kind, self._counts[kind], tuple(self._examples[kind]))
            for kind in RowProblem
            if kind in self._counts
        )


class RowReader:
    """Reads the cells of one file by a mapping."""

    def __init__(self, table: OrderTable, mapping: ColumnMapping, preset: Preset, zone: tzinfo) -> None:
        """In: the zone of this computer, for times that have none and a marketplace that has none."""
        self._table = table
        self._preset = preset
        self._market = mapping.market
        self._columns = _places(table.headers, mapping.columns)
        # Most fields have one column: those are read in one short loop, for 50,000 rows of 60 cells.
        plain = {name: places[0][0] for name, places in self._columns.items() if len(places) == len(places[0]) == 1}
        self._single = [*plain.items()]
        self._several = [name for name in self._columns if name not in plain]
        own = preset.utc_offset
        self._zone = zone if own is None else timezone(timedelta(hours=own))
        self._order = _date_order(self._columns, table, mapping, preset)
        self.problems = Problems()

    def found(self, control: Control) -> FoundOrders:
        """All orders, rows of one number joined. Raises `Cancelled`."""
        numbers = self._columns.get("number", ())
        rows = [(place, row) for place, row in self._rows() if any(map(str.strip, row))]
        rounded = all_rounded(_first(row, numbers) for _, row in rows)
        drafts: dict[str, Draft] = {}
        for done, (place, row) in enumerate(rows):
            if done % _EVERY == 0:
                control.stop_if_cancelled()
                control.report(done, len(rows))
            number = _first(row, numbers)
            if self._is_usable(place, row, number, rounded=rounded):
                self._read(place, row, joined(drafts, number, self._market, self._preset))
        orders = tuple(draft.order() for draft in drafts.values())
        return FoundOrders(orders, self.problems.counted(), len(rows), self._preset.partial)

    def _rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        first = self._table.header_row + 1
        for place, row in enumerate(self._table.rows, first):
            if place == first and self._preset.explained and not _has_digit(_first_raw(row, self._columns)):
                continue
            yield place, row

    def _is_usable(self, place: int, row: Sequence[str], number: str, *, rounded: bool) -> bool:
        width = len(self._table.headers)
        if not number:
            if _filled(row) > _NEAR_EMPTY:
                self.problems.add(RowProblem.NO_NUMBER, place, _shown(row))
            return False
        is_short = len(row) < width and _filled(row) <= _NEAR_EMPTY < width
        if is_short or (len(row) > width and any(map(bare, row[width:]))):
            if not self._is_footer(number, _filled(row)):
                self.problems.add(RowProblem.RAGGED, place, _shown(row))
            return False
        if is_scientific(number) or (rounded and is_rounded(number)):
            self.problems.add(RowProblem.DAMAGED_NUMBER, place, number)
            return False
        return True

    @staticmethod
    def _is_footer(number: str, filled: int) -> bool:
        return filled <= _NEAR_EMPTY and " " in number

    # --- one row ---------------------------------------------------------------------------------------------

    def _read(self, place: int, row: Sequence[str], draft: Draft) -> None:
        texts = self._texts(row)
        currency, moments = texts.get("currency", "") or self._preset.currency, {}
        amounts: dict[str, Decimal] = {}
        for name in _MOMENTS:
            if text := texts.pop(name, ""):
                at = self._moment(place, name, text)
                if at is not None:
                    moments[name] = at
        for name in ("total", "refunded", "price", "item_total"):  # the sum may name the currency
            if text := texts.pop(name, ""):
                beside = self._amount(place, text, currency, amounts, name)
                currency = currency or beside
        for text in self._all(row, "line_total"):
            self._amount(place, text, currency, amounts, "line_total")
        quantity = self._quantity(place, texts.pop("quantity", ""))
        texts["currency"] = currency
        for word in draft.take(texts, moments, amounts, quantity):
            self.problems.add(RowProblem.UNKNOWN_STATE, place, word)

    def _texts(self, row: Sequence[str]) -> dict[str, str]:
        """What the row says, by field; fields of which it says nothing are left out."""
        width, texts = len(row), {}
        for name, place in self._single:
            if place < width and (cell := row[place]) and (text := bare(cell)):
                texts[name] = text
        for name in self._several:
            if text := self._text(row, name):
                texts[name] = text
        return texts

    def _text(self, row: Sequence[str], name: str) -> str:
        between = _TOGETHER.get(name)
        if name == "total":  # nothing was paid yet, nothing was adjusted: another column says what is due
            return next((text for text in self._all(row, name) if text.strip("0.,")), "") or _first(
                row, self._columns[name]
            )
        if between is None:
            return _first(row, self._columns[name])
        return between.join(dict.fromkeys(text for text in self._all(row, name) if text))

    def _all(self, row: Sequence[str], name: str) -> list[str]:
        return [text for places in self._columns.get(name, ()) if (text := _cell(row, places))]

    def _moment(self, place: int, name: str, text: str) -> datetime | None:
        if text.casefold() in _NOTHING:
            return None
        try:
            return moment_of(text, self._order, self._zone, ends=name in _ENDS)
        except (ValueError, OverflowError):
            self.problems.add(RowProblem.BAD_DATE, place, text)
            return None

    def _amount(self, place: int, text: str, currency: str, amounts: dict[str, Decimal], name: str) -> str:
        """Add an amount to those of the row; returns the currency beside it."""
        if text.casefold() in _NOTHING:
            return ""
        try:
            amount, beside = amount_of(text, currency)
        except (ValueError, ArithmeticError):
            self.problems.add(RowProblem.BAD_AMOUNT, place, text)
            return ""
        amounts[name] = amounts[name] + amount if name in amounts else amount
        return beside

    def _quantity(self, place: int, text: str) -> int:
        try:
            return quantity_of(text) if text else 1
        except (ValueError, OverflowError):
            self.problems.add(RowProblem.BAD_QUANTITY, place, text)
            return 1


Places = tuple[tuple[int, ...], ...]
"""Columns one after the other; several in one are joined by a blank."""


def _places(headers: Sequence[str], columns: Mapping[str, Sequence[str]]) -> dict[str, Places]:
    at = {header: place for place, header in reversed([*enumerate(headers)])}
    found = {}
    for name, wanted in columns.items():
        parts = [[at.get(part, -1) for part in header.split(" + ")] for header in wanted if header]
        found[name] = tuple(tuple(places) for places in parts if min(places, default=-1) >= 0)
    return {name: places for name, places in found.items() if places}


def _cell(row: Sequence[str], places: Sequence[int]) -> str:
    if len(places) == 1:
        return bare(row[places[0]]) if places[0] < len(row) else ""
    return " ".join(text for place in places if place < len(row) and (text := bare(row[place])))


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if bare(cell))


def _shown(row: Sequence[str]) -> str:
    return " · ".join(text for cell in row if (text := bare(cell)))


def _first(row: Sequence[str], columns: Places) -> str:
    for places in columns:
        text = _cell(row, places)
        if text:
            return text
    return ""


def _first_raw(row: Sequence[str], columns: Mapping[str, Places]) -> str:
    return _first(row, columns.get("number", ()))


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _date_order(
    columns: Mapping[str, Places], table: OrderTable, mapping: ColumnMapping, preset: Preset
) -> DateOrder:
    """What a person chose, else what the dates say, else what the marketplace writes, else the day first."""
    if mapping.date_order is not None and mapping.date_order is not preset.date_order:
        return mapping.date_order
    texts = (
        _cell(row, places) for name in _MOMENTS for places in columns.get(name, ()) for row in table.rows
    )
    return date_order_of(texts) or preset.date_order or DateOrder.DAY_FIRST
