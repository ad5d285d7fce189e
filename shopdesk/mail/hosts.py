"""Host names as people type them, and which of them are this very computer."""

import ipaddress
import re
from contextlib import suppress

from shopdesk.domain.errors import InputRefused

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_AROUND_COLON = re.compile(r"[ \t]*:[ \t]*")
_HOST = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*$")
_LONGEST_HOST = 253
_HIGHEST_PORT = 65_535


def clean_host(text: str) -> tuple[str, int | None]:
    """Understand a typed or pasted server name.

    In: anything, such as ` imaps://Imap.Example.com:993/ `, `[::1]:143`, `münchen.example.`. Out: the host in the
    form that resolvers take (lower case, IDN as punycode, IPv6 without brackets) and the port if one was typed.
    Raises `InputRefused` for what cannot be a host.
    """
    rest = _SCHEME.sub("", _AROUND_COLON.sub(":", text.strip()))
    rest = rest.split("/", 1)[0].split("?", 1)[0].rpartition("@")[2]
    host, port = _split_port(rest)
    with suppress(ValueError):
        return str(ipaddress.ip_address(host)), port
    return _name(host), port


def is_loopback(host: str) -> bool:
    """Say whether a host is this computer by its very name, so that nothing can be overheard on the way."""
    if host.casefold().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split_port(rest: str) -> tuple[str, int | None]:
    if rest.startswith("["):
        host, _, tail = rest[1:].partition("]")
        return host, _port(tail.removeprefix(":"))
    if rest.count(":") > 1:  # a bare IPv6 address
        return rest, None
    host, _, port = rest.partition(":")
    return host, _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= _HIGHEST_PORT:
        return int(text)
    raise InputRefused("port", f"{text[:20]!r} is not a port number")


def _name(host: str) -> str:
    shown = host[:60]
    host = host.strip(".").casefold()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            raise InputRefused("host", f"{shown!r} is not a server name") from None
    if len(host) > _LONGEST_HOST or not _HOST.fullmatch(host):
        raise InputRefused("host", f"{shown!r} is not a server name")
    return host
