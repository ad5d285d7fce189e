"""Passes on what was written, here or by the engine: merged, in the screen's thread, at most ten times a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from shopdesk.domain.changes import Changes

PAUSE_MS = 100


class ChangeFeed(QObject):
    """Collects `Changes` and tells them to whoever listens."""

    changed = Signal(object)
    """Merged `Changes`."""
    _came = Signal(object)

    def __init__(self, owner: QObject | None = None) -> None:
        """It tells nobody anything any more when its owner is gone."""
        super().__init__(owner)
        self._waiting = Changes()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._pass_on)
        self._came.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    def announce(self, changes: Changes) -> None:
        """Take over news; may be called from any thread."""
        self._came.emit(changes)

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Tell somebody from now on."""
        self.changed.connect(listener)

    @Slot(object)
    def _collect(self, changes: Changes) -> None:
        self._waiting = self._waiting | changes
        if not self._rest.isActive():
            self._pass_on()

    def _pass_on(self) -> None:
        news, self._waiting = self._waiting, Changes()
        if news:
            self._rest.start()
            self.changed.emit(news)
