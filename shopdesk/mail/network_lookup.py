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
from shopdesk.mail.network import Network
from shopdesk.mail.probe import probe_imap, probe_smtp

_MOST_ADDRESSES = 3


class NetworkLookup:
    """Fits `mail.lookup.Lookup`.

    In: DNS, how to connect to a host (by default over its DNS addresses, or by way of the network's proxy), a
    certificate file to trust besides the system's, and the way out of this computer.
    """

    def __init__(
        self,
        names: Names | None = None,
        reach: Reach | None = None,
        ca_file: str = "",
        network: Network | None = None,
    ) -> None:
        self._names = names or Names()
        self._reach = reach or self._dial
        self._ca_file = ca_file
        self._network = network or Network()

    def mx(self, domain: str, deadline: float) -> Sequence[str]:
        """Hosts that take the mail of a domain, the preferred first; raises `NotFound`, `ServerUnreachable`."""
        return self._names.mx(domain, deadline)

    def srv(self, name: str, deadline: float) -> Sequence[Target]:
        """Where a service is, the preferred first."""
        return self._names.srv(name, deadline)

    def fetch_https(self, url: str, deadline: float) -> bytes:
        """The small file at an https address."""
        return fetch_https(url, self._reach, deadline, self._ca_file, self._network.trust)

    def try_imap(self, server: Server, deadline: float) -> None:
        """Returns when an IMAP server answers there behind TLS with a fitting certificate."""
        connected = self._reach(server.host, server.port, deadline)
        probe_imap(connected, server, deadline, self._ca_file, self._network.trust)

    def try_smtp(self, server: Server, deadline: float) -> None:
        """Returns when an SMTP server answers there behind TLS with a fitting certificate."""
        connected = self._reach(server.host, server.port, deadline)
        probe_smtp(connected, server, deadline, self._ca_file, self._network.trust)

    def _dial(self, host: str, port: int, deadline: float) -> socket.socket:
        """Connect to one of a host's addresses; IPv6 is asked for when IPv4 leads nowhere.

        A proxy looks the name up by itself, and may know names that nobody here knows.
        """
        if not self._network.is_direct(host):
            return self._network.dial(host, port, deadline)
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
