"""Drafts, an outbox and templates in memory, for pictures and for tests of what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shopdesk.domain.agent import Agent
from shopdesk.domain.conversation import Conversation, Undo
from shopdesk.domain.draft import Draft, DraftFile, DraftKind
from shopdesk.domain.errors import NotFound
from shopdesk.domain.filling import Filled, Piece, PieceKind
from shopdesk.domain.ids import (
    AgentId,
    ConversationId,
    DraftFileId,
    DraftId,
    MailboxId,
    MessageId,
    OutboxId,
    TemplateId,
)
from shopdesk.domain.message import Address, Message
from shopdesk.domain.outbox import OutboxItem, OutboxState
from shopdesk.domain.reply_check.facts import CheckResult
from shopdesk.domain.template import Fault, FaultKind, Fit, Template, Variant
from shopdesk.domain.their_zone import ZoneGuess

MOMENT = datetime.fromisoformat("2026-11-18T09:24:00+00:00")


@dataclass
class FakeReplies:
    """Drafts by their id."""

    rows: Mapping[int, Conversation]
    messages: Mapping[int, tuple[Message, ...]]
    outbox: FakeOutbox
    kept: dict[int, Draft] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    contents: dict[int, bytes] = field(default_factory=dict)
    numbers: int = 0

    def start(self, conversation: ConversationId, kind: DraftKind) -> Draft:
        row = self.rows[conversation]
        to = () if kind is DraftKind.FORWARD else (Address(row.customer_name, row.customer_email),)
        messages = self.messages.get(conversation, ())
        answers = messages[-1].id if messages else None
        subject = f"Re: {row.subject}"
        return Draft(DraftId(0), kind, row.mailbox_id, conversation, to, subject=subject, answers=answers)

    def drafts(self) -> Sequence[Draft]:
        return list(self.kept.values())

    def draft_of(self, conversation: ConversationId, *, note: bool = False) -> Draft | None:
        found = (one for one in self.kept.values() if one.conversation_id == conversation)
        return next((one for one in found if (one.kind is DraftKind.NOTE) == note), None)

    def save(self, draft: Draft) -> DraftId:
        self.numbers += not draft.id
        number = DraftId(draft.id or self.numbers)
        self.kept[number] = replace(draft, id=number)
        return number

    def discard(self, draft: DraftId) -> None:
        self.kept.pop(draft, None)

    def add_file(self, draft: DraftId, name: str, media_type: str, content: bytes) -> DraftFile:
        self.numbers += 1
        file = DraftFile(DraftFileId(self.numbers), name, media_type, len(content))
        self.contents[file.id] = content
        self.kept[draft] = replace(self.kept[draft], files=(*self.kept[draft].files, file))
        return file

    def file_content(self, file: DraftFileId) -> bytes:
        return self.contents[file]

    def remove_file(self, file: DraftFileId) -> None:
        for number, draft in self.kept.items():
            self.kept[number] = replace(draft, files=tuple(one for one in draft.files if one.id != file))

    def queue(
        self, draft: DraftId, hold_seconds: int = 10, send_at: datetime | None = None, *, done: bool = False
    ) -> OutboxId:
        return self.outbox.add(self.kept.pop(draft), hold_seconds)

    def take_back(self, item: OutboxId) -> Draft:
        draft = self.outbox.drafts.pop(item, None)
        if draft is None:
            raise NotFound(f"outbox {item}")
        del self.outbox.kept[item]
        return replace(draft, id=self.save(draft))

    def add_note(self, conversation: ConversationId, text: str, author: str = "") -> MessageId:
        self.notes.append((conversation, text))
        return MessageId(len(self.notes))

    def take_back_note(self, note: MessageId) -> Draft:
        conversation, text = self.notes.pop(note - 1)
        draft = replace(self.start(ConversationId(conversation), DraftKind.NOTE), body=text, to=())
        return replace(draft, id=self.save(draft))


@dataclass
class FakeOutbox:
    """Mails by their id."""

    kept: dict[int, OutboxItem] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    deals: list[tuple[str, int]] = field(default_factory=list)

    def add(self, draft: Draft, hold: int) -> OutboxId:
        number = OutboxId(len(self.kept) + len(self.deals) + 1)
        self.drafts[number] = draft
        self.kept[number] = item_of(draft, number, MOMENT + timedelta(seconds=hold))
        return number

    def items(self, states: Sequence[OutboxState] | None = None) -> Sequence[OutboxItem]:
        return list(self.kept.values())

    def retry(self, item: OutboxId) -> None:
        self.deals.append(("retry", item))
        self.kept[item] = replace(self.kept[item], state=OutboxState.QUEUED, problem="")

    def discard(self, item: OutboxId) -> None:
        self.deals.append(("discard", item))
        del self.kept[item]

    def it_was_sent(self, item: OutboxId) -> None:
        self.deals.append(("it was sent", item))
        del self.kept[item]

    def look_again(self, item: OutboxId) -> None:
        self.deals.append(("look again", item))

    def release_held(self) -> int:
        return len(self.kept)


def item_of(draft: Draft, number: OutboxId, after: datetime) -> OutboxItem:
    """A queued mail."""
    return OutboxItem(
        number, draft.mailbox_id, draft.conversation_id, OutboxState.QUEUED, "hello@linenhaus.example",
        tuple(one.email for one in draft.to), draft.to, draft.subject, "<1@linenhaus.example>", 900,
        MOMENT, after, next_try=after,
    )  # fmt: skip


@dataclass
class FakeTemplates:
    """Templates whose words are already filled; `[[x]]` is a gap."""

    rows: Mapping[int, Conversation]
    kept: list[Template] = field(default_factory=list)
    used: list[int] = field(default_factory=list)
    languages: dict[int, str] = field(default_factory=dict)
    asked: list[Fit | None] = field(default_factory=list)

    def all(self) -> Sequence[Template]:
        return self.kept

    def find(self, text: str, limit: int = 50, fit: Fit | None = None) -> Sequence[Template]:
        self.asked.append(fit)
        words = text.casefold()
        return [one for one in self.kept if one.key.startswith(words) or words in one.name.casefold()][:limit]

    def fit_for(self, conversation: ConversationId) -> Fit:
        row = self.rows[conversation]
        return Fit(self.languages.get(conversation, ""), row.market, row.topic)

    def fill(
        self,
        template: TemplateId,
        conversation: ConversationId | None,
        answers: Mapping[str, str] | None = None,
        language: str | None = None,
        agent: str = "",
    ) -> Filled:
        found = next(one for one in self.kept if one.id == template)
        row = self.rows[conversation] if conversation is not None else None
        given = {one.name: one.default for one in found.inputs} | dict(answers or {})
        words = {"name": row.customer_name.split()[0] if row else "", **given}
        variant = found.variant(language or "en") or found.variants[0]
        asked = tuple(one for one in found.inputs if not given.get(one.name))
        return Filled(found.id, variant.language, (), tuple(_pieces(variant.body, words)), asked)

    def file(self, content_id: int) -> bytes:
        raise NotFound(f"file {content_id}")

    def count_use(self, templates: Sequence[TemplateId]) -> None:
        self.used.extend(templates)

    def install_starter(self) -> int:
        return 0

    def from_reply(
        self, reply: Draft | Message, conversation: ConversationId | None = None, agent: str = ""
    ) -> Template:
        body = reply.body if isinstance(reply, Draft) else reply.mail.own_words
        return Template(TemplateId(0), "", "", (Variant("en", body),))


@dataclass
class FakeTheirTime:
    """Knows where customers are by their conversation."""

    zones: dict[int, tuple[ZoneGuess, ...]] = field(default_factory=dict)

    def of(self, conversation: ConversationId) -> tuple[ZoneGuess, ...]:
        return self.zones.get(conversation, ())

    def choose(self, conversation: ConversationId, zone: ZoneGuess) -> None:
        self.zones[conversation] = (zone,)


@dataclass
class FakeReplyCheck:
    """Says about every draft what it was told to say."""

    result: CheckResult = field(default_factory=CheckResult)
    asked: list[Draft] = field(default_factory=list)

    def check(self, draft: Draft) -> CheckResult:
        self.asked.append(draft)
        return self.result


@dataclass
class FakeSignatures:
    """Signatures whose words are filled already."""

    kept: dict[int, str] = field(default_factory=dict)
    name: str = ""

    def of(self, mailbox: MailboxId) -> str:
        return self.kept.get(mailbox, "")

    def save(self, mailbox: MailboxId, source: str) -> None:
        self.kept[mailbox] = source

    def faults(self, source: str) -> Sequence[Fault]:
        at = source.find("{{ wrong }}")
        return () if at < 0 else (Fault(at, 11, FaultKind.UNKNOWN_PLACEHOLDER, "wrong"),)

    def agent_name(self) -> str:
        return self.name

    def name_agent(self, name: str) -> None:
        self.name = name

    def signer(self) -> str:
        return self.name

    def text_for(self, draft: Draft) -> str:
        return "" if draft.kind is DraftKind.NOTE else self.of(draft.mailbox_id)

    def preview(self, mailbox: MailboxId, source: str) -> str:
        return source.replace("{{ agent.name }}", self.name)


@dataclass
class FakeWords:
    """Knows these words of English."""

    words: set[str]
    better: dict[str, list[str]] = field(default_factory=dict)

    def load(self, language: str) -> bool:
        return language == "en"

    def check(self, word: str, language: str) -> bool:
        return word.casefold() in self.words

    def suggest(self, word: str, language: str) -> Sequence[str]:
        return self.better.get(word, [])

    def learn(self, word: str) -> None:
        self.words.add(word.casefold())


def _pieces(body: str, words: Mapping[str, str]) -> list[Piece]:
    pieces = []
    for place, part in enumerate(body.replace("]]", "[[").split("[[")):
        if place % 2 and words.get(part):
            pieces.append(Piece(words[part], PieceKind.FILLED, part))
        elif place % 2:
            pieces.append(Piece(part, PieceKind.MISSING, part))
        elif part:
            pieces.append(Piece(part))
    return pieces


class FakeAgents:
    """Nobody sits here, until somebody does."""

    def __init__(self, rows: Mapping[int, Conversation] | None = None) -> None:
        self.here: Agent | None = None
        self.team: list[Agent] = []
        self.rows = {} if rows is None else rows

    def on_duty(self) -> Agent | None:
        return self.here

    def all(self) -> list[Agent]:
        return self.team

    def go_on_duty(self, agent: AgentId | None) -> None:
        self.here = next((one for one in self.team if one.id == agent), None)

    def add(self, name: str) -> Agent:
        self.team.append(Agent(AgentId(len(self.team) + 1), name))
        self.here = self.here or self.team[-1]
        return self.team[-1]

    def rename(self, agent: AgentId, name: str) -> None:
        self.team = [replace(one, name=name) if one.id == agent else one for one in self.team]
        self.go_on_duty(self.here.id if self.here is not None else None)

    def retire(self, agent: AgentId) -> None:
        self.team = [one for one in self.team if one.id != agent]
        self.go_on_duty(self.here.id if self.here is not None else None)

    def assign(self, conversations: Sequence[ConversationId], agent: AgentId | None) -> Undo:
        before = tuple((one, self.rows[one].agent) for one in conversations)
        for one in conversations:
            self.rows[one] = replace(self.rows[one], agent=agent, agent_name=self._name(agent))  # type: ignore[index]
        return Undo(agents=before)

    def _name(self, agent: AgentId | None) -> str:
        return next((one.name for one in self.team if one.id == agent), "")

    def assign_evenly(self) -> Undo:
        return self.assign([ConversationId(one) for one in self.rows], self.team[0].id)


class FakeAnswers:
    """All of them together."""

    def __init__(self, rows: Mapping[int, Conversation], messages: Mapping[int, tuple[Message, ...]]) -> None:
        self.outbox = FakeOutbox()
        self.replies = FakeReplies(rows, messages, self.outbox)
        self.templates = FakeTemplates(rows)
        self.reply_check = FakeReplyCheck()
        self.signatures = FakeSignatures()
        self.spelling: FakeWords | None = None
        self.their_time = FakeTheirTime()
        self.agents = FakeAgents(rows)
