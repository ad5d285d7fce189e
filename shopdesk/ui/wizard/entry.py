"""What a person has typed and chosen so far, and the mailbox that it makes."""

import ipaddress
from dataclasses import dataclass, field, replace

from shopdesk.domain.discovery import Found
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server, SignIn
from shopdesk.domain.trial import Proof

HIGHEST_PORT = 65_535
_NOT_KEPT_YET = MailboxId(0)
_USUAL_PORTS = {
    (False, Security.TLS): 993,
    (False, Security.STARTTLS): 143,
    (True, Security.TLS): 465,
    (True, Security.STARTTLS): 587,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything so far; never written anywhere."""

    address: str = ""
    password: str = field(default="", repr=False)
    user: str = ""
    imap: Server | None = None
    smtp: Server | None = None
    found: Found | None = None
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    proof: Proof | None = None
    """What a sign-in by browser gave."""
    since_days: int | None = 365
    name: str = ""

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2].strip()

    @property
    def secrets(self) -> list[str]:
        """What must not be shown, logged or copied."""
        tokens = self.proof.tokens if self.proof is not None else None
        hidden = [self.password, self.client_secret]
        return [each for each in (*hidden, *((tokens.access, tokens.refresh) if tokens else ())) if each]

    def with_found(self, found: Found) -> "Entry":
        """Take over what was found."""
        return replace(self, found=found, imap=found.imap, smtp=found.smtp, user=found.user)

    def used_proof(self) -> Proof:
        """What to sign in with."""
        return self.proof or Proof(password=self.password)

    def mailbox(self) -> Mailbox:
        """The mailbox; raises `InputRefused` when its server for receiving was not named."""
        if self.imap is None:
            raise InputRefused("host", "is missing")
        oauth = self.found.oauth if self.found is not None and self.proof is not None else None
        return Mailbox(
            id=_NOT_KEPT_YET,
            address=self.address,
            imap=self.imap,
            smtp=self.smtp,
            user=self.user or self.address,
            sign_in=SignIn.OAUTH if oauth else SignIn.PASSWORD,
            oauth=replace(oauth, client_id=self.client_id) if oauth else None,
            name=self.name,
            since_days=self.since_days,
        )


def typed_server(host: str, port: str, security: Security, *, sends: bool) -> Server | None:
    """The server that somebody typed, None when the name is empty; raises `InputRefused` for what cannot be one."""
    name = host.strip().strip(".").casefold()
    if not name:
        return None
    if any(sign.isspace() or not sign.isprintable() or sign in "/@:" for sign in name) and not _is_address(name):
        raise InputRefused("host", "is not a server name")
    number = port.strip() or str(usual_port(security, sends=sends))
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:6]) <= HIGHEST_PORT):
        raise InputRefused("port", "is not a port number")
    if security is Security.NONE and not is_this_computer(name):
        raise InputRefused("security", "is needed outside of this computer")
    return Server(name.encode("idna").decode() if not name.isascii() else name, int(number), security)


def usual_port(security: Security, *, sends: bool) -> int:
    """The port that servers usually have."""
    return _USUAL_PORTS.get((sends, security), 25 if sends else 143)


def is_this_computer(host: str) -> bool:
    """Whether nothing can be overheard on the way."""
    name = host.strip().casefold()
    if name == "localhost":
        return True
    return _is_address(name) and ipaddress.ip_address(name).is_loopback


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
