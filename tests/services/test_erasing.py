"""A customer is erased for good: mails, raw bytes, notes, drafts, orders; others keep theirs."""

from __future__ import annotations

import pytest

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.message import Address
from shopdesk.services.erasing import Erasing
from tests.services.bench import SHOP, Bench, answer, mail

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
