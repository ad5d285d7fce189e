"""Mails that cannot be read: nothing is lost, nobody else waits, and a better reader brings them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import Cancelled, MailRefused, NotFound
from shopdesk.domain.message import Mail
from shopdesk.mail.read_mime import read_mail
from tests.fakes.clock import StoppedClock
from tests.services.bench import SHOP, Bench, ago, mail

BAD = mail("bad", body="too odd", subject="Odd")


class Choosy:
    """Refuses what contains a word; breaks over another one."""

    def __init__(self) -> None:
        self.refuses = b"too odd"
        self.breaks = b"cannot happen"

    def __call__(self, raw: bytes, *, whole: bool = True) -> Mail:
        if self.refuses and self.refuses in raw:
            raise MailRefused("it is too odd")
        if self.breaks in raw:
            raise ZeroDivisionError
        return read_mail(raw, whole=whole)


@pytest.fixture
def reader() -> Choosy:
    return Choosy()


@pytest.fixture
def bench(shop_folder: Path, clock: StoppedClock, reader: Choosy) -> Iterator[Bench]:
    """A shop whose reader is choosy."""
    with Bench(shop_folder, clock, reader) as bench:
        yield bench


def test_a_refused_mail_is_listed_with_the_reason_and_others_arrive(bench: Bench) -> None:
    homes = bench.come(mail("one"), BAD, mail("two", sender="B <b@x.example>", subject="B"), when=ago(1))

    assert [home is None for home in homes] == [False, True, False]
    (aside,) = bench.shop.ledger.set_aside()
    assert (aside.reason, aside.folder, aside.size, aside.received_at) == ("it is too odd", "INBOX", len(BAD), ago(1))
    assert "Odd" in aside.beginning
    assert bench.heard[-1].set_aside
    assert [health.set_aside for health in bench.shop.mailboxes.health()] == [1]
    assert bench.shop.upkeep.check().is_sound


def test_the_exact_bytes_of_a_refused_mail_can_be_had(bench: Bench) -> None:
    bench.come(BAD)

    (aside,) = bench.shop.ledger.set_aside()

    assert bench.shop.ledger.raw(SHOP, "INBOX", aside.uid) == BAD
    assert [place.set_aside for place in bench.shop.ledger.mails()] == ["it is too odd"]


@pytest.mark.expects_log("the reader failed on one mail: ZeroDivisionError")
def test_a_mail_that_breaks_the_reader_is_set_aside_as_well(bench: Bench) -> None:
    homes = bench.come(mail("one"), mail("broken", body="this cannot happen"))

    assert homes[0] is not None
    assert [aside.reason for aside in bench.shop.ledger.set_aside()] == ["the reader failed: ZeroDivisionError"]


def test_when_the_reader_can_the_mail_comes_in(bench: Bench, reader: Choosy) -> None:
    home = bench.comes(mail("ask"), when=ago(9))
    bench.come(mail("more", answers="ask", body="too odd"), when=ago(1), flags=["\\Flagged"])
    bench.use.mark_done([home])
    reader.refuses = b""
    bench.heard.clear()

    assert bench.shop.sync.retry_set_aside(SimpleControl()) == 1

    assert bench.shop.ledger.set_aside() == []
    assert [m.mail.message_id for m in bench.messages(home)] == ["<ask@x>", "<more@x>"]
    assert bench.state(home) is ConversationState.NEEDS_REPLY
    assert [place.flags for place in bench.shop.ledger.mails()] == [(), ("\\Flagged",)]
    assert bench.heard[-1].conversations == {home}
    assert bench.shop.sync.retry_set_aside(SimpleControl()) == 0


def test_what_is_still_refused_stays_once(bench: Bench) -> None:
    bench.come(BAD)

    for _ in range(2):
        assert bench.shop.sync.retry_set_aside(SimpleControl()) == 0

    assert [aside.reason for aside in bench.shop.ledger.set_aside()] == ["it is too odd"]
    assert len(list(bench.shop.ledger.mails())) == 1


def test_what_this_very_reader_refused_is_not_tried_at_each_start(bench: Bench, reader: Choosy) -> None:
    bench.come(BAD)
    reader.refuses = b""

    assert bench.shop.sync.retry_set_aside(SimpleControl(), only_older_readers=True) == 0
    assert len(bench.shop.ledger.set_aside()) == 1


def test_what_an_older_reader_refused_is_tried_by_a_newer_one(
    bench: Bench, reader: Choosy, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.come(BAD)
    monkeypatch.setattr("shopdesk.services.sync.READER_VERSION", 99)
    reader.refuses = b""

    assert bench.shop.sync.retry_set_aside(SimpleControl(), only_older_readers=True) == 1


def test_a_retry_can_be_stopped_and_says_how_far_it_is(bench: Bench) -> None:
    bench.come(BAD, BAD.replace(b"<bad@x>", b"<worse@x>"))
    control = SimpleControl()
    bench.shop.sync.retry_set_aside(control)
    assert (control.done, control.total) == (2, 2)

    control.cancel()

    with pytest.raises(Cancelled):
        bench.shop.sync.retry_set_aside(control)


def test_a_beginning_that_cannot_be_read_is_not_set_aside_yet(bench: Bench) -> None:
    bench.come(BAD + b"x" * 60_000, beginning=True)

    assert bench.shop.ledger.set_aside() == []
    (place,) = bench.shop.ledger.mails()
    with pytest.raises(NotFound):
        bench.shop.ledger.raw(SHOP, "INBOX", place.uid or 0)


def test_a_copy_that_was_set_aside_elsewhere_joins_the_mail_that_is_here(bench: Bench, reader: Choosy) -> None:
    bench.connect("other@shop.example")
    bench.come(BAD, address="other@shop.example")
    reader.refuses = b""
    home = bench.comes(BAD)

    bench.shop.sync.retry_set_aside(SimpleControl())

    assert [place.conversation for place in bench.shop.ledger.mails()] == [home, home]
    assert len(bench.messages(home)) == 1
