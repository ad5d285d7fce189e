"""Backups in the window: chosen, made, cancelled, told when they fail, and their line in the morning review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from shopdesk.domain.backup import BackupState
from shopdesk.domain.control import Control
from shopdesk.domain.day import Check, DayKind, Item
from shopdesk.domain.errors import BackupFolderMissing, BackupFolderTaken
from shopdesk.ui.backup_room import BackupRoom
from shopdesk.ui.backup_words import age_words, restore_command
from shopdesk.ui.settings.backup_page import BackupPage
from shopdesk.ui.settings.backup_presenter import BackupPresenter
from shopdesk.ui.today.wording import item_detail, item_pill, item_title
from tests.ui.fake_backups import FakeBackups
from tests.ui.fakes import HeldLane
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp)
    yield made
    made.clear()


class Written:
    """A view that writes down what it is told."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def show_state(self, state: BackupState) -> None:
        self.said.append(state.copies)

    def show_progress(self, done: int, total: int) -> None:
        self.said.append((done, total))

    def show_running(self, *, running: bool) -> None:
        self.said.append("begins" if running else "ends")

    def show_stopped(self) -> None:
        self.said.append("stopped")

    def show_failure(self, error: Exception) -> None:
        self.said.append(type(error).__name__)


@pytest.fixture
def view() -> Written:
    return Written()


@pytest.fixture
def backups() -> FakeBackups:
    made = FakeBackups()
    made.now = BackupState("/drive")
    return made


@pytest.fixture
def lane() -> HeldLane:
    return HeldLane()


@pytest.fixture
def presenter(backups: FakeBackups, lane: HeldLane, view: Written) -> BackupPresenter:
    return BackupPresenter(backups, (lane, lane), lambda call: call(), view)


def test_a_backup_tells_how_far_it_is_in_few_steps(
    presenter: BackupPresenter, backups: FakeBackups, lane: HeldLane, view: Written
) -> None:
    def many(control: Control) -> None:
        for done in range(5_001):
            control.report(done, 5_000)

    backups.under_way = many
    presenter.make()
    presenter.make()  # a second click begins no second one
    assert view.said == ["begins"]
    lane.release()
    assert (backups.made, view.said[0], view.said[-2:]) == (1, "begins", ["ends", 1])
    assert len(view.said) == 1 + 101 + 2


def test_a_cancelled_backup_says_that_it_stopped(
    presenter: BackupPresenter, backups: FakeBackups, lane: HeldLane, view: Written
) -> None:
    presenter.make()
    presenter.cancel()
    lane.release()
    assert backups.made == 0
    assert view.said[-3:] == ["ends", "stopped", 0]
    assert not presenter.is_running


def test_a_failure_is_told_and_the_next_try_begins(
    presenter: BackupPresenter, backups: FakeBackups, lane: HeldLane, view: Written
) -> None:
    backups.fails = BackupFolderMissing("/drive")
    presenter.make()
    lane.release()
    assert "BackupFolderMissing" in view.said
    backups.fails = None
    presenter.make()
    lane.release()
    assert backups.made == 1


def test_settings_choose_a_folder_make_a_backup_and_show_its_age(stage: Stage) -> None:
    desk = sample_desk()
    desk.backups.at = stage.now - timedelta(hours=6)
    window = stage.window(desk)
    window.pages.page("today")
    window.pages._makers.show_place(Check.BACKUP)  # the button of the morning review's line
    dialog = window.deeds.settings.dialog
    page = dialog.page("backups")
    assert isinstance(page, BackupPage)
    assert dialog.isVisible()
    assert page.age.text() == "No backup yet"

    page.pick = lambda folder: ""
    page.make.click()
    assert desk.backups.made == 0

    page.pick = lambda folder: "/media/stick"
    page.make.click()
    stage.settle()
    assert desk.backups.made == 1
    assert page.age.text() == "Backup: 6 hours old"
    assert "1 copy" in page.facts.text()
    assert page.path.accessibleName() == "/media/stick"
    assert page.command.text().endswith('restore "/media/stick"')
    page.copy.click()
    assert QApplication.clipboard().text() == page.command.text()

    desk.backups.fails = BackupFolderTaken("/data")
    page.choose.click()
    assert "Choose another folder." in page.said.text()
    desk.backups.fails = None
    page.stop.click()
    assert desk.backups.now.folder == ""
    assert page.stop.isHidden()


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(minutes=59), "less than an hour"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=6, minutes=30), "6 hours"),
        (timedelta(days=2), "48 hours"),
        (timedelta(days=2, hours=1), "2 days"),
        (timedelta(days=12), "12 days"),
    ],
)
def test_an_age_is_said_in_hours_and_then_in_days(age: timedelta, words: str) -> None:
    assert age_words(age) == words


@pytest.mark.parametrize(
    ("item", "title", "detail", "tone"),
    [
        (Item("backup", age=timedelta(hours=6)), "Backup: 6 hours old", "", ""),
        (Item("backup", count=1, problem="BackupNotChosen"), "No backup yet · Choose a folder", "", "amber"),
        (
            Item("backup", count=1, age=timedelta(days=3), problem="BackupFolderMissing"),
            "Backup: 3 days old",
            "The backup folder is not there. Connect its drive, or choose another folder in Settings, Backups.",
            "amber",
        ),
        (Item("backup", count=1, age=timedelta(days=8)), "Backup: 8 days old", "", "red"),
    ],
)
def test_the_morning_review_tells_the_age_of_the_backup(item: Item, title: str, detail: str, tone: str) -> None:
    pill = item_pill(item)
    assert item_title(item, DayKind.MORNING) == title
    assert item_detail(item) == detail
    assert (pill[0] if pill is not None else "") == tone


def test_a_backup_that_fails_for_two_days_is_told_once_a_day(stage: Stage) -> None:
    desk = sample_desk()
    around, now = stage.around, [datetime(2026, 11, 18, 9, tzinfo=UTC)]
    owner, told = QObject(), []
    room = BackupRoom(desk, around._replace(now=lambda: now[0]), owner)
    room.told.connect(told.append)
    desk.backups.now = BackupState("/drive", now[0], failing_since=now[0], problem="BackupFolderMissing")

    for hours in range(60):
        now[0] += timedelta(hours=1)
        room.tick()
        room.tick()
        assert bool(told) == (hours >= 47)

    assert len(told) == 1
    assert told[0].startswith("Backup: 48 hours old. The backup folder is not there.")


def test_what_is_typed_on_the_new_computer_names_the_program_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert restore_command("/a b") == 'python3 main.py restore "/a b"'
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    assert restore_command("E:\\b") == 'shopdesk-cli restore "E:\\b"'
