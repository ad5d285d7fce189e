"""Which copies are kept, and when a backup is too old."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.backup import BackupAge, BackupCopy, BackupState, to_keep

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday


def copies(*days_ago: float) -> list[BackupCopy]:
    return [BackupCopy(f"{ago:g}", NOON - timedelta(days=ago), 1, 1, 100) for ago in days_ago]


def kept(*days_ago: float) -> list[str]:
    return [one.name for one in to_keep(copies(*days_ago), UTC)]


def test_the_newest_of_each_of_seven_days_and_of_four_weeks_stay() -> None:
    every_day = [float(ago) for ago in range(40)]

    # The week of the 18th began two days before; the weeks before are kept by their Sundays.
    assert kept(*every_day) == ["0", "1", "2", "3", "4", "5", "6", "10", "17"]


def test_of_several_copies_of_a_day_the_newest_stays() -> None:
    assert kept(0, 0.1, 0.2, 1) == ["0", "1"]


def test_the_last_copy_stays_however_old_it_is() -> None:
    assert kept(400) == ["400"]


def test_days_without_a_copy_push_none_out() -> None:
    assert kept(0, 30, 31, 60, 90) == ["0", "30", "31", "60", "90"]


@pytest.mark.parametrize(
    ("hours", "standing"),
    [
        (6, BackupAge.FRESH),
        (48, BackupAge.FRESH),
        (49, BackupAge.OLD),
        (7 * 24, BackupAge.OLD),
        (7 * 24 + 1, BackupAge.FAR_TOO_OLD),
        (-3, BackupAge.FRESH),
        (None, BackupAge.NONE),
    ],
)
def test_a_backup_is_old_after_two_days_and_far_too_old_after_seven(hours: float | None, standing: BackupAge) -> None:
    last = None if hours is None else NOON - timedelta(hours=hours)

    assert BackupState("/drive", last).standing(NOON) is standing


def test_a_backup_that_fails_for_two_days_is_a_persons_business() -> None:
    failing = BackupState("/drive", failing_since=NOON - timedelta(days=2), problem="BackupFolderMissing")

    assert failing.fails_too_long(NOON)
    assert not failing.fails_too_long(NOON - timedelta(minutes=1))
    assert not BackupState("/drive").fails_too_long(NOON)
