"""Erase one customer for good, after a look at what goes."""

from collections.abc import Sequence

from shopdesk.domain.changes import Changes
from shopdesk.domain.erasing import ToErase
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.order import address_key
from shopdesk.services.backups import forget_in_backups
from shopdesk.services.case_forgetting import cases_of_people, forget_people
from shopdesk.services.erasings import count_erasing
from shopdesk.services.joined_addresses import every_address
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.ports import Clock, Store, Work


class Erasing:
    """Takes mails, files, notes, drafts and orders of a customer away, under all addresses that are joined, and their
    name out of cases.

    The mails on the provider's server are not touched; as long as they are there, they do not come again. Copies in the
    backup go with the next backup, which is due at once.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(self, addresses: Sequence[str]) -> ToErase:
        """What would go; raises `InputRefused` for one of our own mailboxes or none."""
        with self._store.reading() as work:
            return _found(work, _theirs(work, addresses))

    def erase(self, addresses: Sequence[str], by: str = "") -> ToErase:
        """Take it away, in one transaction; out: what went. Raises `InputRefused`, `NotFound`."""
        with self._store.writing() as work:
            every = _theirs(work, addresses)
            found = _found(work, every)
            if found.is_nothing:
                raise NotFound(", ".join(addresses))
            forget_people(work, every, self._clock.now(), by)
            count_erasing(work)
            forget_in_backups(work, self._clock.now())
            work.orders.forget([address_key(address) for address in every])
            changed, removed = work.erasing.erase(every)
            work.touched(Changes(conversations=changed, removed_conversations=removed, orders=True, drafts=True))
        return found


def _found(work: Work, addresses: Sequence[str]) -> ToErase:
    orders = work.orders.of_addresses([address_key(address) for address in addresses], 100_000)
    return ToErase(
        work.erasing.found(addresses), len(orders), len(cases_of_people(work, addresses)), tuple(addresses)
    )


def _theirs(work: Work, addresses: Sequence[str]) -> list[str]:
    """These and all that they are joined with; raises `InputRefused` for none and for our own."""
    every = every_address(work, [address for address in addresses if address.strip()])
    if not every:
        raise InputRefused("address", "is empty")
    own = own_addresses(work)
    if any(address.casefold() in own for address in every):
        raise InputRefused("address", "is one of our own mailboxes")
    return every
