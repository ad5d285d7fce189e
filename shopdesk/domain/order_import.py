"""Files of orders: which columns mean what, what is wrong in one, what an import did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.order import Order

LARGEST_FILE = 64 << 20
"""Bytes of a file; 50,000 rows of Shopify are some 30 MB."""
FIELDS = (
    "number", "placed_at", "state", "payment_state", "shipping_state", "return_state",
    "paid_at", "shipped_at", "delivered_at", "cancelled_at", "ship_by", "promised_at", "last_scan_at",
    "email", "customer_name", "user", "phone",
    "ship_name", "street", "city", "region", "postcode", "country",
    "item", "sku", "variant", "quantity", "price", "item_total", "line_total", "total", "currency", "refunded",
    "tracking", "carrier", "note", "shop",
)  # fmt: skip
"""What a column can mean."""


class DateOrder(StrEnum):
    """How 03/04/26 is meant."""

    MONTH_FIRST = "mdy"
    DAY_FIRST = "dmy"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which columns of a file mean what."""

    columns: Mapping[str, tuple[str, ...]]
    """By field the headers that are looked at: the first that says something, for a street all of them in lines."""
    market: str = ""
    preset: str = ""
    """The preset it came from; empty for one's own."""
    date_order: DateOrder | None = None
    """None: seen from the dates themselves, the day first where they leave it open."""


class RowProblem(StrEnum):
    """What may be wrong with a row."""

    NO_NUMBER = "no_number"
    DAMAGED_NUMBER = "damaged_number"
    """A spreadsheet program has rounded it: 1.23E+15, or zeros instead of its last digits."""
    RAGGED = "ragged"
    """More or far fewer cells than the header has."""
    BAD_DATE = "bad_date"
    BAD_AMOUNT = "bad_amount"
    BAD_QUANTITY = "bad_quantity"
    UNKNOWN_STATE = "unknown_state"

    @property
    def leaves_out(self) -> bool:
        """Whether such a row is left out; otherwise it only goes without the value."""
        return self in {RowProblem.NO_NUMBER, RowProblem.DAMAGED_NUMBER, RowProblem.RAGGED}


@dataclass(frozen=True, slots=True)
class Example:
    """One place where something is wrong."""

    row: int
    """Counted from 1 with every line above it, as a spreadsheet counts."""
    text: str


@dataclass(frozen=True, slots=True)
class ProblemCount:
    """How often something is wrong, with the first places."""

    problem: RowProblem
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class FoundOrders:
    """What a file holds."""

    orders: tuple[Order, ...]
    problems: tuple[ProblemCount, ...] = ()
    rows: int = 0
    """Rows with anything in them, below the header."""
    partial: bool = False
    """Whether the file may hold only some items of an order."""

    @property
    def refused(self) -> int:
        """Rows that are left out."""
        return sum(one.count for one in self.problems if one.problem.leaves_out)


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """What an import would do."""

    name: str
    sha256: str
    headers: tuple[str, ...]
    mapping: ColumnMapping
    found: FoundOrders
    added: int = 0
    changed: int = 0
    same: int = 0
    encoding: str = ""
    separator: str = ""
    """Empty for a workbook."""
    title: str = ""
    """Name of the preset; empty when the headers are not known."""

    @property
    def is_known(self) -> bool:
        """Whether a column of order numbers was found."""
        return bool(self.mapping.columns.get("number"))


@dataclass(frozen=True, slots=True)
class OrderImportDone:
    """What an import did."""

    added: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class OrderFile:
    """A file of the watched folder that was looked at."""

    name: str
    sha256: str
    at: datetime
    done: OrderImportDone = OrderImportDone()
    error: str = ""
    """The class name of the failure; empty when it was taken in."""
