"""Customers in the store: met, found by the beginnings of words, summed up from their mails, forgotten with them."""

from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.customer import Dealings
from shopdesk.domain.customer_note import CustomerBefore, CustomerDraft
from shopdesk.domain.errors import NotFound
from shopdesk.domain.filing import Clues
from shopdesk.domain.ids import CustomerId
from shopdesk.domain.message import Address
from shopdesk.storage import customer_notes, customers
from shopdesk.storage.conversation_rows import COLUMNS, row_of
from shopdesk.storage.customers import CustomerTable, forget_strangers
from shopdesk.storage.database import ShopDatabase, prepare_file
from shopdesk.storage.migrate import bring_up_to_date
from shopdesk.storage.migrations import DESK
from shopdesk.storage.store import SqliteStore
from tests.storage.make import NOON, a_conversation, a_mailbox, a_message, at

ANNA = Address("Anna Schmidt", "anna@mail.example")


def _found(store: SqliteStore, text: str, limit: int = 20) -> list[str]:
    with store.reading() as work:
        return [customer.name for customer in work.customers.find(text, limit)]


@pytest.fixture
def people(store: SqliteStore) -> SqliteStore:
    """Four customers; the last one wrote last."""
    tomas, wang = Address("Tomás Silva-Ortega", "t.silva@correo.example"), Address("王芳", "wang@qq.example")
    names = [ANNA, tomas, wang, Address("", "ben.o'neil@mail.example")]
    with store.writing() as work:
        work.customers.meet([(who, at(number)) for number, who in enumerate(names)])
    return store


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ann", ["Anna Schmidt"]),
        ("SCHM", ["Anna Schmidt"]),
        ("schm an", ["Anna Schmidt"]),
        ("midt", []),
        ("tomas", ["Tomás Silva-Ortega"]),
        ("orte", ["Tomás Silva-Ortega"]),
        ("t.silva@corr", ["Tomás Silva-Ortega"]),
        ("王", ["王芳"]),
        ("neil", [""]),
        ("mail", ["", "Anna Schmidt"]),
        ("", []),
        ("  \t ", []),
        ("@", []),
        ('" OR name:x*', []),
        ("NOT", []),
        ("an" * 500, []),
    ],
)
def test_a_customer_is_found_by_the_beginnings_of_words(people: SqliteStore, typed: str, names: list[str]) -> None:
    assert _found(people, typed) == names


def test_the_newest_mail_comes_first_and_no_more_than_asked_for(people: SqliteStore) -> None:
    assert _found(people, "example", 2) == ["", "王芳"]


def test_our_own_mailboxes_are_no_customers(people: SqliteStore) -> None:
    with people.writing() as work:
        work.mailboxes.add(a_mailbox("Anna@Mail.example"))
    assert _found(people, "anna") == []


def test_a_customer_goes_by_the_newest_name_and_keeps_it_when_a_mail_has_none(people: SqliteStore) -> None:
    def meet(name: str, minutes: int) -> str:
        with people.writing() as work:
            work.customers.meet([(Address(name, "ANNA@mail.example"), at(minutes))])
        with people.reading() as work:
            found = work.customers.by_address("anna@MAIL.example")
        assert found is not None
        return found.name

    assert meet("Anna Meier", 60) == "Anna Meier"
    assert meet("Anna Schmidt", 30) == "Anna Meier"
    assert meet("", 90) == "Anna Meier"
    assert meet("ANNA@mail.example", 120) == "Anna Meier"
    assert _found(people, "schmidt") == []
    assert _found(people, "meier") == ["Anna Meier"]


def test_meeting_tells_of_whom_something_is_new(people: SqliteStore) -> None:
    with people.writing() as work:
        again = work.customers.meet([(ANNA, at(0)), (Address("", ""), at(0))])
        later = work.customers.meet([(ANNA, at(50)), (Address("Zoe", "zoe@x.example"), at(0)), (ANNA, at(60))])
        assert work.customers.meet([]) == []
    assert (len(again), len(later)) == (0, 2)
    with people.reading() as work:
        anna = work.customers.by_address("anna@mail.example")
    assert anna is not None
    assert anna.last_at == at(60)


def _mail_with_anna(store: SqliteStore) -> None:
    """Two conversations of Anna (one done), a notice under her address, one conversation of somebody else."""
    clues = Clues(customer="anna@mail.example")
    with store.writing() as work:
        work.mailboxes.add(a_mailbox())
        work.conversations.add(
            [
                a_conversation(1),
                a_conversation(2, state=ConversationState.DONE, last_at=at(20)),
                a_conversation(3, lane=Lane.MACHINES, last_at=at(90)),
                a_conversation(4, customer_email="ben@mail.example"),
            ]
        )
        work.mails.add_messages(
            [
                a_message(10, 1, clues=clues, received_at=at(1)),
                a_message(20, 2, clues=clues, received_at=at(10)),
                a_message(21, 2, clues=clues, received_at=at(20)),
                a_message(30, 3, clues=clues, received_at=at(90)),
                a_message(40, 4, clues=Clues(customer="ben@mail.example"), received_at=at(99)),
            ]
        )
        work.customers.meet([(ANNA, at(20)), (Address("Ben", "ben@mail.example"), at(99))])


def test_dealings_are_summed_up_from_the_mails_of_the_peoples_lane(store: SqliteStore) -> None:
    _mail_with_anna(store)
    with store.reading() as work:
        assert work.customers.dealings("Anna@mail.example") == Dealings(2, 1, 3, at(1), at(20))
        assert work.customers.dealings("nobody@mail.example") == Dealings()
        assert [row.id for row in work.customers.conversations(["Anna@mail.example"], 10)] == [2, 1]
        assert [row.id for row in work.customers.conversations(["Anna@mail.example"], 1)] == [2]


@pytest.mark.parametrize(
    ("statement", "values", "expected"),
    [
        (customers.DEALINGS, (1,), "COVERING INDEX message_customer (customer=?)"),
        (customers.MAILS, (1,), "INDEX message_customer (customer=?)"),
        (customers.NEWEST, (1, 5), "COVERING INDEX message_customer (customer=?)"),
        (customers.BY_KEY, ("x",), "INDEX sqlite_autoindex_customer_1 (key=?)"),
        (customers.FIND, ('"x"*', 5), "SCAN customer_search VIRTUAL TABLE"),
        (customer_notes.NOTES, (1,), "INDEX customer_note_customer (customer_id=?)"),
        (customer_notes.TAGS, (1,), "PRIMARY KEY (customer_id=?)"),
    ],
)
def test_what_a_panel_asks_is_answered_through_an_index(
    store: SqliteStore, statement: str, values: tuple[object, ...], expected: str
) -> None:
    plan = [row[3] for row in store._desk.rows(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert any(expected in line for line in plan), plan
    assert not [line for line in plan if line.startswith(("SCAN message", "SCAN conversation", "SCAN customer "))]


def test_customers_whose_mails_went_are_forgotten_unless_somebody_noted_something(store: SqliteStore) -> None:
    _mail_with_anna(store)
    with store.writing() as work:
        strangers = [Address("Zoe", "zoe@x.example"), Address("Tim", "tim@x.example")]
        [zoe, tim] = work.customers.meet([(who, NOON) for who in strangers])
        work.customer_notes.add(tim, "Pays late", "", NOON)
        forget_strangers(store._desk)
    assert _found(store, "zoe") == []
    assert [_found(store, name) for name in ("tim", "anna", "ben")] == [["Tim"], ["Anna Schmidt"], ["Ben"]]
    assert zoe != tim


def test_a_removed_mailbox_takes_its_customers_along(store: SqliteStore) -> None:
    _mail_with_anna(store)
    with store.writing() as work:
        work.mailboxes.remove(work.mailboxes.all()[0].id)
    assert _found(store, "anna") == []
    assert store.check().is_sound


def test_notes_and_tags_come_back_exactly_as_they_were(people: SqliteStore) -> None:
    with people.writing() as work:
        notes = work.customer_notes
        anna = work.customers.by_address(ANNA.email)
        assert anna is not None
        assert anna.id is not None
        first = notes.add(anna.id, "Very friendly", "", NOON)
        second = notes.add(anna.id, "Prefers German", "Kai", NOON + timedelta(hours=1))
        for number, tag in enumerate(["VIP", "Repeat buyer"]):
            notes.set_tag(anna.id, tag, at(number))
        kept = (notes.get(first), notes.get(second))
        before = CustomerBefore(
            anna.id, ((first, kept[0]), (second, kept[1])), (("VIP", notes.tag_given(anna.id, "vip")), ("New", None))
        )
        notes.remove(first)
        notes.set_tag(anna.id, "vip", None)
        notes.set_tag(anna.id, "New", at(9))
        assert [note.text for note in notes.of(anna.id)] == ["Prefers German"]
        assert notes.tags_of(anna.id) == ["Repeat buyer", "New"]
        notes.restore(before)
        assert tuple(notes.of(anna.id)) == (kept[1], kept[0])
        assert notes.tags_of(anna.id) == ["VIP", "Repeat buyer"]
        assert notes.known_tags(5) == ["Repeat buyer", "VIP"]
        with pytest.raises(NotFound):
            notes.get(kept[1].id.__class__(99))


def test_a_draft_is_kept_for_a_new_note_and_for_each_that_is_changed(people: SqliteStore) -> None:
    with people.writing() as work:
        anna = work.customers.by_address(ANNA.email)
        assert anna is not None
        assert anna.id is not None
        note = work.customer_notes.add(anna.id, "Old words", "", NOON)
        work.customer_notes.save_draft(anna.id, CustomerDraft("Unfinished"))
        work.customer_notes.save_draft(anna.id, CustomerDraft("Other words", note))
        work.customer_notes.save_draft(anna.id, CustomerDraft("Unfinished, more"))
        assert work.customer_notes.drafts_of(anna.id) == [
            CustomerDraft("Unfinished, more"), CustomerDraft("Other words", note)
        ]
        work.customer_notes.save_draft(anna.id, CustomerDraft(""))
        assert work.customer_notes.drafts_of(anna.id) == [CustomerDraft("Other words", note)]


def test_an_undo_about_a_customer_who_is_gone_does_nothing(people: SqliteStore) -> None:
    with people.writing() as work:
        work.customer_notes.restore(CustomerBefore(CustomerId(999), (), (("VIP", NOON),)))
    assert people.check().is_sound


def test_an_old_desk_gets_its_customers_from_its_conversations(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    prepare_file(path)
    database = ShopDatabase(path, [], read_only=False, busy_seconds=1)
    before = next(number for number, step in enumerate(DESK.steps) if step.name.endswith("_customers"))
    bring_up_to_date(database, DESK._replace(steps=DESK.steps[:before]))
    ours = "a@shop.example"
    database.run("INSERT INTO mailbox (id, address, address_key, settings) VALUES (1, ?, ?, '[]')", (ours, ours))
    rows = [
        a_conversation(1, last_at=at(1)),
        a_conversation(2, last_at=at(9), customer_name="Anna Meier", customer_email="Anna@mail.example"),
        a_conversation(3, customer_name="tomas@x.example", customer_email="tomas@x.example"),
        a_conversation(4, customer_name="Bot", customer_email="bot@x.example", lane=Lane.MACHINES),
        a_conversation(5, customer_name="Ourselves", customer_email="A@shop.example"),
        a_conversation(6, customer_name="", customer_email=""),
    ]
    known = COLUMNS.split(",")[:18]  # a due time is told since later
    database.insert(f"INSERT INTO conversation ({','.join(known)})", [row_of(row)[:18] for row in rows])

    bring_up_to_date(database, DESK)

    table = CustomerTable(database)
    assert [(each.name, each.address, each.last_at) for each in table.find("an meier", 5)] == [
        ("Anna Meier", "Anna@mail.example", at(9))
    ]
    assert [each.name for each in table.find("tomas", 5)] == [""]
    assert database.value("SELECT count(*) FROM customer") == 2
    database.close_all()
