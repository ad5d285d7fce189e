"""A customer is erased for good: mails, raw bytes, notes, drafts, orders; others keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.domain.case import Case, CaseKind
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import CaseId, ConversationId, DraftId, MailboxId
from shopdesk.domain.message import Address
from shopdesk.domain.outbox import NewOutboxItem, OutboxState
from shopdesk.domain.reading_of_mail import Topic
from shopdesk.services.erasing import Erasing
from tests.services.bench import NOW, SHOP, Bench, answer, mail

ANNA = "anna@mail.example"
BEN = "Ben <ben@mail.example>"


@pytest.fixture
def erasing(bench: Bench) -> Erasing:
    return bench.shop.erasing


@pytest.fixture
def annas(bench: Bench) -> int:
    """A conversation with Anna of a question and an answer, with a note and a draft; Ben has one too."""
    (home,) = bench.come(mail("q1", body="My secret word is rhubarb."))
    bench.come(answer("a1", "q1"), folder="Sent")
    bench.come(mail("q2", sender=BEN, subject="Chair", body="Where is my chair?"))
    assert home is not None
    bench.shop.customers.add_note(Address("Anna", ANNA), "Likes rhubarb")
    bench.shop.replies.save(bench.shop.replies.start(home, DraftKind.REPLY))
    return home


def found_words(bench: Bench, words: str) -> int:
    return len(bench.shop.search.find(words))


def test_the_preview_counts_what_would_go_and_changes_nothing(bench: Bench, erasing: Erasing, annas: int) -> None:
    found = erasing.preview([ANNA.upper()])
    assert (found.mails.conversations, found.mails.messages, found.mails.notes, found.mails.drafts) == (1, 2, 1, 1)
    assert erasing.preview([ANNA]) == found
    assert bench.use.open(annas).messages


def test_everything_of_the_customer_is_gone_and_the_rest_is_whole(bench: Bench, erasing: Erasing, annas: int) -> None:
    assert found_words(bench, "rhubarb") == 1
    gone = erasing.erase([ANNA])
    assert gone.mails.messages == 2
    assert erasing.preview([ANNA]).is_nothing
    assert bench.shop.customers.find("anna") == []
    assert found_words(bench, "rhubarb") == 0
    assert bench.shop.replies.drafts() == []
    report = bench.shop.upkeep.check()
    assert report.findings == ()
    assert (report.messages, report.archived) == (1, 1)
    with bench.shop.store.reading() as work:
        assert [row.customer_email for row in work.conversations.rows([annas])] == []
    assert any(annas in changes.removed_conversations for changes in bench.heard)


def test_a_place_on_the_server_is_remembered_so_that_the_mail_does_not_come_again(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    folder = bench.folder().id
    with bench.shop.store.reading() as work:
        before = list(work.mails.known_uids(folder))
    erasing.erase([ANNA])
    with bench.shop.store.reading() as work:
        assert list(work.mails.known_uids(folder)) == before
    with bench.shop.store.writing() as work:
        work.mails.remove_places(folder, None)
    with bench.shop.store.reading() as work:
        assert list(work.mails.known_uids(folder)) == []


@pytest.mark.parametrize("address", [SHOP, SHOP.upper(), "", " "])
def test_our_own_mailbox_and_nobody_are_refused(erasing: Erasing, address: str) -> None:
    with pytest.raises(InputRefused):
        erasing.erase([address])


def test_somebody_unknown_is_not_found(erasing: Erasing) -> None:
    with pytest.raises(NotFound):
        erasing.erase(["nobody@nowhere.example"])


# --- no trace ------------------------------------------------------------------------------------------------

WORDS = (b"rhubarb", b"quixote", b"zelda")
ZELDA = Address("Zelda Quixote", "zelda.quixote@mail.example")


def traces(folder: Path, wanted: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """Which files of the data folder hold any of some bytes, in whatever case."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return [(file.name, one) for file in files for one in wanted if one.lower() in file.read_bytes().lower()]


def test_no_byte_of_the_erased_customer_is_left_in_the_files(
    bench: Bench, erasing: Erasing, shop_folder: Path
) -> None:
    for start in range(0, 120, 12):  # rows that grow, shrink and move leave copies of themselves behind
        others = [
            mail(f"o{number}", sender=f"C <c{number}@mail.example>", subject=f"Lamp {number}", body="a b " * number * 7)
            for number in range(start, start + 11)
        ]
        who = f"{ZELDA.name} <{ZELDA.email}>"
        raw = mail(f"z{start}", sender=who, subject=f"Rhubarb {start}", body="Rhubarb! " * 90)
        bench.come(*others, raw)
    customers, shop = bench.shop.customers, bench.shop
    customers.add_note(ZELDA, "Rhubarb once " * 40)
    [note] = customers.card(ZELDA).notes
    customers.edit_note(note.id, "Rhubarb twice")
    customers.add_tag(ZELDA, "Rhubarb")
    customers.join(ZELDA, [Address("Zelda at work", "zelda@office.example")])
    home = customers.card(ZELDA).conversations[0].id
    shop.replies.save(shop.replies.start(home, DraftKind.REPLY))
    shop.cases.open_from(home)
    with shop.store.reading() as work:
        keys = [work.mails.sha256_of(message.id) for message in work.conversations.messages(home)]
        packed = [work._archive._packed(key)[20:] for key in keys]
    assert {name for name, _ in traces(shop_folder, WORDS)} >= {"desk.db-wal"}
    assert traces(shop_folder, packed)

    erasing.erase([ZELDA.email])

    assert traces(shop_folder, [*WORDS, *packed]) == []
    assert shop.upkeep.check().is_sound
    assert len(shop.search.find("lamp", 200)) == 110


def test_what_the_desk_kept_to_itself_about_an_address_goes_too(bench: Bench, erasing: Erasing, annas: int) -> None:
    bench.shop.blocking.block(ANNA)
    with bench.shop.store.writing() as work:
        work.remote_pictures.set_trusted(Address("Anna", ANNA), trusted=True)
        work.settings.save(f"their_zone.{ANNA}", "Lisbon")
    erasing.erase([ANNA])
    assert bench.shop.blocking.all() == []
    with bench.shop.store.reading() as work:
        assert list(work.remote_pictures.trusted()) == []
        assert work.settings.get(f"their_zone.{ANNA}") is None
        assert work.settings.get("erasing.unfinished") is None


def test_what_an_interruption_left_is_taken_away_at_the_next_start(
    bench: Bench, erasing: Erasing, shop_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.comes(mail("z", sender=f"{ZELDA.name} <{ZELDA.email}>", body="Rhubarb " * 50))
    monkeypatch.setattr("shopdesk.storage.removal.scrub", lambda *_: False)
    erasing.erase([ZELDA.email])
    monkeypatch.undo()
    assert traces(shop_folder, WORDS)
    bench.shop.finish_removals()
    assert traces(shop_folder, WORDS) == []


# --- numbered anew by the server -----------------------------------------------------------------------------


def test_erased_mails_are_known_again_without_anybody_knowing_what_they_said(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    [bens] = bench.shop.customers.card(Address("", "ben@mail.example")).conversations
    marks = [message.mail.fingerprint for message in bench.use.open(annas).messages]  # type: ignore[arg-type]
    other = [message.mail.fingerprint for message in bench.use.open(bens.id).messages]
    folder = bench.folder("Sent").id
    asked = dict(zip((101, 102, 103, 104), [*marks, *other, ""], strict=True))
    with bench.shop.store.reading() as work:
        assert work.erasing.come_again(folder, asked) == frozenset()
        assert not work.erasing.any_yet()
    erasing.erase([ANNA])
    with bench.shop.store.reading() as work:
        assert work.erasing.any_yet()
        assert work.erasing.come_again(folder, asked) == {101, 102}
        assert work.erasing.come_again(folder, {}) == frozenset()


# --- letters that SQLite does not fold -----------------------------------------------------------------------

ANNE = "änne@mail.example"


def unsent(mailbox: MailboxId, to: str) -> NewOutboxItem:
    return NewOutboxItem(mailbox, None, SHOP, (to,), (Address("", to),), "Hello", f"<{to}>", b"Hello", NOW, NOW)


def test_cases_drafts_and_unsent_mails_go_also_where_letters_beyond_ascii_are_written_otherwise(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    shop = bench.shop
    case = shop.cases.open_from(ConversationId(annas))
    shop.cases.change(case.id, {"customer_email": ANNE.upper(), "customer_name": "Änne", "item": "Lamp"})
    other = shop.cases.open(Case(CaseId(0), CaseKind.REPAIR, NOW, NOW, customer_email="ärne@mail.example", item="Vase"))
    with shop.store.writing() as work:
        mailbox = work.mailboxes.all()[0].id
        to_them, to_ben = (
            Draft(DraftId(0), DraftKind.NEW, mailbox, to=(Address("", address),), subject="Hello", body="Hello")
            for address in (ANNE.upper(), "ben@mail.example")
        )
        work.drafts.save(to_them, NOW)
        kept = work.drafts.save(to_ben, NOW)
        queued = [work.outbox.add(unsent(mailbox, address)) for address in (ANNE.upper(), "ben@mail.example")]
    assert erasing.erase([ANNE]).cases == 1
    assert shop.cases.get(case.id).customer_email == ""
    assert shop.cases.get(other.id).customer_email == "ärne@mail.example"
    with shop.store.reading() as work:
        assert {draft.id for draft in work.drafts.all() if draft.conversation_id is None} == {kept}
        assert [item.id for item in work.outbox.items(OutboxState)] == queued[1:]


# --- what was done before is not taken back ------------------------------------------------------------------


def test_who_was_heard_again_and_then_erased_is_not_blocked_by_an_undo(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    bench.shop.blocking.block(ANNA)
    undo = bench.shop.blocking.unblock(ANNA)
    erasing.erase([ANNA])
    with pytest.raises(NotFound):
        bench.use.undo(undo)
    assert bench.shop.blocking.all() == []
    bench.use.undo(bench.shop.blocking.block("offers@deals.example"))
    bench.shop.blocking.block("offers@deals.example")
    bench.use.undo(bench.shop.blocking.unblock("offers@deals.example"))
    assert [one.key for one in bench.shop.blocking.all()] == ["offers@deals.example"], "what is done since can be"


def test_a_lesson_about_an_erased_customer_does_not_come_back_by_an_undo(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    topics = bench.shop.topics
    topics.correct(ConversationId(annas), topic=Topic.B2B)
    [lesson] = [one for one in topics.lessons() if one.sender]
    undo = topics.forget(lesson.id)
    erasing.erase([ANNA])
    with pytest.raises(NotFound):
        bench.use.undo(undo)
    assert [one for one in topics.lessons() if one.sender] == []


def test_what_a_case_said_of_an_erased_customer_does_not_come_back_by_an_undo(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    cases = bench.shop.cases
    case = cases.open_from(ConversationId(annas))
    cases.change(case.id, {"reason": "Anna says that it is broken"})
    undo = cases.change(case.id, {"reason": ""})
    erasing.erase([ANNA])
    with pytest.raises(NotFound):
        cases.undo(undo)
    assert cases.get(case.id).reason == ""


def test_a_draft_that_is_still_open_somewhere_is_not_written_down_again(
    bench: Bench, erasing: Erasing, annas: int
) -> None:
    replies = bench.shop.replies
    [draft] = replies.drafts()
    erasing.erase([ANNA])
    assert replies.save(replace(draft, body="Dear Anna")) == 0
    assert replies.drafts() == []


def test_a_draft_of_a_merged_conversation_is_written_down(bench: Bench, annas: int) -> None:
    replies = bench.shop.replies
    [draft] = replies.drafts()
    [other] = bench.shop.customers.card(Address("", "ben@mail.example")).conversations
    bench.use.merge([other.id, ConversationId(annas)])
    assert replies.save(replace(draft, body="Dear Anna")) == draft.id
    assert [one.body for one in replies.drafts()] == ["Dear Anna"]
