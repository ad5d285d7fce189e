"""Ctrl+C and a polite kill end the window as closing it does: nothing half-written, the engine goes along."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls `end` on SIGINT and SIGTERM; where the system has no pipes for that (Windows) it does nothing.

    Python only sees a signal when it runs, and Qt's loop may sleep for hours: a pipe wakes it.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end
        self._before: dict[int, object] = {}
        if os.name != "posix":
            return
        self._ear, self._bell = os.pipe()
        for door in (self._ear, self._bell):
            os.set_blocking(door, False)
        self._old_bell = signal.set_wakeup_fd(self._bell)
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._seen)
        self._notifier = QSocketNotifier(self._ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def close(self) -> None:
        """Give the signals back."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
        signal.set_wakeup_fd(self._old_bell)
        self._notifier.setEnabled(False)
        os.close(self._ear)
        os.close(self._bell)

    def _seen(self, _number: int, _frame: FrameType | None) -> None:
        """The pipe tells; raising here would end in whatever slot runs just now."""

    def _heard(self) -> None:
        os.read(self._ear, 64)
        self._end()
