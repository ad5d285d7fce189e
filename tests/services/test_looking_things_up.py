"""Search, ledger, attachments and upkeep over the real storage."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Mail
from shopdesk.services.reading import ReadHere
from tests.services.bench import SHOP, Bench, ago, mail
from tests.services.test_passes import LONG, MIXED, files

# --- search ----------------------------------------------------------------------------------------------


def found(bench: Bench, text: str, **more: bool) -> list[str]:
    return [each.conversation.subject for each in bench.shop.search.find(text, **more)]


@pytest.fixture
def shop(bench: Bench) -> Bench:
    bench.come(
        mail("lamp", body="The lamp is broken, the lamp, that lamp."),
        mail("chair", sender="Ben <ben@mail.example>", subject="Chair", body="A chair beside a lamp, 我的包裹在哪里"),
        when=[ago(days=9), ago(1)],
    )
    bench.heard.clear()
    return bench


def test_what_is_found_comes_newest_first_or_best_first(shop: Bench) -> None:
    assert found(shop, "lamp") == ["Chair", "Lamp"]
    assert found(shop, "lamp", by_relevance=True) == ["Lamp", "Chair"]


def test_a_hit_names_its_conversation_and_message(shop: Bench) -> None:
    (hit,) = shop.shop.search.find("包裹")

    assert hit.conversation == shop.row(hit.conversation.id)
    assert hit.hit.message_id == shop.messages(hit.conversation.id)[0].id
    assert "包裹" in hit.hit.snippet


@pytest.mark.parametrize("text", ["", "   ", "nothing-like-it", '"', "from:", "-lamp -chair", "order:(", "NEAR(", "*"])
def test_any_text_is_a_valid_search(shop: Bench, text: str) -> None:
    assert isinstance(shop.shop.search.find(text), Sequence)


def test_nothing_asked_for_is_nothing_found(shop: Bench) -> None:
    assert found(shop, "  ") == []


def test_no_more_are_found_than_wanted(shop: Bench) -> None:
    assert len(shop.shop.search.find("lamp", limit=1)) == 1


# --- ledger ----------------------------------------------------------------------------------------------


def many(bench: Bench, count: int) -> None:
    raws = [mail(f"n{n}", sender=f"P{n} <p{n}@x.example>", subject=f"Matter {n}") for n in range(count)]
    bench.come(*raws, when=[ago(seconds=n) for n in range(count)])


def test_the_ledger_pages_over_many_mails_and_those_that_are_gone(bench: Bench) -> None:
    many(bench, 1_010)
    folder = bench.folder()
    with bench.shop.store.writing() as work:
        uids = list(work.mails.known_uids(folder.id))
        work.mails.remove_places(folder.id, uids[:505])

    here = list(bench.shop.ledger.mails())
    all_ever = list(bench.shop.ledger.mails(gone=True))

    assert [place.uid for place in here] == uids[505:]
    assert len(all_ever) == 1_010
    assert len({place.message_id for place in all_ever}) == 1_010
    assert sum(1 for place in all_ever if place.folder is None and place.uid is None) == 505


def test_the_ledger_gives_the_exact_bytes(bench: Bench) -> None:
    raw = mail("one", body="Straße  \t ends here. ")
    bench.comes(raw)
    (place,) = bench.shop.ledger.mails()

    assert bench.shop.ledger.raw(SHOP.upper(), "INBOX", place.uid or 0) == raw


@pytest.mark.parametrize(("address", "uid"), [("nobody@shop.example", 1), (SHOP, 999_999)])
def test_bytes_of_what_is_not_here_are_not_found(bench: Bench, address: str, uid: int) -> None:
    with pytest.raises(NotFound):
        bench.shop.ledger.raw(address, "INBOX", uid)


# --- attachments -----------------------------------------------------------------------------------------


def test_files_come_out_of_the_archived_mail(bench: Bench) -> None:
    raw = mail("files", body=files("See the report."), extra=MIXED)
    home = bench.comes(raw)
    (message,) = bench.messages(home)

    assert bench.shop.attachments.content(message.id, 0).strip() == b"content"
    assert bench.shop.attachments.raw(message.id) == raw


def test_a_file_that_is_not_there_is_not_found(bench: Bench) -> None:
    home = bench.comes(mail("files", body=files("See the report."), extra=MIXED))
    (message,) = bench.messages(home)

    with pytest.raises(NotFound):
        bench.shop.attachments.content(message.id, 7)
    with pytest.raises(NotFound):
        bench.shop.attachments.content(MessageId(5), 0)


def test_a_mail_of_which_only_the_beginning_is_here_has_no_bytes_yet(bench: Bench) -> None:
    home = bench.comes(mail("long", body=files(LONG), extra=MIXED), beginning=True)
    (message,) = bench.messages(home)

    with pytest.raises(NotFound):
        bench.shop.attachments.raw(message.id)


# --- upkeep and reading ----------------------------------------------------------------------------------


def test_looking_changes_and_announces_nothing(shop: Bench) -> None:
    before = shop.everything()

    shop.shop.search.find("lamp")
    assert shop.shop.upkeep.check().is_sound

    assert shop.everything() == before
    assert shop.heard == []


def test_readings_come_in_the_order_of_the_mails(bench: Bench) -> None:
    readings = bench.readers.read([(mail("a"), True), (mail("b"), True)])

    assert [reading.message_id for reading in readings if isinstance(reading, Mail)] == ["<a@x>", "<b@x>"]


@pytest.mark.expects_log("the reader failed on one mail: RuntimeError")
def test_a_reader_that_breaks_over_one_mail_reads_the_others() -> None:
    def read(raw: bytes, *, whole: bool = True) -> Mail:
        raise RuntimeError(Changes())

    readers = ReadHere(read)

    assert readers.read([(b"", True), (b"", False)]) == ["the reader failed: RuntimeError"] * 2
    readers.rest()
