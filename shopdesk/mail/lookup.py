"""What the search for servers asks the network; whoever answers keeps to the deadline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Server
from shopdesk.mail.hosts import clean_host

_NOT_IN_A_HOST = frozenset("/:@?#[]%\\")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a service is (RFC 2782)."""

    host: str
    """Empty: the domain says that it does not have this service."""
    port: int


class Lookup(Protocol):
    """Questions to the network. `deadline` is the `time.monotonic()` moment to give up at; what fails raises a
    `ServerProblem`."""

    def mx(self, domain: str, deadline: float) -> Sequence[str]:
        """Hosts that take the mail of a domain, the preferred first; raises `NotFound` when there is no such domain."""

    def srv(self, name: str, deadline: float) -> Sequence[Target]:
        """Where a service is, the preferred first; empty when DNS says nothing about it."""

    def fetch_https(self, url: str, deadline: float) -> bytes:
        """The small file at an https address; redirects are followed to https only."""

    def try_imap(self, server: Server, deadline: float) -> None:
        """Returns when an IMAP server greets over TLS (or after STARTTLS) and its certificate is for this name."""

    def try_smtp(self, server: Server, deadline: float) -> None:
        """Returns when an SMTP server greets over TLS (or after STARTTLS) and its certificate is for this name."""


def public_host(text: str) -> str:
    """A host that a stranger named, in the form that resolvers take; raises `InputRefused`.

    Strict where `clean_host` is kind: no scheme, port, path or blanks inside, no number instead of a name (its
    certificate could not fit), nothing without a dot (`localhost` and its kind).
    """
    text = text.strip()
    if any(c in _NOT_IN_A_HOST or c.isspace() for c in text):
        raise InputRefused("host", "is not a server name")
    host, _ = clean_host(text)
    if "." not in host or host.rpartition(".")[2].isdigit():
        raise InputRefused("host", "is not a name of the internet")
    return host
