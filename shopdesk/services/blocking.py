"""Blocked senders: their mails are kept and filed, but ask for nothing; every change hands back its own inverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.blocking import Blockable, BlockBefore, block_key, blocking_key, is_shared
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.markets import market_of
from shopdesk.domain.message import Address
from shopdesk.services.blocked_mail import heard_again
from shopdesk.services.erasings import erasings
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.settling import News, settle
from shopdesk.services.undoing import before_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.domain.blocking import BlockedSender
    from shopdesk.domain.ids import ConversationId
    from shopdesk.services.ports import Clock, Store


class Blocking:
    """Whose mails ask for nothing, one short use case per method."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> Sequence[BlockedSender]:
        """Who is blocked, the newest first."""
        with self._store.reading() as work:
            return work.customers.blocked.all()

    def look_at(self, address: str) -> Blockable:
        """What can be blocked of a sender; our own mailboxes and nobody have nothing."""
        key = address.strip().casefold()
        with self._store.reading() as work:
            own = own_addresses(work)
            if not key or key in own:
                return Blockable("")
            domain = f"@{key.rpartition('@')[2]}"
            whole = domain if "@" in key and not _is_common(own, domain) else ""
            still_open = work.customers.blocked.open()
            return Blockable(
                key,
                whole,
                blocking_key(work.customers.blocked.keys(), key),
                tuple(number for number, email in still_open if email.casefold() == key),
                tuple(number for number, email in still_open if whole and blocking_key({whole}, email)),
            )

    def open_of(self, text: str) -> Sequence[ConversationId]:
        """People's conversations with an address or a domain that are not done. Raises `InputRefused`."""
        key = block_key(text)
        with self._store.reading() as work:
            return [number for number, email in work.customers.blocked.open() if blocking_key({key}, email)]

    def block(self, text: str) -> Undo:
        """Let what comes from an address or a whole domain ask for nothing from now on; what is here stays as it is.

        Raises `InputRefused` for our own mailboxes, for domains where everybody may have an address, for those of
        marketplaces, and for who is blocked already.
        """
        key = block_key(text)
        with self._store.writing() as work:
            if key in (own := own_addresses(work)) or (key.startswith("@") and _is_common(own, key)):
                raise InputRefused("address", "is one of our own, or one that many customers have")
            if work.customers.blocked.since(key) is not None:
                raise InputRefused("address", "is blocked already")
            work.customers.blocked.put(key, self._clock.now())
            work.touched(Changes(settings=True))
        return Undo(blocking=BlockBefore(keys=((key, None),)))

    def unblock(self, text: str) -> Undo:
        """Hear a sender again, also what they wrote meanwhile; old questions do not become overdue ones.

        Raises `InputRefused` when they are not blocked.
        """
        key = text.strip().casefold()
        with self._store.writing() as work:
            since = work.customers.blocked.since(key) or work.customers.blocked.since(f"@{key}")
            if since is None:
                raise InputRefused("address", "is not blocked")
            key = key if work.customers.blocked.since(key) is not None else f"@{key}"
            work.customers.blocked.put(key, None)
            freed = heard_again(work)
            rows = tuple(work.conversations.rows(sorted(work.customers.blocked.set_quiet(freed, quiet=False))))
            settle(work, [row.id for row in rows], self._clock.now(), News(first_import=True))
            work.touched(Changes(settings=True, conversations=frozenset(row.id for row in rows)))
            before = BlockBefore(keys=((key, since),), quiet=tuple(freed), erasings=erasings(work))
        return Undo(states=tuple(before_of(row) for row in rows), faces=rows, blocking=before)


def _is_common(own: frozenset[str], domain: str) -> bool:
    """Whether a domain (with its @) is our own, a mail provider's or a marketplace's."""
    bare = domain[1:]
    return (
        is_shared(bare)
        or any(one.rpartition("@")[2] == bare for one in own)
        or market_of(Address("", f"x@{bare}")) is not None
    )
