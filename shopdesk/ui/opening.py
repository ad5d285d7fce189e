"""Opens what was chosen in the list a moment later, and notices when it was looked at."""

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk.domain.ids import ConversationId

SEEN_MS = 600
"""A conversation that a person looked at for so long counts as read."""


class Opening(QObject):
    """Of ten fast steps through the list only the last one is opened."""

    due = Signal(object)
    """Open this `ConversationId`, None for nothing."""
    seen = Signal(object)
    """A person has looked at this `ConversationId`."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._wanted: ConversationId | None = None
        self._held = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self.due.emit(self._wanted))
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(SEEN_MS)
        self._looking.timeout.connect(self._was_seen)

    def hold(self) -> None:
        """Open nothing until `go_on`: the list is to be painted first."""
        self._held = True

    def go_on(self) -> None:
        """Open what was chosen meanwhile."""
        self._held = False
        self._soon.start()

    def want(self, conversation: ConversationId | None, *, by_person: bool) -> None:
        """This one is chosen now; `by_person` says that somebody is going to look at it."""
        self._wanted = conversation
        if not self._held:
            self._soon.start()
        if by_person:
            self._looking.start()
        else:
            self._looking.stop()

    def _was_seen(self) -> None:
        if self._wanted is not None:
            self.seen.emit(self._wanted)
