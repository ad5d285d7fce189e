"""How connections leave this computer, chosen once for the window, the engine and the command line."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.network import Authority, NetworkSettings, Proxy, ProxyKind
from shopdesk.services.ports import Secrets, Store

ReadAuthorities = Callable[[bytes], Sequence[Authority]]
"""The authorities in a certificate file; raises `InputRefused`."""

PROXY_SECRET = "proxy"  # noqa: S105 - the name of a keychain entry
_PROXY, _AUTHORITIES = "network.proxy", "network.authorities"
_HIGHEST_PORT = 65_535
_LONGEST_HOST = 253


class Connection:
    """Reads and writes the choice; nothing of it is kept in memory, so that every process sees a change at once."""

    def __init__(self, store: Store, secrets: Secrets, read: ReadAuthorities) -> None:
        self._store = store
        self._secrets = secrets
        self._read = read

    def settings(self) -> NetworkSettings:
        """What is in force; what cannot be understood counts as never set."""
        with self._store.reading() as work:
            proxy, authorities = work.settings.get(_PROXY), work.settings.get(_AUTHORITIES)
        return NetworkSettings(_proxy(proxy), _authorities(authorities))

    def proxy_password(self) -> str:
        """The proxy's password, empty when there is none; raises `KeychainFailed`."""
        return self._secrets.load(PROXY_SECRET) or ""

    def choose_proxy(self, proxy: Proxy, password: str | None = None) -> None:
        """Connect over a proxy from now on; None leaves its password as it is.

        Raises `InputRefused` for `proxy host`, `proxy port` or `proxy user`, `KeychainFailed`.
        """
        checked = _checked(proxy)
        if not checked.user:
            self._secrets.remove(PROXY_SECRET)
        elif password is not None:
            self._secrets.save(PROXY_SECRET, password)
        self._write(_PROXY, _proxy_text(checked))

    def trust(self, content: bytes) -> Sequence[Authority]:
        """Trust the authorities in a file besides the system's; out: those that are new.

        Raises `InputRefused` as `ReadAuthorities` does.
        """
        found = self._read(content)
        known = self.settings().authorities
        prints = {authority.fingerprint for authority in known}
        new = [authority for authority in found if authority.fingerprint not in prints]
        if new:
            self._write(_AUTHORITIES, _authorities_text([*known, *new]))
        return new

    def distrust(self, fingerprint: str) -> None:
        """Do not trust an authority any more; no error when it was never trusted."""
        left = [one for one in self.settings().authorities if one.fingerprint != fingerprint]
        self._write(_AUTHORITIES, _authorities_text(left))

    def _write(self, key: str, value: str) -> None:
        with self._store.writing() as work:
            if work.settings.get(key) != value:
                work.settings.save(key, value)
                work.touched(Changes(settings=True))


def _checked(proxy: Proxy) -> Proxy:
    if proxy.kind in (ProxyKind.NONE, ProxyKind.SYSTEM):
        return Proxy(proxy.kind)
    host = proxy.host.strip()
    if not host or len(host) > _LONGEST_HOST or any(not "!" <= c <= "~" or c in "/@" for c in host):
        raise InputRefused("proxy host", "is not a server name")
    if not 0 < proxy.port <= _HIGHEST_PORT:
        raise InputRefused("proxy port", "is not a port number")
    if ":" in proxy.user or not proxy.user.isprintable():
        raise InputRefused("proxy user", "holds a colon or a sign that cannot be sent")
    return replace(proxy, host=host)


def _proxy_text(proxy: Proxy) -> str:
    return json.dumps([proxy.kind.value, proxy.host, proxy.port, proxy.user])


def _proxy(text: str | None) -> Proxy:
    try:
        kind, host, port, user = json.loads(text or "")
        return _checked(Proxy(ProxyKind(kind), str(host), int(port), str(user)))
    except (ValueError, TypeError, InputRefused):
        return Proxy()


def _authorities_text(authorities: Sequence[Authority]) -> str:
    return json.dumps(
        [
            {
                "subject": one.subject,
                "issuer": one.issuer,
                "from": one.valid_from.timestamp(),
                "to": one.valid_to.timestamp(),
                "fingerprint": one.fingerprint,
                "pem": one.pem,
            }
            for one in authorities
        ]
    )


def _authorities(text: str | None) -> tuple[Authority, ...]:
    try:
        return tuple(_authority(one) for one in json.loads(text or "[]"))
    except (ValueError, TypeError, LookupError, OverflowError):
        return ()


def _authority(one: dict[str, Any]) -> Authority:
    return Authority(
        subject=str(one["subject"]),
        issuer=str(one["issuer"]),
        valid_from=datetime.fromtimestamp(one["from"], UTC),
        valid_to=datetime.fromtimestamp(one["to"], UTC),
        fingerprint=str(one["fingerprint"]),
        pem=str(one["pem"]),
    )
