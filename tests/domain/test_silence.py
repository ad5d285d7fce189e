"""When the alarm about a silent mailbox is raised."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, Mailbox, Security, Server
from shopdesk.domain.silence import SilenceWatch
from tests.fakes.clock import StoppedClock

BOX = Mailbox(MailboxId(1), "desk@shop.example", Server("imap.shop.example", 993, Security.TLS), None, "desk")
HALF_MINUTE = timedelta(seconds=30)


class Watched:
    """A watch that looks twice a minute, as the window does."""

    def __init__(self, clock: StoppedClock) -> None:
        self.clock = clock
        self.watch = SilenceWatch()
        self.health = [Health(BOX, last_success=clock.now())]
        self.found = self.watch.look(self.health, (), clock.now())

    def pass_time(self, minutes: int, busy: bool = False) -> bool:
        for _ in range(minutes * 2):
            moment = self.clock.advance(HALF_MINUTE)
            self.found = self.watch.look(self.health, {BOX.id} if busy else (), moment)
        return bool(self.found)

    def works(self) -> None:
        self.health = [replace(self.health[0], last_success=self.clock.now())]


@pytest.fixture
def watched(clock):
    return Watched(clock)


def test_after_half_an_hour_without_success_and_not_before(watched):
    assert not watched.pass_time(29)
    assert watched.pass_time(1)
    assert watched.found[0].health.mailbox == BOX
    assert watched.clock.now() - watched.found[0].since == timedelta(minutes=30)


def test_a_mailbox_that_works_again_ends_it_and_may_raise_another(watched):
    assert watched.pass_time(31)
    watched.works()
    assert not watched.pass_time(1)
    assert watched.pass_time(30)


def test_what_a_person_has_seen_is_not_shown_again_until_it_worked_in_between(watched):
    assert watched.pass_time(31)
    watched.watch.dismiss()
    assert not watched.pass_time(60)
    watched.works()
    assert watched.pass_time(31)


def test_a_computer_that_just_woke_up_has_half_an_hour(watched):
    watched.pass_time(5)
    watched.clock.advance(timedelta(hours=9))
    assert not watched.pass_time(1)
    assert not watched.pass_time(28)
    assert watched.pass_time(2)


def test_waking_up_is_told_once(watched):
    assert not watched.watch.has_slept
    watched.clock.advance(timedelta(hours=9))
    watched.watch.look(watched.health, (), watched.clock.now())
    assert watched.watch.has_slept
    watched.pass_time(1)
    assert not watched.watch.has_slept


def test_a_program_that_was_just_started_has_half_an_hour(clock):
    watched = Watched(clock)
    watched.health = [Health(BOX, last_success=clock.now() - timedelta(days=3))]
    assert not watched.pass_time(29)
    assert watched.pass_time(2)


def test_a_long_import_is_no_silence(watched):
    assert not watched.pass_time(90, busy=True)
    assert not watched.pass_time(29)
    assert watched.pass_time(1)


def test_a_paused_mailbox_is_silent_on_purpose(watched):
    watched.health = [replace(watched.health[0], mailbox=replace(BOX, paused=True))]
    assert not watched.pass_time(120)
    watched.health = [replace(watched.health[0], mailbox=BOX)]
    assert not watched.pass_time(29)
    assert watched.pass_time(2)


def test_a_clock_that_is_set_back_raises_no_alarm(watched):
    watched.pass_time(10)
    watched.clock.advance(-timedelta(days=2))
    assert not watched.pass_time(10)
