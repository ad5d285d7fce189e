"""Let queued mails leave: each exactly once, or a person is asked."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control
from shopdesk.domain.errors import (
    AnswerLost,
    CertificateRefused,
    DatabaseDamaged,
    EncryptionMissing,
    KeychainFailed,
    NotFound,
    SendLimitReached,
    SendRefused,
    ServerBusy,
    ServerProblem,
    ServerUnreachable,
    ShopdeskError,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.ids import MailboxId, OutboxId
from shopdesk.domain.mailbox import Mailbox, SignIn
from shopdesk.domain.outbox import (
    LONGEST_HOLD,
    NewOutboxItem,
    OutboxItem,
    OutboxState,
    RefusedRecipient,
    pause_before_look,
    pause_before_retry,
)
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.sending_ports import Delivery, OneSender, PostOffice
from shopdesk.services.sent_copies import SentCopies
from shopdesk.services.sign_ins import SignIns

_log = logging.getLogger(__name__)

_PERSON_HELPS = (SignInRefused, SignInNeeded, CertificateRefused, EncryptionMissing, KeychainFailed)
"""Trying again by itself brings the account closer to being locked, or nothing at all."""
_ALL_WAIT = (SendLimitReached, ServerBusy, ServerUnreachable)
"""It would be the same with the next mail, and each further try makes a busy server busier."""
_LIMIT_PAUSE = timedelta(hours=1)
_LEFT_BEHIND = {OutboxState.SENDING: OutboxState.QUEUED, OutboxState.DATA_GIVEN: OutboxState.UNKNOWN}
_ASKED = (OutboxState.UNKNOWN, OutboxState.REFUSED, OutboxState.HELD, OutboxState.QUEUED)


@dataclass(frozen=True, slots=True)
class SendReport:
    """What one pass did."""

    sent: int = 0
    waiting: int = 0
    """Mails that still want to leave: later by themselves, or when a person decided."""
    asking: int = 0
    """Mails that wait for a decision."""


class Outbox:
    """One lane per mailbox calls `send_due`; the other methods may be called from anywhere."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        sign_ins: SignIns,
        post: PostOffice,
        copies: SentCopies,
        one_sender: OneSender,
    ) -> None:
        self._store = store
        self._clock = clock
        self._sign_ins = sign_ins
        self._post = post
        self._copies = copies
        self._one_sender = one_sender

    # --- looking and deciding --------------------------------------------------------------------------------

    def items(self, states: Sequence[OutboxState] | None = None) -> Sequence[OutboxItem]:
        """Mails on their way out, the oldest first; without `states` all whose way is not over."""
        over = {OutboxState.FILED, OutboxState.DISCARDED}
        with self._store.reading() as work:
            return work.outbox.items(states if states is not None else [one for one in OutboxState if one not in over])

    def get(self, item: OutboxId) -> OutboxItem:
        """Raises `NotFound`."""
        with self._store.reading() as work:
            return work.outbox.get(item)

    def next_due(self, mailbox: MailboxId) -> datetime | None:
        """When something of a mailbox goes on by itself."""
        with self._store.reading() as work:
            return work.outbox.next_due(mailbox)

    def retry(self, item: OutboxId) -> None:
        """Send again what was refused, held or is not known to have left: with the same Message-ID, because a person
        says so. Of what left, those get it again whom the server refused. Raises `NotFound` when it is leaving."""
        now = self._clock.now()
        with self._store.writing() as work:
            known = work.outbox.get(item)
            if known.refused and known.state in {OutboxState.SENT, OutboxState.FILED}:
                others = tuple(one.email for one in known.refused)
                work.outbox.add(_copy_for(known, work.outbox.raw(item), others, now, now))
                work.outbox.note(replace(known, refused=()))
                work.touched(_changed(known))
                return
            if not work.outbox.move(item, _ASKED, OutboxState.QUEUED, now):
                raise NotFound(f"outbox {item}")
            work.outbox.note(replace(without_problem(known), tries=0, looks=0, next_try=now))
            work.touched(_changed(known))

    def discard(self, item: OutboxId) -> None:
        """Never send it. Raises `NotFound` when it left already, or is leaving."""
        self._decide(item, OutboxState.DISCARDED, _ASKED)

    def it_was_sent(self, item: OutboxId) -> None:
        """A person knows that a mail left whose fate was unknown: it becomes a message of its conversation."""
        now = self._clock.now()
        with self._store.writing() as work:
            known = work.outbox.get(item)
            if not work.outbox.move(item, (OutboxState.UNKNOWN,), OutboxState.SENT, now):
                raise NotFound(f"outbox {item}")
            self._copies.file(work, known, work.outbox.raw(item), now)
            work.outbox.note(replace(without_problem(known), looks=0, next_try=now))
            work.touched(_changed(known))

    def look_again(self, item: OutboxId) -> None:
        """Look into Sent once more for a mail whose fate is unknown, at once. Raises `NotFound` for any other."""
        with self._store.writing() as work:
            known = work.outbox.get(item)
            if known.state is not OutboxState.UNKNOWN:
                raise NotFound(f"outbox {item}")
            work.outbox.note(replace(known, looks=0, next_try=self._clock.now()))
            work.touched(_changed(known))

    def release_held(self) -> int:
        """Let mails leave at once that are held only so that they can be taken back; those for later stay. Out: how
        many."""
        with self._store.writing() as work:
            released = work.outbox.release(self._clock.now(), LONGEST_HOLD)
            if released:
                work.touched(Changes(outbox=True))
        return released

    def _decide(self, item: OutboxId, after: OutboxState, before: Sequence[OutboxState]) -> None:
        with self._store.writing() as work:
            known = work.outbox.get(item)
            if not work.outbox.move(item, before, after, self._clock.now()):
                raise NotFound(f"outbox {item}")
            work.outbox.forget_bytes(item)
            work.touched(_changed(known))

    # --- one pass ----------------------------------------------------------------------------------------------

    def send_due(self, mailbox: MailboxId, control: Control, *, all_waiting: bool = False) -> SendReport:
        """Let everything of a mailbox leave that is due, then look after its copies on the server.

        `all_waiting` also tries what failed before and would wait for its pause. Raises `DataFolderBusy` while another
        process sends, `Cancelled`; failures of servers are written down with each mail.
        """
        with self._one_sender(mailbox):
            self._recover(mailbox)
            with self._store.reading() as work:
                setup = work.mailboxes.get(mailbox)
                queued = work.outbox.items([OutboxState.QUEUED], mailbox)
            due = [one for one in queued if self._is_due(one, all_waiting)]
            sent = self._send(setup, due, control)
            self._copies.look_after(setup, control, all_waiting=all_waiting)
        with self._store.reading() as work:
            left = work.outbox.items(_ASKED, mailbox)
        return SendReport(sent, len(left), sum(one.state.needs_person for one in left))

    def _recover(self, mailbox: MailboxId) -> None:
        """Whoever holds the right to send finds here what a process left behind that died while sending."""
        now = self._clock.now()
        with self._store.reading() as work:
            left = work.outbox.items(_LEFT_BEHIND, mailbox)
        for item in left:
            _log.warning("the mail %d was left in %s", item.id, item.state)
            with self._store.writing() as work:
                work.outbox.move(item.id, [item.state], _LEFT_BEHIND[item.state], now)
                work.outbox.note(replace(item, looks=0, next_try=now))
                work.touched(_changed(item))

    def _is_due(self, item: OutboxItem, all_waiting: bool) -> bool:  # noqa: FBT001
        now = self._clock.now()
        if item.send_after > now:
            return False
        return all_waiting or (item.next_try is not None and item.next_try <= now)

    def _send(self, mailbox: Mailbox, due: Sequence[OutboxItem], control: Control) -> int:
        """Over one connection; returns how many left."""
        sent, delivery = 0, None
        try:
            for number, item in enumerate(due):
                control.stop_if_cancelled()
                control.report(number, len(due))
                if not self._step(item, [OutboxState.QUEUED], OutboxState.SENDING):
                    continue  # taken back meanwhile
                try:
                    delivery = delivery or self._connected(mailbox)
                    raw, refused = self._hand_over(item, delivery)
                except ShopdeskError as problem:
                    self._came_back(item, problem)
                    if not isinstance(problem, SendRefused):
                        delivery = self._closed(delivery)
                    if isinstance(problem, _ALL_WAIT):
                        _hold_off(self._store, due[number + 1 :], self._clock.now() + _pause(1, problem))
                    if isinstance(problem, _PERSON_HELPS + _ALL_WAIT):
                        break
                else:  # what fails from here on must not make it look as if it had not left
                    self._left(item, raw, refused)
                    sent += 1
        finally:
            self._closed(delivery)
        return sent

    def _connected(self, mailbox: Mailbox) -> Delivery:
        try:
            return self._post.open(mailbox, self._sign_ins.credential(mailbox))
        except SignInRefused:
            if mailbox.sign_in is not SignIn.OAUTH:
                raise
            self._sign_ins.forget(mailbox.id)
            return self._post.open(mailbox, self._sign_ins.credential(mailbox))

    def _hand_over(self, item: OutboxItem, delivery: Delivery) -> tuple[bytes, Sequence[RefusedRecipient]]:
        with self._store.reading() as work:
            raw = work.outbox.raw(item.id)
        refused = delivery.begin(item.sender, item.recipients, len(raw))
        delivery.give(raw, lambda: self._must_step(item, [OutboxState.SENDING], OutboxState.DATA_GIVEN))
        return raw, refused

    def _left(self, item: OutboxItem, raw: bytes, refused: Sequence[RefusedRecipient]) -> None:
        """The server took it. That is written first and alone: a disk too full for the message has room for a word."""
        now = self._clock.now()
        with self._store.writing() as work:
            work.outbox.move(item.id, [OutboxState.DATA_GIVEN], OutboxState.SENT, now)
            soon = now + timedelta(seconds=1)
            work.outbox.note(replace(item, tries=item.tries + 1, looks=0, next_try=soon, refused=tuple(refused)))
            later = tuple(one.email for one in refused if one.is_for_now)
            if later:  # greylisted, most likely: the others have it, so only these get it again by themselves
                work.outbox.add(_copy_for(item, raw, later, now, now + pause_before_retry(1)))
            work.touched(_changed(item))
        with self._store.writing() as work:
            self._copies.file(work, item, raw, now)
            work.touched(_changed(item))

    def _came_back(self, item: OutboxItem, problem: ShopdeskError) -> None:
        """Write down why a mail did not leave, or that nobody knows."""
        now, tries = self._clock.now(), item.tries + 1
        _log.info("the mail %d came back: %s", item.id, problem)
        state, next_try = OutboxState.QUEUED, now + _pause(tries, problem)
        if isinstance(problem, AnswerLost):
            state, next_try = OutboxState.UNKNOWN, now + (pause_before_look(0) or timedelta(0))
        elif isinstance(problem, SendRefused | DatabaseDamaged):
            state = OutboxState.REFUSED
        waits = state is not OutboxState.REFUSED and not isinstance(problem, _PERSON_HELPS)
        with self._store.writing() as work:
            work.outbox.move(item.id, [OutboxState.SENDING, OutboxState.DATA_GIVEN], state, now)
            work.outbox.note(_with_problem(replace(item, tries=tries, next_try=next_try if waits else None), problem))
            work.touched(_changed(item))

    def _step(self, item: OutboxItem, before: Sequence[OutboxState], after: OutboxState) -> bool:
        """One durable step."""
        with self._store.writing() as work:
            return _moved(work, item, before, after, self._clock.now)

    def _must_step(self, item: OutboxItem, before: Sequence[OutboxState], after: OutboxState) -> None:
        if not self._step(item, before, after):
            raise NotFound(f"outbox {item.id}")

    @staticmethod
    def _closed(delivery: Delivery | None) -> None:
        if delivery is not None:
            delivery.close()


def _moved(
    work: Work, item: OutboxItem, before: Sequence[OutboxState], after: OutboxState, now: Callable[[], datetime]
) -> bool:
    moved = work.outbox.move(item.id, before, after, now())
    work.touched(_changed(item))
    return moved


def _hold_off(store: Store, others: Sequence[OutboxItem], until: datetime) -> None:
    """They were not tried: they wait as long as the one that was."""
    with store.writing() as work:
        for item in others:
            work.outbox.note(replace(item, next_try=until))


def _pause(tries: int, problem: ShopdeskError) -> timedelta:
    pause = pause_before_retry(tries)
    return max(pause, _LIMIT_PAUSE) if isinstance(problem, SendLimitReached) else pause


def _copy_for(
    item: OutboxItem, raw: bytes, recipients: tuple[str, ...], now: datetime, after: datetime
) -> NewOutboxItem:
    """The same frozen mail for fewer people."""
    return NewOutboxItem(
        mailbox_id=item.mailbox_id,
        conversation_id=item.conversation_id,
        sender=item.sender,
        recipients=recipients,
        to=item.to,
        subject=item.subject,
        message_id=item.message_id,
        raw=raw,
        queued_at=now,
        send_after=after,
    )


def without_problem(item: OutboxItem) -> OutboxItem:
    """The same mail, with nothing in its way."""
    return replace(item, problem="", problem_host="", problem_detail="")


def _with_problem(item: OutboxItem, problem: ShopdeskError) -> OutboxItem:
    host, detail = (problem.host, problem.detail) if isinstance(problem, ServerProblem) else ("", str(problem))
    return replace(item, problem=type(problem).__name__, problem_host=host, problem_detail=detail)


def _changed(item: OutboxItem) -> Changes:
    named = frozenset({item.conversation_id}) if item.conversation_id is not None else frozenset()
    return Changes(conversations=named, outbox=True)
