"""Mails that ask for nothing because their sender is blocked: which are heard again, and how a change is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.blocking import blocking_key
from shopdesk.domain.changes import Changes
from shopdesk.services.erasings import refuse_from_before
from shopdesk.services.settling import News, settle

if TYPE_CHECKING:
    from datetime import datetime

    from shopdesk.domain.blocking import BlockBefore
    from shopdesk.domain.ids import MessageId
    from shopdesk.services.ports import Work


def take_back(work: Work, before: BlockBefore, now: datetime) -> None:
    """Bring the list back as it was, and what follows from it; part of the one undo of the desk.

    Raises `NotFound` when a customer was erased since: it could block them again by their address.
    """
    if any(since is not None for _, since in before.keys):
        refuse_from_before(work, before.erasings)
    for key, since in before.keys:
        work.customers.blocked.put(key, since)
    touched = work.customers.blocked.set_quiet(before.quiet, quiet=True)
    if not before.quiet:
        touched = work.customers.blocked.set_quiet(heard_again(work), quiet=False)
    settle(work, sorted(touched), now, News(first_import=not before.quiet))
    work.touched(Changes(settings=True, conversations=touched))


def heard_again(work: Work) -> list[MessageId]:
    """Mails whose sender is blocked no more; they are customers again."""
    keys = work.customers.blocked.keys()
    freed = [
        (message, at, with_)
        for message, at, sender, with_ in work.customers.blocked.quiet()
        if not blocking_key(keys, sender.email) and not blocking_key(keys, with_.email)
    ]
    work.customers.meet([(with_, at) for _, at, with_ in freed])
    return [message for message, _, _ in freed]
