"""Opens IMAP connections: dial, encrypt, greet, sign in, introduce ourselves, learn what the server can do."""

import logging
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from shopdesk import __version__
from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import ConnectionLost, EncryptionMissing, NotAMailServer, ServerBusy, ServerUnreachable
from shopdesk.domain.mailbox import Mailbox, Security, Server
from shopdesk.mail.certificates import see_certificate
from shopdesk.mail.hosts import is_loopback
from shopdesk.mail.imap_connection import Answer, Client, Connection
from shopdesk.mail.imap_errors import at_the_door, one_line, words_of
from shopdesk.mail.imap_line import Line
from shopdesk.mail.imap_session import ImapSession
from shopdesk.mail.imap_signin import sign_in, sign_in_names
from shopdesk.mail.network import Network
from shopdesk.mail.protocol_log import ProtocolLog
from shopdesk.mail.quirks import Quirks, quirks_of
from shopdesk.mail.smtp import check_sending
from shopdesk.mail.timeouts import DEFAULT_TIMEOUTS, Timeouts
from shopdesk.mail.tls import protect
from shopdesk.mail.wire import Wire

WHO_WE_ARE = b'("name" "Shopdesk" "version" "%s" "vendor" "Shopdesk" "support-email" "support@shopdesk.invalid")'
PROTOCOL_LOGGER = "shopdesk.protocol"
_LONGEST_GREETING = 8_192
_GREETINGS = (b"* OK", b"* PREAUTH")


class ImapSource:
    """Fits `services.ports.MailSource`.

    In: where protocol lines go (by default to the logger `shopdesk.protocol`), how long we wait, whether to compress on
    loopback too, how to treat which server, the time that stands in for absurd dates, and the way out of this computer.
    """

    def __init__(
        self,
        protocol_log: Callable[[str], None] | None = None,
        timeouts: Timeouts = DEFAULT_TIMEOUTS,
        *,
        compress_loopback: bool = False,
        quirks: Callable[[str, Collection[str]], Quirks] = quirks_of,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        network: Network | None = None,
    ) -> None:
        self._write = protocol_log or logging.getLogger(PROTOCOL_LOGGER).info
        self._timeouts = timeouts
        self._compress_loopback = compress_loopback
        self._quirks = quirks
        self._now = now
        self._network = network or Network()
        self.opened = 0
        """Connections that were tried, for those who have to be sparing with them."""

    def open(self, mailbox: Mailbox, credential: Credential) -> ImapSession:
        """Connect, sign in, learn the capabilities; raises the `ServerProblem`s of `domain.errors`."""
        self.opened += 1
        server = mailbox.imap
        log = ProtocolLog(self._write, f"{mailbox.address} #{self.opened}")
        log.note(f"connecting to {server.host}:{server.port} ({server.security})")
        try:
            return self._open(mailbox, credential, log)
        except Exception as problem:
            log.note(f"! {type(problem).__name__} {getattr(problem, 'detail', '')}")
            raise

    def check_sending(self, mailbox: Mailbox, credential: Credential) -> None:
        """Connect to the SMTP server and sign in without sending anything; raises `ServerProblem`s."""
        check_sending(
            mailbox, credential.user, credential.password, credential.token, self._timeouts, self._network
        )

    def certificate(self, server: Server, *, sends: bool) -> SeenCertificate:
        """What an IMAP (or with `sends` an SMTP) server shows, without trusting it; raises `ServerProblem`s."""
        deadline = time.monotonic() + self._timeouts.connect
        return see_certificate(self._network.dial(server.host, server.port, deadline), server, deadline, sends=sends)

    def _open(self, mailbox: Mailbox, credential: Credential, log: ProtocolLog) -> ImapSession:
        server = mailbox.imap
        wire, greeting = self._connect(server, mailbox.ca_file)
        try:
            client = self._greet(server, wire, greeting, log)
            if server.security is Security.STARTTLS:
                self._encrypt(server, client.engine, wire, mailbox.ca_file)
            wire.set_timeout(self._timeouts.read)
            quirks = self._quirks(server.host, ())
            names = sign_in_names(credential.user, mailbox.address, quirks)
            with _no_room_when_it_says_bye(client.engine, server.host):
                sign_in(client.engine, server.host, names, credential.password, credential.token)
            return ImapSession(self._introduce(server, client, wire))
        except BaseException:
            wire.close()
            raise

    def _connect(self, server: Server, ca_file: str) -> tuple[Wire, bytes]:
        """Dial, start TLS where the port speaks it, and read the greeting; all before one deadline."""
        host = server.host
        if server.security is Security.NONE and not is_loopback(host):
            raise EncryptionMissing(host, "an unprotected connection is only made to this computer")
        deadline = time.monotonic() + self._timeouts.connect
        tls = server.security is Security.TLS
        context = self._network.trust(host, ca_file, server.fingerprint) if tls else None
        connected = self._network.dial(host, server.port, deadline)
        connected.settimeout(_rest(deadline))
        if context is not None:
            connected = protect(connected, host, context)
        wire = Wire(connected, _rest(deadline))
        try:
            greeting = wire.readline(_LONGEST_GREETING)
        except (OSError, ValueError) as problem:
            wire.close()
            raise ServerUnreachable(host, words_of(problem)) from None
        return wire, greeting

    def _greet(self, server: Server, wire: Wire, greeting: bytes, log: ProtocolLog) -> Client:
        """Make sure that it is an IMAP server and take it in; out: an engine that knows the first capabilities."""
        words = one_line(greeting.decode("utf-8", "replace"))
        if not greeting:
            raise ServerUnreachable(server.host, "the connection was closed without a word")
        if greeting.upper().startswith(b"* BYE"):
            raise ServerBusy(server.host, words[len("* BYE ") :])
        if not greeting.upper().startswith(_GREETINGS):
            raise NotAMailServer(server.host, words)
        if greeting.upper().startswith(b"* PREAUTH") and server.security is Security.STARTTLS:
            raise EncryptionMissing(server.host, words)
        try:
            with at_the_door(server.host):
                return Client(server.host, wire, greeting, log)
        except ConnectionLost as problem:
            raise NotAMailServer(server.host, problem.detail) from None

    def _encrypt(self, server: Server, engine: Connection, wire: Wire, ca_file: str) -> None:
        """STARTTLS or nothing: no secret was sent yet, and none will be without it."""
        context = self._network.trust(server.host, ca_file, server.fingerprint)
        with at_the_door(server.host):
            if "STARTTLS" not in engine.capabilities:
                raise EncryptionMissing(server.host, "STARTTLS is not offered")
            answer = engine.run(b"STARTTLS")
            if not answer.ok:
                raise EncryptionMissing(server.host, one_line(answer.text))
            wire.start_tls(lambda plain: protect(plain, server.host, context))
            engine.sock = wire.door
            engine.capabilities = tuple(_capabilities(engine.run(b"CAPABILITY")))

    def _introduce(self, server: Server, client: Client, wire: Wire) -> Line:
        """Everything between the sign-in and the first SELECT."""
        engine, host = client.engine, server.host
        with at_the_door(host):
            capabilities = _capabilities(engine.run(b"CAPABILITY"))
            quirks = self._quirks(host, capabilities)
            if "COMPRESS=DEFLATE" in capabilities and (self._compress_loopback or not is_loopback(host)):
                self._compress(engine, wire)
            if quirks.needs_id or "ID" in capabilities:
                engine.run(b"ID " + WHO_WE_ARE % __version__.encode("ascii"))
            enabled = _enable(engine, capabilities, quirks)
        return Line(host, client, wire, capabilities, enabled, quirks, self._now)

    def _compress(self, engine: Connection, wire: Wire) -> None:
        if engine.run(b"COMPRESS DEFLATE").ok:
            wire.start_compression()


@contextmanager
def _no_room_when_it_says_bye(engine: Connection, host: str) -> Iterator[None]:
    """A BYE in the middle of the sign-in is no broken line: the server has no room for us now."""
    try:
        yield
    except ConnectionLost as problem:
        if engine.untagged_responses.get("BYE"):
            raise ServerBusy(host, problem.detail) from None
        raise


def _capabilities(answer: Answer) -> frozenset[str]:
    lines = [words.decode("ascii", "replace").upper() for words in answer.untagged.get("CAPABILITY", [])]
    return frozenset(word for line in lines for word in line.split())


def _enable(engine: Connection, capabilities: frozenset[str], quirks: Quirks) -> frozenset[str]:
    """Switch on what helps; out: what the server confirms, for some say OK and mean nothing by it."""
    wishes = []
    if "QRESYNC" in capabilities and not quirks.no_qresync:
        wishes.append("QRESYNC")
    elif "CONDSTORE" in capabilities and "ENABLE" in capabilities:
        wishes.append("CONDSTORE")
    if "UIDONLY" in capabilities and any(one.startswith("MESSAGELIMIT=") for one in capabilities):
        wishes.append("UIDONLY")  # a limited server shows only a part of a large folder without it (RFC 9586)
    if not wishes:
        return frozenset()
    answer = engine.run(b"ENABLE " + " ".join(wishes).encode("ascii"))
    lines = [words.decode("ascii", "replace").upper() for words in answer.untagged.get("ENABLED", [])]
    return frozenset(word for line in lines for word in line.split() if word in wishes)


def _rest(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.001)
