"""SMTP up to the point where a mail could be given: connect, greet, encrypt, sign in (RFC 5321, 3207, 4954)."""

import base64
import smtplib
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from shopdesk.domain.errors import (
    ConnectionLost,
    EncryptionMissing,
    NotAMailServer,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    ServerUnreachable,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.mail.hosts import is_loopback
from shopdesk.mail.imap_errors import cleaned, hide, one_line, words_of
from shopdesk.mail.network import Network
from shopdesk.mail.sasl import oauthbearer, plain, xoauth2
from shopdesk.mail.timeouts import Timeouts
from shopdesk.mail.tls import protect

_OUR_NAME = "localhost"
"""What EHLO calls us: the machine's own name is nobody's business."""
_READY = 220
_CONTINUE = 334
_SIGNED_IN = 235
_BUSY = {421, 450, 451, 452, 454}


def check_sending(
    mailbox: Mailbox, user: str, password: str, token: str, timeouts: Timeouts, network: Network | None = None
) -> None:
    """Connect, greet, encrypt, sign in, leave; raises `ServerProblem`s without any secret in them.

    A mailbox without SMTP server has nothing to check.
    """
    if mailbox.smtp is None:
        return
    with at_the_post_office(mailbox.smtp.host, [password, token]):
        talk = signed_in(mailbox, mailbox.smtp, user, (password, token), timeouts, network or Network())
        try:
            with suppress(smtplib.SMTPException, OSError):
                talk.quit()
        finally:
            talk.close()


def signed_in(
    mailbox: Mailbox, server: Server, user: str, secrets: tuple[str, str], timeouts: Timeouts, network: Network
) -> "Talk":
    """A dialogue whose next word is MAIL. In: password and token as `secrets`. Raises smtplib's errors too: callers
    stand in `at_the_post_office`."""
    talk = _connect(server, mailbox.ca_file, timeouts, network)
    try:
        _hello(talk, server.host)
        if server.security is Security.STARTTLS:
            _encrypt(talk, server.host, network.trust(server.host, mailbox.ca_file, server.fingerprint))
        _sign_in(talk, server.host, user or mailbox.address, *secrets)
    except BaseException:
        talk.close()
        raise
    return talk


class Talk(smtplib.SMTP):
    """smtplib's side of the dialogue over a socket that we connected."""

    def __init__(self, connected: socket.socket) -> None:
        self._connected = connected
        super().__init__(local_hostname=_OUR_NAME, timeout=connected.gettimeout() or 1.0)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # smtplib calls it
        return self._connected

    def encrypt(self, plain_to_tls: socket.socket) -> None:
        """Go on over a protected socket and forget what was said before (RFC 3207)."""
        self.sock = plain_to_tls
        self.file = None
        self.helo_resp = None
        self.ehlo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False


def _connect(server: Server, ca_file: str, timeouts: Timeouts, network: Network) -> Talk:
    host = server.host
    if server.security is Security.NONE and not is_loopback(host):
        raise EncryptionMissing(host, "an unprotected connection is only made to this computer")
    deadline = time.monotonic() + timeouts.connect
    tls = server.security is Security.TLS
    context = network.trust(host, ca_file, server.fingerprint) if tls else None
    connected = network.dial(host, server.port, deadline)
    connected.settimeout(max(deadline - time.monotonic(), 0.001))
    if context is not None:
        connected = protect(connected, host, context)
    talk = Talk(connected)
    try:
        _greet(talk, server)
    except BaseException:
        talk.close()
        raise
    connected.settimeout(timeouts.read)
    return talk


def _greet(talk: Talk, server: Server) -> None:
    """Read the greeting and make sure that it is an SMTP server's."""
    try:
        code, words = talk.connect(server.host, server.port)
    except (smtplib.SMTPException, OSError, ValueError) as problem:
        raise ServerUnreachable(server.host, _words(problem)) from None
    if code != _READY:
        text = one_line(words.decode("utf-8", "replace"))
        raise (ServerBusy if code in _BUSY else NotAMailServer)(server.host, text)


def _hello(talk: Talk, host: str) -> None:
    code, words = talk.ehlo()
    if not 200 <= code <= 299:  # noqa: PLR2004 - success in SMTP
        raise _problem(host, code, words)


def _encrypt(talk: Talk, host: str, context: ssl.SSLContext) -> None:
    """STARTTLS or nothing."""
    if not talk.has_extn("starttls"):
        raise EncryptionMissing(host, "STARTTLS is not offered")
    code, words = talk.docmd("STARTTLS")
    if code != _READY:
        raise EncryptionMissing(host, one_line(words.decode("utf-8", "replace")))
    plain_socket = talk.sock
    if plain_socket is None:
        raise ConnectionLost(host, "the connection was closed")
    talk.encrypt(protect(plain_socket, host, context))
    _hello(talk, host)


def _sign_in(talk: Talk, host: str, user: str, password: str, token: str) -> None:
    if not password and not token:
        raise SignInNeeded(host, "no password is stored")
    offered = set(talk.esmtp_features.get("auth", "").upper().split())
    steps = _steps(offered, user, password, token)
    if not steps:
        if not offered and is_loopback(host):
            return  # a server on this computer may not want to know who we are
        raise ServerRefused(host, f"AUTH {' '.join(sorted(offered))}".strip() + " is all that is offered")
    code, words = _CONTINUE, b""
    for step in steps:
        code, words = talk.docmd(step)
        if code != _CONTINUE:
            break
    if code == _CONTINUE:  # XOAUTH2 explains its refusal in a challenge that wants an empty answer
        code, words = talk.docmd("")
    if code != _SIGNED_IN:
        raise _problem(host, code, words, signing_in=True)


def _steps(offered: set[str], user: str, password: str, token: str) -> list[str]:
    """The lines of AUTH (RFC 4954), one after the other."""
    if token:
        if "XOAUTH2" not in offered and "OAUTHBEARER" in offered:
            return ["AUTH OAUTHBEARER " + _coded(oauthbearer(user, token))]
        return ["AUTH XOAUTH2 " + _coded(xoauth2(user, token))] if offered else []
    if "PLAIN" in offered:
        return ["AUTH PLAIN " + _coded(plain(user, password))]
    if "LOGIN" in offered:
        return ["AUTH LOGIN", _coded(user.encode()), _coded(password.encode())]
    return []


def _coded(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _problem(host: str, code: int, words: bytes, *, signing_in: bool = False) -> ServerProblem:
    detail = one_line(f"{code} {words.decode('utf-8', 'replace')}")
    if code in _BUSY:
        return ServerBusy(host, detail)
    return (SignInRefused if signing_in else ServerRefused)(host, detail)


@contextmanager
def at_the_post_office(host: str, secrets: list[str]) -> Iterator[None]:
    """Name what the network and smtplib raise, without any secret."""
    try:
        yield
    except ServerProblem as problem:
        raise cleaned(problem, secrets) from None
    except (smtplib.SMTPException, OSError, ValueError, LookupError) as problem:
        raise ConnectionLost(host, hide(_words(problem), secrets)) from None


def _words(problem: Exception) -> str:
    """What the network said; smtplib wraps it."""
    inner = problem.__context__
    return words_of(inner if isinstance(inner, OSError) else problem)
