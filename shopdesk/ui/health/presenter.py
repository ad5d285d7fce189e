"""Each mailbox's standing without Qt: what is the matter, what helps, how far an import is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, MailboxState, SignIn


class Standing(Enum):
    """How a mailbox fares, as a person would say it."""

    FINE = "fine"
    IMPORTING = "importing"
    BEGINNING = "beginning"
    """Nobody knows anything yet."""
    PAUSED = "paused"
    OFFLINE = "offline"
    """No connection; it comes back by itself."""
    TRYING = "trying"
    """Something went wrong and is tried again by itself."""
    STOPPED = "stopped"
    """Only a person can help."""


class Fix(Enum):
    """What the main button does."""

    NONE = "none"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    """Ask for another password here, and try it."""
    BROWSER = "browser"
    """Sign in by the browser again."""
    CERTIFICATE = "certificate"
    """Look at the certificate, perhaps trust it."""
    SETTINGS = "settings"
    """Host, port or encryption are wrong."""
    TRY_NOW = "try_now"


@dataclass(frozen=True, slots=True)
class Running:
    """How far a pass is; `total` 0: not known yet."""

    done: int
    total: int
    left: timedelta | None = None


@dataclass(frozen=True, slots=True)
class MailboxLine:
    """Everything the panel says about one mailbox."""

    health: Health
    standing: Standing
    fix: Fix = Fix.NONE
    running: Running | None = None

    @property
    def id(self) -> MailboxId:
        """The mailbox."""
        return self.health.mailbox.id

    @property
    def is_trouble(self) -> bool:
        """True when something does not work (an intended pause is no trouble)."""
        return self.standing in (Standing.OFFLINE, Standing.TRYING, Standing.STOPPED)


@dataclass(frozen=True, slots=True)
class Board:
    """What the panel shows."""

    lines: Sequence[MailboxLine] = ()
    engine_down: bool = False
    restart_at: datetime | None = None
    """When the stopped engine is started again by itself."""

    @property
    def troubled(self) -> Sequence[MailboxLine]:
        """The mailboxes that do not work."""
        return [line for line in self.lines if line.is_trouble]


OFFLINE = frozenset({"ServerUnreachable", "ConnectionLost"})
_FIXES = {
    "SignInRefused": Fix.PASSWORD,
    "SignInNeeded": Fix.PASSWORD,
    "CertificateRefused": Fix.CERTIFICATE,
    "EncryptionMissing": Fix.SETTINGS,
    "NotAMailServer": Fix.SETTINGS,
    "ProxyRefused": Fix.SETTINGS,
}
_BAD = {MailboxState.TROUBLE, MailboxState.SIGN_IN_NEEDED}
FEW = 50
"""A pass over fewer mails is no import that anybody wants to read about."""


def board_of(
    health: Sequence[Health],
    running: Mapping[MailboxId, Running],
    *,
    engine_down: bool = False,
    restart_at: datetime | None = None,
) -> Board:
    """The whole board from the mailboxes' health and the passes under way."""
    lines = [_line(one, running.get(one.mailbox.id)) for one in health]
    return Board(lines, engine_down=engine_down, restart_at=restart_at)


def fix_for(health: Health) -> Fix:
    """The button that fits what went wrong."""
    if not health.problem:
        return Fix.NONE
    fix = _FIXES.get(health.problem, Fix.TRY_NOW)
    if fix is Fix.PASSWORD and health.mailbox.sign_in is SignIn.OAUTH:
        return Fix.BROWSER
    return fix


def is_offline(health: Health) -> bool:
    """No connection to the server, which is nobody's fault and passes."""
    return health.problem in OFFLINE and health.state in _BAD


def _line(health: Health, running: Running | None) -> MailboxLine:
    standing = _standing(health, running)
    troubled = standing in (Standing.OFFLINE, Standing.TRYING, Standing.STOPPED)
    shown = None if health.mailbox.paused else running
    return MailboxLine(health, standing, fix_for(health) if troubled else Fix.NONE, shown)


def _standing(health: Health, running: Running | None) -> Standing:
    if health.mailbox.paused:
        return Standing.PAUSED
    if health.state in _BAD and health.problem:
        if is_offline(health):
            return Standing.OFFLINE
        return Standing.STOPPED if health.next_try is None else Standing.TRYING
    if running is not None and (running.total >= FEW or health.last_success is None):
        return Standing.IMPORTING
    if health.last_success is not None and health.state not in _BAD:
        return Standing.FINE
    return Standing.IMPORTING if health.state is MailboxState.IMPORTING else Standing.BEGINNING
