"""What trying a mailbox gives, line by line, before anything of it is kept."""

from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.connection import Tokens
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.mailbox import ServerFolder

RECENT_DAYS = 90
"""How far back the messages of the trial are counted."""


class Part(StrEnum):
    """The lines of the test card, in their order."""

    SIGN_IN = "sign_in"
    FOLDERS = "folders"
    SENDING = "sending"


@dataclass(frozen=True, slots=True)
class Tick:
    """One line is decided: it works, or it has a failure."""

    part: Part
    failure: ShopdeskError | None = None
    milliseconds: int = 0
    tls: str = ""
    """Of the line that receives, such as `TLS 1.3`; empty without TLS."""
    folders: tuple[ServerFolder, ...] = ()
    inbox: int = 0
    """Messages in the inbox."""
    recent: int = 0
    """Messages of the last `RECENT_DAYS` in the folders that the desk wants."""
    is_left_out: bool = False
    """Nothing was tried: no server for sending was named, or an earlier line failed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a mailbox gave; a side without failure works."""

    receiving: ShopdeskError | None
    sending: ShopdeskError | None
    folders: int = 0
    messages: int = 0
    """In the inbox."""
    recent: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """How the user proves who they are: a password, or the tokens of a sign-in by browser."""

    password: str = field(default="", repr=False)
    tokens: Tokens | None = None

    @property
    def secret(self) -> str:
        """What the keychain keeps."""
        return self.password if self.tokens is None else self.tokens.refresh


class SelfMailStep(StrEnum):
    """How far a test mail to oneself came before it was decided."""

    SIGN_IN = "sign_in"
    ADDRESS = "address"
    """The server was asked whether it takes mail from this address, to this address."""
    CONTENT = "content"
    """The mail was handed over."""


@dataclass(frozen=True, slots=True)
class SelfMail:
    """What became of a test mail to the mailbox's own address; without failure the server took it."""

    step: SelfMailStep
    failure: ShopdeskError | None = None
