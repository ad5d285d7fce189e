"""The lines between the mails without Qt: read once the conversation is shown, so that it never waits for them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

if TYPE_CHECKING:
    from shopdesk.domain.thread_event import ThreadEvent

Receiver = Callable[[ConversationId, "Sequence[ThreadEvent]"], None]


class EventsPresenter:
    """Reads once for several wishes at a time, for the conversation that is open last."""

    def __init__(self, desk: Desk, reading: WorkLane, receiver: Receiver) -> None:
        self._desk = desk
        self._reading = reading
        self._receiver = receiver
        self._wanted: ConversationId | None = None
        self._is_reading = False

    def read(self, conversation: ConversationId | None) -> None:
        """Hand over the lines of a conversation; None: of the last one again."""
        self._wanted = conversation or self._wanted
        if self._wanted is None or self._is_reading:
            return
        asked, self._is_reading = self._wanted, True
        self._wanted = None

        def came(events: "Sequence[ThreadEvent]") -> None:
            self._is_reading = False
            if self._wanted is None:
                self._wanted = asked
                self._receiver(asked, events)
            else:
                self.read(None)

        def failed(_: Exception) -> None:  # the mails are there; what else fails says so
            came(())

        self._reading.submit(lambda: self._desk.thread_events.of_conversation(asked), came, failed)
