"""An unfinished reply, and what may still be open in it."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId, MailboxId, MessageId
from shopdesk.domain.message import Address

RAW = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""A placeholder as it is written in a template."""


PICTURE = "\ufffc"
"""Stands in a body where a picture is shown; everywhere else it says nothing and is left out."""


class DraftKind(StrEnum):
    """What a draft becomes."""

    REPLY = "reply"
    REPLY_ALL = "reply_all"
    FORWARD = "forward"
    NEW = "new"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap in a draft's body that somebody has to fill: `length` characters from `start`."""

    start: int
    length: int
    placeholder: str
    """What belongs there, such as `order.tracking`."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file of a draft; its bytes are in the desk since it was added, so that the file may go or change."""

    id: DraftFileId
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class DraftPicture:
    """A picture inside of the text: the sign `PICTURE` stands at `place`, its bytes are a file of the draft."""

    place: int
    """In characters of the body."""
    file: DraftFileId


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished reply, forward, new mail or note."""

    id: DraftId
    """0 for a draft that was not saved yet."""
    kind: DraftKind
    mailbox_id: MailboxId
    conversation_id: ConversationId | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    sender: Address | None = None
    """Which of our addresses it leaves from; None: the mailbox's own."""
    subject: str = ""
    body: str = ""
    """What the person writes, plain text; what is quoted is put under it when it is queued."""
    blanks: tuple[Blank, ...] = ()
    caret: int = 0
    files: tuple[DraftFile, ...] = ()
    answers: MessageId | None = None
    """The message that it replies to or forwards."""
    quotes: bool = True
    """Whether that message is quoted under the body."""
    language: str = ""
    template_ids: tuple[int, ...] = ()
    next_state: ConversationState | None = None
    """Where the conversation goes when it is sent; None: to Waiting."""
    follow_up_days: int | None = None
    saved_at: datetime | None = None
    dismissed: tuple[str, ...] = ()
    """Findings of the reply check that somebody waved away, by `Finding.key`."""
    signed: bool = True
    """Whether the mailbox's signature is put under the text."""
    pictures: tuple[DraftPicture, ...] = ()
    inline: tuple[DraftFileId, ...] = ()
    """Files that came as pictures for the text; one that stands there no more may come back by undo."""

    @property
    def attached(self) -> tuple[DraftFile, ...]:
        """The files that go along beside the text."""
        return tuple(file for file in self.files if file.id not in self.inline)

    def open_blank(self) -> Blank | None:
        """The first gap, or the first placeholder that was left as it is written in a template."""
        raw = RAW.search(self.body)
        found = [*self.blanks, *([Blank(raw.start(), len(raw[0]), raw[0])] if raw else ())]
        return min(found, key=lambda blank: blank.start, default=None)

    def raw_in_subject(self) -> str:
        """A placeholder that is left in the subject; empty for none."""
        raw = RAW.search(self.subject)
        return raw[0] if raw else ""
