"""Mails are read in child processes: none is lost, none stops another, none kills us."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shopdesk.app.ourselves import ourselves
from shopdesk.domain.message import Mail
from shopdesk.jobs.readers import ReaderProcesses
from shopdesk.mail.read_mime import read_mail
from tests.servers.letters import letter

ROOT = Path(__file__).parents[2]

PLAYED = f"""
import os, sys, time
sys.path.insert(0, {str(ROOT)!r})
from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Address, Mail
from shopdesk.jobs.reader_child import serve_reading
from shopdesk.services.reading import ReadHere

def read(raw, *, whole=True):
    if raw == b"crash":
        os.abort()
    if raw == b"for ever":
        time.sleep(60)
    if raw == b"refuse":
        raise MailRefused("too many parts")
    if raw == b"bug":
        raise ZeroDivisionError
    return Mail("", raw.decode(), Address("", ""), None, "", "", whole=whole)

serve_reading(ReadHere(read), sys.stdin.buffer, sys.stdout.buffer)
"""


@pytest.fixture
def played() -> Iterator[ReaderProcesses]:
    readers = ReaderProcesses([sys.executable, "-c", PLAYED], processes=2, seconds=1.5)
    yield readers
    readers.rest()


def words(readings: object) -> list[str]:
    return [reading.subject if isinstance(reading, Mail) else reading for reading in readings]  # type: ignore[attr-defined]


def test_readings_come_back_in_order_whatever_their_number(played: ReaderProcesses) -> None:
    for number in (0, 1, 5, 100):
        asked = [(f"mail {n}".encode() * (n % 7 + 1), n % 2 == 0) for n in range(number)]
        readings = played.read(asked)
        assert words(readings) == [raw.decode() for raw, _ in asked]
        assert [r.whole for r in readings if isinstance(r, Mail)] == [whole for _, whole in asked]


@pytest.mark.expects_log("ended its process")
def test_a_mail_that_crashes_its_process_is_the_only_one_without_a_reading(played: ReaderProcesses) -> None:
    asked = [(b"crash" if n == 7 else f"{n}".encode(), True) for n in range(30)]
    readings = words(played.read(asked))
    assert readings[7] == "reading it ended the reader"
    assert readings[:7] + readings[8:] == [str(n) for n in range(30) if n != 7]


@pytest.mark.expects_log("ended its process")
def test_a_mail_that_is_never_read_to_its_end_is_given_up(played: ReaderProcesses) -> None:
    begin = time.monotonic()
    assert words(played.read([(b"one", True), (b"for ever", True), (b"two", True)])) == [
        "one",
        "reading it ended the reader",
        "two",
    ]
    assert time.monotonic() - begin < 10


def test_refused_mails_and_bugs_have_their_reason(played: ReaderProcesses) -> None:
    assert words(played.read([(b"refuse", True), (b"bug", True), (b"fine", True)])) == [
        "too many parts",
        "the reader failed: ZeroDivisionError",
        "fine",
    ]


def test_a_child_that_somebody_killed_is_replaced(played: ReaderProcesses) -> None:
    played.read([(b"one", True)])
    for child in played._idle:
        os.kill(child._process.pid, signal.SIGKILL)
    assert words(played.read([(b"two", True)])) == ["two"]


def test_a_reader_that_never_starts_is_not_blamed_on_the_mails() -> None:
    readers = ReaderProcesses([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(RuntimeError, match="does not start"):
        readers.read([(b"one", True)])
    readers.rest()


def test_after_a_rest_no_child_is_left_and_reading_goes_on(played: ReaderProcesses) -> None:
    played.read([(b"one", True)] * 40)
    played.rest()
    assert played._idle == []
    assert words(played.read([(b"two", True)])) == ["two"]


def test_the_programs_own_reader_child_reads_real_mail() -> None:
    readers = ReaderProcesses([*ourselves(), "reader"])
    raw = letter(1, subject="Wo ist mein Paket?")
    [reading] = readers.read([(raw, True)])
    readers.rest()
    assert reading == read_mail(raw)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_interruption_is_left_to_who_asks(capfd: pytest.CaptureFixture[str]) -> None:
    readers = ReaderProcesses([*ourselves(), "reader"], processes=1)
    raw = letter(1, subject="Wo ist mein Paket?")
    readers.read([(raw, True)])
    [child] = readers._idle
    os.kill(child._process.pid, signal.SIGINT)
    assert readers.read([(raw, True)]) == [read_mail(raw)]
    assert readers._idle == [child]
    readers.rest()
    assert capfd.readouterr().err == ""


def test_a_child_that_was_started_ahead_reads_the_first_mails(played: ReaderProcesses) -> None:
    played.get_ready()
    [ahead] = played._coming
    assert words(played.read([(b"one", True)])) == ["one"]
    played.get_ready()
    assert played._idle == [ahead]
    assert played._coming == []


def test_a_child_that_is_not_up_yet_is_ended_at_once() -> None:
    readers = ReaderProcesses([sys.executable, "-c", "import time; time.sleep(60)"])
    begin = time.monotonic()
    readers.get_ready()
    readers.rest()
    assert readers._coming == []
    assert time.monotonic() - begin < 10


def test_few_mails_do_not_wait_for_a_second_child(played: ReaderProcesses) -> None:
    played.read([(b"one", True)] * 40)
    assert len(played._idle) + len(played._coming) == 1


def test_many_mails_are_read_by_all_children_that_are_up(played: ReaderProcesses) -> None:
    asked = [(f"mail {n}".encode(), True) for n in range(400)]
    for _ in range(3):
        assert words(played.read(asked)) == [raw.decode() for raw, _ in asked]
        for child in [*played._coming]:
            assert child.greeting is not None
            child.greeting.join(10)
    assert len(played._idle) == 2
    assert all(child.asked for child in played._idle)


def test_all_children_are_started_at_once_for_many_mails(played: ReaderProcesses) -> None:
    played.get_ready()
    played.get_ready(10_000)
    assert len(played._idle) + len(played._coming) == 2
    played.get_ready(10_000)
    assert len(played._idle) + len(played._coming) == 2
