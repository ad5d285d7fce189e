"""Checks what is typed and fills it for a chosen conversation, off the screen's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.errors import ShopdeskError, TemplateFaulty
from shopdesk.domain.filling import Filled
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.template import Fault, Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

OFFERED = 30
"""Conversations that are offered for the preview."""


class Part(Enum):
    """Which text of a variant."""

    SUBJECT = "subject"
    BODY = "body"


Faults = Mapping[tuple[str, Part], Sequence[Fault]]
"""What is wrong by language and part; nothing where all is well."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the store says of what was typed; no `filled` when it cannot be filled."""

    faults: Faults
    filled: Filled | None


class PreviewView(Protocol):
    """What the presenter shows."""

    def show_checked(self, checked: Checked) -> None: ...
    def show_conversation(self, row: Conversation | None) -> None: ...
    def offer_conversations(self, rows: Sequence[Conversation]) -> None: ...
    def show_failure(self, error: Exception) -> None: ...


class PreviewPresenter:
    """Keeps the conversation that templates are tried on."""

    def __init__(self, desk: Desk, reading: WorkLane, view: PreviewView) -> None:
        self._desk = desk
        self._reading = reading
        self._view = view
        self.conversation: Conversation | None = None
        self._template: Template | None = None
        self._language = ""
        self._asked = 0
        self._offered = 0

    def try_on(self, conversation: ConversationId | None) -> None:
        """Fill for this conversation from now on; None fills without one."""

        def found(rows: Sequence[Conversation]) -> None:
            self.choose(rows[0] if rows else None)

        wanted = [] if conversation is None else [conversation]
        self._reading.submit(lambda: self._desk.conversations.rows(wanted), found, self._view.show_failure)

    def choose(self, row: Conversation | None) -> None:
        """Fill for this conversation from now on."""
        self.conversation = row
        self._view.show_conversation(row)
        if self._template is not None:
            self.look(self._template, self._language)

    def look(self, template: Template, language: str) -> None:
        """Check and fill what is typed; the newest wish holds."""
        self._template, self._language = template, language
        self._asked += 1
        number, row = self._asked, self.conversation

        def work() -> Checked | None:
            return self._checked(template, language, row) if number == self._asked else None

        def done(checked: Checked | None) -> None:
            if checked is not None and number == self._asked:
                self._view.show_checked(checked)

        self._reading.submit(work, done, self._view.show_failure)

    def offer(self, text: str) -> None:
        """Look for conversations by customer, order or words; without a text those that wait for a reply."""
        self._offered += 1
        number = self._offered

        def work() -> Sequence[Conversation]:
            if text.strip():
                return [found.conversation for found in self._desk.search.find(text, OFFERED)]
            desk = self._desk.conversations
            return desk.rows([ConversationId(one) for one in desk.ids(ConversationState.NEEDS_REPLY)[:OFFERED]])

        def done(rows: Sequence[Conversation]) -> None:
            if number == self._offered:
                self._view.offer_conversations(rows)

        self._reading.submit(work, done, self._view.show_failure)

    def _checked(self, template: Template, language: str, row: Conversation | None) -> Checked:
        desk, inputs = self._desk.templates, [one.name for one in template.inputs]
        found: dict[tuple[str, Part], Sequence[Fault]] = {}
        for variant in template.variants:
            for part, source in ((Part.SUBJECT, variant.subject), (Part.BODY, variant.body)):
                faults = desk.check(source, inputs) if source else ()
                if faults:
                    found[variant.language, part] = faults
        if any(where == language for where, _ in found):
            return Checked(found, None)
        try:
            number = None if row is None else row.id
            return Checked(found, desk.preview(template, number, language=language))
        except TemplateFaulty:
            return Checked(found, None)
        except ShopdeskError:
            return Checked(found, desk.preview(template, None, language=language))  # the conversation went away
