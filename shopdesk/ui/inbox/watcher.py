"""Whoever shows a list is told about each change of its rows before and after it happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Watcher(Protocol):
    """Shows a list (a Qt model)."""

    def about_to_insert(self, row: int, count: int) -> None: ...
    def inserted(self) -> None: ...
    def about_to_remove(self, row: int, count: int) -> None: ...
    def removed(self) -> None: ...
    def changed(self, first: int, last: int) -> None: ...
    def about_to_reset(self) -> None: ...
    def was_reset(self) -> None: ...


class Nobody:
    """Watches without looking."""

    def about_to_insert(self, row: int, count: int) -> None: ...
    def inserted(self) -> None: ...
    def about_to_remove(self, row: int, count: int) -> None: ...
    def removed(self) -> None: ...
    def changed(self, first: int, last: int) -> None: ...
    def about_to_reset(self) -> None: ...
    def was_reset(self) -> None: ...


@contextmanager
def inserting(watcher: Watcher, row: int, count: int = 1) -> Iterator[None]:
    """Rows come in the block."""
    watcher.about_to_insert(row, count)
    yield
    watcher.inserted()


@contextmanager
def removing(watcher: Watcher, row: int, count: int = 1) -> Iterator[None]:
    """Rows go in the block."""
    watcher.about_to_remove(row, count)
    yield
    watcher.removed()


@contextmanager
def resetting(watcher: Watcher) -> Iterator[None]:
    """Everything becomes another list in the block."""
    watcher.about_to_reset()
    yield
    watcher.was_reset()
