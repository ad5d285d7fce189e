"""Erase one customer for good, after a look at what goes."""

from collections.abc import Sequence

from shopdesk.domain.changes import Changes
from shopdesk.domain.erasing import ToErase
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.services.case_forgetting import cases_of_people, forget_people
from shopdesk.services.ports import Clock, Store, Work


class Erasing:
    """Takes mails, files, notes, drafts and orders of a customer away, and their name out of cases.

    The mails on the provider's server are not touched; as long as they are there, they do not come again.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(self, addresses: Sequence[str]) -> ToErase:
        """What would go; raises `InputRefused` for one of our own mailboxes or none."""
        with self._store.reading() as work:
            _refuse_ourselves(work, addresses)
            return _found(work, addresses)

    def erase(self, addresses: Sequence[str], by: str = "") -> ToErase:
        """Take it away, in one transaction; out: what went. Raises `InputRefused`, `NotFound`."""
        with self._store.writing() as work:
            _refuse_ourselves(work, addresses)
            found = _found(work, addresses)
            if found.is_nothing:
                raise NotFound(", ".join(addresses))
            forget_people(work, addresses, self._clock.now(), by)
            work.orders.forget([address.casefold() for address in addresses])
            changed, removed = work.erasing.erase(addresses)
            work.touched(Changes(conversations=changed, removed_conversations=removed, orders=True, drafts=True))
        return found


def _found(work: Work, addresses: Sequence[str]) -> ToErase:
    orders = work.orders.of_addresses([address.casefold() for address in addresses], 100_000)
    return ToErase(work.erasing.found(addresses), len(orders), len(cases_of_people(work, addresses)))


def _refuse_ourselves(work: Work, addresses: Sequence[str]) -> None:
    own = {one.casefold() for mailbox in work.mailboxes.all() for one in (mailbox.address, *mailbox.own_addresses)}
    if not any(address.strip() for address in addresses):
        raise InputRefused("address", "is empty")
    if any(address.casefold() in own for address in addresses):
        raise InputRefused("address", "is one of our own mailboxes")
