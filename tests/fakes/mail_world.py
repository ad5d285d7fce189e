"""Ten mail providers on this computer, found and reached under their own names."""

from __future__ import annotations

import base64
import socket
import ssl
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult

from shopdesk.app.shop import Shop, build_shop
from shopdesk.demo.behaviour import Behaviour
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from shopdesk.demo.smtp_sink import SinkBehaviour, SmtpSink
from shopdesk.domain.control import Control
from shopdesk.domain.discovery import Outcome
from shopdesk.domain.errors import HostNotFound, ServerUnreachable
from shopdesk.domain.mailbox import OAuthSetup, Security, Server
from shopdesk.mail import tls
from shopdesk.mail.autodiscovery import Autodiscovery
from shopdesk.mail.dial import dial
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.network import Network
from shopdesk.mail.oauth import OAuthClient
from shopdesk.mail.smtp_send import SmtpPost
from shopdesk.mail.timeouts import Timeouts
from shopdesk.services.discovery import Discovery
from tests.fakes.small_internet import SmallInternet

PASSWORD = "a good password"


class TokenSink(SmtpSink):
    """A sink that also takes the tokens of a sign-in by browser."""

    tokens: set[str]

    async def auth_XOAUTH2(self, _server: SMTP, arguments: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        """RFC 7628's older brother."""
        fields = base64.b64decode(arguments[1]).decode().split("\1")
        token = next((each.removeprefix("auth=Bearer ") for each in fields if each.startswith("auth=")), "")
        return AuthResult(success=token in self.tokens, handled=False, auth_data=fields[0])


class RoutedNetwork(Network):
    """Hosts of the small internet are ports of this computer; all others do not exist."""

    def __init__(self, internet: SmallInternet) -> None:
        super().__init__()
        self._internet = internet

    def dial(self, host: str, port: int, deadline: float) -> socket.socket:
        if host == "127.0.0.1":
            return dial(host, port, deadline)
        if not any(known == host for known, _ in self._internet._ways):
            raise HostNotFound(host, "Name or service not known")
        try:
            return dial("127.0.0.1", self._internet._ways.get((host, port), self._internet._nobody), deadline)
        except ServerUnreachable as problem:
            raise ServerUnreachable(host, problem.detail) from None

    def trust(self, host: str, ca_file: str = "", fingerprint: str = "") -> ssl.SSLContext:
        return tls.trust(host, ca_file or self._internet.ca_file, fingerprint)


@dataclass
class _Searching:
    """The search, with sign-in servers of our own in place of the provider's."""

    search_servers: Autodiscovery
    oauth: Callable[[], OAuthSetup | None]

    def search(self, address: str, control: Control) -> Outcome:
        outcome = self.search_servers.search(address, control)
        found, ours = outcome.found, self.oauth()
        if found is None or found.oauth is None or ours is None:
            return outcome
        own = replace(ours, client_secret_needed=found.oauth.client_secret_needed)
        return replace(outcome, found=replace(found, oauth=own))


@dataclass
class MailWorld:
    """A shop and the servers that its wizard may find; a context manager."""

    folder: Path
    internet: SmallInternet
    oauth: OAuthSetup | None = None
    tokens: set[str] = field(default_factory=set)
    servers: dict[str, ImapServer] = field(default_factory=dict)
    sinks: dict[str, SmtpSink] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        self._open.enter_context(self.internet)
        timeouts, network = Timeouts(1.0, 3.0), RoutedNetwork(self.internet)
        source = ImapSource(timeouts=timeouts, network=network)
        self.shop: Shop = build_shop(self.folder / "data", source=source)
        self._open.callback(self.shop.close)
        searching = _Searching(Autodiscovery(self.internet.lookup, self.internet.limits), lambda: self.oauth)
        self.shop.__dict__["discovery"] = Discovery(searching)
        self.shop.outside.__dict__["quick_post"] = SmtpPost(timeouts, network=network, last_answer=3.0)
        self.shop.outside.__dict__["oauth"] = OAuthClient()
        return self

    def __exit__(self, *problem: object) -> None:
        self._open.close()

    def serve_imap(
        self,
        server: Server,
        user: str,
        behaviour: Behaviour = FULL,
        *,
        papers: ssl.SSLContext | None = None,
        password: str = PASSWORD,
    ) -> ImapServer:
        """An IMAP server under this name and port with one user and two mails."""
        store = MailStore()
        store.add_user(user, password, behaviour.folders)
        for number in range(2):
            store.deliver(user, "INBOX", b"Subject: %d\r\n\r\nHello\r\n" % number)
        context = papers or self.internet.papers(server.host)
        starts = server.security is Security.STARTTLS
        made = ImapServer(
            store, behaviour, context, starts_tls=starts, check_token=lambda _user, token: token in self.tokens
        )
        self.internet.way(server.host, server.port, made.start()[1])
        self._open.callback(made.stop)
        self.servers[server.host] = made
        return made

    def serve_smtp(
        self, server: Server, user: str, *, papers: ssl.SSLContext | None = None, password: str = PASSWORD
    ) -> SmtpSink:
        """An SMTP server under this name and port."""
        implicit = server.security is Security.TLS
        context = papers or self.internet.papers(server.host)
        known = SinkBehaviour(mechanisms=("LOGIN", "PLAIN", "XOAUTH2"))
        sink = TokenSink({user: password}, known, tls=context, is_implicit=implicit)
        sink.tokens = self.tokens
        self.internet.way(server.host, server.port, sink.start()[1])
        self._open.callback(sink.stop)
        self.sinks[server.host] = sink
        return sink

    def silence(self, server: Server) -> None:
        """Takes connections there and never says a word."""
        door = socket.create_server(("127.0.0.1", 0))
        self.internet.way(server.host, server.port, door.getsockname()[1])
        self._open.callback(door.close)
