"""Fetching one small file over https from a stranger: one deadline, one limit, no way back to http."""

import http.client
import socket
import ssl
from collections.abc import Callable
from typing import cast
from urllib.parse import urljoin, urlsplit

from shopdesk.domain.errors import EncryptionMissing, InputRefused, ServerRefused, ServerUnreachable
from shopdesk.mail.deadline_stream import Mouth, rest
from shopdesk.mail.imap_errors import one_line, words_of
from shopdesk.mail.lookup import public_host
from shopdesk.mail.tls import Trust, protect, trust

LARGEST_FILE = 100_000
"""Bytes; real settings have three thousand."""
HTTPS = 443
_LARGEST_ANSWER = 2 * LARGEST_FILE
_MOST_REDIRECTS = 3
_FOUND = 200
_REDIRECTS = {301, 302, 303, 307, 308}
_QUESTION = "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/xml, application/xml\r\nAccept-Encoding: identity\r\n"

Reach = Callable[[str, int, float], socket.socket]
"""Connects to a host and port before a deadline; raises `ServerUnreachable`."""


def fetch_https(url: str, reach: Reach, deadline: float, ca_file: str = "", trusting: Trust = trust) -> bytes:
    """The bytes at an https address.

    Redirects are followed to other https addresses with a proper name and the usual port, three at most. Raises
    `ServerUnreachable`, `CertificateRefused`, `EncryptionMissing` (a way that leads to http), `ServerRefused` (not
    there, or too large).
    """
    for _ in range(1 + _MOST_REDIRECTS):
        host = _checked_host(url)
        answer = _answer(url, host, reach, deadline, trusting(host, ca_file, ""))
        if isinstance(answer, bytes):
            return answer
        url = _joined(url, answer)
    raise ServerRefused(_checked_host(url), "too many redirects")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise ServerRefused(_checked_host(url), "a redirect to nowhere") from None


def _checked_host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ServerRefused("", "a redirect to nowhere") from None
    if parts.scheme != "https":
        raise EncryptionMissing(one_line(host), "a redirect away from https")
    try:
        name = public_host(host)
    except InputRefused as problem:
        raise ServerRefused(one_line(host), problem.why) from None
    if parts.username is not None or port not in {None, HTTPS}:
        raise ServerRefused(name, "a redirect to an unusual place")
    return name


def _answer(url: str, host: str, reach: Reach, deadline: float, context: ssl.SSLContext) -> bytes | str:
    """The file, or where it is instead."""
    connected = reach(host, HTTPS, deadline)
    connected.settimeout(rest(deadline))
    safe = protect(connected, host, context)
    try:
        safe.sendall(_question(url, host))
        response = http.client.HTTPResponse(cast("socket.socket", Mouth(safe, deadline, _LARGEST_ANSWER)), method="GET")
        response.begin()
        return _content(response, host)
    except (http.client.HTTPException, OSError, ValueError) as problem:
        raise ServerUnreachable(host, words_of(problem)) from None
    finally:
        safe.close()


def _question(url: str, host: str) -> bytes:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if any(not "!" <= c <= "~" for c in path):
        raise ServerRefused(host, "a redirect to an unusual place")
    return (_QUESTION.format(path=path, host=host) + "Connection: close\r\n\r\n").encode("ascii")


def _content(response: http.client.HTTPResponse, host: str) -> bytes | str:
    location = response.getheader("Location")
    if response.status in _REDIRECTS and location:
        return location
    if response.status != _FOUND:
        raise ServerRefused(host, one_line(f"{response.status} {response.reason}"))
    body = response.read(LARGEST_FILE + 1)
    if len(body) > LARGEST_FILE:
        raise ServerRefused(host, "an answer far too large")
    return body
