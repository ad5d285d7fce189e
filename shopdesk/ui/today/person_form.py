"""The fields of somebody who works here."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import AgentId
from shopdesk.ui.day_desk import AgentDesk
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.list_editor import LineForm
from shopdesk.ui.words import translate

Seen = tuple[Agent, bool]
"""Somebody, and whether they are on duty."""


class PersonForm(LineForm[Seen]):
    """A name; who is on duty signs replies."""

    def __init__(self, theme: Theme, desk: AgentDesk) -> None:
        super().__init__(theme)
        self._desk = desk
        self._begun = Agent(AgentId(0), "")
        self.title = translate("Today", "Team")
        self.words = translate("Today", "Whoever is on duty at this computer signs replies and ticks.")
        self.remove_words = translate("Today", "Has left")
        self.name = self.text_row(translate("Today", "Name"))

    @override
    def read(self) -> Sequence[Seen]:
        here = self._desk.on_duty()
        return [(one, here is not None and one.id == here.id) for one in self._desk.all()]

    @override
    def line(self, value: Seen) -> str:
        agent, here = value
        return "\n".join((agent.name, translate("Today", "On duty"))) if here else agent.name

    @override
    def key(self, value: Seen) -> object:
        return value[0].id

    @override
    def fill(self, value: Seen | None) -> None:
        self._begun = value[0] if value is not None else Agent(AgentId(0), "")
        self.name.setText(self._begun.name)

    @override
    def adopt(self, value: Seen | None) -> None:
        self._begun = value[0] if value is not None else Agent(AgentId(0), "")

    @override
    def typed(self) -> Seen:
        return replace(self._begun, name=self.name.text()), False

    @override
    def write(self, value: Seen) -> object:
        agent, _ = value
        if agent.id:
            self._desk.rename(agent.id, agent.name)
            return agent.id
        return self._desk.add(agent.name).id

    @override
    def drop(self, value: Seen) -> None:
        self._desk.retire(value[0].id)

    def sit_down(self) -> object:
        """The one who is shown is on duty from now on; in the store lane."""
        agent = self._begun.id
        if agent:
            self._desk.go_on_duty(agent)
        return agent

    @override
    def refusal(self, error: InputRefused) -> tuple[str, QWidget]:
        return translate("Today", "A name has 1 to 60 signs, and nobody else here has it."), self.name

    @override
    def first(self) -> QWidget:
        return self.name
