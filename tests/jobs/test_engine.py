"""The engine's loops with real threads: passes, news, failures, mailboxes that come and go, and the end."""

import io
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.errors import (
    BackupFolderMissing,
    ConnectionLost,
    DatabaseBusy,
    ServerUnreachable,
    SignInRefused,
)
from shopdesk.domain.mailbox import Health, MailboxState
from shopdesk.jobs.engine import Engine
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.link import (
    Bug,
    MailboxesChanged,
    Problem,
    Progress,
    Ready,
    RetrySetAside,
    Stop,
    SyncFinished,
    SyncNow,
    WindowState,
)
from shopdesk.jobs.schedule import Rhythm
from shopdesk.jobs.shop import RENEWED_IN_A_ROUND
from shopdesk.jobs.wire import read_event
from tests.jobs.scripted_shop import ScriptedShop, mailbox, never_ends, raises

SLOW = Rhythm(shortest_gap=0.01, gather=0.02)
LOST = ConnectionLost("mail.shop.example", "reset by peer")
REFUSED = SignInRefused("mail.shop.example", "AUTHENTICATIONFAILED")


class Running:
    def __init__(self, shop, rhythm) -> None:
        self.paper = io.StringIO()
        self.writer = EventWriter(self.paper, seconds_between=0)
        self.engine = Engine(shop, self.writer, rhythm)
        self.engine.start()

    def events(self, kind):
        return [event for line in self.paper.getvalue().splitlines() if isinstance(event := read_event(line), kind)]


@contextmanager
def running(shop, rhythm=SLOW):
    one = Running(shop, rhythm)
    try:
        yield one
    finally:
        ended = one.engine.stop(5)
        one.writer.close()
    assert ended


def settled(check, seconds=5.0):
    until = time.monotonic() + seconds
    while not check():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


# --- passes and news -----------------------------------------------------------------------------------


def test_each_mailbox_is_connected_synced_and_watched_and_the_window_hears_of_it():
    shop = ScriptedShop(1, 2)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        assert shop.diary.wait("watch", 2)
    assert [entry[0] for entry in shop.diary.entries if entry[1:2] == (1,)] == [
        "start", "connect", "sync", "success", "watch", "close",
    ]  # fmt: skip
    assert len(one.events(Ready)) == 1
    assert {event.mailbox for event in one.events(SyncFinished)} == {1, 2}


def test_news_from_idle_bring_another_pass_on_the_same_connection():
    shop = ScriptedShop(1)
    with running(shop):
        assert shop.diary.wait("watch", 1)
        shop.sync.sessions[1].news.set()
        assert shop.diary.wait("sync", 1, times=2)
        assert shop.diary.wait("watch", 1, times=2)
    assert shop.diary.count("connect", 1) == 1


def test_the_end_of_the_pause_brings_another_pass_for_the_folders_that_are_not_watched():
    shop = ScriptedShop(1)
    with running(shop, replace(SLOW, poll=0.02)):
        assert shop.diary.wait("sync", 1, times=4)
    assert shop.diary.count("connect", 1) == 1


@pytest.mark.parametrize("lack", ["no IDLE", "IDLE refused"])
def test_a_server_without_idle_is_polled(lack):
    shop = ScriptedShop(1)
    shop.sync.can_idle, shop.sync.refuses_idle = lack != "no IDLE", lack == "IDLE refused"
    with running(shop, replace(SLOW, poll=0.05)):
        assert shop.diary.wait("sync", 1, times=3)
    assert shop.diary.count("watch", 1) == (lack == "IDLE refused")
    assert shop.diary.count("connect", 1) == 1


def test_two_quick_wishes_to_sync_are_answered_by_one_pass():
    shop = ScriptedShop(1)
    with running(shop, replace(SLOW, gather=0.2)) as one:
        assert shop.diary.wait("watch", 1)
        one.engine.handle(SyncNow())
        one.engine.handle(SyncNow(1))
        assert shop.diary.wait("sync", 1, times=2)
        assert shop.diary.wait("watch", 1, times=2)
        assert not shop.diary.wait("sync", 1, times=3, seconds=0.3)


def test_a_wish_during_a_pass_brings_one_more_because_the_pass_may_have_looked_already():
    shop = ScriptedShop(1)
    begun, go_on = threading.Event(), threading.Event()
    shop.sync.passes[1] = [lambda *_: (begun.set(), go_on.wait(5))]
    with running(shop) as one:
        assert begun.wait(5)
        for _ in range(3):
            one.engine.handle(SyncNow(1))
        go_on.set()
        assert shop.diary.wait("sync", 1, times=2)
        assert not shop.diary.wait("sync", 1, times=3, seconds=0.2)


def test_a_wish_for_one_mailbox_leaves_the_others_alone():
    shop = ScriptedShop(1, 2)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        assert shop.diary.wait("watch", 2)
        one.engine.handle(SyncNow(2))
        assert shop.diary.wait("sync", 2, times=2)
    assert shop.diary.count("sync", 1) == 1


def test_passes_are_gentle_while_a_window_is_open():
    shop = ScriptedShop(1)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        one.engine.handle(WindowState(open=False))
        one.engine.handle(SyncNow())
        assert shop.diary.wait("watch", 1, times=2)
    assert [entry[2] for entry in shop.diary.entries if entry[0] == "sync"] == [True, False]
    assert [entry[2] for entry in shop.diary.entries if entry[0] == "watch"] == [120, 300]


def test_progress_reaches_the_window():
    shop = ScriptedShop(1)
    shop.sync.passes[1] = [lambda sync, number, session, control: control.report(50, 2000)]
    with running(shop) as one:
        assert settled(lambda: one.events(Progress) == [Progress(1, 50, 2000)])


# --- failures ------------------------------------------------------------------------------------------


def test_a_failure_is_written_down_told_and_tried_again_when_its_time_has_come():
    shop = ScriptedShop(1)
    shop.sync.next_pause = 0.05
    shop.sync.connects[1] = [ServerUnreachable("mail.shop.example", "no route"), ServerUnreachable("x", "y")]
    with running(shop) as one:
        assert shop.diary.wait("success", 1)
        assert settled(lambda: one.events(SyncFinished))
    assert shop.diary.count("failure", 1, "ServerUnreachable") == 2
    assert Problem(1, "ServerUnreachable", "x", "y") in one.events(Problem)


def test_a_failure_is_not_tried_again_early():
    shop = ScriptedShop(1)
    shop.sync.connects[1] = [ServerUnreachable("x", "y")]
    with running(shop):
        assert shop.diary.wait("failure", 1)
        assert not shop.diary.wait("connect", 1, times=2, seconds=0.3)


@pytest.mark.parametrize("command", [SyncNow(1), SyncNow(), MailboxesChanged()])
def test_a_refused_sign_in_waits_for_a_person(command):
    shop = ScriptedShop(1)
    shop.sync.next_pause = None
    shop.sync.connects[1] = [REFUSED]
    with running(shop) as one:
        assert shop.diary.wait("failure", 1, "SignInRefused")
        assert not shop.diary.wait("connect", 1, times=2, seconds=0.2)
        one.engine.handle(command)
        assert shop.diary.wait("success", 1)


def test_a_failure_in_the_middle_of_a_pass_closes_the_connection():
    shop = ScriptedShop(1)
    shop.sync.next_pause = 0.01
    shop.sync.passes[1] = [raises(LOST)]
    with running(shop):
        assert shop.diary.wait("success", 1)
    assert [entry[0] for entry in shop.diary.entries if entry[1:2] == (1,)][:5] == [
        "start", "connect", "sync", "close", "failure",
    ]  # fmt: skip


def test_a_connection_that_breaks_after_good_work_is_opened_again_once_without_a_word():
    shop = ScriptedShop(1)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        shop.sync.sessions[1].broken.set()
        assert shop.diary.wait("watch", 1, times=2)
        assert shop.diary.count("failure", 1) == 0
        shop.sync.sessions[1].broken.set()
        assert shop.diary.wait("failure", 1, "ConnectionLost")
    assert one.events(Problem)


def test_one_mailbox_in_trouble_leaves_the_others_alone():
    shop = ScriptedShop(1, 2, 3)
    shop.sync.connects[2] = [ServerUnreachable("x", "y")]
    with running(shop):
        assert shop.diary.wait("success", 1)
        assert shop.diary.wait("success", 3)
        assert shop.diary.wait("failure", 2)
    assert shop.diary.count("success", 2) == 0


@pytest.mark.expects_log("unexpected failure in the sync")
def test_a_bug_is_logged_told_without_contents_and_the_lane_goes_on():
    shop = ScriptedShop(1, 2)
    shop.sync.passes[1] = [raises(KeyError("hello@shop.example secret")), raises(KeyError("again"))]
    with running(shop, replace(SLOW, first_bug=0.02)) as one:
        assert shop.diary.wait("success", 1)
        assert shop.diary.wait("success", 2)
    (bug,) = {event.summary for event in one.events(Bug)}
    assert bug.startswith("KeyError in scripted_shop.py:")
    assert "secret" not in bug
    assert shop.diary.count("failure", 1) == 0


@pytest.mark.expects_log("could not be written down")
def test_a_failure_that_cannot_be_written_down_is_tried_again_as_well():
    shop = ScriptedShop(1)
    shop.sync.cannot_note = True
    shop.sync.connects[1] = [ServerUnreachable("x", "y")]
    with running(shop, replace(SLOW, first_bug=0.02)):
        assert shop.diary.wait("success", 1)


def test_many_connections_in_a_short_time_are_held_back():
    shop = ScriptedShop(1)
    shop.sync.next_pause = 0.001
    shop.sync.connects[1] = [ServerUnreachable("x", "y")] * 50
    with running(shop):
        assert shop.diary.wait("connect", 1, times=10)
        assert not shop.diary.wait("connect", 1, times=11, seconds=0.3)


@pytest.mark.parametrize("next_try", [None, 3600])
def test_a_mailbox_in_trouble_is_not_tried_at_once_after_a_restart(next_try):
    shop = ScriptedShop(1)
    moment = None if next_try is None else datetime.now(UTC) + timedelta(seconds=next_try)
    shop.mailboxes.states = [Health(mailbox(1), failures=2, next_try=moment)]
    with running(shop, replace(SLOW, restart_wait=0.3)):
        assert not shop.diary.wait("connect", 1, seconds=0.1)
        assert shop.diary.wait("connect", 1, seconds=0.6) is (next_try is not None)


# --- mailboxes that come and go --------------------------------------------------------------------------


def test_a_mailbox_that_is_added_begins_and_one_that_is_removed_ends():
    shop = ScriptedShop(1)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        shop.mailboxes.known = [mailbox(2)]
        one.engine.handle(MailboxesChanged())
        assert shop.diary.wait("close", 1)
        assert shop.diary.wait("watch", 2)
        one.engine.handle(SyncNow())
        assert shop.diary.wait("sync", 2, times=2)
    assert shop.diary.count("sync", 1) == 1


def test_a_mailbox_that_is_edited_starts_anew_after_the_old_work_ended():
    shop = ScriptedShop(1)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        shop.mailboxes.known = [mailbox(1, user="new-name")]
        one.engine.handle(MailboxesChanged())
        assert shop.diary.wait("watch", 1, times=2)
    steps = [entry[0] for entry in shop.diary.entries if entry[1:2] == (1,)]
    assert steps.index("close") < len(steps) - 1 - steps[::-1].index("connect")


def test_a_pause_ends_a_running_import_and_its_end_goes_on_after_the_old_work_ended():
    shop = ScriptedShop(1)
    shop.sync.passes[1] = [never_ends]
    with running(shop) as one:
        assert shop.diary.wait("sync", 1)
        shop.mailboxes.known = [mailbox(1, paused=True)]
        one.engine.handle(MailboxesChanged())
        assert shop.diary.wait("close", 1)
        assert not shop.diary.wait("connect", 1, times=2, seconds=0.2)
        assert one.events(Problem) == []
        shop.mailboxes.known = [mailbox(1)]
        one.engine.handle(MailboxesChanged())
        assert shop.diary.wait("success", 1)
    order = [entry[0] for entry in shop.diary.entries if entry[0] in ("connect", "close")]
    assert order == ["connect", "close", "connect", "close"]


def test_a_mailbox_that_is_paused_from_the_start_is_not_connected():
    shop = ScriptedShop(1, 2)
    shop.mailboxes.known = [mailbox(1, paused=True), mailbox(2)]
    with running(shop):
        assert shop.diary.wait("success", 2)
    assert shop.diary.count("connect", 1) == 0


def test_a_mailbox_removed_in_the_middle_of_a_pass_is_no_trouble():
    shop = ScriptedShop(1)

    def vanish(sync, number, session, control):
        shop.mailboxes.known = []
        raise KeyError("the folder is gone")

    shop.sync.passes[1] = [vanish]
    with running(shop) as one:
        assert shop.diary.wait("close", 1)
        assert not shop.diary.wait("failure", 1, seconds=0.1)
    assert one.events(Bug) == []


def test_an_unchanged_mailbox_is_left_in_peace():
    shop = ScriptedShop(1)
    with running(shop) as one:
        assert shop.diary.wait("watch", 1)
        one.engine.handle(MailboxesChanged())
        assert not shop.diary.wait("sync", 1, times=2, seconds=0.2)


# --- chores ----------------------------------------------------------------------------------------------


def test_snoozes_are_looked_at_again_and_again():
    shop = ScriptedShop()
    with running(shop, replace(SLOW, chores=0.02)):
        assert shop.diary.wait("wake", times=4)


def test_the_watched_folder_for_orders_is_looked_at_again_and_again():
    shop = ScriptedShop()
    with running(shop, replace(SLOW, chores=0.02)):
        assert shop.diary.wait("orders", times=3)


def test_what_an_update_taught_the_reader_is_used_a_little_in_each_round():
    shop = ScriptedShop()
    with running(shop, replace(SLOW, chores=0.02)):
        assert shop.diary.wait("renew", RENEWED_IN_A_ROUND, times=2)


def test_mails_that_an_older_reader_set_aside_are_read_again_once_after_the_start():
    shop = ScriptedShop(1)
    with running(shop, replace(SLOW, chores=0.02)) as one:
        assert shop.diary.wait("wake", times=3)
        assert [entry for entry in shop.diary.entries if entry[0] == "retry"] == [("retry", "older readers")]
        one.engine.handle(RetrySetAside())
        assert shop.diary.wait("retry", "all")
        one.engine.handle(RetrySetAside(7))
        assert shop.diary.wait("retry", 7)


@pytest.mark.expects_log("a chore failed|unexpected failure in a chore")
def test_a_chore_that_fails_comes_again_and_does_not_hold_up_the_others():
    shop = ScriptedShop(1)
    shop.conversations.trouble = [DatabaseBusy("desk"), ZeroDivisionError("bug")]
    with running(shop, replace(SLOW, chores=0.05)) as one:
        assert shop.diary.wait("wake", times=3)
        assert shop.diary.wait("success", 1)
        assert settled(lambda: [event.summary[:17] for event in one.events(Bug)] == ["ZeroDivisionError"])


BACKS_UP = replace(SLOW, chores=0.02, backup_after=0.0)


def test_a_backup_is_made_when_it_is_due_and_once():
    shop = ScriptedShop(1)
    shop.backups.due = True
    with running(shop, BACKS_UP):
        assert shop.diary.wait("backup")
        assert shop.diary.wait("wake", times=4)
    assert shop.diary.count("backup") == 1


def test_the_start_belongs_to_the_mail_and_not_to_the_backup():
    shop = ScriptedShop()
    shop.backups.due = True
    with running(shop, replace(BACKS_UP, backup_after=30.0)):
        assert shop.diary.wait("wake", times=3)
    assert shop.diary.count("backup") == 0


def test_a_backup_waits_for_a_first_import():
    shop = ScriptedShop()
    shop.backups.due = True
    shop.mailboxes.states = [Health(mailbox(1), MailboxState.IMPORTING)]
    with running(shop, BACKS_UP):
        assert shop.diary.wait("wake", times=3)
        assert shop.diary.count("backup") == 0
        shop.mailboxes.states = []
        assert shop.diary.wait("backup")


@pytest.mark.expects_log("the backup failed|unexpected failure in the backup")
def test_a_backup_that_fails_comes_again_and_a_bug_in_it_is_told():
    shop = ScriptedShop()
    shop.backups.due = True
    shop.backups.trouble = [BackupFolderMissing("/drive"), ZeroDivisionError("bug"), BackupFolderMissing("/drive")]
    with running(shop, BACKS_UP) as one:
        assert shop.diary.wait("backup", times=3)
        assert settled(lambda: [event.summary[:17] for event in one.events(Bug)] == ["ZeroDivisionError"])


def test_a_backup_under_way_holds_nothing_up_and_stops_with_the_engine():
    shop = ScriptedShop()
    shop.backups.due = shop.backups.lasts = True
    with running(shop, BACKS_UP):
        assert shop.diary.wait("backup")
        assert shop.diary.wait("orders", times=4)
    assert shop.diary.count("backup") == 1


# --- the end -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [never_ends, None], ids=["in a long pass", "while watching"])
def test_stopping_takes_less_than_five_seconds(script):
    shop = ScriptedShop(1, 2)
    if script is not None:
        shop.sync.passes[1] = [script]
    with running(shop) as one:
        assert shop.diary.wait("sync", 1)
        assert shop.diary.wait("watch", 2)
        began = time.monotonic()
        one.engine.handle(Stop())
        assert one.engine.stop(5)
        assert time.monotonic() - began < 2
    assert shop.diary.count("close", 1) == 1


def test_a_lane_that_is_stuck_does_not_keep_the_others_from_ending():
    shop = ScriptedShop(1, 2)
    go_on = threading.Event()
    shop.sync.passes[1] = [lambda *_: go_on.wait(10)]
    one = Running(shop, SLOW)
    assert shop.diary.wait("sync", 1)
    assert shop.diary.wait("watch", 2)
    began = time.monotonic()
    assert not one.engine.stop(0.2)
    assert time.monotonic() - began < 1
    assert shop.diary.count("close", 2) == 1
    go_on.set()
    assert one.engine.stop(5)
    assert one.writer.close()


def test_mailboxes_that_wait_for_ever_end_as_well():
    shop = ScriptedShop(1)
    shop.sync.next_pause = None
    shop.sync.connects[1] = [REFUSED]
    with running(shop) as one:
        assert shop.diary.wait("failure", 1)
        time.sleep(0.02)
        assert one.engine.stop(2)
