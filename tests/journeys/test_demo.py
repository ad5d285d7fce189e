"""The demo shop, as somebody tries it: the window, its engine, real sockets, and the command line beside it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.journeys.program import Program


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Windows has no polite kill")
def test_the_demo_shop_comes_up_without_a_screen_and_ends_when_asked(tmp_path: Path) -> None:
    program = Program(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        program.environment.pop(name, None)
    program.environment["PYTHONWARNINGS"] = "default"
    demo = program.start("demo")
    try:
        found = ""
        limit = time.monotonic() + 60
        while "Anna Schmidt" not in found and time.monotonic() < limit:
            time.sleep(0.5)
            found = program.run("search", "lamp").stdout
        assert "Anna Schmidt" in found
        assert program.run("sync").returncode == 1, "while the window is open nobody else may write"
    finally:
        demo.send_signal(signal.SIGTERM)
        _, errors = demo.communicate(timeout=30)
    assert demo.returncode == 0
    assert b"Traceback" not in errors
    assert program.run("check").returncode == 0
