"""How long a piece of work will still take."""

from datetime import UTC, datetime, timedelta

from shopdesk.domain.progress import Estimate

BEGAN = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


def run(estimate: Estimate, speed: float, seconds: int, total: int = 10_000, begin: int = 0, done: int = 0) -> int:
    for second in range(seconds + 1):
        estimate.note(done + round(speed * second), total, at(begin + second))
    return done + round(speed * seconds)


def test_nobody_guesses_in_the_first_seconds():
    estimate = Estimate()
    run(estimate, 10, 5)
    assert estimate.left is None


def test_a_steady_work_takes_what_is_left_by_its_speed():
    estimate = Estimate()
    run(estimate, 10, 60)
    assert estimate.left is not None
    assert abs(estimate.left.total_seconds() - 940) < 20


def test_a_stall_of_some_seconds_hardly_changes_the_answer():
    estimate = Estimate()
    done = run(estimate, 20, 60, 5_000)
    before = estimate.left
    for second in range(61, 65):
        estimate.note(done, 5_000, at(second))
    after = estimate.left
    assert before is not None
    assert after is not None
    assert abs(after - before) < timedelta(seconds=60)


def test_a_speed_that_stays_lower_is_believed_in_the_end():
    estimate = Estimate()
    done = run(estimate, 50, 30)
    run(estimate, 5, 180, begin=30, done=done)
    assert estimate.left is not None
    assert estimate.left > timedelta(minutes=20)


def test_the_answer_does_not_jump_about_between_reports_that_come_in_bursts():
    estimate = Estimate()
    said = []
    for second in range(120):
        estimate.note((second // 5) * 100, 8_000, at(second))
        if estimate.left is not None and second > 30:
            said.append(at(second) + estimate.left)
    assert len(set(said)) <= 3
    assert all(abs(one - at(400)) < timedelta(seconds=80) for one in said)


def test_a_night_of_sleep_says_nothing_about_the_speed():
    estimate = Estimate()
    done = run(estimate, 10, 60)
    before = estimate.left
    estimate.note(done + 1, 10_000, at(30_000))
    done = run(estimate, 10, 10, begin=30_001, done=done)
    assert before is not None
    assert estimate.left is not None
    assert abs(estimate.left - before) < timedelta(minutes=2)


def test_another_work_begins_anew():
    estimate = Estimate()
    run(estimate, 10, 60)
    estimate.note(1, 50, at(70))
    assert estimate.left is None
    assert (estimate.done, estimate.total) == (1, 50)


def test_a_work_is_running_until_all_is_done_and_while_nobody_knows_how_much():
    estimate = Estimate()
    assert estimate.is_running
    estimate.note(3, 3, at(0))
    assert not estimate.is_running
    estimate.note(3, 9, at(1))
    assert estimate.is_running
