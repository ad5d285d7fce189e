"""Lanes keep order, survive everything and end when asked."""

import logging
import threading

import pytest

from shopdesk.domain.errors import NotFound
from shopdesk.jobs.lane import InlineLane, Lane


def test_work_runs_in_order_and_in_one_thread_of_its_own():
    lane, seen = Lane("store"), []
    for number in range(50):
        lane.submit(lambda number=number: seen.append((number, threading.get_ident())))
    assert lane.close()
    assert [number for number, _ in seen] == list(range(50))
    assert {thread for _, thread in seen} != {threading.get_ident()}
    assert len({thread for _, thread in seen}) == 1


def test_results_and_failures_reach_their_receivers():
    lane, results, failures = Lane("store"), [], []
    lane.submit(lambda: 3 + 4, results.append, failures.append)
    lane.submit(lambda: 1 // 0, results.append, failures.append)
    lane.submit(lambda: "still alive", results.append, failures.append)
    assert lane.close()
    assert results == [7, "still alive"]
    assert [type(error) for error in failures] == [ZeroDivisionError]


@pytest.mark.expects_log("failure in a lane|work in a lane failed")
def test_failures_nobody_asked_about_go_to_the_log(caplog):
    lane = Lane("store")

    def refuse() -> None:
        raise NotFound("message 3")

    lane.submit(refuse)
    lane.submit(lambda: 1 // 0)
    assert lane.close()
    levels = [(record.levelno, bool(record.exc_info)) for record in caplog.records]
    assert levels == [(logging.WARNING, False), (logging.ERROR, True)]


@pytest.mark.expects_log("receiver")
def test_a_receiver_that_fails_does_not_end_the_lane(caplog):
    lane, results = Lane("store"), []
    lane.submit(lambda: 1, lambda number: number // 0)
    lane.submit(lambda: 2, results.append)
    assert lane.close()
    assert results == [2]
    assert "receiver" in caplog.text


def test_a_newer_wish_replaces_pending_work_and_silences_the_running_one():
    lane, results = Lane("search"), []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(5)
        return "a"

    lane.replace(slow, results.append)
    assert begun.wait(5)
    for text in ("ab", "abc", "abcd"):
        lane.replace(lambda text=text: text, results.append)
    go_on.set()
    assert lane.close()
    assert results == ["abcd"]


def test_ordinary_work_that_runs_is_answered_although_newer_work_replaces_the_pending():
    lane, results = Lane("search"), []
    begun, go_on = threading.Event(), threading.Event()
    lane.submit(lambda: (begun.set(), go_on.wait(5)) and "write", results.append)
    assert begun.wait(5)
    lane.replace(lambda: "search", results.append)
    go_on.set()
    assert lane.close()
    assert results == ["write", "search"]


def test_callbacks_go_through_the_delivery_of_the_lane():
    posted, results = [], []
    lane = Lane("store", deliver=posted.append)
    lane.submit(lambda: 5, results.append)
    assert lane.close()
    assert results == []
    for callback in posted:
        callback()
    assert results == [5]


def test_a_posted_result_is_withdrawn_when_a_newer_wish_comes_before_it_is_called():
    posted, results = [], []
    lane = Lane("search", deliver=posted.append)
    begun, go_on = threading.Event(), threading.Event()
    lane.replace(lambda: "old", results.append)
    assert lane.wait_idle()
    lane.replace(lambda: (begun.set(), go_on.wait(5)) and "new", results.append)
    assert begun.wait(5)
    go_on.set()
    assert lane.close()
    for callback in posted:
        callback()
    assert results == ["new"]


def test_closing_without_finishing_forgets_what_is_pending():
    lane, seen = Lane("mailbox"), []
    begun, go_on = threading.Event(), threading.Event()
    lane.submit(lambda: (begun.set(), go_on.wait(5), seen.append("running")))
    assert begun.wait(5)
    lane.submit(lambda: seen.append("pending"))
    assert not lane.close(0.05, finish=False)
    go_on.set()
    assert lane.close(5)
    assert seen == ["running"]


@pytest.mark.expects_log("dropped")
def test_a_closed_lane_drops_work_and_says_so(caplog):
    lane = Lane("store")
    assert lane.close()
    lane.submit(lambda: 1)
    assert "dropped" in caplog.text


def test_the_last_act_happens_in_the_lanes_own_thread():
    seen = []
    lane = Lane("store", last=lambda: seen.append(threading.get_ident()))
    lane.submit(lambda: seen.append(threading.get_ident()))
    assert lane.close()
    assert len(seen) == 2
    assert seen[0] == seen[1] != threading.get_ident()


def test_a_lane_can_be_closed_from_inside():
    lane, results = Lane("store"), []
    lane.submit(lambda: lane.close(1), results.append)
    assert lane.close()
    assert results == [False]


@pytest.mark.expects_log("dropped|failure in a lane")
@pytest.mark.parametrize("way", ["submit", "replace"])
def test_the_inline_lane_answers_at_once(way):
    lane, results, failures = InlineLane(), [], []
    getattr(lane, way)(lambda: 2, results.append)
    getattr(lane, way)(lambda: 1 // 0, results.append, failures.append)
    assert (results, len(failures)) == ([2], 1)
    assert lane.close()
    getattr(lane, way)(lambda: 3, results.append)
    InlineLane().submit(lambda: 1 // 0)
    assert results == [2]
