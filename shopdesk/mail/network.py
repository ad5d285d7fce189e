"""The one door of this computer: every connection goes out here, over the proxy and with the trust that was chosen."""

import socket
import ssl
import time
from collections.abc import Callable

from shopdesk.domain.errors import ProxyRefused, ServerUnreachable
from shopdesk.domain.network import NetworkSettings, Proxy, ProxyKind
from shopdesk.mail.dial import dial
from shopdesk.mail.hosts import is_loopback
from shopdesk.mail.system_proxy import system_proxy
from shopdesk.mail.tls import trust

SystemProxy = Callable[[str], "tuple[Proxy, str] | None"]
"""The system's proxy for a host, with its password."""


def no_settings() -> NetworkSettings:
    """Straight ahead, with the system's trust."""
    return NetworkSettings()


class Network:
    """Dials and trusts.

    In: what was chosen, asked anew for each connection so that a change acts at once; the proxy's password, asked for
    only when a proxy wants a name; the system's proxy. All of them are called in the connecting thread.
    """

    def __init__(
        self,
        settings: Callable[[], NetworkSettings] = no_settings,
        password: Callable[[], str] = str,
        of_system: SystemProxy = system_proxy,
    ) -> None:
        self._settings = settings
        self._password = password
        self._of_system = of_system

    def is_direct(self, host: str) -> bool:
        """Whether connections to a host go without a proxy."""
        return self._way(host) is None

    def dial(self, host: str, port: int, deadline: float) -> socket.socket:
        """Connect to a host and port before a `time.monotonic()` moment.

        Out: a socket as `dial.dial` gives it. Raises `ServerUnreachable` and its `ProxyRefused`, `KeychainFailed`.
        """
        way = self._way(host)
        if way is None:
            return dial(host, port, deadline)
        # Only a proxy costs this import.
        from shopdesk.mail.proxy import open_way

        proxy, password = way
        try:
            connected = dial(proxy.host, proxy.port, deadline)
        except ServerUnreachable as problem:
            raise ProxyRefused(proxy.host, problem.detail) from None
        connected.settimeout(max(deadline - time.monotonic(), 0.001))
        open_way(connected, proxy, password, (host, port), deadline)
        connected.settimeout(None)
        return connected

    def trust(self, host: str, ca_file: str = "", fingerprint: str = "") -> ssl.SSLContext:
        """Settings of TLS with a host: as `tls.trust`, and our own authorities besides the system's."""
        context = trust(host, ca_file, fingerprint)
        if fingerprint:
            return context  # that one certificate, whatever authorities are trusted
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # a trusted authority needs no root above it
        for authority in self._settings().authorities:
            context.load_verify_locations(cadata=authority.pem)
        return context

    def _way(self, host: str) -> tuple[Proxy, str] | None:
        """The proxy and its password; a server on this very computer never needs one."""
        if is_loopback(host):
            return None
        proxy = self._settings().proxy
        if proxy.kind is ProxyKind.NONE:
            return None
        if proxy.kind is ProxyKind.SYSTEM:
            return self._of_system(host)
        return proxy, self._password() if proxy.user else ""
