"""Signing in by browser, here or at another device, with the shop's own client id."""

from collections.abc import Callable
from dataclasses import replace

from shopdesk.domain.connection import Tokens
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.mailbox import OAuthSetup
from shopdesk.domain.trial import Proof
from shopdesk.ui.desk import CodeToType, ConnectingDesk
from shopdesk.ui.wizard.board import Board
from shopdesk.ui.wizard.state import Browser
from shopdesk.ui.wizard.troubles import Circumstances


class BrowserSignIn:
    """Waits for the provider's word; `signed_in` is called when it came."""

    def __init__(self, board: Board, desk: ConnectingDesk, signed_in: Callable[[], None]) -> None:
        self._board = board
        self._desk = desk
        self._then = signed_in

    @property
    def setup(self) -> OAuthSetup | None:
        """Where to sign in, with the typed client id; None when the provider has no such way or the id is missing."""
        entry = self._board.entry
        oauth = entry.found.oauth if entry.found is not None else None
        return replace(oauth, client_id=entry.client_id) if oauth is not None and entry.client_id else None

    def prefer(self, wanted: bool) -> None:
        """Sign in by browser, or with a password again, where the provider takes both."""
        self._board.give_up()
        self._board.begin_anew(proof=None)
        self._board.change(browser=Browser.WANTED if wanted else Browser.OFF, browser_url="", code="")

    def type_client(self, client_id: str, client_secret: str) -> None:
        """The shop's own client id, and the secret that some providers give along with it."""
        entry = replace(self._board.entry, client_id=client_id.strip(), client_secret=client_secret.strip())
        self._board.change(entry=entry)

    def here(self, open_url: Callable[[str], None]) -> None:
        """Sign in with the browser of this computer; `open_url` is called in the screen's thread."""
        setup, entry = self.setup, self._board.entry
        if setup is None:
            return
        control = self._wait()

        def show(url: str) -> None:
            self._board.change(browser_url=url)
            open_url(url)

        self._board.ask(
            control,
            lambda: self._desk.sign_in_by_browser(
                setup,
                entry.client_secret,
                entry.address,
                lambda url: self._board.tell(control, lambda: show(url)),
                control,
            ),
            self._signed_in,
            self._failed,
        )

    def elsewhere(self) -> None:
        """Sign in at any device with a code to type there."""
        setup, entry = self.setup, self._board.entry
        if setup is None:
            return
        control = self._wait()

        def show(code: CodeToType) -> None:
            self._board.change(browser=Browser.CODE, browser_url=code.verification_url, code=code.user_code)

        self._board.ask(
            control,
            lambda: self._desk.sign_in_by_code(
                setup, entry.client_secret, lambda code: self._board.tell(control, lambda: show(code)), control
            ),
            self._signed_in,
            self._failed,
        )

    def stop(self) -> None:
        """Do not wait any longer."""
        self._board.give_up()
        self._board.change(browser=Browser.WANTED, browser_url="", code="")

    def _wait(self) -> SimpleControl:
        control = self._board.attempt()
        self._board.change(browser=Browser.WAITING, browser_url="", code="", trouble=None)
        return control

    def _signed_in(self, tokens: Tokens) -> None:
        entry = replace(self._board.entry, proof=Proof(tokens=tokens))
        self._board.change(entry=entry, browser=Browser.SIGNED_IN, browser_url="", code="")
        self._then()

    def _failed(self, failure: ShopdeskError) -> None:
        around = Circumstances(found=self._board.entry.found)
        self._board.fail(failure, around, browser=Browser.WANTED, browser_url="", code="")
