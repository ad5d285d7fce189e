"""The next batch is fetched while this one is worked on: in order, never two at once, and nothing left under way."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pytest

from shopdesk.domain.errors import ConnectionLost, DiskFull
from shopdesk.jobs.beside import BesideLanes
from shopdesk.services.ahead import Beside, one_ahead, one_behind

_Got = TypeVar("_Got")


class AtOnce:
    """Runs the work right where it is started, for those who have nothing to run it beside."""

    def start(self, work: Callable[[], _Got]) -> Callable[[], _Got]:
        """Do the work now."""
        got = work()
        return lambda: got


Got = TypeVar("Got")


class Line:
    """A connection that notices when two use it at once."""

    def __init__(self) -> None:
        self.busy = threading.Lock()
        self.fetched: list[int] = []
        self.fails_at: int | None = None
        self.second_began = threading.Event()

    def fetch(self, number: int) -> str:
        assert self.busy.acquire(blocking=False), "two at once"
        try:
            self.fetched.append(number)
            if number == 1:
                self.second_began.set()
            if number == self.fails_at:
                raise ConnectionLost("host", "gone")
            return f"mail {number}"
        finally:
            self.busy.release()

    def asked(self, numbers: Iterable[int]) -> Iterator[int]:
        """The numbers, as long as nobody uses the connection at that moment."""
        for number in numbers:
            assert not self.busy.locked(), "the connection is in use while the next is asked for"
            yield number


@pytest.fixture
def lanes() -> Iterator[BesideLanes]:
    lanes = BesideLanes()
    yield lanes
    lanes.close()


@pytest.fixture(params=["beside", "at once"])
def beside(request: pytest.FixtureRequest, lanes: BesideLanes) -> Beside:
    return lanes if request.param == "beside" else AtOnce()


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_all_come_in_order(beside: Beside, count: int) -> None:
    line = Line()

    got = list(one_ahead(beside, line.asked(range(count)), line.fetch))

    assert got == [(number, f"mail {number}") for number in range(count)]
    assert line.fetched == list(range(count))


def test_the_next_is_fetched_while_this_one_is_worked_on(lanes: BesideLanes) -> None:
    line = Line()
    work = one_ahead(lanes, line.asked(range(3)), line.fetch)

    assert next(work) == (0, "mail 0")
    assert line.second_began.wait(5)
    assert next(work) == (1, "mail 1")

    work.close()
    assert line.fetched == [0, 1, 2], "what was begun came to its end"
    assert not line.busy.locked()


class Batch:
    """Something that is large."""


def test_what_was_handed_over_is_let_go_of_while_the_next_is_made(beside: Beside) -> None:
    stages = one_ahead(beside, one_ahead(beside, range(5), lambda _: Batch()), lambda _: Batch())

    (_, asked), got = next(stages)
    held = [weakref.ref(asked), weakref.ref(got)]
    del asked, got, _
    gc.collect()

    assert [one() for one in held] == [None, None]
    stages.close()


def test_who_breaks_off_leaves_the_line_at_rest(beside: Beside) -> None:
    line = Line()

    with pytest.raises(ZeroDivisionError):
        for number, _ in one_ahead(beside, line.asked(range(9)), line.fetch):
            if number == 2:
                raise ZeroDivisionError

    assert not line.busy.locked()
    assert len(line.fetched) == 4


def test_who_breaks_off_is_not_told_of_trouble_with_what_nobody_wants_any_more(lanes: BesideLanes) -> None:
    line = Line()
    line.fails_at = 1

    with pytest.raises(ZeroDivisionError):
        for _ in one_ahead(lanes, line.asked(range(9)), line.fetch):
            raise ZeroDivisionError

    assert line.fetched == [0, 1]


def test_trouble_with_the_line_reaches_who_works(beside: Beside) -> None:
    line = Line()
    line.fails_at = 2
    got = []

    with pytest.raises(ConnectionLost) as lost:
        got.extend(one_ahead(beside, line.asked(range(9)), line.fetch))

    assert lost.value.detail == "gone"
    assert line.fetched == [0, 1, 2], "nothing more is asked of a line that is gone"


def test_what_came_before_the_trouble_is_worked_on(lanes: BesideLanes) -> None:
    line = Line()
    line.fails_at = 2
    got: list[int] = []

    with pytest.raises(ConnectionLost):
        for number, _ in one_ahead(lanes, line.asked(range(9)), line.fetch):
            got.append(number)

    assert got == [0, 1]


def test_trouble_while_asking_for_the_next_reaches_who_works(beside: Beside) -> None:
    line = Line()

    def asked() -> Iterator[int]:
        yield 0
        raise KeyError("stopped")

    with pytest.raises(KeyError):
        list(one_ahead(beside, asked(), line.fetch))

    assert not line.busy.locked()


def test_at_once_means_now() -> None:
    done: list[int] = []

    def work() -> int:
        done.append(1)
        return len(done)

    result: Callable[[], int] = AtOnce().start(work)

    assert done == [1]
    assert (result(), result()) == (1, 1)


def test_what_is_ready_is_worked_on_before_the_next_item_fails(beside: Beside) -> None:
    def asked() -> Iterator[int]:
        yield 0
        raise ConnectionLost("host", "gone")

    ahead = one_ahead(beside, asked(), Line().fetch)
    assert next(ahead) == (0, "mail 0")
    with pytest.raises(ConnectionLost):
        next(ahead)


def test_two_stages_work_on_different_batches_at_the_same_time(lanes: BesideLanes) -> None:
    line = Line()
    read_waits = threading.Event()

    def read(got: tuple[int, str]) -> str:
        if got[0] == 0:
            assert line.second_began.wait(10), "nothing is fetched while this is read"
            read_waits.set()
        return f"read {got[1]}"

    stages = one_ahead(lanes, one_ahead(lanes, line.asked(range(4)), line.fetch), read)
    assert [reading for _, reading in stages] == [f"read mail {number}" for number in range(4)]
    assert read_waits.is_set()


class Shelf:
    """Keeps things one at a time, and remembers them."""

    def __init__(self) -> None:
        self.busy = threading.Lock()
        self.kept: list[int] = []
        self.fails_at: int | None = None
        self.keeping = threading.Event()
        """Something other than the first is being kept."""

    def keep(self, number: int) -> None:
        assert self.busy.acquire(blocking=False), "two at once"
        try:
            if number > 0:
                self.keeping.set()
            if number == self.fails_at:
                raise DiskFull("shelf")
            self.kept.append(number)
        finally:
            self.busy.release()


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_each_is_kept_before_it_is_worked_on(beside: Beside, count: int) -> None:
    shelf = Shelf()
    for number in one_behind(beside, range(count), shelf.keep):
        assert number in shelf.kept
    assert shelf.kept == list(range(count))


def test_the_next_is_kept_while_this_one_is_worked_on(lanes: BesideLanes) -> None:
    shelf = Shelf()
    for number in one_behind(lanes, range(2), shelf.keep):
        assert number > 0 or shelf.keeping.wait(10)


def test_what_was_kept_is_worked_on_before_trouble_with_the_next(beside: Beside) -> None:
    def arriving() -> Iterator[int]:
        yield 0
        yield 1
        raise ConnectionLost("host", "gone")

    shelf = Shelf()
    got = []
    with pytest.raises(ConnectionLost):
        got.extend(one_behind(beside, arriving(), shelf.keep))
    assert got == shelf.kept == [0, 1]


def test_what_could_not_be_kept_is_not_worked_on(lanes: BesideLanes) -> None:
    shelf = Shelf()
    shelf.fails_at = 2
    got: list[int] = []
    with pytest.raises(DiskFull):
        for number in one_behind(lanes, range(9), shelf.keep):
            got.append(number)
    assert got == shelf.kept == [0, 1]


def test_who_breaks_off_leaves_nothing_half_kept(lanes: BesideLanes) -> None:
    shelf = Shelf()
    shelf.fails_at = 3
    with pytest.raises(ZeroDivisionError):
        for number in one_behind(lanes, range(9), shelf.keep):
            if number == 2:
                raise ZeroDivisionError
    assert not shelf.busy.locked()
    assert shelf.kept == [0, 1, 2]
