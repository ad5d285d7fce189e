"""The shop that the tests of this folder work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import StoppedClock
from tests.services.bench import Bench


@pytest.fixture
def bench(data_folder: Path, clock: StoppedClock) -> Iterator[Bench]:
    """A shop with one mailbox, INBOX and Sent."""
    with Bench(data_folder, clock) as bench:
        bench.connect()
        bench.heard.clear()
        yield bench
