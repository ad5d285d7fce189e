"""Which new mail is announced, without Qt: one notice for what comes within half a minute, none when it disturbs."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import AgentId, ConversationId, MailboxId
from shopdesk.domain.quiet_hours import QuietHours
from shopdesk.jobs.lane import WorkLane

BURST = timedelta(seconds=30)
"""What comes within this time after the first mail is announced together with it."""
CLOCK_SKEW = timedelta(minutes=2)
"""A server's clock may be behind ours by so much."""
FEW = 48

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """What a person wants to be told."""

    on: bool = True
    while_focused: bool = False
    quiet: QuietHours | None = None
    muted: frozenset[MailboxId] = frozenset()
    """Mailboxes whose mail is never announced."""
    muted_until: datetime | None = None
    """Everything, for a while."""


class NoticeDesk(Protocol):
    """What is asked of the shop."""

    def ids(self, state: ConversationState) -> Iterable[int]: ...
    def rows(self, conversations: Sequence[ConversationId]) -> Sequence[Conversation]: ...


class NoticeView(Protocol):
    """Where notices appear."""

    def call_after(self, length: timedelta) -> None:
        """Call the presenter's `burst_ended` after this time."""

    def is_focused(self) -> bool:
        """Whether the window has the keys."""

    def show_notice(self, new: Sequence[Conversation]) -> None:
        """Announce these conversations, the newest first."""


class NoticePresenter:
    """Hears what was written and decides what is announced, and when."""

    def __init__(
        self,
        desk: NoticeDesk,
        lane: WorkLane,
        rules: Callable[[], NoticeRules],
        view: NoticeView,
        now: Callable[[], datetime],
        zone: tzinfo | None = None,
        on_duty: Callable[[], AgentId | None] = lambda: None,
    ) -> None:
        """`desk` and `on_duty` (whose seat this is; None: nobody's) are asked in the lane.

        `zone` None means the computer's.
        """
        self._on_duty = on_duty
        self._desk = desk
        self._lane = lane
        self._rules = rules
        self._view = view
        self._now = now
        self._zone = zone
        self._since = now() - CLOCK_SKEW
        self._told: dict[ConversationId, datetime] = {}
        self._waiting: set[ConversationId] = set()

    def heard(self, changes: Changes) -> None:
        """The engine wrote something: some of it may be new mail."""
        if changes.conversations and self._rules().on:
            touched = changes.conversations
            self._lane.submit(lambda: self._asked(touched), self._found, _forget)

    def burst_ended(self) -> None:
        """Half a minute after the first mail: announce what still needs a reply and was not seen meanwhile."""
        waiting, self._waiting = sorted(self._waiting), set()
        if waiting:
            self._lane.submit(lambda: self._ours(self._desk.rows(waiting)), self._announce, _forget)

    # --- inside -----------------------------------------------------------------------------------------------

    def _asked(self, touched: frozenset[ConversationId]) -> Sequence[Conversation]:
        """In the lane. An import touches thousands, of which few need a reply."""
        if len(touched) > FEW:
            touched &= frozenset(map(ConversationId, self._desk.ids(ConversationState.NEEDS_REPLY)))
        return self._ours(self._desk.rows(sorted(touched)))

    def _ours(self, rows: Sequence[Conversation]) -> Sequence[Conversation]:
        """In the lane. What somebody else looks after is announced to nobody here, while it is known who sits here."""
        if all(row.agent is None for row in rows):
            return rows
        me = self._on_duty()
        return rows if me is None else [row for row in rows if row.agent in (None, me)]

    def _found(self, rows: Sequence[Conversation]) -> None:
        new = [row.id for row in rows if self._is_news(row)]
        if new and not self._waiting:
            self._view.call_after(BURST)
        self._waiting.update(new)

    def _announce(self, rows: Sequence[Conversation]) -> None:
        new = [row for row in rows if self._is_news(row)]
        self._told.update({row.id: row.last_at for row in new})
        if new and self._may_speak():
            self._view.show_notice(sorted(new, key=lambda row: row.last_at, reverse=True))

    def _is_news(self, row: Conversation) -> bool:
        """New, unread, somebody's question, and not announced yet. An old mail that comes with an import is none."""
        if row.state is not ConversationState.NEEDS_REPLY or row.lane is not Lane.PEOPLE or not row.unread:
            return False
        if row.mailbox_id in self._rules().muted:
            return False
        return row.last_at > self._told.get(row.id, self._since)

    def _may_speak(self) -> bool:
        rules = self._rules()
        if not rules.on or (self._view.is_focused() and not rules.while_focused):
            return False
        if rules.muted_until is not None and self._now() < rules.muted_until:
            return False
        return rules.quiet is None or not rules.quiet.hold_at(self._now(), self._zone)


def _forget(error: Exception) -> None:
    """The list tells as well; a bug is told there."""
    if not isinstance(error, ShopdeskError):
        _log.error("new mail could not be looked at", exc_info=error)
