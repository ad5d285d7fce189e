"""What is known of the servers behind a mail address, who told it, and why other ways led nowhere."""

import re
from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import OAuthSetup, Server, SignIn

_DOMAIN = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))+$")
_LONGEST_ADDRESS = 254
_LONGEST_DOMAIN = 253


class Source(StrEnum):
    """Who named the servers, in the order in which they are asked."""

    TABLE = "table"
    """The table that comes with the program knows the domain."""
    MX = "mx"
    """The domain is somebody's own; the table knows the provider that takes its mail."""
    AUTOCONFIG = "autoconfig"
    """The domain publishes its settings over https."""
    SRV = "srv"
    """The domain's DNS names its servers (RFC 6186, RFC 8314), and they answered."""
    GUESS = "guess"
    """Servers under the usual names, of the domain or of who takes its mail, answered with a fitting certificate."""


class Need(StrEnum):
    """What the user has to do or to know before a sign-in can work."""

    SWITCH_ON = "switch_on"
    """Allow IMAP in the provider's settings."""
    APP_PASSWORD = "app_password"  # noqa: S105 - the name of a kind
    """Make a password for programs; the usual one is refused."""
    AUTHORIZATION_CODE = "authorization_code"
    """Make the provider's code for programs; the password is refused."""
    BROWSER = "browser"
    """Sign in with the browser; no password is taken."""
    PROVIDER_ADDRESS = "provider_address"
    """The sign-in name is another address, the one that the provider itself gave."""
    PROVIDER_PROGRAM = "provider_program"
    """The provider's own program has to run on this computer."""
    BLOCKED_BY_DEFAULT = "blocked_by_default"
    """The provider refuses other mail programs until the company's postmaster allows them."""
    NOT_POSSIBLE = "not_possible"
    """The provider has no IMAP at all."""


@dataclass(frozen=True, slots=True)
class Found:
    """Servers of a mail address; never one without encryption."""

    imap: Server | None
    """None only together with `Need.NOT_POSSIBLE`."""
    smtp: Server | None
    user: str
    """Sign-in name."""
    sign_in: SignIn
    provider: str
    """Short stable name of a provider that the table knows, empty for any other."""
    source: Source
    needs: tuple[Need, ...] = ()
    """In the order in which they have to be done."""
    oauth: OAuthSetup | None = None
    """Where to sign in by browser, if the provider has that; the client id in it is empty."""
    ask_first: bool = False
    """Unsigned DNS led to unknown servers outside of the address's own domain: let the user see the names before a
    secret is typed (RFC 6186, section 6)."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One way that led nowhere, for "Copy details"; holds no secret."""

    source: Source
    what: str
    """A host with its port, a DNS name, or a web address without its query."""
    problem: str
    """Class name of the `ShopdeskError`."""
    detail: str
    """The server's or system's own words, one line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search gave."""

    found: Found | None
    """None: nothing was found, the user types the servers."""
    tried: tuple[Tried, ...]
    """Oldest first."""


def mail_domain(address: str) -> str:
    """The domain of an address as resolvers take it: lower case, IDN as punycode; raises `InputRefused`."""
    address = address.strip()
    local, _, domain = address.rpartition("@")
    if not local or "@" in local or len(address) > _LONGEST_ADDRESS:
        raise InputRefused("address", "is not a mail address")
    if any(c.isspace() or not c.isprintable() for c in address):
        raise InputRefused("address", "is not a mail address")
    try:
        ascii_domain = domain.casefold().rstrip(".").encode("idna").decode("ascii")
    except UnicodeError:
        raise InputRefused("address", "has no usable domain") from None
    if len(ascii_domain) > _LONGEST_DOMAIN or not _DOMAIN.fullmatch(ascii_domain) or ascii_domain[-1].isdigit():
        raise InputRefused("address", "has no usable domain")
    return ascii_domain
