"""All addresses of a customer who has several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shopdesk.services.ports import Work


def addresses_of(work: Work, address: str) -> list[str]:
    """The address itself first, as the desk knows it, then those that it is joined with; none for an empty one."""
    if not address:
        return []
    key = address.casefold()
    every = [one.address for one in work.customers.joins.of_address(address)]
    return sorted(every, key=lambda one: one.casefold() != key) or [address]


def every_address(work: Work, addresses: Iterable[str]) -> list[str]:
    """The same for several, each once."""
    found = {one.casefold(): one for address in addresses for one in addresses_of(work, address)}
    return [*found.values()]
