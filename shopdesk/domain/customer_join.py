"""Why two addresses may belong to one person; a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.domain.customer import Customer

MOST_ADDRESSES = 50
"""So many addresses of one customer may be joined."""


class AlikeReason(StrEnum):
    """What two addresses have in common."""

    SAME_ORDER = "same_order"
    """Both write about the same order."""
    ORDER_DATA = "order_data"
    """The order that one writes about was placed under the other."""
    SAME_BUYER = "same_buyer"
    """Orders of both were placed by the same account at the marketplace."""
    SAME_PHONE = "same_phone"
    """Orders of both have the same name and telephone number."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who may be the same person."""

    customer: Customer
    reason: AlikeReason
    detail: str
    """The order's number, the account, the telephone number."""


def phone_key(phone: str) -> str:
    """The last digits of a telephone number, without what differs by country and habit; empty for a short one."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-8:] if len(digits) >= 7 else ""  # noqa: PLR2004 - shorter ones are extensions
