"""What the shop promised: found in its replies, kept by the next one in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import PromiseId
from shopdesk.domain.promise import Promise, PromiseKind, PromiseState
from shopdesk.domain.promise_finding import found_promises
from shopdesk.domain.promise_times import end_of_day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.promise import FoundPromise
    from shopdesk.services.ports import Clock, Store, Work


class Promises:
    """Promises by conversation and by time.

    The next reply of ours keeps those that stand open in its conversation; a holding reply moves them. What is open
    when its time has passed is broken, and stays on the list until somebody answers or settles it.
    """

    def __init__(self, store: Store, clock: Clock, zone: tzinfo | None = None) -> None:
        """`zone` is where the shop is; None: the computer's."""
        self._store = store
        self._clock = clock
        self._zone = zone

    def now(self) -> datetime:
        """The moment (UTC) that due times are compared with."""
        return self._clock.now()

    def due(self, until: datetime | None = None) -> Sequence[Promise]:
        """Those that nobody settled, due up to a moment (UTC; None: all), the earliest first; broken ones too."""
        with self._store.reading() as work:
            return work.promises.due(until)

    def of_conversation(self, conversation: ConversationId) -> Sequence[Promise]:
        """All of a conversation, the earliest due first."""
        with self._store.reading() as work:
            return work.promises.of_conversation(conversation)

    def get(self, promise: PromiseId) -> Promise:
        """Raises `NotFound`."""
        with self._store.reading() as work:
            return work.promises.get(promise)

    def found_in(self, text: str, at: datetime | None = None) -> Sequence[FoundPromise]:
        """What a text would promise if it were sent at a moment (UTC; None: now)."""
        return found_promises(text, at or self._clock.now(), self._zone)

    def add(self, conversation: ConversationId, quoted: str, due: datetime, by: str = "") -> PromiseId:
        """Write down a promise by hand; raises `InputRefused` for a past time, `NotFound`."""
        now = self._clock.now()
        if due <= now:
            raise InputRefused("due", "is in the past")
        with self._store.writing() as work:
            work.conversations.get(conversation)
            promise = Promise(
                PromiseId(0), conversation, " ".join(quoted.split()), due, made_at=now, by=by, kind=PromiseKind.PERSON
            )
            added = work.promises.add(promise)
            work.touched(_named(conversation))
        return added

    def keep(self, promise: PromiseId) -> Undo:
        """It was kept. Raises `NotFound`, also for one that is settled already."""
        return self._settle(promise, PromiseState.KEPT)

    def break_(self, promise: PromiseId, reason: str = "") -> Undo:
        """It will not be kept, for a reason or none. Raises `NotFound`, also for one that is settled already."""
        return self._settle(promise, PromiseState.BROKEN, reason)

    def move(self, promise: PromiseId, to: datetime) -> Undo:
        """Another time (UTC) takes its place, as a new promise. Raises `InputRefused` for the past, `NotFound`."""
        now = self._clock.now()
        if to <= now:
            raise InputRefused("due", "is in the past")
        with self._store.writing() as work:
            known = _open(work, promise)
            work.promises.save(replace(known, state=PromiseState.MOVED, settled_at=now))
            added = work.promises.add(replace(known, due=to, state=PromiseState.OPEN, made_at=now, settled_at=None))
            work.touched(_named(known.conversation_id))
        return Undo(promises=(known,), promised=(added,))

    def undo(self, undo: Undo) -> None:
        """Bring promises back as they were."""
        with self._store.writing() as work:
            take_back(work, undo)

    def expire(self) -> int:
        """Write that those are broken whose time has passed; returns how many."""
        now = self._clock.now()
        with self._store.reading() as work:
            late = [one for one in work.promises.due(now) if one.state is PromiseState.OPEN and one.is_late(now)]
        if late:
            with self._store.writing() as work:
                for one in late:
                    if work.promises.get(one.id) == one:
                        work.promises.save(replace(one, state=PromiseState.BROKEN))
                        work.touched(_named(one.conversation_id))
        return len(late)

    def _settle(self, promise: PromiseId, state: PromiseState, reason: str = "") -> Undo:
        with self._store.writing() as work:
            known = _open(work, promise)
            why = " ".join(reason.split())
            work.promises.save(replace(known, state=state, settled_at=self._clock.now(), reason=why))
            work.touched(_named(known.conversation_id))
        return Undo(promises=(known,))


def put_off(
    work: Work, conversations: Sequence[ConversationId], until: datetime, reason: str, now: datetime
) -> Sequence[PromiseId]:
    """Write down why conversations were put off until a moment (UTC): it is to be done on that day."""
    words, due = " ".join(reason.split()), end_of_day_of(until)
    made = [
        work.promises.add(Promise(PromiseId(0), one, words, due, made_at=now, kind=PromiseKind.SNOOZE))
        for one in conversations
    ]
    work.touched(Changes(conversations=frozenset(conversations), day=True))
    return made


def take_back(work: Work, undo: Undo) -> None:
    """Promises are as they were; what was made in their place is gone."""
    for made in undo.promised:
        work.promises.remove(made)
    for one in undo.promises:
        work.promises.save(one)
    work.touched(Changes(conversations=frozenset(one.conversation_id for one in undo.promises), day=True))


def _open(work: Work, promise: PromiseId) -> Promise:
    known = work.promises.get(promise)
    if known.settled_at is not None:
        raise NotFound(f"promise {promise} is settled")
    return known


def _named(conversation: ConversationId) -> Changes:
    return Changes(conversations=frozenset({conversation}), day=True)
