"""Who an answer goes to, and from which of our addresses."""

from collections.abc import Iterable, Sequence

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.markets import market_of
from shopdesk.domain.message import Address, Direction, Message


def recipients_of(
    message: Message, kind: DraftKind, own: frozenset[str]
) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """To and cc of an answer. In: the message that is answered, all our addresses casefolded."""
    if kind in {DraftKind.FORWARD, DraftKind.NEW, DraftKind.NOTE}:
        return (), ()
    mail = message.mail
    if message.direction is Direction.OUTGOING:
        first: tuple[Address, ...] = mail.to
    else:
        target = _answer_target(message)
        first = (target,) if target is not None else ()
    if kind is DraftKind.REPLY:
        return without(first, ()), ()
    others = mail.cc if message.direction is Direction.OUTGOING else (*mail.to, *mail.cc)
    return without(first, ()), without(others, (*own, *(one.key for one in first)))


def _answer_target(message: Message) -> Address | None:
    mail = message.mail
    market = market_of(mail.sender, (*mail.reply_to, *mail.to[:1]), mail.delivered_to)
    if market is not None:
        return market.reply_target(mail.sender, mail.reply_to)
    return next((one for one in mail.reply_to if one.email), mail.sender if mail.sender.email else None)


def without(people: Iterable[Address], keys: Iterable[str]) -> tuple[Address, ...]:
    """Each address once, and none of `keys` (casefolded)."""
    left, seen = [], {*keys}
    for one in people:
        if one.email and one.key not in seen:
            seen.add(one.key)
            left.append(one)
    return tuple(left)


def sender_of(message: Message | None, mailbox: Mailbox) -> Address:
    """The address of ours that was written to, else the mailbox's own; with the name of the shop."""
    ours = {one.casefold(): one for one in (mailbox.address, *mailbox.own_addresses)}
    told: Sequence[str] = ()
    if message is not None and message.direction is Direction.OUTGOING:
        told = (message.mail.sender.key,)
    elif message is not None:
        mail = message.mail
        told = (*(one.casefold() for one in mail.delivered_to), *(one.key for one in (*mail.to, *mail.cc)))
    found = next((ours[one] for one in told if one in ours), mailbox.address)
    return Address(mailbox.name, found)
