"""When a backup is due, how its failures are told, and what an erased customer does to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.domain.backup import MadeBackup
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.day import Check, DayKind, Item, ItemState
from shopdesk.domain.errors import BackupFolderMissing, BackupFolderTaken, BackupNotChosen, BackupUnderway, Cancelled
from shopdesk.services.backups import Backups
from shopdesk.system.single_instance import hold_folder
from tests.services.bench import Bench, mail


def backups(bench: Bench) -> Backups:
    return bench.shop.backups


def item(bench: Bench) -> Item:
    """The backup's line of the morning review."""
    found = bench.shop.day.digest(DayKind.MORNING).run.item(Check.BACKUP.value)
    assert found is not None
    return found


@pytest.fixture
def drive(bench: Bench, tmp_path: Path) -> Path:
    """A backup folder that was chosen, with one copy."""
    backups(bench).choose(str(tmp_path / "drive"))
    backups(bench).make(SimpleControl())
    return tmp_path / "drive"


def test_there_is_no_backup_until_a_folder_is_chosen(bench: Bench) -> None:
    assert not backups(bench).is_due()
    with pytest.raises(BackupNotChosen):
        backups(bench).make(SimpleControl())
    assert (item(bench).state, item(bench).age, item(bench).problem) == (ItemState.OPEN, None, "BackupNotChosen")


def test_a_backup_is_due_at_once_and_then_once_a_day(bench: Bench, tmp_path: Path) -> None:
    backups(bench).choose(str(tmp_path / "drive"))
    assert backups(bench).is_due()
    backups(bench).make(SimpleControl())
    assert not backups(bench).is_due()
    bench.clock.advance(timedelta(hours=19))
    assert not backups(bench).is_due()
    bench.clock.advance(timedelta(hours=2))
    assert backups(bench).is_due()


def test_the_morning_review_tells_its_age_and_ticks_itself_while_it_is_fresh(bench: Bench, drive: Path) -> None:
    bench.clock.advance(timedelta(hours=6))
    assert item(bench).age == timedelta(hours=6)
    assert item(bench).state is ItemState.AUTOMATIC
    bench.clock.advance(timedelta(hours=43))
    assert item(bench).state is ItemState.OPEN


def test_a_drive_that_is_away_is_written_down_and_tried_again_after_an_hour(bench: Bench, drive: Path) -> None:
    away = drive.rename(drive.with_name("away"))
    bench.clock.advance(timedelta(days=1))
    with pytest.raises(BackupFolderMissing):
        backups(bench).make(SimpleControl())
    state = backups(bench).state()
    assert (state.problem, state.failing_since) == ("BackupFolderMissing", bench.clock.now())
    assert state.last is not None
    assert item(bench).problem == "BackupFolderMissing"
    assert not backups(bench).is_due()
    bench.clock.advance(timedelta(days=2))
    assert backups(bench).is_due()
    assert backups(bench).state().fails_too_long(bench.clock.now())

    away.rename(drive)
    backups(bench).make(SimpleControl())

    state = backups(bench).state()
    assert (state.problem, state.failing_since, state.copies) == ("", None, 2)


def test_a_cancelled_backup_is_no_failure(bench: Bench, drive: Path) -> None:
    before, control = backups(bench).state(), SimpleControl()
    control.cancel()
    bench.comes(mail("more"))
    with pytest.raises(Cancelled):
        backups(bench).make(control)
    assert backups(bench).state() == before


def test_two_processes_do_not_back_up_at_once(bench: Bench, drive: Path, data_folder: Path) -> None:
    with hold_folder(data_folder, "backup.lock"), pytest.raises(BackupUnderway):
        backups(bench).make(SimpleControl())
    assert backups(bench).state().problem == ""


def test_an_erased_customer_goes_out_of_all_copies_with_the_next_backup(bench: Bench, drive: Path) -> None:
    bench.comes(mail("secret", body="Zitronenfalter in my parcel"))
    bench.comes(mail("other", sender="Bob <bob@mail.example>", subject="Chair"))
    bench.clock.advance(timedelta(days=1))
    backups(bench).make(SimpleControl())
    assert backups(bench).state().copies == 2

    bench.clock.advance(timedelta(hours=1))
    bench.shop.erasing.erase(["anna@mail.example"])
    assert backups(bench).is_due()
    bench.clock.advance(timedelta(minutes=5))
    made = backups(bench).make(SimpleControl())

    assert len(made.removed) == 2
    assert not backups(bench).is_due()
    assert [one.is_sound for one in backups(bench).check()] == [True]
    left = b"".join(path.read_bytes() for path in drive.rglob("*") if path.is_file())
    assert b"bob@mail.example" in left
    assert b"anna@mail.example" not in left


def test_old_copies_that_cannot_be_taken_away_are_tried_again_after_an_hour(bench: Bench, drive: Path) -> None:
    bench.comes(mail("secret"))
    bench.clock.advance(timedelta(hours=1))
    bench.shop.erasing.erase(["anna@mail.example"])
    bench.clock.advance(timedelta(minutes=1))
    real, shelf = backups(bench)._shelf.make, backups(bench)._shelf

    def untidy(*given: object) -> MadeBackup:
        return replace(real(*given), is_tidy=False)  # type: ignore[arg-type]

    shelf.make = untidy  # type: ignore[method-assign]
    backups(bench).make(SimpleControl())
    assert backups(bench).state().forgets is not None
    assert not backups(bench).is_due()
    bench.clock.advance(timedelta(hours=1))
    assert backups(bench).is_due()


def test_another_folder_begins_anew_and_the_same_one_goes_on(bench: Bench, drive: Path, tmp_path: Path) -> None:
    first = backups(bench).state()
    assert backups(bench).choose(str(tmp_path / "other")).last is None
    with pytest.raises(BackupFolderTaken):
        backups(bench).choose(str(tmp_path / "data"))
    again = backups(bench).choose(str(drive))
    assert (again.last, again.copies) == (first.last, 1)
    backups(bench).stop()
    assert backups(bench).state().folder == ""
    assert not backups(bench).is_due()


def meanwhile(bench: Bench, deed: Callable[[], object]) -> Backups:
    """Backups while whose making something happens."""

    @contextmanager
    def alone() -> Iterator[None]:
        yield
        deed()

    return Backups(bench.shop.store, bench.clock, bench.shop.store.shelf, alone)


def test_a_backup_that_ends_after_another_folder_was_chosen_leaves_that_choice(
    bench: Bench, drive: Path, tmp_path: Path
) -> None:
    meanwhile(bench, lambda: backups(bench).choose(str(tmp_path / "other"))).make(SimpleControl())
    state = backups(bench).state()
    assert (state.folder, state.last, state.copies) == (str(tmp_path / "other"), None, 0)
    assert backups(bench).is_due()


def test_a_failure_that_is_told_after_backups_were_stopped_is_nobodys(bench: Bench, drive: Path) -> None:
    def stop() -> None:
        backups(bench).stop()
        raise BackupFolderMissing(str(drive))

    with pytest.raises(BackupFolderMissing):
        meanwhile(bench, stop).make(SimpleControl())
    state = backups(bench).state()
    assert (state.folder, state.problem, state.failing_since) == ("", "", None)


def test_who_is_erased_while_no_folder_is_chosen_goes_out_of_the_copies_once_it_is_chosen_again(
    bench: Bench, drive: Path
) -> None:
    bench.comes(mail("a"))
    bench.clock.advance(timedelta(minutes=1))
    backups(bench).make(SimpleControl())
    backups(bench).stop()
    bench.clock.advance(timedelta(minutes=1))
    bench.shop.erasing.erase(["anna@mail.example"])
    backups(bench).choose(str(drive))
    assert backups(bench).is_due()
    backups(bench).make(SimpleControl())
    assert [one.messages for one in backups(bench).copies()] == [0]
    assert backups(bench).state().forgets is None
