"""Gives cases to people: a menu of names at A, to oneself at Shift+A."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case
from shopdesk.domain.ids import AgentId
from shopdesk.ui.cases.asked import Spot
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.day_desk import AgentDesk
from shopdesk.ui.words import translate


class CaseOwners(QObject):
    """One for a page."""

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, page: QWidget, presenter: CasesPresenter, agents: AgentDesk, spot: Callable[[], Spot | None]
    ) -> None:
        """In: `spot` tells which case is meant."""
        super().__init__(page)
        self._spot = spot
        self._page = page
        self._presenter = presenter
        self._agents = agents
        self.menu: QMenu | None = None
        self.dialog: QInputDialog | None = None

    def ask(self) -> None:
        """Whose shall the chosen case be?"""
        spot = self._spot()
        if spot is None:
            return
        case, at = spot
        self.menu = menu = QMenu(self._page)
        menu.setAccessibleName(translate("Today", "Assign to"))
        shown = self._presenter.shown
        for agent in shown.working():
            self._offer(menu, agent.name, case, agent.id)
        if shown.working():
            menu.addSeparator()
            self._offer(menu, translate("Today", "Nobody"), case, None)
        more = QAction(translate("Today", "Add a person…"), menu)
        more.triggered.connect(lambda _=False: self._ask_name(case))
        menu.addAction(more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def take(self) -> None:
        """The chosen case to whoever is on duty; asks for a name when nobody is."""
        spot, me = self._spot(), self._presenter.shown.me
        if spot is not None and me is None:
            self._ask_name(spot[0])
        elif spot is not None:
            self.give(spot[0], me)

    def give(self, case: Case, to: AgentId | None) -> None:
        """Write it, and say so."""
        self._presenter.change(case.id, {"owner": "" if to is None else str(to)}, self._tell)

    # --- inside -----------------------------------------------------------------------------------------------

    def _offer(self, menu: QMenu, words: str, case: Case, to: AgentId | None) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(case.owner == to)
        action.triggered.connect(partial(self._give, case, to))
        menu.addAction(action)

    def _give(self, case: Case, to: AgentId | None, _: bool = False) -> None:  # noqa: FBT002 - an action says so
        self.give(case, to)

    def _tell(self, case: Case) -> None:
        name = self._presenter.shown.owner_name(case)
        words = translate("Cases", "%1 given to %2") if name else translate("Cases", "%1 is nobody’s now")
        self.told.emit(words.replace("%1", case.number).replace("%2", name), translate("Toast", "Undo  Z"))

    def _ask_name(self, case: Case) -> None:
        self.dialog = dialog = QInputDialog(self._page.window())
        dialog.setWindowTitle(translate("Today", "Add a person"))
        dialog.setLabelText(translate("Today", "Name"))
        dialog.setOkButtonText(translate("Today", "Add"))
        dialog.setCancelButtonText(translate("Cases", "Cancel"))
        dialog.textValueSelected.connect(partial(self._add, case))
        dialog.open()

    def _add(self, case: Case, name: str) -> None:
        def added(agent: object) -> None:
            if isinstance(agent, Agent):
                self._presenter.shown.team = (*self._presenter.shown.team, agent)
                self.give(case, agent.id)
                self._presenter.look()

        self._presenter.write(lambda: self._agents.add(name), added, self.failed.emit)
