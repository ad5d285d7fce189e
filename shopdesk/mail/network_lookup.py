"""Asks the real network what the search for servers wants to know."""

import socket
import time
from collections.abc import Sequence

from shopdesk.domain.errors import ServerUnreachable
from shopdesk.domain.mailbox import Server
from shopdesk.mail.dial import dial
from shopdesk.mail.dns_names import Names
from shopdesk.mail.https_fetch import Reach, fetch_https
from shopdesk.mail.lookup import Target
from shopdesk.mail.probe import probe_imap, probe_smtp

_MOST_ADDRESSES = 3


class NetworkLookup:
    """Fits `mail.lookup.Lookup`.

    In: DNS, how to connect to a host (by default over its DNS addresses), a certificate file to trust besides the
    system's.
    """

    def __init__(self, names: Names | None = None, reach: Reach | None = None, ca_file: str = "") -> None:
        self._names = names or Names()
        self._reach = reach or self._dial
        self._ca_file = ca_file

    def mx(self, domain: str, deadline: float) -> Sequence[str]:
        """Hosts that take the mail of a domain, the preferred first; raises `NotFound`, `ServerUnreachable`."""
        return self._names.mx(domain, deadline)

    def srv(self, name: str, deadline: float) -> Sequence[Target]:
        """Where a service is, the preferred first."""
        return self._names.srv(name, deadline)

    def fetch_https(self, url: str, deadline: float) -> bytes:
        """The small file at an https address."""
        return fetch_https(url, self._reach, deadline, self._ca_file)

    def try_imap(self, server: Server, deadline: float) -> None:
        """Returns when an IMAP server answers there behind TLS with a fitting certificate."""
        probe_imap(self._reach(server.host, server.port, deadline), server, deadline, self._ca_file)

    def try_smtp(self, server: Server, deadline: float) -> None:
        """Returns when an SMTP server answers there behind TLS with a fitting certificate."""
        probe_smtp(self._reach(server.host, server.port, deadline), server, deadline, self._ca_file)

    def _dial(self, host: str, port: int, deadline: float) -> socket.socket:
        """Connect to one of a host's addresses; IPv6 is asked for when IPv4 leads nowhere."""
        problem = ServerUnreachable(host, "no such name")
        for kind in ("A", "AAAA"):
            addresses = self._names.addresses(host, kind, deadline)[:_MOST_ADDRESSES]
            for number, address in enumerate(addresses):
                now = time.monotonic()
                try:
                    return dial(address, port, now + (deadline - now) / (len(addresses) - number))
                except ServerUnreachable as failed:
                    problem = ServerUnreachable(host, failed.detail)
        raise problem
