"""How connections leave this computer: a proxy in between, and authorities that are trusted besides the system's."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ProxyKind(StrEnum):
    """What stands between this computer and the servers."""

    NONE = "none"
    SYSTEM = "system"
    """Whatever the system's settings (or the environment) name for a host."""
    SOCKS5 = "socks5"
    HTTP = "http"
    """An HTTP proxy that opens tunnels (CONNECT)."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy; its password is in the keychain."""

    kind: ProxyKind = ProxyKind.NONE
    host: str = ""
    port: int = 0
    user: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority that a person trusts besides the system's."""

    subject: str
    issuer: str
    valid_from: datetime
    valid_to: datetime
    fingerprint: str
    """SHA-256 of the certificate, 64 hexadecimal digits."""
    pem: str


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Everything that a connection has to know."""

    proxy: Proxy = Proxy()
    authorities: tuple[Authority, ...] = ()
