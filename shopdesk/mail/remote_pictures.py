"""Loads pictures that a person wants to see: a bare GET, and nowhere but into the open internet.

No cookies, no referrer, no sign-in, no name of the program; few redirects; one deadline and one limit for each picture.
Names are looked up here and the very address that was checked is dialled, so that a name cannot change its mind.
"""

import http.client
import ipaddress
import socket
import time
from collections.abc import Callable
from contextlib import closing
from typing import cast
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from shopdesk.domain.errors import InputRefused, ServerProblem, ServerRefused, ServerUnreachable
from shopdesk.domain.remote_picture import FetchedPicture
from shopdesk.mail.deadline_stream import Mouth, rest
from shopdesk.mail.dial import dial
from shopdesk.mail.imap_errors import one_line, words_of
from shopdesk.mail.lookup import public_host
from shopdesk.mail.network import Network
from shopdesk.mail.tls import protect

LARGEST_PICTURE = 5 << 20
SECONDS = 10.0
"""For one picture, redirects included."""
_MOST_REDIRECTS = 3
_FOUND = 200
_REDIRECTS = {301, 302, 303, 307, 308}
_PORTS = {"http": 80, "https": 443}
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"BM", "image/bmp"),
)  # fmt: skip
_QUESTION = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: image/*\r\nAccept-Encoding: identity\r\n"
    "User-Agent: Mozilla/5.0\r\nConnection: close\r\n\r\n"
)
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_NAT = ipaddress.ip_network("64:ff9b::/96")

IsPublic = Callable[[str], bool]


class RemotePictureSource:
    """Fits `ports.PictureSource`. In: the way out of this computer; which addresses count as the open internet."""

    def __init__(self, network: Network | None = None, is_open: IsPublic | None = None) -> None:
        self._network = network or Network()
        self._is_open = is_open or is_public
        self._any_port = is_open is not None

    def fetch(self, url: str) -> FetchedPicture:
        """Load one picture, in the calling thread; what cannot be loaded comes back empty. Never raises."""
        deadline = time.monotonic() + SECONDS
        try:
            content = self._followed(url, deadline)
        except (ServerProblem, InputRefused):
            return FetchedPicture(url)
        media_type = picture_type(content)
        return FetchedPicture(url, media_type, b"" if is_point(content) else content)

    def _followed(self, url: str, deadline: float) -> bytes:
        for _ in range(1 + _MOST_REDIRECTS):
            parts, host, port = self._place(url)
            answer = self._answer(parts, host, port, deadline)
            if isinstance(answer, bytes):
                return answer
            url = _joined(url, answer)
        raise ServerRefused("", "too many redirects")

    def _place(self, url: str) -> tuple[SplitResult, str, int]:
        """The parts of an address with a checked host and port; raises `ServerRefused`, `InputRefused`."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise ServerRefused("", "not an address") from None
        usual = _PORTS.get(parts.scheme)
        if usual is None or parts.username is not None or parts.password is not None:
            raise ServerRefused(one_line(host), "not an address of a picture")
        if not self._any_port:
            host = public_host(host)
            if port not in {None, usual}:
                raise ServerRefused(host, "an unusual port")
        return parts, host, port or usual

    def _answer(self, parts: SplitResult, host: str, port: int, deadline: float) -> bytes | str:
        """The picture, or where it is instead."""
        connected = self._dial(host, port, deadline)
        connected.settimeout(rest(deadline))
        if parts.scheme == "https":
            connected = protect(connected, host, self._network.trust(host))
        try:
            with closing(connected):
                connected.sendall(_question(parts))
                mouth = cast("socket.socket", Mouth(connected, deadline, LARGEST_PICTURE + 65_536))
                response = http.client.HTTPResponse(mouth, method="GET")
                response.begin()
                return _content(response, host)
        except (http.client.HTTPException, OSError, ValueError) as problem:
            raise ServerUnreachable(host, words_of(problem)) from None

    def _dial(self, host: str, port: int, deadline: float) -> socket.socket:
        if not self._network.is_direct(host):
            return self._network.dial(host, port, deadline)  # the proxy looks names up, and is the one to say no
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as problem:
            raise ServerUnreachable(host, str(problem)) from None
        addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
        if not addresses or not all(self._is_open(address) for address in addresses):
            raise ServerRefused(host, "not a place of the open internet")
        return dial(addresses[0], port, deadline)


def is_public(address: str) -> bool:
    """True for addresses of the open internet: not this computer, its network, or one hidden in another address."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None or found.teredo is not None:
            return inner is not None and is_public(str(inner))
    return found.is_global and not found.is_multicast


def picture_type(content: bytes) -> str:
    """The media type by the first bytes, whatever the server says; empty for everything but flat pictures."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for start, media_type in _STARTS if content.startswith(start)), "")


def is_point(content: bytes) -> bool:
    """True for a picture of a single point: it shows nothing, it only watches."""
    if content.startswith(b"GIF8"):
        return content[6:10] == b"\x01\0\x01\0"
    if content.startswith(b"\x89PNG"):
        return content[16:24] == b"\0\0\0\x01" * 2
    return False


def _question(parts: SplitResult) -> bytes:
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    if any(not "!" <= c <= "~" for c in path + host):
        raise ServerRefused("", "not an address")
    return _QUESTION.format(path=path, host=host).encode("ascii")


def _content(response: http.client.HTTPResponse, host: str) -> bytes | str:
    location = response.getheader("Location")
    if response.status in _REDIRECTS and location:
        return location
    if response.status != _FOUND:
        raise ServerRefused(host, one_line(f"{response.status} {response.reason}"))
    content = response.read(LARGEST_PICTURE + 1)
    if len(content) > LARGEST_PICTURE or not content:
        raise ServerRefused(host, "not a picture of reasonable size")
    return content


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise ServerRefused("", "a redirect to nowhere") from None
