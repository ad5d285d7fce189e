"""The proxy that the system, or the environment, names for a host."""

import urllib.request
from urllib.parse import unquote, urlsplit

from shopdesk.domain.network import Proxy, ProxyKind

_USUAL_PORTS = {ProxyKind.SOCKS5: 1080, ProxyKind.HTTP: 8080}
_SOCKS = {"socks", "socks5", "socks5h"}


def system_proxy(host: str) -> tuple[Proxy, str] | None:
    """The proxy for a host with its password (nearly always empty), None when connections go there directly.

    Reads the environment, the registry on Windows and the system's configuration on a Mac; scripts that choose a
    proxy (PAC) are not run. SOCKS is taken before HTTP, for it lets mail through more often.
    """
    named = urllib.request.getproxies()
    if not named or urllib.request.proxy_bypass(host):
        return None
    for scheme in ("socks", "all", "https", "http"):
        found = _read(named.get(scheme, ""), is_socks=scheme == "socks")
        if found is not None:
            return found
    return None


def _read(text: str, *, is_socks: bool) -> tuple[Proxy, str] | None:
    if not text:
        return None
    parts = urlsplit(text if "://" in text else f"//{text}")
    kind = ProxyKind.SOCKS5 if is_socks or parts.scheme in _SOCKS else ProxyKind.HTTP
    try:
        host, port = parts.hostname or "", parts.port or _USUAL_PORTS[kind]
    except ValueError:
        return None
    if not host:
        return None
    return Proxy(kind, host, port, unquote(parts.username or "")), unquote(parts.password or "")
