"""Finds the servers of the address while the person goes on typing."""

from collections.abc import Callable
from dataclasses import replace

from shopdesk.domain.discovery import Need, Outcome
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.mailbox import SignIn
from shopdesk.ui.desk import ConnectingDesk
from shopdesk.ui.wizard.board import Board
from shopdesk.ui.wizard.state import Browser, Search
from shopdesk.ui.wizard.troubles import Circumstances


class Searching:
    """One search for each address."""

    def __init__(self, board: Board, desk: ConnectingDesk) -> None:
        self._board = board
        self._desk = desk
        self._searched = ""
        self._then: Callable[[], None] | None = None

    def forget(self) -> None:
        """Another address is being typed."""
        self._searched = ""
        self._then = None

    def run(self, then: Callable[[], None] | None = None) -> None:
        """Look for the servers of the address, once; `then` is called when they are found and may be used."""
        address = self._board.entry.address
        self._then = then or self._then
        if not address or address == self._searched:
            return
        self._searched = address
        control = self._board.attempt()
        self._board.change(search=Search.RUNNING, trouble=None)
        self._board.ask(control, lambda: self._desk.search(address, control), self._found, self._failed)

    def accept(self) -> None:
        """The servers outside of the address's own domain are fine."""
        self._board.change(asks=False)

    def edit(self) -> None:
        """Let the servers be typed by hand."""
        self._board.change(is_editing=True, asks=False)

    def _found(self, outcome: Outcome) -> None:
        board, found = self._board, outcome.found
        board.tried = outcome.tried
        if found is None:
            board.change(search=Search.NOTHING, is_editing=True)
            return
        entry = board.entry.with_found(found)
        if found.oauth is not None:
            entry = replace(entry, client_id=self._desk.known_client(found.oauth))
        by_browser = found.sign_in is SignIn.OAUTH or Need.BROWSER in found.needs
        board.change(
            entry=entry,
            search=Search.FOUND,
            asks=found.ask_first,
            is_editing=Need.PROVIDER_ADDRESS in found.needs,
            browser=Browser.WANTED if by_browser else Browser.OFF,
        )
        then, self._then = self._then, None
        if then is not None and not found.ask_first:
            then()

    def _failed(self, failure: ShopdeskError) -> None:
        self._board.fail(failure, Circumstances(), search=Search.IDLE)
