"""A small SMTP server that keeps what it is given, and may hand it on to the demo's folders."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

_HOST = "127.0.0.1"
_MECHANISMS = ("LOGIN", "PLAIN", "XOAUTH2")


@dataclass(frozen=True)
class Accepted:
    """One mail that the sink took: envelope, exact bytes, who had signed in, when."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    user: str
    at: datetime


@dataclass(frozen=True)
class SinkBehaviour:
    """How the sink answers; may be swapped while it runs."""

    needs_sign_in: bool = True
    recipient_replies: dict[str, str] = field(default_factory=dict)
    """Refused recipients and the reply each gets, for instance ``550 5.1.1 no such user``."""
    mail_reply: str = ""
    """Reply to MAIL FROM instead of 250."""
    content_reply: str = ""
    """Reply after the final dot instead of 250; a mail with a 4xx or 5xx reply is not kept."""
    loses_reply: bool = False
    """Takes the mail and cuts the line instead of answering the final dot."""
    size_limit: int = 33_554_432
    mechanisms: tuple[str, ...] = ("LOGIN", "PLAIN")
    """Of LOGIN, PLAIN, XOAUTH2; read when a client connects."""
    own_sender: str = ""
    """The only address that mails may come from; empty: any."""
    foreign_sender: str = "553 5.7.1 Sender address rejected: not owned by the account"


class SmtpSink:
    """An SMTP server on a loopback port in a thread of its own.

    ``accounts`` are user names and passwords. ``tls`` offers STARTTLS, or with ``is_implicit`` encrypts from the
    first byte. ``deliver`` gets every accepted mail, in the sink's thread. ``token`` is what XOAUTH2 must bring.
    """

    def __init__(
        self,
        accounts: dict[str, str],
        behaviour: SinkBehaviour | None = None,
        *,
        tls: ssl.SSLContext | None = None,
        is_implicit: bool = False,
        deliver: Callable[[Accepted], None] | None = None,
        token: str = "",
    ) -> None:
        self.behaviour = behaviour or SinkBehaviour()
        self.accepted: list[Accepted] = []
        self._accounts = dict(accounts)
        self._tls = tls
        self._is_implicit = is_implicit
        self._deliver = deliver
        self._token = token
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ended = asyncio.Event()
        self._conversations: list[SMTP] = []

    def start(self) -> tuple[str, int]:
        """Listen on a free loopback port; returns host and port."""
        listener = socket.create_server((_HOST, 0))
        address: tuple[str, int] = listener.getsockname()
        is_ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(listener, is_ready)), name="demo-smtp", daemon=True
        )
        self._thread.start()
        is_ready.wait()
        return address

    def stop(self) -> None:
        """Close every connection and end the thread; may be called twice."""
        thread, self._thread = self._thread, None
        if thread is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._ended.set)
            thread.join()

    def __enter__(self) -> Self:
        self.address = self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def _serve(self, listener: socket.socket, is_ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        context = self._tls if self._is_implicit else None
        server = await self._loop.create_server(self._conversation, sock=listener, ssl=context)
        is_ready.set()
        await self._ended.wait()
        server.close()
        for each in self._conversations:
            _cut(each)
        self._conversations.clear()
        await asyncio.sleep(0)

    def _conversation(self) -> SMTP:
        conversation = SMTP(
            self,
            hostname="demo.shopdesk.invalid",
            data_size_limit=self.behaviour.size_limit,
            enable_SMTPUTF8=True,
            authenticator=self._authenticate,
            auth_require_tls=False,
            auth_exclude_mechanism=[one for one in _MECHANISMS if one not in self.behaviour.mechanisms],
            tls_context=None if self._is_implicit else self._tls,
            loop=self._loop,
        )
        self._conversations = [each for each in self._conversations if each.transport is not None]
        self._conversations.append(conversation)
        return conversation

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        if mechanism in ("LOGIN", "PLAIN") and isinstance(given, LoginPassword):
            user = given.login.decode("utf-8", "replace")
            if self._accounts.get(user) == given.password.decode("utf-8", "replace"):
                return AuthResult(success=True, auth_data=user)
        # handled=True would leave the client without any answer
        return AuthResult(success=False, handled=False)

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult:  # noqa: N802 — as above
        """Judge an access token; a bad one gets the challenge that real servers send."""
        said = base64.b64decode(arguments[1] if len(arguments) > 1 else "").decode("utf-8", "replace")
        user, _, bearer = said.removeprefix("user=").partition("\x01auth=Bearer ")
        if self._token and bearer.strip("\x01") == self._token and user in self._accounts:
            return AuthResult(success=True, auth_data=user)
        await server.challenge_auth('{"status":"401","schemes":"bearer"}')
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802 — aiosmtpd looks for this name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer MAIL FROM."""
        if self.behaviour.needs_sign_in and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self.behaviour.mail_reply:
            return self.behaviour.mail_reply
        if self.behaviour.own_sender and address.casefold() != self.behaviour.own_sender.casefold():
            return self.behaviour.foreign_sender
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 — aiosmtpd looks for this name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer RCPT TO."""
        refusal = self.behaviour.recipient_replies.get(address.lower())
        if refusal is not None:
            return refusal
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the mail and answer the final dot."""
        behaviour = self.behaviour
        if behaviour.content_reply[:1] in ("4", "5"):
            return behaviour.content_reply
        raw = envelope.original_content or b""
        signed_in: object = session.auth_data
        user = str(signed_in or "")
        mail = Accepted(envelope.mail_from or "", tuple(envelope.rcpt_tos), raw, user, datetime.now(UTC))
        self.accepted.append(mail)
        if self._deliver is not None:
            self._deliver(mail)
        if behaviour.loses_reply:
            _cut(server)
        return behaviour.content_reply or "250 2.0.0 Ok: kept"


def _cut(conversation: SMTP) -> None:
    if isinstance(conversation.transport, asyncio.Transport):
        with suppress(AttributeError):  # Python up to 3.11.4 stumbles over TLS that has ended
            conversation.transport.abort()
