"""Templates out of replies: what is written, or one of our messages."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.draft import Draft
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.template import Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import AnswerDesk
from shopdesk.ui.words import translate

TOLD_MS = 4_000


@dataclass(slots=True)
class TemplateMaking:
    """What it works with; the calls lead to other parts of the window."""

    desk: AnswerDesk
    reading: WorkLane
    opened: Callable[[], OpenConversation | None]
    written: Callable[[], Draft | None]
    """What is being written in the open conversation, when there are words."""
    show: Callable[[Template], None]
    """Opens the page of templates with one that is not saved yet."""
    tell: Callable[[str, str, int], None]
    failed: Callable[[Exception], None]

    def begin(self, message: Message | None = None) -> None:
        """In: one of our messages; None means what is being written, else our newest message."""
        self.make(message or self.written() or self._newest())

    def make(self, reply: Draft | Message | None) -> None:
        """Names, order and parcel numbers, dates and amounts of a reply become placeholders."""
        if reply is None:
            self.tell(translate("Toast", "There is no reply yet."), "", TOLD_MS)
            return
        desk, opened = self.desk, self.opened()
        conversation = opened.conversation.id if opened is not None and isinstance(reply, Message) else None
        self.reading.submit(
            lambda: desk.templates.from_reply(reply, conversation, desk.signatures.signer()), self.show, self.failed
        )

    def _newest(self) -> Message | None:
        opened = self.opened()
        messages = opened.messages if opened is not None else ()
        return next((one for one in reversed(messages) if one.direction is Direction.OUTGOING), None)
