"""Lanes whose pieces do not wait for each other."""

from __future__ import annotations

import threading

from shopdesk.jobs.free_lanes import FreeLanes


def test_a_piece_that_hangs_keeps_nobody_waiting_and_idle_threads_are_used_again() -> None:
    lanes = FreeLanes("network")
    gate, done = threading.Event(), threading.Event()
    names: list[str] = []
    lanes.submit(gate.wait)
    for _ in range(3):
        done.clear()
        lanes.submit(lambda: names.append(threading.current_thread().name), lambda _: done.set())
        assert done.wait(5)
        assert lanes._lanes[1].wait_idle()
    assert names == ["network-2"] * 3
    assert not lanes.close(0.05)
    gate.set()


def test_failures_go_to_who_asked_and_nothing_is_done_after_the_end() -> None:
    lanes = FreeLanes("network")
    failures: list[Exception] = []
    heard = threading.Event()

    def fail() -> None:
        raise ValueError("no")

    lanes.replace(fail, None, lambda problem: (failures.append(problem), heard.set()))
    assert heard.wait(5)
    assert [str(problem) for problem in failures] == ["no"]
    assert lanes.close()
    lanes.submit(lambda: failures.append(ValueError("late")))
    assert len(failures) == 1
