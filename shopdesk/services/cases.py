"""Cases: open them from mails or by hand, move them through their gates, see what is due; nothing is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.domain.case import Case, CaseKind, Column, Evidence, Stage
from shopdesk.domain.case_changes import CaseUndo, differences, put_back
from shopdesk.domain.case_fields import filled
from shopdesk.domain.case_history import CaseEvent, Deed, Entry, Verdict, verify
from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused, MoveNotAllowed, NotFound
from shopdesk.services.case_forgetting import forgotten_since
from shopdesk.services.case_ledger import asks_approval
from shopdesk.services.case_opening import proposed, with_playbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime, tzinfo

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.case_rules import CaseRules
    from shopdesk.domain.ids import AgentId, CaseId, ConversationId, MessageId
    from shopdesk.services.ports import Clock, Store, Work

FOLLOW_UP_AFTER = timedelta(days=3)
_ORDER = list(Stage)


@dataclass(frozen=True, slots=True)
class Board:
    """All that the board shows, from one reading."""

    cases: tuple[Case, ...]
    """Open ones, by number."""
    closed: int
    homes: Mapping[CaseId, tuple[ConversationId, ...]]
    """The conversations that cases are linked with."""
    team: tuple[Agent, ...] = ()
    """Everybody who may own a case, and those who left too: their names stay on what they did."""
    me: AgentId | None = None
    """Who is on duty here."""


class Cases:
    """What went wrong after a sale, one short use case per method; every change hands back its own inverse."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rules: Callable[[], CaseRules],
        who: Callable[[], str] = lambda: "",
        me: Callable[[Work], Agent | None] = lambda _: None,
    ) -> None:
        """In: what reads the rules when they are first needed, who is at work (for the history), and which of the
        team that is."""
        self._store = store
        self._clock = clock
        self._read_rules = rules
        self._who = who
        self._me = me

    @cached_property
    def rules(self) -> CaseRules:
        """Gates, playbooks, return policy, limits."""
        return self._read_rules()

    # --- looking -----------------------------------------------------------------------------------

    def get(self, case: CaseId) -> Case:
        """One case; raises `NotFound`."""
        with self._store.reading() as work:
            return work.cases.get(case)

    def board(self) -> Board:
        """Everything that is open, and how much is archived."""
        with self._store.reading() as work:
            cases = tuple(work.cases.open())
            homes = work.cases.homes([case.id for case in cases])
            me = self._me(work)
            return Board(cases, work.cases.count_closed(), homes, tuple(work.agents.all()), me.id if me else None)

    def closed(self, limit: int = 200) -> Sequence[Case]:
        """Archived ones, the last archived first."""
        with self._store.reading() as work:
            return work.cases.closed(limit)

    def of_conversation(self, conversation: ConversationId) -> Sequence[Case]:
        """Open ones first, then archived ones; by number."""
        with self._store.reading() as work:
            return sorted(work.cases.of_conversations([conversation]), key=lambda case: (not case.is_open, case.id))

    def homes(self, case: CaseId) -> tuple[ConversationId, ...]:
        """The conversations of a case, that of its opening first."""
        with self._store.reading() as work:
            return work.cases.homes([case]).get(case, ())

    def due(self, until: datetime) -> Sequence[Case]:
        """Open ones on which something has to be done by a moment, the most urgent first."""
        with self._store.reading() as work:
            return work.cases.due(until)

    def history(self, case: CaseId) -> Sequence[Entry]:
        """What happened to it, oldest first."""
        with self._store.reading() as work:
            return work.cases.history(case)

    def verify(self) -> Verdict:
        """Look whether the history is whole and the cases are what it says."""
        with self._store.reading() as work:
            return verify(work.cases.chain(), work.cases.contents())

    # --- opening -----------------------------------------------------------------------------------

    def propose(self, conversation: ConversationId, kind: CaseKind | None = None) -> Case:
        """A case filled from the mails, not kept yet; without a kind it is guessed. Raises `NotFound`."""
        with self._store.reading() as work:
            case = proposed(work, work.conversations.get(conversation), kind, self.rules, self._clock.now())
            given, me = work.agents.assigned([conversation]).get(conversation), self._me(work)
            return replace(case, owner=given if given is not None else me.id if me else None)

    def open(self, new: Case) -> Case:
        """Keep a new case; raises `InputRefused` when it says neither who nor what."""
        if not (new.customer_name or new.customer_email or new.item or new.order_number or new.reason):
            raise InputRefused("customer_name", "is empty, and so is everything else")
        now = self._clock.now()
        begun = with_playbook(replace(new, opened_at=now, changed_at=now), self.rules, new.playbook)
        event = CaseEvent(begun.id, now, self._who(), Deed.OPENED, _first_facts(begun))
        with self._store.writing() as work:
            saved = replace(begun, id=work.cases.save(begun, event))
            _touched(work, saved)
        return saved

    def open_from(self, conversation: ConversationId, kind: CaseKind | None = None) -> Case:
        """Open a case with everything that the mails tell; raises `NotFound`."""
        return self.open(self.propose(conversation, kind))

    def link(self, case: CaseId, conversation: ConversationId) -> CaseUndo:
        """Tie a further conversation to it; raises `NotFound`."""

        def linked(work: Work, before: Case) -> Case:
            messages = work.conversations.messages(conversation)
            if not messages:
                raise NotFound(f"conversation {conversation}")
            known = {message.id for message in messages} & set(before.messages)
            return before if known else replace(before, messages=(*before.messages, messages[-1].id))

        return self._change(case, Deed.LINKED, linked)

    def unlink(self, case: CaseId, conversation: ConversationId) -> CaseUndo:
        """Part a conversation from it again; evidence that was taken out of its mails stays. Raises `NotFound` when
        they are not linked."""

        def parted(work: Work, before: Case) -> Case:
            theirs = {message.id for message in work.conversations.messages(conversation)}
            left = tuple(message for message in before.messages if message not in theirs)
            if left == before.messages:
                raise NotFound(f"conversation {conversation} of case {case}")
            work.touched(Changes(conversations=frozenset({conversation})))
            return replace(before, messages=left)

        return self._change(case, Deed.UNLINKED, parted)

    # --- going on ----------------------------------------------------------------------------------

    def move(
        self, case: CaseId, to: Stage | Column, values: Mapping[str, str] | None = None, zone: tzinfo | None = None
    ) -> CaseUndo:
        """Fill fields and move it; nothing of both is kept when the gate is closed.

        Raises `MoveNotAllowed` with the missing fields, `InputRefused`, `NotFound`.
        """
        now, given = self._clock.now(), dict(values or {})

        def moved(work: Work, before: Case) -> Case:
            with_values = _filled(before, given, zone, now)
            _refuse_unknown_owner(work, before, with_values)
            missing = _approval_missing(work, with_values, to, self.rules, now)
            try:
                after = with_values.moved(to, now, self.rules.gates)
            except MoveNotAllowed as refused:
                raise MoveNotAllowed((*refused.missing, *missing)) from None
            if missing:
                raise MoveNotAllowed(missing)
            return after if after.column is before.column else _dated(after, given, now, self.rules)

        return self._change(case, Deed.MOVED, moved)

    def change(self, case: CaseId, values: Mapping[str, str], zone: tzinfo | None = None) -> CaseUndo:
        """Fill or empty fields; what its stage needs cannot be emptied any more.

        Raises `MoveNotAllowed` with the fields that would be missing, `InputRefused`, `NotFound`.
        """
        now = self._clock.now()

        def changed(work: Work, before: Case) -> Case:
            after = _filled(before, values, zone, now)
            if "kind" in values and "playbook" not in values and after.kind is not before.kind:
                after = with_playbook(after, self.rules)
            elif "playbook" in values:
                after = with_playbook(after, self.rules, after.playbook)
            _refuse_unknown_owner(work, before, after)
            _refuse_opened_gates(before, after, self.rules)
            if missing := _approval_missing(work, after, after.stage, self.rules, now):
                raise MoveNotAllowed(missing)
            return after

        return self._change(case, Deed.CHANGED, changed)

    def tick(self, case: CaseId, step: str, *, done: bool = True) -> CaseUndo:
        """A step of its playbook is done, or not; raises `NotFound`."""
        at, who = self._clock.now() if done else None, self._who()
        return self._change(case, Deed.STEP, lambda _, before: before.ticked(step, at, who))

    def attach(self, case: CaseId, message: MessageId, number: int, note: str = "") -> CaseUndo:
        """Take a file of a mail as evidence; raises `NotFound` when there is no such file."""

        def attached(work: Work, before: Case) -> Case:
            home = work.conversations.of_message(message)
            mails = work.conversations.messages(home) if home is not None else ()
            files = [file for one in mails if one.id == message for file in one.mail.attachments]
            found = next((file for file in files if file.number == number), None)
            if found is None:
                raise NotFound(f"attachment {number} of message {message}")
            piece = Evidence(message, number, found.name, found.media_type, note)
            return before.with_evidence(piece, self._clock.now())

        return self._change(case, Deed.EVIDENCE, attached)

    def undo(self, undo: CaseUndo) -> CaseUndo:
        """Take a change back, as a new entry of the history; what came since stays. Raises `MoveNotAllowed` when the
        case may not stand there any more, `NotFound` when its customer was erased since."""

        def undone(work: Work, now: Case) -> Case:
            if forgotten_since(work, undo.case_id, undo.after.changed_at):
                raise NotFound(f"what case {undo.case_id} was before its customer was erased")
            back = put_back(now, undo, self._clock.now())
            if missing := self.rules.gates.needed(back):
                raise MoveNotAllowed(missing)
            return back

        return self._change(undo.case_id, Deed.UNDONE, undone)

    # --- how ---------------------------------------------------------------------------------------

    def _change(self, case: CaseId, deed: Deed, change: Callable[[Work, Case], Case]) -> CaseUndo:
        who = self._who()  # it may look into the store
        with self._store.writing() as work:
            before = work.cases.get(case)
            after = change(work, before)
            if changes := differences(before, after):
                now = self._clock.now()
                after = replace(after, changed_at=now)
                work.cases.save(after, CaseEvent(case, now, who, deed, changes))
                _touched(work, after)
        return CaseUndo(before, after)


def _dated(case: Case, given: Mapping[str, str], now: datetime, rules: CaseRules) -> Case:
    """In another column another thing is next; its date is the column's unless one was given."""
    step = case.next_step if "next_step" in given else ""
    at = case.next_at if "next_at" in given else None
    days = rules.reminders.get(case.column)
    if at is None and days is not None:
        at = now + timedelta(days=days)
    return replace(case, next_step=step, next_at=at)


def _approval_missing(work: Work, case: Case, to: Stage | Column, rules: CaseRules, now: datetime) -> tuple[str, ...]:
    stage = case.moved_stage(to)
    if _ORDER.index(stage) < _ORDER.index(Stage.ANSWERED) or case.approved_by:
        return ()
    return ("approved_by",) if asks_approval(work, case, rules, now) else ()


def _refuse_unknown_owner(work: Work, before: Case, after: Case) -> None:
    if after.owner is None or after.owner == before.owner:
        return
    if not any(one.id == after.owner and one.active for one in work.agents.all()):
        raise InputRefused("owner", "is nobody who works here")


def _refuse_opened_gates(before: Case, after: Case, rules: CaseRules) -> None:
    open_before = {*rules.gates.missing(before, before.stage, before.column)}
    missing = rules.gates.missing(after, after.stage, after.column)
    lost = [name for name in missing if name not in open_before]
    if lost:
        raise MoveNotAllowed(tuple(lost))


def _filled(case: Case, values: Mapping[str, str], zone: tzinfo | None, now: datetime) -> Case:
    local = zone or now.astimezone().tzinfo
    after = filled(case, values, local) if local is not None else filled(case, values)
    if after.executed_at is not None and case.executed_at is None and after.follow_up_at is None:
        return replace(after, follow_up_at=after.executed_at + FOLLOW_UP_AFTER)
    return after


def _first_facts(case: Case) -> tuple[tuple[str, str, str], ...]:
    empty = Case(case.id, case.kind, case.opened_at, case.changed_at)
    return (("kind", "", case.kind.value), *differences(empty, case))


def _touched(work: Work, case: Case) -> None:
    homes = work.cases.homes([case.id]).get(case.id, ())
    work.touched(Changes(cases=True, conversations=frozenset(homes)))
