"""What the wizard shows at a moment, and what it needs of its view."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.discovery import Need
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.trial import Part, SelfMail, Tick
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.troubles import Trouble


class Search(StrEnum):
    """How the search for the servers stands."""

    IDLE = "idle"
    RUNNING = "running"
    FOUND = "found"
    NOTHING = "nothing"


class Browser(StrEnum):
    """How the sign-in by browser stands."""

    OFF = "off"
    """A password is wanted."""
    WANTED = "wanted"
    WAITING = "waiting"
    CODE = "code"
    """Waiting, too; a code is typed at another device."""
    SIGNED_IN = "signed_in"


class Stage(StrEnum):
    """How the trial stands."""

    TYPING = "typing"
    TRYING = "trying"
    FAILED = "failed"
    RECEIVES_ONLY = "receives_only"
    """Mail can be received but not sent."""
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class Shown:
    """The page "Connect a mailbox" as it is now."""

    entry: Entry = field(default_factory=Entry)
    search: Search = Search.IDLE
    is_editing: bool = False
    """The servers are typed by hand."""
    asks: bool = False
    """Servers outside of the address's own domain are shown before a secret is typed."""
    browser: Browser = Browser.OFF
    browser_url: str = ""
    code: str = ""
    stage: Stage = Stage.TYPING
    ticks: tuple[Tick, ...] = ()
    trouble: Trouble | None = None
    certificate: SeenCertificate | None = None
    """Of the server in `trouble`, for a person to look at."""
    is_self_mailing: bool = False
    """A test mail to oneself is on its way."""
    self_mail: SelfMail | None = None
    """What became of the last one."""

    def has(self, need: Need) -> bool:
        """Whether the provider wants this to be done before."""
        return self.entry.found is not None and need in self.entry.found.needs

    @property
    def is_possible(self) -> bool:
        """False at a provider without IMAP."""
        return not self.has(Need.NOT_POSSIBLE)

    @property
    def offers_self_mail(self) -> bool:
        """Sending was signed in to, and no test mail has left yet."""
        left = self.self_mail is not None and self.self_mail.failure is None
        return self.stage is Stage.WORKS and not left

    def tick(self, part: Part) -> Tick | None:
        """The decided line, if it is."""
        return next((tick for tick in self.ticks if tick.part is part), None)


class ConnectView(Protocol):
    """Draws what the presenter says."""

    def show_state(self, shown: Shown) -> None: ...
    def show_kept(self, mailbox: MailboxId) -> None:
        """The mailbox is kept."""

    def show_bug(self, error: Exception) -> None:
        """Something that nobody expected; the log has it."""
