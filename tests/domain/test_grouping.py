"""Mails find their conversation: by references, by order number, by subject, else they begin a new one."""

from collections.abc import Callable, Iterator
from itertools import count, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.filing import Clues
from shopdesk.domain.grouping import Grouper, Known, Reason, choose, clues_of
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.markets import customer_address, market_of
from shopdesk.domain.message import Address, Bounce, Mail, MailKind
from shopdesk.domain.numbers import find_numbers

OURS = "hello@shop.example"
ALSO_OURS = "sales@shop.example"
OWN = frozenset({OURS, ALSO_OURS})
ANNA = "anna@customers.example"
BERT = "bert@customers.example"
ALIAS = "a1b2c3d4e5f6g7h@marketplace.amazon.de"
FIRST_ORDER = "302-1234567-1234567"
SECOND_ORDER = "302-7654321-7654321"
DAY = 86_400
NOON = 1_760_000_000


def mail(
    sender: str,
    subject: str,
    *,
    id: str = "",  # noqa: A002
    refs: str = "",
    to: str = OURS,
    text: str = "",
    kind: MailKind = MailKind.PERSONAL,
    bounce: Bounce | None = None,
    reply_to: str = "",
) -> Mail:
    references = tuple(f"<{found}@x>" for found in refs.split())
    return Mail(
        message_id=f"<{id}@x>" if id else "",
        subject=subject,
        sender=Address("", sender),
        sent_at=None,
        text=text,
        own_words=text,
        in_reply_to=references[-1:],
        references=references,
        reply_to=(Address("", reply_to),) if reply_to else (),
        to=(Address("", to),),
        kind=kind,
        bounce=bounce,
    )


def clues(found: Mail) -> Clues:
    customer = customer_address(found, OWN)
    market = market_of(customer)
    numbers = find_numbers(found.subject, found.text, market.word if market else "")
    return clues_of(found, customer, market, numbers)


def serial() -> Callable[[], ConversationId]:
    numbers: Iterator[int] = count(100)
    return lambda: ConversationId(next(numbers))


def groups(mails: list[tuple[Mail, int]]) -> list[int]:
    """Which conversation each mail ends up in, as small numbers in order of appearance."""
    grouper = Grouper(Known(), serial())
    placed = [grouper.place(clues(found), second).conversation for found, second in mails]
    settled = [grouper.settled(conversation) for conversation in placed if conversation is not None]
    order = list(dict.fromkeys(settled))
    return [order.index(conversation) for conversation in settled]


def day(number: float) -> int:
    return NOON + int(number * DAY)


TOGETHER: dict[str, list[tuple[Mail, int]]] = {
    "an answer names the first mail": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(ANNA, "Re: Lamp", id="2", refs="1"), day(1)),
    ],
    "our answer from webmail names the customer's": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(OURS, "Re: Lamp", id="2", refs="1", to=ANNA), day(1)),
    ],
    "our answer from the phone has no references but subject and recipient": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(OURS, "AW: Lamp broken", id="2", to=ANNA), day(1)),
    ],
    "a changed subject stays with its references": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(ANNA, "Another lamp too", id="2", refs="1"), day(1)),
    ],
    "a person in copy answers the first mail": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(BERT, "Re: Lamp", id="2", refs="1"), day(1)),
    ],
    "both name a mail that is not here": [
        (mail(ANNA, "Lamp", id="2", refs="1"), day(0)),
        (mail(ANNA, "Well", id="3", refs="1"), day(1)),
    ],
    "the middle of a row is missing": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(ANNA, "Re: Lamp", id="3", refs="1 2"), day(2)),
    ],
    "an alias with the same order number": [
        (mail(ALIAS, f"Order {FIRST_ORDER}", id="1"), day(0)),
        (mail(ALIAS, f"Where is {FIRST_ORDER}?", id="2"), day(9)),
    ],
    "an alias with the order number in the text only": [
        (mail(ALIAS, f"Inquiry {FIRST_ORDER}", id="1"), day(0)),
        (mail(ALIAS, "Hello", id="2", text=f"订单{FIRST_ORDER}"), day(1)),
    ],
    "our answer to an alias names the order": [
        (mail(ALIAS, f"Order {FIRST_ORDER}", id="1"), day(0)),
        (mail(OURS, f"Your order {FIRST_ORDER}", id="2", to=ALIAS), day(1)),
    ],
    "a customer names the same order under another subject": [
        (mail(ANNA, "Order 27-11894", id="1"), day(0)),
        (mail(ANNA, "Complaint: order 27-11894", id="2"), day(80)),
    ],
    "a customer answers our confirmation with a fresh mail": [
        (mail(OURS, "Order #1001 confirmed", id="1", to=ANNA), day(0)),
        (mail(ANNA, "My order 1001", id="2"), day(3)),
    ],
    "the order number was written in Chinese": [
        (mail(ANNA, "订单号 8812047", id="1"), day(0)),
        (mail(ANNA, "我的8812047订单还没到", id="2"), day(3)),
    ],
    "a fresh mail with the same subject within thirty days": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(ANNA, "lamp  Broken", id="2"), day(30)),
    ],
    "a fresh mail with the same Chinese subject": [
        (mail(ANNA, "灯坏了", id="1"), day(0)),
        (mail(ANNA, "回复：灯坏了", id="2"), day(1)),
    ],
    "a shop form brings the same customer twice": [
        (mail(OURS, "Lamp in blue?", id="1", reply_to=ANNA), day(0)),
        (mail(ANNA, "Lamp in blue?", id="2"), day(1)),
    ],
    "the customer wrote to two of our addresses": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(ANNA, "Lamp broken", id="1", to=ALSO_OURS), day(0)),
    ],
    "a delivery report names our answer": [
        (mail(OURS, "Re: Lamp", id="1", to=ANNA), day(0)),
        (
            mail(
                "mailer-daemon@mx.example",
                "Undelivered",
                id="2",
                kind=MailKind.BOUNCE,
                bounce=Bounce(original_message_id="<1@x>"),
            ),
            day(0.1),
        ),
    ],
    "an out-of-office answer names our mail": [
        (mail(OURS, "Re: Lamp", id="1", to=ANNA), day(0)),
        (mail(ANNA, "Automatic reply: Lamp", id="2", refs="1", kind=MailKind.AUTO_REPLY), day(0.1)),
    ],
    "a forged reference of another customer is followed as every mail program does": [
        (mail(ANNA, "Lamp", id="1"), day(0)),
        (mail(BERT, "Chair", id="9", refs="1"), day(1)),
    ],
}

APART: dict[str, list[tuple[Mail, int]]] = {
    "other customers, other matters": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(BERT, "Chair broken", id="2"), day(0)),
    ],
    "two customers with the same subject": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(BERT, "Lamp broken", id="2"), day(0)),
    ],
    "two customers with the same order number": [
        (mail(ANNA, "Order #1001", id="1"), day(0)),
        (mail(BERT, "About order #1001", id="2"), day(0)),
    ],
    "an alias with another order number": [
        (mail(ALIAS, f"Order {FIRST_ORDER}", id="1"), day(0)),
        (mail(ALIAS, f"Order {SECOND_ORDER}", id="2"), day(1)),
    ],
    "an alias with another order number under the same subject": [
        (mail(ALIAS, "Inquiry from Amazon customer", id="1", text=FIRST_ORDER), day(0)),
        (mail(ALIAS, "Inquiry from Amazon customer", id="2", text=SECOND_ORDER), day(1)),
    ],
    "the same subject after more than thirty days": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(ANNA, "Lamp broken", id="2"), day(31)),
    ],
    "a subject that says nothing": [(mail(ANNA, "Hello", id="1"), day(0)), (mail(ANNA, "Re: hello", id="2"), day(1))],
    "no subject at all": [(mail(ANNA, "", id="1"), day(0)), (mail(ANNA, "", id="2"), day(1))],
    "a notice with a customer's subject": [
        (mail(ANNA, "Lamp broken", id="1"), day(0)),
        (mail(ANNA, "Lamp broken", id="2", kind=MailKind.AUTO_REPLY), day(1)),
    ],
    "two notices of one sender": [
        (mail("no-reply@carrier.example", "Your parcel", id="1", kind=MailKind.NOTICE), day(0)),
        (mail("no-reply@carrier.example", "Your parcel", id="2", kind=MailKind.NOTICE), day(1)),
    ],
    "a delivery report about a mail that is not here": [
        (mail(ANNA, "Undelivered", id="1"), day(0)),
        (mail(ANNA, "Undelivered", id="2", kind=MailKind.BOUNCE, bounce=Bounce()), day(0)),
    ],
    "mails without any sender": [(mail("", "Lamp broken", id="1"), day(0)), (mail("", "Lamp broken", id="2"), day(0))],
}


@pytest.mark.parametrize("case", TOGETHER)
@pytest.mark.parametrize("newest_first", [False, True], ids=["oldest first", "newest first"])
def test_mails_on_one_matter_come_together(case: str, newest_first: bool) -> None:
    mails = TOGETHER[case][:: -1 if newest_first else 1]
    assert groups(mails) == [0, 0]


@pytest.mark.parametrize("case", APART)
@pytest.mark.parametrize("newest_first", [False, True], ids=["oldest first", "newest first"])
def test_mails_on_different_matters_stay_apart(case: str, newest_first: bool) -> None:
    mails = APART[case][:: -1 if newest_first else 1]
    assert groups(mails) == [0, 1]


ROW = [
    (mail(ANNA, "Lamp", id="1"), day(0)),
    (mail(OURS, "Re: Lamp", id="2", refs="1", to=ANNA), day(1)),
    (mail(ANNA, "Re: Lamp", id="3", refs="1 2"), day(2)),
    (mail(OURS, "Re: Lamp", id="4", refs="2 3", to=ANNA), day(3)),
]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_row_of_answers_comes_together_in_any_order(order: tuple[int, ...]) -> None:
    assert groups([ROW[place] for place in order]) == [0, 0, 0, 0]


def test_a_mail_that_ties_two_conversations_names_the_second_for_merging() -> None:
    known = Known(by_message_ids={"<1@x>": ConversationId(7), "<2@x>": ConversationId(5)})
    chosen = Grouper(known, serial()).place(clues(mail(ANNA, "Both", id="3", refs="1 2")), NOON)
    assert (chosen.conversation, chosen.also, chosen.reason) == (5, (7,), Reason.REFERENCES)


def test_later_mails_of_the_batch_follow_a_merge() -> None:
    known = Known(by_message_ids={"<1@x>": ConversationId(7), "<2@x>": ConversationId(5)})
    grouper = Grouper(known, serial())
    before = grouper.place(clues(mail(ANNA, "To the first", id="8", refs="1")), NOON)
    grouper.place(clues(mail(ANNA, "Both", id="3", refs="1 2")), NOON)
    after = grouper.place(clues(mail(ANNA, "To the first again", id="9", refs="1")), NOON)
    assert before.conversation == 7
    assert grouper.settled(ConversationId(7)) == after.conversation == 5
    assert list(grouper.merges()) == [(7, 5)]


def test_two_new_conversations_of_a_batch_settle_into_the_first() -> None:
    grouper = Grouper(Known(), serial())
    first = grouper.place(clues(mail(ANNA, "One", id="1")), NOON).conversation
    second = grouper.place(clues(mail(BERT, "Two", id="2")), NOON).conversation
    tie = grouper.place(clues(mail(ANNA, "Three", id="3", refs="1 2")), NOON)
    assert (tie.conversation, tie.also) == (first, (second,))


def test_a_machine_ties_no_conversations_together() -> None:
    known = Known(by_message_ids={"<1@x>": ConversationId(7), "<2@x>": ConversationId(5)})
    digest = mail("list@lists.example", "Digest", id="3", refs="1 2", kind=MailKind.LIST)
    assert choose(clues(digest), NOON, known).also == ()


@pytest.mark.parametrize("days", [-31, -30, -1, 0, 1, 30, 31])
def test_the_subject_window_reaches_thirty_days_in_either_direction(days: int) -> None:
    known = Known(by_subject_and_customer={("lamp broken", ANNA): [(day(0), ConversationId(3))]})
    chosen = choose(clues(mail(ANNA, "Lamp broken", id="2")), day(days), known)
    expected = Reason.SUBJECT_AND_CUSTOMER if abs(days) <= 30 else Reason.NEW
    assert chosen.reason is expected


def test_the_message_nearest_in_time_decides_among_equal_subjects() -> None:
    known = Known(
        by_subject_and_customer={("lamp broken", ANNA): [(day(0), ConversationId(3)), (day(20), ConversationId(4))]}
    )
    assert choose(clues(mail(ANNA, "Lamp broken")), day(19), known).conversation == 4
    assert choose(clues(mail(ANNA, "Lamp broken")), day(1), known).conversation == 3


def test_references_win_over_order_numbers_and_subject() -> None:
    known = Known(
        by_message_ids={"<1@x>": ConversationId(1)},
        by_order_and_customer={("1001", ANNA): ConversationId(2)},
        by_subject_and_customer={("order 1001", ANNA): [(NOON, ConversationId(3))]},
    )
    found = clues(mail(ANNA, "Order 1001", id="5", refs="1"))
    assert choose(found, NOON, known).reason is Reason.REFERENCES
    without = clues(mail(ANNA, "Order 1001", id="5"))
    assert choose(without, NOON, known).reason is Reason.ORDER_AND_CUSTOMER


def test_known_tables_are_not_changed_by_a_batch() -> None:
    dated = [(NOON, ConversationId(3))]
    known = Known(by_subject_and_customer={("lamp broken", ANNA): dated})
    Grouper(known, serial()).place(clues(mail(ANNA, "Lamp broken", id="1")), NOON)
    assert dated == [(NOON, 3)]
    assert known.by_message_ids == {}


@given(st.lists(st.tuples(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=3)), max_size=12), st.randoms())
def test_mails_tied_by_references_end_in_one_conversation_in_any_order(
    links: list[tuple[int, list[int]]], random
) -> None:
    mails = [
        (mail(f"c{place}@x.example", f"matter {place}", id=str(own), refs=" ".join(map(str, refs))), NOON)
        for place, (own, refs) in enumerate(links)
    ]
    shuffled = list(range(len(mails)))
    random.shuffle(shuffled)
    one = _partition(groups(mails), list(range(len(mails))))
    other = _partition(groups([mails[place] for place in shuffled]), shuffled)
    assert one == other


def _partition(conversations: list[int], places: list[int]) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for conversation, place in zip(conversations, places, strict=True):
        found.setdefault(conversation, set()).add(place)
    return {frozenset(members) for members in found.values()}
