"""Which conversation a mail belongs to: references, then order numbers, then subject; else a new one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum

from shopdesk.domain.filing import Clues
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.markets import Market
from shopdesk.domain.message import Address, Mail
from shopdesk.domain.numbers import Numbers
from shopdesk.domain.subjects import is_telling, normal_subject

SUBJECT_WINDOW = timedelta(days=30)
"""How far apart two mails of one customer may be that are joined by their subject alone, in either direction."""

Pair = tuple[str, str]
Dated = tuple[int, ConversationId]
"""Second of receipt (UTC) of a message, and its conversation."""


class Reason(Enum):
    """Why a mail belongs to its conversation."""

    REFERENCES = "references"
    ALIAS_AND_ORDER = "alias_and_order"
    ORDER_AND_CUSTOMER = "order_and_customer"
    SUBJECT_AND_CUSTOMER = "subject_and_customer"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows about the clues of a batch: the answers of the conversation repository's bulk look-ups."""

    by_message_ids: Mapping[str, ConversationId] = field(default_factory=dict)
    by_alias_and_order: Mapping[Pair, ConversationId] = field(default_factory=dict)
    by_order_and_customer: Mapping[Pair, ConversationId] = field(default_factory=dict)
    by_subject_and_customer: Mapping[Pair, Sequence[Dated]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where a mail goes; `conversation` is None for a new one (never out of a `Grouper`)."""

    conversation: ConversationId | None
    reason: Reason
    also: tuple[ConversationId, ...] = ()
    """Further conversations that its references tie to this one; they are to be merged into it."""


def clues_of(mail: Mail, customer: Address, market: Market | None, numbers: Numbers) -> Clues:
    """What tells where a mail belongs.

    In: the mail, whom it is with (see `markets.customer_address`), the marketplace it comes through and the numbers
    found in it. Out: clues; those of machine mail join by its references only (a delivery report's by the mail that it
    is about), so that no notice is taken for a part of a customer's matter.
    """
    told = (mail.message_id, *mail.in_reply_to, *reversed(mail.references))
    if mail.bounce is not None:
        told = (*told, mail.bounce.original_message_id)
    subject = "" if mail.kind.is_machine else normal_subject(mail.subject)
    return Clues(
        message_ids=tuple(dict.fromkeys(found for found in told if found)),
        alias=customer.key if market is not None and market.is_alias(customer) else "",
        order_numbers=numbers.orders,
        customer=customer.key,
        subject=subject if is_telling(subject) else "",
        is_machine=mail.kind.is_machine,
    )


def choose(clues: Clues, received_second: int, known: Known) -> Chosen:
    """The conversation of one mail by what is known.

    In: its clues, its second of receipt (UTC), and what is known. Out: where it goes and why. Of several conversations
    that its references name, the one that was made first is taken; machines tie none together. An alias with another
    order number is a new one.
    """
    tied = sorted({known.by_message_ids[found] for found in clues.message_ids if found in known.by_message_ids})
    if tied:
        return Chosen(tied[0], Reason.REFERENCES, () if clues.is_machine else tuple(tied[1:]))
    if clues.is_machine:
        return Chosen(None, Reason.NEW)
    for table, pairs, reason in (
        (known.by_alias_and_order, alias_pairs(clues), Reason.ALIAS_AND_ORDER),
        (known.by_order_and_customer, order_pairs(clues), Reason.ORDER_AND_CUSTOMER),
    ):
        for pair in pairs:
            if pair in table:
                return Chosen(table[pair], reason)
    return _by_subject(clues, received_second, known)


def _by_subject(clues: Clues, received_second: int, known: Known) -> Chosen:
    """The conversation of the message nearest in time that has the same subject and customer."""
    if clues.alias and clues.order_numbers:
        return Chosen(None, Reason.NEW)
    window = SUBJECT_WINDOW.total_seconds()
    near = [
        (abs(second - received_second), conversation)
        for pair in subject_pairs(clues)
        for second, conversation in known.by_subject_and_customer.get(pair, ())
        if abs(second - received_second) <= window
    ]
    return Chosen(min(near)[1], Reason.SUBJECT_AND_CUSTOMER) if near else Chosen(None, Reason.NEW)


def alias_pairs(clues: Clues) -> tuple[Pair, ...]:
    """What to look up by alias and order number."""
    if clues.is_machine or not clues.alias:
        return ()
    return tuple((clues.alias, number) for number in clues.order_numbers)


def order_pairs(clues: Clues) -> tuple[Pair, ...]:
    """What to look up by order number and customer."""
    if clues.is_machine or not clues.customer:
        return ()
    return tuple((number, clues.customer) for number in clues.order_numbers)


def subject_pairs(clues: Clues) -> tuple[Pair, ...]:
    """What to look up by normalised subject and customer: one pair, or none."""
    if clues.is_machine or not clues.customer or not clues.subject:
        return ()
    return ((clues.subject, clues.customer),)


class Grouper:
    """Places the mails of one batch one after the other, in any order, and remembers what it decided."""

    def __init__(self, known: Known, new_id: Callable[[], ConversationId]) -> None:
        self._messages = dict(known.by_message_ids)
        self._aliases = dict(known.by_alias_and_order)
        self._orders = dict(known.by_order_and_customer)
        self._subjects = {pair: list(dated) for pair, dated in known.by_subject_and_customer.items()}
        self._known = Known(self._messages, self._aliases, self._orders, self._subjects)
        self._new_id = new_id
        self._merged: dict[ConversationId, ConversationId] = {}

    def place(self, clues: Clues, received_second: int) -> Chosen:
        """Choose the conversation of a mail (a new id where none fits) and remember it for the rest of the batch.

        A later mail of the batch may tie conversations together that were given out before: ask `settled` at the end.
        """
        chosen = choose(clues, received_second, self._known)
        conversation = self._new_id() if chosen.conversation is None else self.settled(chosen.conversation)
        also = sorted({self.settled(other) for other in chosen.also} - {conversation})
        if also and also[0] < conversation:
            conversation, also = also[0], sorted({conversation, *also[1:]})
        for other in also:
            self._merged[other] = conversation
        self._remember(clues, received_second, conversation)
        return Chosen(conversation, chosen.reason, tuple(also))

    def settled(self, conversation: ConversationId) -> ConversationId:
        """The conversation that this one was merged into during the batch, or itself."""
        while conversation in self._merged:
            conversation = self._merged[conversation]
        return conversation

    def merges(self) -> Iterator[tuple[ConversationId, ConversationId]]:
        """Pairs (emptied conversation, the one that took it over), as decided so far."""
        for source in self._merged:
            yield source, self.settled(source)

    def _remember(self, clues: Clues, received_second: int, conversation: ConversationId) -> None:
        for message_id in clues.message_ids:
            self._messages[message_id] = conversation
        for pair in alias_pairs(clues):
            self._aliases.setdefault(pair, conversation)
        for pair in order_pairs(clues):
            self._orders.setdefault(pair, conversation)
        for pair in subject_pairs(clues):
            self._subjects.setdefault(pair, []).append((received_second, conversation))
