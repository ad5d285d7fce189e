"""Fetch the next batch, or keep the last one, while this one is worked on."""

from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from functools import partial
from typing import Protocol, TypeVar

from shopdesk.domain.errors import ServerProblem

_Asked = TypeVar("_Asked")
_Got = TypeVar("_Got")


class Beside(Protocol):
    """Runs work beside the caller."""

    def start(self, work: Callable[[], _Got]) -> Callable[[], _Got]:
        """Begin; calling the result waits for the end and returns, or raises, what the work did."""


def one_ahead(
    beside: Beside, asked: Iterable[_Asked], fetch: Callable[[_Asked], _Got]
) -> Generator[tuple[_Asked, _Got], None, None]:
    """Yield each item with what was fetched for it, while the next is already being fetched.

    Never two fetches at once, and none is under way while the next item is asked for: a connection may be used there.
    What goes wrong with the next item is raised when this one is worked on.
    """
    items = iter(asked)
    pending: tuple[_Asked, Callable[[], _Got]] | None = None
    try:
        while True:
            ready = [] if pending is None else [(pending[0], pending[1]())]
            pending, trouble = None, None
            try:
                for item in items:
                    pending = (item, beside.start(lambda item=item: fetch(item)))  # type: ignore[misc]
                    break
            except Exception as problem:  # noqa: BLE001 - raised below
                trouble = problem
            if ready:
                yield ready.pop()  # handed over, not held: an item may be megabytes of mail
            if trouble is not None:
                raise trouble
            if pending is None:
                return
    finally:
        if pending is not None:
            # Left early: the connection must be at rest before anybody else uses it.
            with suppress(ServerProblem):
                pending[1]()


def one_behind(
    beside: Beside, items: Iterable[_Asked], keep: Callable[[_Asked], None]
) -> Generator[_Asked, None, None]:
    """Yield each item once it is kept, while the next one is already being kept; never two at once.

    What goes wrong with keeping an item is raised in its place; what goes wrong with getting one, after the last that
    was kept.
    """
    source = iter(items)
    pending: tuple[_Asked, Callable[[], None]] | None = None
    try:
        while True:
            item, trouble = None, None
            try:
                item = next(source, None)
            except Exception as problem:  # noqa: BLE001 - raised below
                trouble = problem
            if pending is not None:
                pending[1]()
            kept, pending = pending, None
            if item is not None:
                pending = (item, beside.start(partial(keep, item)))
            if kept is not None:
                yield kept[0]
            if trouble is not None:
                raise trouble
            if pending is None:
                return
    finally:
        if pending is not None:
            # Left early, for another reason: nothing may go on behind it.
            with suppress(Exception):
                pending[1]()
