"""Waiting for the browser to bring the authorization code to this computer (RFC 8252)."""

import hmac
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

_LOOK = 0.3
_VISITOR_SECONDS = 3.0
_LONGEST_QUERY = 16_000


class CodeCatcher:
    """A web server on 127.0.0.1 at a port of its own that takes one answer; a context manager.

    `page` is the HTML that the browser shows at the end.
    """

    def __init__(self, state: str, page: str) -> None:
        self._state = state
        self.answer: dict[str, str] = {}
        """The parameters of the request with the right `state`; empty until it came."""
        self._server = _Server(("127.0.0.1", 0), _Visitor)
        self._server.catcher = self
        self._server.page = page.encode()

    def __enter__(self) -> "CodeCatcher":
        return self

    def __exit__(self, *problem: object) -> None:
        self._server.server_close()

    @property
    def address(self) -> str:
        """The redirect URI."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def wait(self, seconds: float, stop: Callable[[], bool]) -> dict[str, str]:
        """Serve until the answer is here, time is up, or `stop()`; out: `answer`."""
        end = time.monotonic() + seconds
        while not self.answer and not stop() and (rest := end - time.monotonic()) > 0:
            self._server.timeout = min(rest, _LOOK)
            self._server.handle_request()
        return self.answer

    def take(self, query: str) -> bool:
        """Look at one request; False when it is not the answer to our question."""
        given = {key: values[0] for key, values in parse_qs(query[:_LONGEST_QUERY]).items()}
        if not hmac.compare_digest(given.get("state", "").encode(), self._state.encode()):
            return False
        if "code" not in given and "error" not in given:
            return False
        self.answer = self.answer or given
        return True


class _Server(HTTPServer):
    catcher: CodeCatcher
    page: bytes

    @override
    def server_bind(self) -> None:
        """Bind without asking the name service who 127.0.0.1 is."""
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = self.socket.getsockname()[:2]

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that breaks off is nothing to report."""


class _Visitor(BaseHTTPRequestHandler):
    timeout = _VISITOR_SECONDS
    server: _Server

    def do_GET(self) -> None:
        """Answer the browser."""
        known = self.server.catcher.take(urlsplit(self.path).query)
        page = self.server.page if known else b""
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """The code stands in the address: nothing of it may reach a log."""
