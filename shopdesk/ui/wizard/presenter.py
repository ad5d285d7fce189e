"""Leads through the page "Connect a mailbox"; knows nothing of widgets."""

from dataclasses import replace

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Server
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConnectingDesk
from shopdesk.ui.wizard.board import Board, Post
from shopdesk.ui.wizard.browser import BrowserSignIn
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.searching import Searching
from shopdesk.ui.wizard.state import Browser, ConnectView, Search, Shown, Stage
from shopdesk.ui.wizard.trials import Trials
from shopdesk.ui.wizard.troubles import Circumstances


class ConnectPresenter:
    """What can be typed and clicked there."""

    def __init__(
        self, desk: ConnectingDesk, view: ConnectView, network: WorkLane, writing: WorkLane, post: Post
    ) -> None:
        self.board = Board(view, network, post)
        self.servers = Searching(self.board, desk)
        self.trials = Trials(self.board, desk, writing)
        self.browser = BrowserSignIn(self.board, desk, self.trials.begin)

    def type_address(self, address: str) -> None:
        """The address is being typed; what was found for another one is forgotten."""
        address, old = address.strip(), self.board.entry
        if address == old.address:
            return
        self.board.give_up()
        self.servers.forget()
        self.board.tried = ()
        fresh = Entry(address, old.password, since_days=old.since_days, name=old.name)
        self.board.show(Shown(fresh))

    def type_password(self, password: str) -> None:
        """The password is being typed."""
        if password != self.board.entry.password:
            self.board.begin_anew(password=password)

    def type_servers(self, imap: Server | None, smtp: Server | None, user: str) -> None:
        """Servers were typed by hand; a certificate that was trusted stays with its server."""
        old = self.board.entry
        imap, smtp = _with_pin(imap, old.imap), _with_pin(smtp, old.smtp)
        if (imap, smtp, user) != (old.imap, old.smtp, old.user):
            self.board.begin_anew(imap=imap, smtp=smtp, user=user)

    def refuse_typed(self, problem: InputRefused) -> None:
        """What was typed for a server cannot be used."""
        self.board.fail(problem, Circumstances(), stage=Stage.TYPING)

    def go_on(self) -> None:
        """The button "Connect": find the servers if that was not done, then try."""
        shown = self.board.shown
        if not shown.is_possible or shown.asks or shown.stage is Stage.TRYING:
            return
        if shown.browser in (Browser.WANTED, Browser.WAITING, Browser.CODE):
            return
        if shown.search in (Search.IDLE, Search.RUNNING) and shown.entry.imap is None:
            self.servers.run(then=self.trials.begin)
        else:
            self.trials.begin()

    def choose(self, name: str, since_days: int | None) -> None:
        """What the mailbox is called, and how far back its mail is imported."""
        self.board.change(entry=replace(self.board.entry, name=name.strip(), since_days=since_days))


def _with_pin(typed: Server | None, old: Server | None) -> Server | None:
    if typed is None or old is None or (typed.host, typed.port) != (old.host, old.port):
        return typed
    return replace(typed, fingerprint=old.fingerprint)
