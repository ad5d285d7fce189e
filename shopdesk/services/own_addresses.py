"""The addresses that are the shop's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.services.ports import Work


def own_addresses(work: Work) -> frozenset[str]:
    """All addresses of all mailboxes, casefolded."""
    return frozenset(one.casefold() for box in work.mailboxes.all() for one in (box.address, *box.own_addresses))
