"""After an update stored mails say what the new reader reads in them, and nothing else of them changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled, MailRefused
from shopdesk.domain.message import READER_VERSION, Mail
from shopdesk.mail.read_mime import read_mail
from tests.fakes.clock import StoppedClock
from tests.services.bench import Bench, ago, mail


class Learning:
    """Reads `lmp` until it has learned to read `lamp`, and names as they are sent; refuses what contains a word."""

    def __init__(self) -> None:
        self.has_learned = False
        self.refuses = b"cannot happen"

    def __call__(self, raw: bytes, *, whole: bool = True) -> Mail:
        if self.refuses in raw:
            raise MailRefused("it is too odd")
        read = read_mail(raw, whole=whole)
        if self.has_learned:
            return read
        sender = replace(read.sender, name="=?Anna?=")
        return replace(read, text=read.text.replace("lamp", "lmp"), own_words="lmp", subject="=?Lamp?=", sender=sender)


@pytest.fixture
def reader() -> Learning:
    return Learning()


@pytest.fixture
def bench(shop_folder: Path, clock: StoppedClock, reader: Learning) -> Iterator[Bench]:
    with Bench(shop_folder, clock, reader) as bench:
        yield bench


def test_what_an_update_teaches_the_reader_it_reads_in_stored_mails(
    bench: Bench, reader: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = bench.comes(mail("ask"), when=ago(3), flags=["\\Seen"])
    bench.use.mark_done([home])
    (before,) = bench.shop.conversations.rows([home])
    (held,) = bench.messages(home)
    assert bench.shop.rereading.renew(SimpleControl()) == 0, "this reader read it"
    monkeypatch.setattr("shopdesk.storage.message_rows.READER_VERSION", READER_VERSION + 1)
    reader.has_learned = True
    bench.heard.clear()

    assert bench.shop.rereading.renew(SimpleControl()) == 1

    (message,) = bench.messages(home)
    assert message.mail.text == "Where is my lamp?"
    assert replace(message, mail=held.mail) == held
    (row,) = bench.shop.conversations.rows([home])
    assert (before.subject, before.customer_name) == ("=?Lamp?=", "=?Anna?=")
    assert row == replace(before, subject="Lamp", customer_name="Anna Schmidt", snippet="Where is my lamp?")
    assert [hit.conversation.id for hit in bench.shop.search.find("lamp")] == [home]
    assert bench.heard[-1].conversations == {home}
    assert bench.shop.rereading.renew(SimpleControl()) == 0, "once is enough"
    assert bench.shop.upkeep.check().is_sound


def test_a_mail_that_a_new_reader_refuses_keeps_its_reading(
    bench: Bench, reader: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = bench.comes(mail("ask"))
    monkeypatch.setattr("shopdesk.storage.message_rows.READER_VERSION", READER_VERSION + 1)
    reader.refuses = b"lamp"

    assert [bench.shop.rereading.renew(SimpleControl()) for _ in range(2)] == [1, 0]

    (message,) = bench.messages(home)
    assert message.mail.text == "Where is my lmp?"


@pytest.mark.expects_log("keeps its old reading")
def test_a_mail_whose_bytes_are_lost_keeps_its_reading_and_the_others_are_renewed(
    bench: Bench, reader: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = bench.come(mail("one"), mail("two", sender="B <b@x.example>", subject="B"))
    lost = next(place.sha256 for place in bench.shop.ledger.mails())
    bench.shop.store.archive.remove([bytes.fromhex(lost)])
    monkeypatch.setattr("shopdesk.storage.message_rows.READER_VERSION", READER_VERSION + 1)
    reader.has_learned = True

    assert bench.shop.rereading.renew(SimpleControl()) == 2

    texts = {bench.messages(home)[0].mail.text for home in homes if home is not None}
    assert texts == {"Where is my lmp?", "Where is my lamp?"}


def test_rereading_goes_on_where_it_was_stopped(
    bench: Bench, reader: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.come(*[mail(f"n{n}", sender=f"{n} <c{n}@x.example>", subject=f"S{n}") for n in range(40)])
    monkeypatch.setattr("shopdesk.storage.message_rows.READER_VERSION", READER_VERSION + 1)
    reader.has_learned = True
    control = SimpleControl()

    looked = bench.shop.rereading.renew(control, at_most=20)
    assert 20 <= looked < 40
    assert control.done == looked
    control.cancel()
    with pytest.raises(Cancelled):
        bench.shop.rereading.renew(control)
    assert bench.shop.rereading.renew(SimpleControl()) == 40 - looked
