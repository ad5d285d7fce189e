"""The composition root: all services over one store, and what window, engine and command line start with."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import ShopdeskError, SignInNeeded

if TYPE_CHECKING:
    from shopdesk.demo.servers import DemoConnections
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.jobs.beside import BesideLanes
    from shopdesk.mail.oauth import OAuthClient
    from shopdesk.mail.presets import Preset
    from shopdesk.services.attachments import Attachments
    from shopdesk.services.conversations import Conversations
    from shopdesk.services.discovery import Discovery
    from shopdesk.services.ledger import Ledger
    from shopdesk.services.mailboxes import Mailboxes
    from shopdesk.services.ports import Clock, MailSource, Secrets, Store
    from shopdesk.services.reading import Readers
    from shopdesk.services.search import Search
    from shopdesk.services.sign_ins import SignIns
    from shopdesk.services.sync import MailSync
    from shopdesk.services.upkeep import Upkeep

Announce = Callable[[Changes], None]


def _nobody_listens(changes: Changes) -> None:
    """Who works alone tells nobody."""


class Shop:
    """All services over one store; each part is made, and its imports paid for, when it is first asked for."""

    def __init__(
        self,
        data_folder: Path,
        announce: Announce = _nobody_listens,
        clock: "Clock | None" = None,
        secrets: "Secrets | None" = None,
        source: "MailSource | None" = None,
        readers: "Readers | None" = None,
    ) -> None:
        from shopdesk.storage.store import open_store
        from shopdesk.system.clock import SystemClock

        self.data_folder = data_folder
        self._open_store = open_store(data_folder, announce)
        self._clock: Clock = clock or SystemClock()
        self._given_secrets = secrets
        self._given_source = source
        self._given_readers = readers

    @property
    def store(self) -> "Store":
        """The database."""
        return self._open_store

    @cached_property
    def conversations(self) -> "Conversations":
        """List, open and move conversations."""
        from shopdesk.services.conversations import Conversations

        return Conversations(self.store, self._clock)

    @cached_property
    def search(self) -> "Search":
        """Find conversations."""
        from shopdesk.services.search import Search

        return Search(self.store, self._clock.now().astimezone().tzinfo or UTC)

    @cached_property
    def attachments(self) -> "Attachments":
        """The bytes behind a message."""
        from shopdesk.mail.read_mime import read_attachment
        from shopdesk.services.attachments import Attachments

        return Attachments(self.store, read_attachment)

    @cached_property
    def mailboxes(self) -> "Mailboxes":
        """Connect, try and remove mailboxes."""
        from shopdesk.services.mailboxes import Mailboxes
        from shopdesk.system.at_first_use import AtFirstUse

        secrets = cast("Secrets", AtFirstUse(lambda: self._secrets))
        sign_ins = cast("SignIns", AtFirstUse(lambda: self._sign_ins))
        source = cast("MailSource", AtFirstUse(lambda: self._source))
        return Mailboxes(self.store, secrets, sign_ins, source)

    @cached_property
    def discovery(self) -> "Discovery":
        """Find the servers of a mail address."""
        from shopdesk.mail.autodiscovery import Autodiscovery
        from shopdesk.services.discovery import Discovery

        return Discovery(Autodiscovery())

    @cached_property
    def sync(self) -> "MailSync":
        """Bring mail in."""
        from shopdesk.services.sync import MailSync

        return MailSync(self.store, self._source, self._sign_ins, self._clock, self._readers, self._beside)

    @cached_property
    def ledger(self) -> "Ledger":
        """Every stored mail and place."""
        from shopdesk.services.ledger import Ledger

        return Ledger(self.store)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Checks of what is stored."""
        from shopdesk.services.upkeep import Upkeep

        return Upkeep(self.store)

    def alone(self) -> AbstractContextManager[None]:
        """Hold the data folder's lock; raises `DataFolderBusy` while a window or another command works on it."""
        from shopdesk.system.single_instance import hold_folder

        return hold_folder(self.data_folder)

    def preset_for(self, address: str) -> "Preset | None":
        """The servers of a known provider for a mail address."""
        from shopdesk.mail.presets import preset_for

        return preset_for(address)

    def sign_in_by_oauth(
        self, mailbox: "Mailbox", client_secret: str, show: Callable[[str, str], None], *, at_other_device: bool
    ) -> None:
        """Let the user sign in, in the browser here or with a code elsewhere, and connect the mailbox.

        `show` gets the address to open and the code to type there (empty for a browser). Raises its failures.
        """
        from shopdesk.services.sign_ins import client_secret_name
        from shopdesk.system.opener import Opener

        setup = mailbox.oauth
        if setup is None:
            raise SignInNeeded(mailbox.imap.host, "no OAuth client")
        if client_secret:
            self._secrets.save(client_secret_name(setup.client_id), client_secret)

        def in_browser(url: str) -> None:
            show(url, "")
            Opener().open_link(url)

        if at_other_device:
            tokens = self._oauth.device_sign_in(setup, lambda code: show(code.verification_url, code.user_code))
        else:
            tokens = self._oauth.browser_sign_in(setup, in_browser, login_hint=mailbox.address)
        self.mailboxes.add(mailbox, tokens.refresh)

    def finish_removals(self) -> None:
        """Take away what is left of removed mailboxes when their removal was interrupted."""
        self._open_store.finish_removals()

    def close(self) -> None:
        """End the threads that work for us and close the database of this process."""
        if "_readers" in self.__dict__:
            self._readers.rest()
        if "_beside" in self.__dict__:
            self._beside.close()
        self._open_store.close()

    @cached_property
    def _beside(self) -> "BesideLanes":
        from shopdesk.jobs.beside import BesideLanes

        return BesideLanes()

    @cached_property
    def _readers(self) -> "Readers":
        from shopdesk.jobs.readers import ReaderProcesses

        return self._given_readers or ReaderProcesses([*ourselves(), "reader"])

    @cached_property
    def _secrets(self) -> "Secrets":
        from shopdesk.system.keychain import Keychain

        return self._given_secrets or Keychain()

    @cached_property
    def _source(self) -> "MailSource":
        from shopdesk.mail.imap import ImapSource

        return self._given_source or ImapSource()

    @cached_property
    def _oauth(self) -> "OAuthClient":
        from shopdesk.mail.oauth import OAuthClient
        from shopdesk.services.sign_ins import client_secret_name

        return OAuthClient(lambda client_id: self._secrets.load(client_secret_name(client_id)) or "")

    @cached_property
    def _sign_ins(self) -> "SignIns":
        from shopdesk.services.sign_ins import SignIns

        return SignIns(self._secrets, self._oauth, self._clock)


def build_shop(
    data_folder: Path,
    announce: Announce = _nobody_listens,
    clock: "Clock | None" = None,
    secrets: "Secrets | None" = None,
    source: "MailSource | None" = None,
    readers: "Readers | None" = None,
) -> Shop:
    """All services over the database in a folder; raises `DataFolderUnusable`, `DatabaseDamaged`, `DatabaseTooNew`."""
    return Shop(data_folder, announce, clock, secrets, source, readers)


# --- what is started -----------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Start what the arguments ask for: nothing the window, `demo` the demo shop, else a command of the command line.

    `--data DIR` before the command, or SHOPDESK_DATA, names the data folder. Out: the exit code, 0 only if all is well.
    """
    given, rest = _given_folder(arguments)
    match rest:
        case []:
            return _window(given, "engine")
        case ["demo"]:
            return _demo(given)
        case ["engine"]:
            return _engine(given)
        case ["demo-engine"]:
            return _demo_engine(given)
        case ["reader"]:
            return _reader()
        case _:
            from shopdesk.cli.main import run

            return run(rest, lambda: _opened(given))


def _given_folder(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take `--data DIR` (or `--data=DIR`) off the front."""
    first, *rest = arguments or [""]
    if first == "--data" and rest:
        return rest[0], rest[1:]
    if first.startswith("--data="):
        return first.removeprefix("--data="), rest
    return None, list(arguments)


@contextmanager
def _opened(given: str | None) -> Iterator[Shop]:
    """A shop for one command; its log goes into the data folder."""
    from shopdesk.system.logs import start_logging
    from shopdesk.system.paths import data_folder

    folder = data_folder(given)
    shop = build_shop(folder)
    start_logging(folder, "command")
    try:
        yield shop
    finally:
        shop.close()


def _window(given: str | None, engine: str) -> int:
    """The window; holds the lock of the data folder while it is open, and starts the engine after its first paint."""
    gc.disable()  # nothing is thrown away on the way to the first picture; collecting costs a tenth of that way
    from shopdesk.system.opener import Opener
    from shopdesk.system.paths import data_folder, resources
    from shopdesk.system.settling import settle_down
    from shopdesk.system.single_instance import hold_folder
    from shopdesk.ui.window_entry import open_window, tell_problem

    try:
        folder = data_folder(given)
        with hold_folder(folder):
            shop = build_shop(folder)
            try:
                command = [*ourselves(), "--data", str(folder), engine]
                return open_window(shop, command, resources(), Opener(), lambda: settle_down(folder))
            finally:
                shop.close()
    except ShopdeskError as problem:
        return tell_problem(problem, resources())
    finally:
        gc.enable()


_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from shopdesk.__main__ import main; sys.exit(main())"


def ourselves() -> list[str]:
    """The words that start this program again, from source (whatever the current folder is) and frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-c", _START, str(Path(__file__).resolve().parents[1])]


def _reader() -> int:
    """A child of the engine that reads mails: they come in by standard input, readings go out by standard output."""
    from shopdesk.jobs.readers import serve_reading
    from shopdesk.mail.read_mime import read_mail
    from shopdesk.services.reading import ReadHere

    serve_reading(ReadHere(read_mail), sys.stdin.buffer, _taken_stdout().buffer)
    return 0


def _engine(
    given: str | None, secrets: "Secrets | None" = None, prepare: Callable[[Shop], None] = lambda shop: None
) -> int:
    """The engine process: commands come in by standard input, events go out by standard output."""
    from shopdesk.jobs.engine import run_engine
    from shopdesk.jobs.event_writer import EventWriter
    from shopdesk.system.logs import start_logging
    from shopdesk.system.paths import data_folder

    folder = data_folder(given)
    start_logging(folder, "engine")
    events = EventWriter(_taken_stdout())
    shop = build_shop(folder, events.announce, secrets=secrets)
    shop.finish_removals()
    prepare(shop)
    ended = run_engine(shop, sys.stdin, events)
    if ended == 0:
        shop.close()
    return ended


def _taken_stdout() -> TextIO:
    """Standard output for events alone: a stray print must not end up between them."""
    stream, sys.stdout = sys.stdout, sys.stderr
    return stream


# --- the demo shop -------------------------------------------------------------------------------------


def _demo(given: str | None) -> int:
    """The window on the demo shop, in a temporary folder (or the given one) that goes away with it."""
    import tempfile

    if given is not None:
        return _window(given, "demo-engine")
    with tempfile.TemporaryDirectory(prefix="shopdesk-demo-", ignore_cleanup_errors=True) as folder:
        return _window(folder, "demo-engine")


def _demo_engine(given: str | None) -> int:
    """The engine with the demo's servers beside it in the same process, talking over real sockets."""
    from shopdesk.demo.secrets import DemoSecrets
    from shopdesk.demo.servers import DemoServers
    from shopdesk.system.paths import resources

    secrets = DemoSecrets()
    with DemoServers(resources() / "demo") as servers:
        return _engine(given, secrets, lambda shop: _connect_demo(shop, servers.connections))


def _connect_demo(shop: Shop, at: "DemoConnections") -> None:
    """Connect the demo's mailboxes; after a restart of the engine they are at other ports."""
    from shopdesk.domain.ids import MailboxId
    from shopdesk.domain.mailbox import Mailbox, Security, Server

    known = {mailbox.address: mailbox for mailbox in shop.mailboxes.all()}
    for demo in at.mailboxes:
        imap = Server(at.imap_host, at.imap_port, Security.NONE)
        smtp = Server(at.smtp_host, at.smtp_port, Security.NONE)
        mailbox = Mailbox(MailboxId(0), demo.address, imap, smtp, demo.user, name=demo.name)
        if demo.address in known:
            shop.mailboxes.change(replace(mailbox, id=known[demo.address].id), demo.password)
        else:
            shop.mailboxes.add(mailbox, demo.password)
