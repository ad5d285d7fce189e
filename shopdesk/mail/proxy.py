"""Asking a proxy for a way to a server: SOCKS 5 (RFC 1928, 1929) and HTTP CONNECT (RFC 9110, 9.3.6)."""

import base64
import ipaddress
import socket
import struct
import time

from shopdesk.domain.errors import ProxyRefused
from shopdesk.domain.network import Proxy, ProxyKind
from shopdesk.mail.imap_errors import hide, one_line, words_of

_VERSION, _OPEN, _SIGNED_IN, _NO_METHOD = 5, 0, 2, 0xFF
_CONNECT = 1
_IPV4, _NAME, _IPV6 = 1, 3, 4
_ADDRESS_LENGTHS = {_IPV4: 4, _IPV6: 16}
_LONGEST_WORD = 255
_LONGEST_ANSWER = 16_384
_SOCKS_WORDS = {
    1: "general failure", 2: "not allowed by its rules", 3: "network unreachable", 4: "host unreachable",
    5: "connection refused", 6: "timed out", 7: "does not know the command", 8: "does not know this kind of address",
}  # fmt: skip


def open_way(connected: socket.socket, proxy: Proxy, password: str, target: tuple[str, int], deadline: float) -> None:
    """Ask a proxy for a connection to a host and port; the socket leads there afterwards, and has a timeout.

    In: a socket that is connected with the proxy, the `time.monotonic()` moment to give up at. The proxy looks the
    name up. Raises `ProxyRefused` with the proxy's words, no secret among them; the socket is closed then.
    """
    mouth = _Mouth(connected, deadline)
    try:
        if proxy.kind is ProxyKind.SOCKS5:
            _socks5(mouth, proxy, password, target)
        else:
            _http(mouth, proxy, password, target)
    except _No as no:
        connected.close()
        raise ProxyRefused(proxy.host, hide(one_line(str(no)), [password])) from None
    except (OSError, ValueError) as problem:
        connected.close()
        raise ProxyRefused(proxy.host, words_of(problem)) from None


class _No(Exception):
    """What the proxy said."""


class _Mouth:
    """Exact numbers of bytes until a deadline: what comes behind the proxy's answer is the server's."""

    def __init__(self, connected: socket.socket, deadline: float) -> None:
        self._socket = connected
        self._deadline = deadline

    def say(self, words: bytes) -> None:
        self._socket.settimeout(self._rest())
        self._socket.sendall(words)

    def read(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            self._socket.settimeout(self._rest())
            more = self._socket.recv(count - len(found))
            if not more:
                raise _No("the proxy closed the connection")
            found += more
        return found

    def read_head(self) -> bytes:
        """Up to the empty line; byte by byte, for nobody may swallow the server's first words."""
        found = b""
        while not found.endswith(b"\r\n\r\n"):
            if len(found) > _LONGEST_ANSWER:
                raise _No("an answer far too long")
            found += self.read(1)
        return found

    def _rest(self) -> float:
        rest = self._deadline - time.monotonic()
        if rest <= 0:
            raise TimeoutError
        return rest


def _socks5(mouth: _Mouth, proxy: Proxy, password: str, target: tuple[str, int]) -> None:
    methods = bytes([_OPEN, _SIGNED_IN]) if proxy.user else bytes([_OPEN])
    mouth.say(bytes([_VERSION, len(methods)]) + methods)
    version, method = mouth.read(2)
    if version != _VERSION:
        raise _No("this is no SOCKS 5 proxy")
    if method == _NO_METHOD or method not in methods:
        raise _No("it wants a name and a password")
    if method == _SIGNED_IN:
        mouth.say(b"\x01" + _word(proxy.user) + _word(password))
        if mouth.read(2)[1] != 0:
            raise _No("name or password refused")
    host, port = target
    mouth.say(bytes([_VERSION, _CONNECT, 0]) + _address(host) + struct.pack(">H", port))
    _, answer, _, kind = mouth.read(4)
    if answer != 0:
        raise _No(_SOCKS_WORDS.get(answer, f"failure {answer}"))
    mouth.read((_ADDRESS_LENGTHS[kind] if kind in _ADDRESS_LENGTHS else mouth.read(1)[0]) + 2)


def _word(text: str) -> bytes:
    coded = text.encode()
    if len(coded) > _LONGEST_WORD:
        raise _No("the name or password is too long for a SOCKS proxy")
    return bytes([len(coded)]) + coded


def _address(host: str) -> bytes:
    try:
        numeric = ipaddress.ip_address(host)
    except ValueError:
        return bytes([_NAME]) + _word(host)
    return bytes([_IPV4 if numeric.version == 4 else _IPV6]) + numeric.packed  # noqa: PLR2004 - the version's name


def _http(mouth: _Mouth, proxy: Proxy, password: str, target: tuple[str, int]) -> None:
    host, port = target
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if proxy.user:
        word = base64.b64encode(f"{proxy.user}:{password}".encode()).decode("ascii")
        lines.append(f"Proxy-Authorization: Basic {word}")
    mouth.say(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
    first = mouth.read_head().split(b"\r\n", 1)[0].decode("latin-1")
    version, _, words = first.partition(" ")
    if not version.startswith("HTTP/1."):
        raise _No("this is no HTTP proxy")
    if not words.startswith("2"):
        raise _No(words)
