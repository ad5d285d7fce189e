"""What every test has: a data folder, a keychain and a clock of its own; and nothing may be left behind."""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import keyring
import pytest

from tests.fakes import leftovers
from tests.fakes.clock import StoppedClock
from tests.fakes.keychain import MemoryKeychain

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # Dozens of programs are started; where nothing may be written beside the sources, each would compile all of them.
    _bytecode = tempfile.mkdtemp(prefix="shopdesk-bytecode-")
    os.environ["PYTHONPYCACHEPREFIX"] = _bytecode
    atexit.register(shutil.rmtree, _bytecode, ignore_errors=True)
# The same code gets the same verdict; new cases are looked for with HYPOTHESIS_PROFILE=explore.
hypothesis.settings.register_profile("shopdesk", deadline=None, print_blob=True, derandomize=True)
hypothesis.settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "shopdesk"))


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails a test that leaves a thread, a child process or a window alive."""
    looks = (leftovers.threads, leftovers.children, leftovers.windows)
    before = [look() for look in looks]
    yield
    left = sorted(
        what for look, old in zip(looks, before, strict=True) for what in leftovers.left_after(look, old)
    )
    assert not left, f"This test left behind: {left}"


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which the app warns, unless `@pytest.mark.expects_log("pattern")` says so."""
    expected = [
        re.compile(pattern) for mark in request.node.iter_markers("expects_log") for pattern in mark.args
    ]
    records: list[logging.LogRecord] = []
    ear = logging.Handler(logging.WARNING)
    ear.emit = records.append  # type: ignore[method-assign]
    logging.getLogger("shopdesk").addHandler(ear)
    yield
    logging.getLogger("shopdesk").removeHandler(ear)
    said = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in records]
    surprising = [line for line in said if not any(pattern.search(line) for pattern in expected)]
    assert not surprising, f"The app warned without being expected to: {surprising}"


@pytest.fixture(autouse=True)
def keychain() -> Iterator[MemoryKeychain]:
    """The keychain that `keyring` uses during this test: in memory, empty."""
    real = keyring.get_keyring()
    memory = MemoryKeychain()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(real)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the app keeps its files during this test; it does not exist yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SHOPDESK_DATA", str(folder))
    return folder


@pytest.fixture
def clock() -> StoppedClock:
    """A clock that stands at Monday, 2 November 2026, 08:00 UTC."""
    return StoppedClock()
