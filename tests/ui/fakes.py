"""A desk in memory that fits what the window needs, and a lane that waits until it is told to work."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shopdesk.domain.conversation import (
    Before,
    Conversation,
    ConversationState,
    Lane,
    ListFilter,
    OpenConversation,
    TabCounts,
    Undo,
)
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.mailbox import Health, Mailbox
from shopdesk.domain.message import Message, SetAsideMail
from shopdesk.domain.search import SearchHit
from shopdesk.ui.inbox.sections import section_at
from shopdesk.ui.inbox.tabs import Tab
from tests.ui.fake_answers import (
    FakeAgents,
    FakeAnswers,
    FakeOutbox,
    FakeReplies,
    FakeReplyCheck,
    FakeSignatures,
    FakeTemplates,
    FakeTheirTime,
    FakeWords,
)
from tests.ui.fake_attachments import FakeAttachments
from tests.ui.fake_customers import FakeCustomers
from tests.ui.fake_day_parts import DayParts
from tests.ui.fake_erasing import FakeErasing
from tests.ui.fake_figures import FakeFigures
from tests.ui.fake_orders import FakeOrders
from tests.ui.fake_outside import FakeOutside
from tests.ui.fake_targets import FakeTargets
from tests.ui.fake_topics import FakeTopics

if TYPE_CHECKING:
    from tests.ui.fake_backups import FakeBackups
    from tests.ui.fake_blocking import FakeBlocking
    from tests.ui.fake_cases import FakeCases
    from tests.ui.fake_day import FakeDay


@dataclass(frozen=True)
class FakeFound:
    """One hit."""

    conversation: Conversation
    hit: SearchHit


@dataclass
class FakeDesk(DayParts):
    """Conversations, search, attachments and mailboxes in dictionaries."""

    all_rows: dict[int, Conversation] = field(default_factory=dict)
    messages: dict[int, tuple[Message, ...]] = field(default_factory=dict)
    files: dict[tuple[int, int], bytes] = field(default_factory=dict)
    mailbox_health: list[Health] = field(default_factory=list)
    aside: list[SetAsideMail] = field(default_factory=list)
    fail_with: Exception | None = None
    asked: list[str] = field(default_factory=list)
    protocol_lines: list[str] = field(default_factory=list)
    crashes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def conversations(self) -> "FakeDesk":
        return self

    @property
    def search(self) -> "FakeDesk":
        return self

    @cached_property
    def topics(self) -> FakeTopics:
        return FakeTopics(self.all_rows)

    @cached_property
    def targets(self) -> FakeTargets:
        return FakeTargets(self.all_rows)

    @cached_property
    def erasing(self) -> FakeErasing:
        return FakeErasing()

    @cached_property
    def figures(self) -> FakeFigures:
        return FakeFigures(datetime.now(UTC))

    @cached_property
    def customers(self) -> FakeCustomers:
        rows = self.all_rows
        return FakeCustomers(lambda: list(rows.values()), cases_of=lambda number: self.cases.of_conversation(number))

    @cached_property
    def blocking(self) -> "FakeBlocking":
        from tests.ui.fake_blocking import FakeBlocking

        return FakeBlocking(lambda: list(self.all_rows.values()))

    @cached_property
    def cases(self) -> "FakeCases":
        from tests.ui.fake_cases import FakeCases

        return FakeCases(datetime.now(UTC))

    @cached_property
    def backups(self) -> "FakeBackups":
        from tests.ui.fake_backups import FakeBackups

        return FakeBackups()

    @cached_property
    def orders(self) -> FakeOrders:
        return FakeOrders(lambda: self.all_rows)

    @cached_property
    def order_folder(self) -> FakeOrders:
        return self.orders

    @property
    def escalations(self) -> "FakeCases":
        return self.cases

    @property
    def payments(self) -> "FakeCases":
        return self.cases

    @property
    def case_packs(self) -> "FakeCases":
        return self.cases

    @cached_property
    def answering(self) -> FakeAnswers:
        return FakeAnswers(self.all_rows, self.messages)

    @property
    def replies(self) -> FakeReplies:
        return self.answering.replies

    @property
    def outbox(self) -> FakeOutbox:
        return self.answering.outbox

    @property
    def templates(self) -> FakeTemplates:
        return self.answering.templates

    @cached_property
    def day(self) -> "FakeDay":
        from tests.ui.fake_day import FakeDay

        return FakeDay(self)

    @property
    def agents(self) -> FakeAgents:
        return self.answering.agents

    @property
    def reply_check(self) -> FakeReplyCheck:
        return self.answering.reply_check

    @property
    def their_time(self) -> FakeTheirTime:
        return self.answering.their_time

    @property
    def spelling(self) -> FakeWords | None:
        return self.answering.spelling

    @property
    def signatures(self) -> FakeSignatures:
        return self.answering.signatures

    @cached_property
    def outside(self) -> FakeOutside:
        return FakeOutside()

    @cached_property
    def attachments(self) -> FakeAttachments:
        return FakeAttachments(self)

    @property
    def mailboxes(self) -> "FakeDesk":
        return self

    @property
    def ledger(self) -> "FakeDesk":
        return self

    # --- conversations ----------------------------------------------------------------------------

    def counts(self, only: ListFilter | None = None) -> TabCounts:
        rows = [row for row in self.all_rows.values() if only is None or only.lets_through(row)]
        people = [row for row in rows if row.lane is Lane.PEOPLE]
        numbers = {state.value: sum(row.state is state for row in people) for state in ConversationState}
        machines = sum(row.unread > 0 for row in rows if row.lane is Lane.MACHINES)
        return TabCounts(**numbers, unread=sum(row.unread > 0 for row in people), machines=machines)

    def ids(
        self,
        state: ConversationState,
        lane: Lane = Lane.PEOPLE,
        mailbox: MailboxId | None = None,
        only: ListFilter | None = None,
        at: datetime | None = None,
    ) -> "array[int]":
        rows = [self.targets.dated(row) for row in self.all_rows.values() if row.state is state and row.lane is lane]
        rows = [row for row in rows if only is None or only.lets_through(row)]
        if state is ConversationState.NEEDS_REPLY:
            now = at or datetime.now(UTC)
            rows.sort(key=lambda row: (section_at(row, now).rank, Tab.NEEDS_REPLY.sort_key(row)))
        elif state is ConversationState.SNOOZED:
            rows.sort(key=lambda row: row.snoozed_until or row.last_at)
        else:
            rows.sort(key=lambda row: row.last_at, reverse=True)
        return array("q", (row.id for row in rows))

    def get_ready(self) -> None:
        """Everything is here."""

    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]:
        return [self.targets.dated(self.all_rows[number]) for number in conversations if number in self.all_rows]

    def open(self, conversation: ConversationId) -> OpenConversation:
        if conversation not in self.all_rows:
            raise NotFound(str(conversation))
        return OpenConversation(self.targets.dated(self.all_rows[conversation]), self.messages.get(conversation, ()))

    def mark_done(self, conversations: Sequence[ConversationId]) -> Undo:
        return self._change(conversations, lambda row: replace(row, state=ConversationState.DONE))

    def mark_waiting(self, conversations: Sequence[ConversationId]) -> Undo:
        return self._change(
            conversations, lambda row: replace(row, state=ConversationState.WAITING, snoozed_until=None)
        )

    def mark_needs_reply(self, conversations: Sequence[ConversationId]) -> Undo:
        return self._change(conversations, lambda row: replace(row, state=ConversationState.NEEDS_REPLY))

    def snooze(self, conversations: Sequence[ConversationId], until: datetime, reason: str = "") -> Undo:
        return self._change(
            conversations, lambda row: replace(row, state=ConversationState.SNOOZED, snoozed_until=until)
        )

    def mark_read(self, conversations: Sequence[ConversationId]) -> Undo:
        return self._change(conversations, lambda row: replace(row, unread=0))

    def mark_unread(self, conversations: Sequence[ConversationId]) -> Undo:
        return self._change(conversations, lambda row: replace(row, unread=1))

    def mark_unread_from(self, message: MessageId) -> Undo:
        home = next(number for number, messages in self.messages.items() if message in [m.id for m in messages])
        later = sum(m.id >= message for m in self.messages[home])
        return self._change([ConversationId(home)], lambda row: replace(row, unread=later))

    def undo(self, undo: Undo) -> None:
        if undo.customer is not None:
            self.customers.take_back(undo.customer)
        if undo.blocking is not None:
            self.blocking.take_back(undo.blocking)
        for number, agent in undo.agents:
            self.agents.assign([number], agent)
        self.topics.take_back(undo.taught)
        for was in undo.states:
            row = self.all_rows[was.conversation_id]
            state, until, unread = was.state, was.snoozed_until, len(was.unread)
            self.all_rows[row.id] = replace(row, state=state, snoozed_until=until, unread=unread)

    def _change(
        self, conversations: Sequence[ConversationId], change: Callable[[Conversation], Conversation]
    ) -> Undo:
        if self.fail_with is not None:
            raise self.fail_with
        before = [self.all_rows[number] for number in conversations]
        for row in before:
            self.all_rows[row.id] = change(row)
        return Undo(
            states=tuple(
                Before(row.id, row.state, row.snoozed_until, unread=tuple(MessageId(n) for n in range(row.unread)))
                for row in before
            )
        )

    # --- search, attachments, mailboxes -----------------------------------------------------------

    def find(self, text: str, limit: int = 50, *, control: object = None) -> Sequence[FakeFound]:
        self.asked.append(text)
        word = text.removeprefix("from:").removeprefix("order:").strip("\"*").casefold()
        hits = []
        for row in self.all_rows.values():
            numbers = " ".join(row.order_numbers)
            whole = f"{row.subject} {row.customer_name} {row.customer_email} {row.snippet} {numbers}".casefold()
            if word in whole:
                hits.append(FakeFound(row, SearchHit(row.id, MessageId(row.id), row.snippet)))
        return hits[:limit]

    def set_aside(self) -> Sequence[SetAsideMail]:
        return list(self.aside)

    def raw(self, address: str, folder: str, uid: int) -> bytes:
        return f"{address} {folder} {uid}".encode()

    def content(self, message: MessageId, number: int) -> bytes:
        self.asked.append(f"file {message} {number}")
        try:
            return self.files[(message, number)]
        except KeyError as error:
            raise NotFound(f"{message}/{number}") from error

    def all(self) -> Sequence[Mailbox]:
        return [health.mailbox for health in self.mailbox_health]

    def health(self) -> Sequence[Health]:
        return self.mailbox_health

    def pause(self, mailbox: MailboxId, *, paused: bool) -> None:
        self.mailbox_health = [
            replace(one, mailbox=replace(one.mailbox, paused=paused)) if one.mailbox.id == mailbox else one
            for one in self.mailbox_health
        ]

    def renew_secret(self, mailbox: MailboxId, secret: str) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.asked.append(f"secret {mailbox} {secret}")

    # --- logs ---------------------------------------------------------------------------------------

    @property
    def logs(self) -> "FakeDesk":
        return self

    @property
    def folder(self) -> Path:
        return Path("/no/folder/logs")

    def protocol(self, lines: int = 2_000) -> Sequence[str]:
        return self.protocol_lines[-lines:]

    def taken_crashes(self) -> Sequence[tuple[str, str]]:
        taken, self.crashes = self.crashes, []
        return taken

    def show(self) -> None:
        self.asked.append("log folder")


class HeldLane:
    """Keeps work until `release`, as a busy store would."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable[[], Any], Callable[[Any], None] | None, Callable[[Exception], None] | None]] = []

    def submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.jobs.append((work, done, failed))

    def replace(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.jobs = [(work, done, failed)]

    def close(self, timeout: float = 5.0, *, finish: bool = True) -> bool:
        return True

    def release(self) -> None:
        """Do everything that waits, in order."""
        while self.jobs:
            work, done, failed = self.jobs.pop(0)
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - as a lane does
                if failed is not None:
                    failed(error)
                continue
            if done is not None:
                done(result)
