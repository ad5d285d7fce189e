"""What holds for a while: stock, prices, campaigns, the hour until which parcels leave."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about."""

    STOCK = "stock"
    PRICE = "price"
    CAMPAIGN = "campaign"
    CUT_OFF = "cut_off"
    OTHER = "other"


class FactState(StrEnum):
    """Whether a fact can be told to customers."""

    COMING = "coming"
    CURRENT = "current"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that templates read as `facts.NAME`."""

    name: str
    """Small letters, digits and underscores, such as `free_shipping_from`."""
    value: str
    starts: datetime | None = None
    """UTC; None: it has always held."""
    ends: datetime | None = None
    """UTC, the first moment at which it no longer holds; None: until somebody changes it."""
    kind: FactKind = FactKind.OTHER

    def state(self, now: datetime) -> FactState:
        """Whether it holds now (UTC)."""
        if self.ends is not None and self.ends <= now:
            return FactState.EXPIRED
        return FactState.COMING if self.starts is not None and self.starts > now else FactState.CURRENT
