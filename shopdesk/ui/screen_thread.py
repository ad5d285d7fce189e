"""Brings calls from any operating-system thread to the screen's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class ScreenThread(QObject):
    """Runs callables in the thread in which it was made, in the order in which they came."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ended = False
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run `call` in the screen's thread soon; may be called from any thread."""
        self._asked.emit(call)

    def end(self) -> None:
        """Run nothing more, not even what was asked for before: those who wait for it are about to go away.

        Called in the screen's thread, before the window is deleted and before the lanes are closed.
        """
        self._ended = True

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        if not self._ended:
            call()
