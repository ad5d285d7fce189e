"""The compensation ledger as one table for spreadsheet programs."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from shopdesk.services.sheets import write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from shopdesk.services.case_ledger import MonthOfPayments

_HEAD = ("Decided (UTC)", "Case", "Kind", "Customer", "Order", "Item", "Resolution", "Amount", "Currency", "Counts")


def ledger_csv(parts: Sequence[MonthOfPayments]) -> bytes:
    """UTF-8 with its mark; English names, since a program may read them."""
    return write_csv(ledger_rows(parts))


def ledger_xlsx(parts: Sequence[MonthOfPayments]) -> bytes:
    """The same as a workbook."""
    return write_xlsx("Ledger", ledger_rows(parts))


def ledger_rows(parts: Sequence[MonthOfPayments]) -> Iterator[list[str]]:
    """One line a payment, by currency and time; then sums, limits and what is left of them."""
    yield list(_HEAD)
    for part in parts:
        for case in part.cases:
            yield [
                f"{case.decided_at.astimezone(UTC):%Y-%m-%d %H:%M}" if case.decided_at else "",
                case.number,
                case.kind.value,
                case.customer_name or case.customer_email,
                case.order_number,
                case.item,
                case.resolution.value if case.resolution else "",
                _text(case.amount),
                case.currency,
                "yes" if case.id in part.counted else "no",
            ]
    yield []
    yield ["Currency", "Paid", "Counted by the limits", "Limit of the month", "Left", "Limit of a case"]
    for part in parts:
        sums = (part.total, part.goodwill, part.limit, part.left, part.a_case)
        yield [part.currency, *map(_text, sums)]


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)
