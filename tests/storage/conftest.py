"""A real store in a folder of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.storage.store import SqliteStore, open_store


@pytest.fixture
def announced() -> list[Changes]:
    """What the store announced, in order."""
    return []


@pytest.fixture
def store(tmp_path: Path, announced: list[Changes]) -> Iterator[SqliteStore]:
    """An empty store."""
    opened = open_store(tmp_path / "desk", announced.append)
    yield opened
    opened.close()
