"""An internet of one domain on loopback: DNS over UDP, an https server, mail servers behind TLS."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.resolver
import dns.rrset

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.discovery import Outcome
from shopdesk.domain.mailbox import Security
from shopdesk.mail.asking import Limits
from shopdesk.mail.autodiscovery import Autodiscovery
from shopdesk.mail.dns_names import Names
from shopdesk.mail.network_lookup import NetworkLookup
from tests.servers.certificates import Authority

Page = bytes | tuple[int, dict[str, str], bytes]


class NameServer:
    """Answers DNS questions on a loopback port; a context manager."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], list[str]] = {}
        self.asked: list[tuple[str, str]] = []
        self.is_silent = False

    def add(self, name: str, kind: str, *values: str) -> None:
        self.records.setdefault((f"{name}.", kind), []).extend(values)

    def resolver(self) -> dns.resolver.Resolver:
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], self._door.getsockname()[1]
        return resolver

    def __enter__(self) -> Self:
        self._door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._door.bind(("127.0.0.1", 0))
        self._door.settimeout(10)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as end:
            end.sendto(b"end", self._door.getsockname())
        self._thread.join()
        self._door.close()

    def _serve(self) -> None:
        while True:
            raw, visitor = self._door.recvfrom(4096)
            if raw == b"end":
                return
            if not self.is_silent:
                self._door.sendto(self._answer(raw), visitor)

    def _answer(self, raw: bytes) -> bytes:
        question = dns.message.from_wire(raw)
        one = question.question[0]
        name, kind = one.name.to_text().lower(), dns.rdatatype.to_text(one.rdtype)
        self.asked.append((name, kind))
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        values = self.records.get((name, kind))
        if values:
            answer.answer.append(dns.rrset.from_text_list(one.name, 60, "IN", kind, values))
        elif not any(known == name or known.endswith(f".{name}") for known, _ in self.records):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer.to_wire()


class WebServer:
    """Serves pages by host and path over TLS; a context manager. Pages may be functions that write by themselves."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.pages: dict[str, Page | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self._context = context

    def __enter__(self) -> Self:
        outer = self

        class Visitor(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):
                    outer._serve(self)

            def log_message(self, *args: object) -> None:
                pass

        self._server = _Quiet(("127.0.0.1", 0), Visitor)
        self._server.daemon_threads = False
        self._server.socket = self._context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _serve(self, visitor: BaseHTTPRequestHandler) -> None:
        url = f"https://{visitor.headers['Host']}{visitor.path}"
        self.asked.append(url)
        page = self.pages.get(f"{visitor.headers['Host']}{urlsplit(url).path}", (404, {}, b"nothing here"))
        if callable(page):
            page(visitor)
            return
        status, headers, body = (200, {}, page) if isinstance(page, bytes) else page
        visitor.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            visitor.send_header(name, value)
        visitor.end_headers()
        visitor.wfile.write(body)


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *args: object) -> None:
        """Visitors that hang up are meant here."""


class SmallInternet:
    """Everything between a search and the servers that it may find; a context manager.

    Hosts have to be named before they are used: the certificates are made for `hosts`.
    """

    def __init__(self, folder: Path, *hosts: str) -> None:
        self._authority = Authority(folder)
        self._hosts = hosts or ("unused.example",)
        self._ways: dict[tuple[str, int], int] = {}
        self._open = ExitStack()
        self.limits = Limits()
        self.control = SimpleControl()

    def __enter__(self) -> Self:
        self.dns = self._open.enter_context(NameServer())
        for host in self._hosts:
            self.dns.add(host, "A", "127.0.0.1")
        self.web = self._open.enter_context(WebServer(self.papers(*self._hosts)))
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            self._nobody: int = nobody.getsockname()[1]
        return self

    def __exit__(self, *problem: object) -> None:
        self._open.close()

    def papers(self, *hosts: str) -> ssl.SSLContext:
        """The server side of a certificate for these hosts."""
        papers = self._authority.papers(*hosts, file_name=hosts[0])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(papers.certificate, papers.key)
        return context

    def publish(self, host: str, path: str, page: Page | Callable[[BaseHTTPRequestHandler], None]) -> None:
        self._ways[host, 443] = self.web.port
        self.web.pages[f"{host}{path}"] = page

    def imap(self, host: str, port: int, security: Security = Security.TLS, *, named: str = "") -> None:
        starts = security is Security.STARTTLS
        server = ImapServer(MailStore(), tls=self.papers(named or host), starts_tls=starts)
        self._ways[host, port] = server.start()[1]
        self._open.callback(server.stop)

    def smtp(self, host: str, port: int, security: Security = Security.TLS, *, named: str = "") -> None:
        implicit = security is Security.TLS
        server = SmtpSink({}, tls=self.papers(named or host), is_implicit=implicit)
        self._ways[host, port] = server.start()[1]
        self._open.callback(server.stop)

    def way(self, host: str, port: int, local_port: int) -> None:
        """Let a host's port be a port of this computer."""
        self._ways[host, port] = local_port

    @property
    def lookup(self) -> NetworkLookup:
        return NetworkLookup(Names(self.dns.resolver()), self._reach, str(self._authority.ca_file))

    @property
    def ca_file(self) -> str:
        return str(self._authority.ca_file)

    def search(self, address: str) -> Outcome:
        return Autodiscovery(self.lookup, self.limits).search(address, self.control)

    def _reach(self, host: str, port: int, deadline: float) -> socket.socket:
        """The real way, but for the number of the port."""
        local = self._ways.get((host, port), self._nobody)
        return NetworkLookup(Names(self.dns.resolver()))._dial(host, local, deadline)
