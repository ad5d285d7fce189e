"""Loading a picture tells as little as can be told, and reaches nothing but the open internet."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shopdesk.mail import remote_pictures
from shopdesk.mail.remote_pictures import RemotePictureSource, is_public, picture_type

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 20, 10) + b"rest"
POINT = b"GIF89a\x01\0\x01\0\x80"


@dataclass
class Site:
    """What a server on this computer was asked."""

    port: int = 0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers)))
            if self.path.startswith("/to/"):
                left = int(self.path[4:])
                self.send_response(302)
                self.send_header("Location", f"/to/{left - 1}" if left else "/a.png")
                self.send_header("Set-Cookie", "who=you")
                self.end_headers()
                return
            content = {"/point.gif": POINT, "/page.png": b"<html>", "/huge.png": PNG + b"x" * (6 << 20)}.get(
                self.path, PNG
            )
            self.send_response(404 if self.path == "/gone.png" else 200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def anywhere(_: str) -> bool:
    return True


def test_a_picture_is_asked_for_with_nothing_that_tells_who_asks(site: Site) -> None:
    found = RemotePictureSource(is_open=anywhere).fetch(site.url("/a.png?id=1&x=ä"))
    assert (found.media_type, found.content) == ("image/png", PNG)
    path, headers = site.asked[0]
    assert path == "/a.png?id=1&x=%C3%A4"
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}
    assert "shopdesk" not in str(headers).lower()


def test_redirects_are_followed_three_times_and_carry_no_cookies(site: Site) -> None:
    assert RemotePictureSource(is_open=anywhere).fetch(site.url("/to/2")).content == PNG
    assert all("Cookie" not in headers for _, headers in site.asked)
    assert not RemotePictureSource(is_open=anywhere).fetch(site.url("/to/3")).is_here


@pytest.mark.parametrize("path", ["/gone.png", "/page.png", "/huge.png"])
def test_what_is_no_picture_of_reasonable_size_is_not_taken(site: Site, path: str) -> None:
    assert not RemotePictureSource(is_open=anywhere).fetch(site.url(path)).is_here


def test_a_single_point_is_known_and_never_shown(site: Site) -> None:
    found = RemotePictureSource(is_open=anywhere).fetch(site.url("/point.gif"))
    assert found.is_here
    assert found.content == b""


def test_this_computer_and_its_network_are_never_asked(site: Site) -> None:
    for url in (
        site.url("/a.png"), f"http://localhost:{site.port}/a.png", f"http://[::1]:{site.port}/", "http://127.1/a.png",
        "http://2130706433/", "http://0x7f.1/", "http://intranet/a.png", "ftp://example.org/a.png", "file:///etc/passwd",
        "http://user:secret@example.org/a.png", "http://example.org:22/a.png", "http://[bad/", "https://", "data:,x",
    ):  # fmt: skip
        assert not RemotePictureSource().fetch(url).is_here
    assert site.asked == []


def test_a_public_name_with_a_private_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(host: str, port: int, **_: object) -> list[object]:
        return [(2, 1, 6, "", ("93.184.215.14", port)), (2, 1, 6, "", ("192.168.1.1", port))]

    dialled: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(remote_pictures, "dial", lambda *args: dialled.append(args))
    assert not RemotePictureSource().fetch("http://pictures.example.org/a.png").is_here
    assert dialled == []


def test_a_redirect_into_the_own_network_is_not_followed(site: Site) -> None:
    first = [True]

    def open_once(_: str) -> bool:
        return first.pop() if first else False

    assert not RemotePictureSource(is_open=open_once).fetch(site.url("/to/1")).is_here
    assert len(site.asked) == 1


def test_a_server_that_drips_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_pictures, "SECONDS", 0.4)
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        stop = threading.Event()

        def drip() -> None:
            connected, _ = server.accept()
            with closing(connected):
                while not stop.wait(0.05):
                    try:
                        connected.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        assert not RemotePictureSource(is_open=anywhere).fetch(f"http://127.0.0.1:{port}/a.png").is_here
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07::1", True), ("10.0.0.1", False), ("127.0.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fc00::1", False),
        ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("224.0.0.1", False),
        ("0.0.0.0", False), ("nonsense", False),  # noqa: S104 - asked about, not listened on
    ],
)  # fmt: skip
def test_addresses_of_the_open_internet_are_known(address: str, is_open: bool) -> None:
    assert is_public(address) is is_open


def test_flat_pictures_are_known_by_their_first_bytes() -> None:
    types = [picture_type(start) for start in (PNG, POINT, b"\xff\xd8\xff\xe0", b"BM", b"RIFF\0\0\0\0WEBP", b"<svg>")]
    assert types == ["image/png", "image/gif", "image/jpeg", "image/bmp", "image/webp", ""]
