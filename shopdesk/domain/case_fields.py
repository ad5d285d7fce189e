"""The fields of a case by name: what counts as filled, and how a typed text becomes their value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from shopdesk.domain.case import Case, CaseKind, Resolution
from shopdesk.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

LONGEST_TEXT = 4_000
LARGEST_AMOUNT = Decimal(10_000_000)
_DIGITS_BEHIND = 4


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LONG = "long"
    """Several lines."""
    MONEY = "money"
    MOMENT = "moment"
    KIND = "kind"
    RESOLUTION = "resolution"
    OWNER = "owner"
    LISTED = "listed"
    """Filled elsewhere: pieces of evidence, steps."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that gates and people may name."""

    name: str
    kind: FieldKind


FIELDS: Mapping[str, Field] = {
    name: Field(name, kind)
    for kind, names in {
        FieldKind.KIND: "kind",
        FieldKind.TEXT: "customer_name customer_email order_number item variant sku currency approved_by"
        " return_parcel next_step root_cause playbook",
        FieldKind.LONG: "reason evidence_note consent follow_up_result lesson",
        FieldKind.MONEY: "value amount",
        FieldKind.MOMENT: "evidence_at executed_at follow_up_at platform_deadline next_at",
        FieldKind.RESOLUTION: "resolution",
        FieldKind.OWNER: "owner",
        FieldKind.LISTED: "evidence steps",
    }.items()
    for name in names.split()
}


def is_filled(case: Case, name: str) -> bool:
    """Whether a field holds something; steps are filled when all of them are done. An amount needs its currency."""
    if name == "steps":
        return all(step.done_at is not None for step in case.steps)
    if name == "evidence":
        return bool(case.evidence) or case.evidence_at is not None or bool(case.evidence_note.strip())
    if name == "amount":
        return case.amount is not None and bool(case.currency)
    value = getattr(case, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def filled(case: Case, values: Mapping[str, str], zone: tzinfo = UTC) -> Case:
    """The case with typed values; an empty text empties a field.

    Moments are ISO 8601 (`2026-11-20` means 17:00 of that day, `2026-11-20 09:30`; without an offset in `zone`),
    amounts a number with an optional currency (`39.90 EUR`). Raises `InputRefused` with the name of the field.
    """
    for name, text in values.items():
        known = FIELDS.get(name)
        if known is None or known.kind is FieldKind.LISTED:
            raise InputRefused(name, "is no field of a case that can be set")
        case = replace(case, **_typed(known, text.strip(), zone))
    return case


def _typed(known: Field, text: str, zone: tzinfo) -> dict[str, Any]:
    match known.kind:
        case FieldKind.MONEY:
            return _money(known.name, text)
        case FieldKind.MOMENT:
            return {known.name: _moment(known.name, text, zone) if text else None}
        case FieldKind.KIND | FieldKind.RESOLUTION:
            return {known.name: _chosen(known, text)}
        case FieldKind.OWNER:
            if text and not (text.isascii() and text.isdigit()):
                raise InputRefused(known.name, "is the number of an agent")
            return {known.name: int(text) if text else None}
        case _:
            if len(text) > LONGEST_TEXT:
                raise InputRefused(known.name, f"is longer than {LONGEST_TEXT} characters")
            if known.kind is FieldKind.TEXT:
                text = " ".join(text.split())
            return {known.name: text.upper() if known.name == "currency" else text}


def _chosen(known: Field, text: str) -> CaseKind | Resolution | None:
    kinds: type[CaseKind | Resolution] = CaseKind if known.kind is FieldKind.KIND else Resolution
    if not text and kinds is Resolution:
        return None
    try:
        return kinds(text.casefold().replace("-", "_").replace(" ", "_"))
    except ValueError:
        raise InputRefused(known.name, f"is one of {', '.join(one.value for one in kinds)}") from None


def _money(name: str, text: str) -> dict[str, Any]:
    if not text:
        return {name: None}
    number, _, currency = text.partition(" ")
    try:
        amount = Decimal(number)
    except InvalidOperation:
        raise InputRefused(name, "is a number such as 39.90") from None
    if not amount.is_finite() or not 0 <= amount <= LARGEST_AMOUNT:
        raise InputRefused(name, f"is between 0 and {LARGEST_AMOUNT}")
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DIGITS_BEHIND:
        raise InputRefused(name, "has too many digits behind the point")
    currency = currency.strip().upper()
    if not currency:
        return {name: amount}
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):  # noqa: PLR2004 - ISO 4217
        raise InputRefused(name, "has a currency of three letters, such as EUR")
    return {name: amount, "currency": currency}


def _moment(name: str, text: str, zone: tzinfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InputRefused(name, "is a date such as 2026-11-20 or 2026-11-20 09:30") from None
    if len(text) <= len("2026-11-20"):
        moment = datetime.combine(moment.date(), time(17))
    try:
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        raise InputRefused(name, "is too far away") from None
