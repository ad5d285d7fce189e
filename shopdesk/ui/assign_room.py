"""Gives conversations to people: a menu of names at A, to oneself at Shift+A."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMainWindow, QMenu

from shopdesk.domain.agent import Agent
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.ui.words import translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.surroundings import Surroundings


class AssignRoom(QObject):
    """One for a window."""

    def __init__(self, window: QMainWindow, inbox: "InboxScreen", desk: "Desk", around: "Surroundings") -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._lanes = around.lanes
        self.menu: QMenu | None = None
        self.dialog: QInputDialog | None = None

    def ask(self) -> None:
        """Whose shall they be?"""
        numbers = list(self._inbox.presenter.targets())
        if numbers:
            self._lanes.reading.submit(self._desk.agents.all, partial(self._open, numbers), self._failed)

    def to_me(self) -> None:
        """To whoever is on duty; asks for a name when nobody is."""
        numbers = list(self._inbox.presenter.targets())

        def known(me: Agent | None) -> None:
            if me is None:
                self.ask_name(numbers)
            else:
                self.give(numbers, me.id)

        if numbers:
            self._lanes.reading.submit(self._desk.agents.on_duty, known, self._failed)

    def give(self, numbers: Sequence[ConversationId], agent: AgentId | None) -> None:
        """Write it, and go on to the next conversation when it was the open one."""
        inbox = self._inbox
        inbox.triage.write(Deed.ASSIGNED, numbers, lambda: self._desk.agents.assign(numbers, agent))
        if list(numbers) == [inbox.presenter.current]:
            inbox.presenter.go(1)
        inbox.presenter.selection.clear()

    def ask_name(self, numbers: Sequence[ConversationId]) -> None:
        """Somebody new."""
        self.dialog = dialog = QInputDialog(self._window)
        dialog.setWindowTitle(translate("Today", "Add a person"))
        dialog.setLabelText(translate("Today", "Name"))
        dialog.setOkButtonText(translate("Today", "Add"))
        dialog.setCancelButtonText(translate("Cases", "Cancel"))
        dialog.textValueSelected.connect(lambda name: self._add(name, numbers))
        dialog.open()

    def _open(self, numbers: Sequence[ConversationId], agents: Sequence[Agent]) -> None:
        self.menu = menu = QMenu(self._window)
        menu.setAccessibleName(translate("Today", "Assign to"))
        for agent in agents:
            menu.addAction(agent.name).triggered.connect(
                lambda _=False, to=agent.id: self.give(numbers, to)
            )
        if agents:
            menu.addSeparator()
            menu.addAction(translate("Today", "Nobody")).triggered.connect(lambda _=False: self.give(numbers, None))
        menu.addAction(translate("Today", "Add a person…")).triggered.connect(
            lambda _=False: self.ask_name(numbers)
        )
        place = self._inbox.column.list
        menu.popup(place.mapToGlobal(QPoint(place.width() // 3, place.height() // 4)))
        menu.setActiveAction(menu.actions()[0])

    def _add(self, name: str, numbers: Sequence[ConversationId]) -> None:
        self._lanes.writing.submit(
            lambda: self._desk.agents.add(name), lambda agent: self.give(numbers, agent.id), self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._inbox.stage.show_failure(error)
