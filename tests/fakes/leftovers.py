"""Sees what a test leaves behind: threads, child processes, windows."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

GRACE = 3.0
"""Seconds that what is ending may take to end."""


def left_after(look: Callable[[], set[str]], before: set[str], grace: float = GRACE) -> set[str]:
    """What `look` sees now and did not see before, once the grace is over or nothing is left."""
    limit = time.monotonic() + grace
    while (left := look() - before) and time.monotonic() < limit:
        time.sleep(0.01)
    return left


def threads() -> set[str]:
    """Living threads that Python started; those of Qt that merely passed through Python do not count."""
    return {
        f"thread {thread.name} ({thread.ident})"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    }


def children() -> set[str]:
    """Living child processes of this one, as far as the system shows them (Linux)."""
    if not _has_children():
        return set()
    return {
        f"process {folder.name}: {words}"
        for folder in Path("/proc").glob("[0-9]*")
        if _parent(folder) == os.getpid() and (words := _words(folder)) and "resource_tracker" not in words
    }


def windows() -> set[str]:
    """Top-level widgets that exist, if this run uses Qt at all; those to be deleted are deleted first."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from shiboken6 import getCppPointer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        f"window {type(widget).__name__} {widget.objectName()} ({getCppPointer(widget)[0]:x})"
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.objectName() != "qtooltip_label"
    }


def _has_children() -> bool:
    """Quick, because nearly always the answer is no."""
    if not hasattr(os, "waitid"):
        return False
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _parent(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _words(folder: Path) -> str:
    """The command line; nothing when the process has ended and only waits to be collected."""
    try:
        return (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except OSError:
        return ""
