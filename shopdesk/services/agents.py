"""Named people at the desk: who is on duty at this computer, and whose conversations are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.agent import COLORS, Agent
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Undo
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.ids import AgentId, ConversationId, ThreadEventId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.services.ports import Clock, Store, Work

LONGEST_NAME = 60
SIGNED_AS = "agent_name"
"""The setting with the name that replies, notes and templates are signed with."""


class Agents:
    """Profiles without passwords: they say who did what, they keep nobody out."""

    def __init__(self, store: Store, clock: Clock, computer: str = "") -> None:
        """`computer` is the name of this one: each remembers who is on duty there."""
        self._store = store
        self._clock = clock
        self._seat = f"on_duty.{computer}"

    def all(self) -> Sequence[Agent]:
        """Those who work here, in the order in which they came."""
        with self._store.reading() as work:
            return [one for one in work.agents.all() if one.active]

    def known(self) -> Sequence[Agent]:
        """Those who left too."""
        with self._store.reading() as work:
            return work.agents.all()

    def get(self, agent: AgentId) -> Agent:
        """One of them, also one who left; raises `NotFound`."""
        with self._store.reading() as work:
            return work.agents.get(agent)

    def on_duty(self) -> Agent | None:
        """Who works at this computer."""
        with self._store.reading() as work:
            return self.seated(work)

    def seated(self, work: Work) -> Agent | None:
        """The same within a transaction."""
        text = work.settings.get(self._seat) or ""
        return next((one for one in work.agents.all() if one.active and str(one.id) == text), None)

    def name(self) -> str:
        """Of who is on duty; empty when nobody is."""
        agent = self.on_duty()
        return agent.name if agent is not None else ""

    def go_on_duty(self, agent: AgentId | None) -> None:
        """Somebody sits down here, or (None) everybody left; raises `NotFound`."""
        with self._store.writing() as work:
            found = _working(work, agent) if agent is not None else None
            work.settings.save(self._seat, str(found.id) if found else None)
            if found is not None:
                work.settings.save(SIGNED_AS, found.name)
            work.touched(Changes(day=True, settings=True))

    def add(self, name: str) -> Agent:
        """Somebody new; the first one is on duty at once. Raises `InputRefused` for a name that is taken or empty."""
        with self._store.writing() as work:
            known = work.agents.all()
            name = _checked(name, known)
            agent = Agent(AgentId(0), name, len(known) % COLORS)
            agent = replace(agent, id=work.agents.add(agent))
            if not any(one.active for one in known):
                work.settings.save(self._seat, str(agent.id))
                work.settings.save(SIGNED_AS, agent.name)
            work.touched(Changes(day=True))
        return agent

    def rename(self, agent: AgentId, name: str) -> None:
        """Another name; what they ticked keeps the old one. Raises `InputRefused`, `NotFound`."""
        with self._store.writing() as work:
            known = work.agents.get(agent)
            name = _checked(name, [one for one in work.agents.all() if one.id != agent])
            work.agents.save(replace(known, name=name))
            seated = self.seated(work)
            if seated is not None and seated.id == agent:
                work.settings.save(SIGNED_AS, name)
            work.touched(Changes(day=True))

    def retire(self, agent: AgentId) -> None:
        """Somebody left: their conversations stay theirs until they are handed over. Raises `NotFound`."""
        with self._store.writing() as work:
            seated = self.seated(work)
            work.agents.save(replace(work.agents.get(agent), active=False))
            if seated is not None and seated.id == agent:
                work.settings.save(self._seat, None)
            work.touched(Changes(day=True))

    # --- whose conversations are ----------------------------------------------------------------------------

    def assigned(self, conversation: ConversationId) -> Agent | None:
        """Whose it is."""
        with self._store.reading() as work:
            found = work.agents.assigned([conversation]).get(conversation)
            return work.agents.get(found) if found is not None else None

    def assign(self, conversations: Sequence[ConversationId], agent: AgentId | None) -> Undo:
        """Give conversations to somebody who works here, or (None) to nobody; raises `NotFound`."""
        with self._store.writing() as work:
            if agent is not None:
                _working(work, agent)
            return assign(work, conversations, agent, self._clock, self.name_of_seated(work))

    def assign_evenly(self) -> Undo:
        """Share out what needs a reply and is nobody's, one by one to whoever has least; raises `NotFound`."""
        with self._store.writing() as work:
            team = [one.id for one in work.agents.all() if one.active]
            if not team:
                raise NotFound("agents")
            has = {one: work.agents.open_counts().get(one, 0) for one in team}
            by, events = self.name_of_seated(work), list[ThreadEventId]()
            before: list[tuple[ConversationId, AgentId | None]] = []
            for row in work.day_counts.open_work():
                if row.agent is None or row.agent not in has:
                    taker = min(team, key=lambda one: has[one])
                    has[taker] += 1
                    given = assign(work, [row.id], taker, self._clock, by)
                    before += given.agents
                    events += given.events
        return Undo(agents=tuple(before), events=tuple(events))

    def name_of_seated(self, work: Work) -> str:
        """Whom the thread names, within a transaction; empty when nobody is on duty."""
        agent = self.seated(work)
        return agent.name if agent is not None else ""


def assign(
    work: Work, conversations: Sequence[ConversationId], agent: AgentId | None, clock: Clock, by: str = ""
) -> Undo:
    """Give conversations to somebody within a transaction; vanished ones are left out.

    In: the name of who does it, for the thread; empty when nobody is on duty.
    """
    from shopdesk.services.thread_events import note_assigned  # who is on duty is asked before any line is written

    here = [row.id for row in work.conversations.rows(conversations)]
    known, now = work.agents.assigned(here), clock.now()
    was = {number: known.get(number) for number in here}
    work.agents.assign(here, agent, now)
    events = note_assigned(work, was, agent, now, by)
    work.touched(Changes(conversations=frozenset(here), day=True))
    return Undo(agents=tuple(was.items()), events=events)


def _working(work: Work, agent: AgentId) -> Agent:
    found = work.agents.get(agent)
    if not found.active:
        raise NotFound(f"agent {agent} works here no more")
    return found


def _checked(name: str, others: Sequence[Agent]) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise InputRefused("name", f"must have 1 to {LONGEST_NAME} signs")
    if any(one.active and one.name.casefold() == name.casefold() for one in others):
        raise InputRefused("name", "is taken")
    return name
