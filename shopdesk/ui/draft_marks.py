"""In which conversations somebody began to write, for the list."""

from collections.abc import Callable

from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk


class DraftMarks:
    """One cheap look, again after every change."""

    def __init__(self, desk: Desk, reading: WorkLane, show: Callable[[frozenset[ConversationId]], None]) -> None:
        self._desk = desk
        self._reading = reading
        self._show = show
        self.conversations: frozenset[ConversationId] = frozenset()

    def look(self) -> None:
        """Find out, off the screen's thread: the first time it imports what writes mails."""
        self._reading.submit(self._found, self._take)

    def _found(self) -> frozenset[ConversationId]:
        drafts = self._desk.replies.drafts()
        return frozenset(one.conversation_id for one in drafts if one.conversation_id is not None)

    def _take(self, found: frozenset[ConversationId]) -> None:
        if found != self.conversations:
            self.conversations = found
            self._show(found)
