"""Whether a mail server is where somebody said: greeting and TLS, no sign-in, nothing in the clear but STARTTLS."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator

from shopdesk.domain.errors import ConnectionLost, EncryptionMissing, NotAMailServer, ServerBusy, ServerProblem
from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.imap_errors import one_line, words_of
from shopdesk.mail.tls import Trust, protect, trust

_LONGEST_LINE = 8_192
_MOST_LINES = 100


class _Talk:
    """Lines to and from a server until a deadline."""

    def __init__(
        self, connected: socket.socket, host: str, deadline: float, trusted: Callable[[], ssl.SSLContext]
    ) -> None:
        self.host = host
        self.safe: ssl.SSLSocket | None = None
        """The connection, once it is protected."""
        self._socket = connected
        self._deadline = deadline
        self._trusted = trusted
        self._waiting = b""

    def protect(self) -> None:
        """Start TLS; what was sent before it in the clear must not be taken for what comes after (CVE-2011-0411)."""
        if self._waiting:
            raise NotAMailServer(self.host, "words in the clear behind STARTTLS")
        self._socket.settimeout(self._rest())
        self._socket = self.safe = protect(self._socket, self.host, self._trusted())

    def say(self, words: bytes) -> None:
        """Send a line."""
        self._socket.settimeout(self._rest())
        self._socket.sendall(words + b"\r\n")

    def lines(self) -> Iterator[str]:
        """Lines as they come; ends with an error when the server has nothing more to say."""
        for _ in range(_MOST_LINES):
            while b"\n" not in self._waiting:
                self._waiting += self._more()
            line, _, self._waiting = self._waiting.partition(b"\n")
            yield one_line(line.decode("utf-8", "replace"))
        raise NotAMailServer(self.host, "far too many lines")

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _more(self) -> bytes:
        if len(self._waiting) > _LONGEST_LINE:
            raise NotAMailServer(self.host, "a line without end")
        self._socket.settimeout(self._rest())
        more = self._socket.recv(4_096)
        if not more:
            raise ConnectionLost(self.host, "the connection was closed")
        return more

    def _rest(self) -> float:
        rest = self._deadline - time.monotonic()
        if rest <= 0:
            raise TimeoutError
        return rest


def probe_imap(
    connected: socket.socket, server: Server, deadline: float, ca_file: str = "", trusting: Trust = trust
) -> None:
    """Return when an IMAP server greets behind TLS, or starts TLS when asked; closes the socket.

    Raises `CertificateRefused`, `EncryptionMissing`, `NotAMailServer`, `ServerBusy`, `ConnectionLost`.
    """
    probe(connected, server, deadline, lambda: trusting(server.host, ca_file, server.fingerprint), sends=False)


def probe_smtp(
    connected: socket.socket, server: Server, deadline: float, ca_file: str = "", trusting: Trust = trust
) -> None:
    """The same for an SMTP server."""
    probe(connected, server, deadline, lambda: trusting(server.host, ca_file, server.fingerprint), sends=True)


def probe(
    connected: socket.socket,
    server: Server,
    deadline: float,
    trusted: Callable[[], ssl.SSLContext],
    *,
    sends: bool,
    look: Callable[[ssl.SSLSocket], None] = lambda safe: None,
) -> None:
    """Greet an IMAP (or SMTP, if it `sends`) server behind TLS as `trusted` wants it, let `look` see it, hang up."""
    talk = _Talk(connected, server.host, deadline, trusted)
    greet = _smtp if sends else _imap
    try:
        if server.security is Security.NONE:
            raise EncryptionMissing(server.host, "nothing is tried in the clear")
        if server.security is Security.TLS:
            talk.protect()
            _looked_at(talk, look)
        greet(talk, server.security is Security.STARTTLS)
        if server.security is Security.STARTTLS:
            _looked_at(talk, look)
    except ServerProblem:
        raise
    except (OSError, ValueError) as problem:
        raise ConnectionLost(server.host, words_of(problem)) from None
    finally:
        talk.close()


def _looked_at(talk: _Talk, look: Callable[[ssl.SSLSocket], None]) -> None:
    if talk.safe is not None:
        look(talk.safe)


def _imap(talk: _Talk, starts_tls: bool) -> None:  # noqa: FBT001 - one of two callbacks
    greeting = next(talk.lines())
    if greeting.upper().startswith("* BYE"):
        raise ServerBusy(talk.host, greeting)
    if not greeting.upper().startswith("* OK"):
        raise NotAMailServer(talk.host, greeting)
    if starts_tls:
        talk.say(b"a1 STARTTLS")
        answer = next(line for line in talk.lines() if not line.startswith("*"))
        if not answer.upper().startswith("A1 OK"):
            raise EncryptionMissing(talk.host, answer)
        talk.protect()


def _smtp(talk: _Talk, starts_tls: bool) -> None:  # noqa: FBT001 - one of two callbacks
    _last_line(talk, "220", NotAMailServer)
    if starts_tls:
        talk.say(b"EHLO localhost")
        _last_line(talk, "250", NotAMailServer)
        talk.say(b"STARTTLS")
        _last_line(talk, "220", EncryptionMissing)
        talk.protect()


def _last_line(talk: _Talk, code: str, problem: type[ServerProblem]) -> None:
    """Read an answer to its last line; raises the problem when it has another code."""
    answer = next(line for line in talk.lines() if line[3:4] != "-")
    if answer.startswith("4"):
        raise ServerBusy(talk.host, answer)
    if not answer.startswith(code):
        raise problem(talk.host, answer)
