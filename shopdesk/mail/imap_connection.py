"""The engine of an IMAP connection: imaplib's reading of answers over our own wire, under an IMAPClient."""

import base64
import imaplib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from imapclient import IMAPClient
from typing_extensions import override

from shopdesk.mail.protocol_log import ProtocolLog
from shopdesk.mail.wire import Wire

LONGEST_LINE = 32 << 20
"""imaplib stops at 1 MB, which the answer to a search in a very large folder exceeds."""
LARGEST_LITERAL = 1 << 30

Untagged = dict[str, list[Any]]
"""Answers by their type; imaplib gives bytes, or (bytes before a literal, literal)."""

_ATOM = re.compile(rb"[!#$&'+,./0-9:;<=>?@A-Z^_`a-z|}~-]+")


@dataclass(frozen=True, slots=True)
class Literal:
    """A part of a command that may hold any bytes."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended."""

    status: str
    """OK, NO or BAD."""
    text: str
    """The words behind it, with the response code."""
    untagged: Untagged

    @property
    def ok(self) -> bool:
        """True when the server did it."""
        return self.status == "OK"

    def number(self, key: str) -> int:
        """The last number given under a key such as EXISTS or UIDNEXT; 0 when there is none."""
        for found in reversed(self.untagged.get(key, [])):
            word = found.split()[0] if isinstance(found, bytes) and found.strip() else b""
            if word.isdigit():
                return int(word)
        return 0


class Connection(imaplib.IMAP4):
    """imaplib's parser of answers; connecting and the bytes are ours.

    `run` is the one way to send a command; it leaves untagged answers of earlier commands behind.
    """

    def __init__(self, wire: Wire, greeting: bytes, log: ProtocolLog) -> None:
        self._wire = wire
        self._greeting = greeting
        self._log_lines = log
        self._last_tag = b"?"
        self.commands = 0
        """Commands sent, each of them a round trip."""
        self.news = False
        """True when mails came or went that nobody has looked at."""
        super().__init__("", 0)

    # -- what imaplib calls

    @override
    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.sock = self._wire.door

    @override
    def read(self, size: int) -> bytes:
        if size > LARGEST_LITERAL:
            raise self.abort(f"a literal of {size} bytes")
        content = self._wire.read(size)
        if len(content) < size:
            raise self.abort("the connection ended in a literal")
        self._log_lines.literal(size)
        return content

    @override
    def readline(self) -> bytes:
        if self._greeting:
            line, self._greeting = self._greeting, b""
        else:
            line = self._wire.readline(LONGEST_LINE)
        self._log_lines.received(line, ends_command=line.startswith(self._last_tag))
        return line

    @override
    def send(self, data: bytes) -> None:  # type: ignore[override]
        self._log_lines.sent(data, is_command=data.startswith(self._last_tag))
        self._wire.send(data)

    @override
    def shutdown(self) -> None:
        self._wire.close()

    def _log(self, line: str) -> None:
        """imaplib would keep the last commands with their passwords for its own error report."""

    def _new_tag(self) -> bytes:
        tag: bytes = super()._new_tag()  # type: ignore[misc]
        self._last_tag = tag + b" "
        return tag

    def _append_untagged(self, typ: str, dat: bytes | tuple[bytes, bytes] | None) -> None:
        if typ == "CLOSED":  # what came before it speaks of the folder that was open (RFC 7162)
            self.untagged_responses.clear()
        elif typ in {"EXISTS", "EXPUNGE", "VANISHED"}:
            self.news = True
        super()._append_untagged(typ, dat)  # type: ignore[misc]

    # -- what we call

    def run(self, *parts: bytes | Literal) -> Answer:
        """Send a command made of words and literals and read up to its end. Raises imaplib's `abort` at BYE or EOF."""
        tag = self._begin()
        line = tag
        for part in parts:
            if isinstance(part, bytes):
                line += b" " + part
                continue
            self.send(line + b" {%d}\r\n" % len(part.content))
            if not self._invited(tag):
                return self._end(tag)
            line = part.content
        self.send(line + b"\r\n")
        return self._end(tag)

    def run_sasl(self, mechanism: bytes, replies: Sequence[bytes]) -> Answer:
        """AUTHENTICATE (RFC 3501): each challenge gets the next reply, an empty one when there are no more."""
        tag = self._begin()
        left = list(replies)
        self.send(tag + b" AUTHENTICATE " + mechanism + b"\r\n")
        while self._invited(tag):
            self.send(base64.b64encode(left.pop(0) if left else b"") + b"\r\n")
        return self._end(tag)

    def begin_idle(self) -> bytes | None:
        """IDLE (RFC 2177); out: the tag for `end_idle`, None when the server refuses."""
        tag = self._begin()
        self.send(tag + b" IDLE\r\n")
        if self._invited(tag):
            return tag
        self._end(tag)
        return None

    def next_news(self) -> None:
        """Read one answer while in IDLE; raises `abort` at BYE."""
        self._get_response()
        self._check_bye()

    def end_idle(self, tag: bytes) -> Answer:
        """DONE, and everything that still comes."""
        self.send(b"DONE\r\n")
        return self._end(tag)

    # -- inside

    def _begin(self) -> bytes:
        self.commands += 1
        self.untagged_responses = {}
        return self._new_tag()

    def _invited(self, tag: bytes) -> bool:
        """Wait for the continuation request; False when the command ended instead."""
        while self._get_response() is not None:
            if self.tagged_commands[tag] is not None:
                return False
            self._check_bye()
        return True

    def _end(self, tag: bytes) -> Answer:
        status, words = self._get_tagged_response(tag)
        text = words[0].decode("utf-8", "replace")
        untagged: Untagged = self.untagged_responses
        self.untagged_responses = {}
        return Answer(status, text, untagged)


class Client(IMAPClient):  # type: ignore[misc]
    """An IMAPClient whose engine is a `Connection`."""

    def __init__(self, host: str, wire: Wire, greeting: bytes, log: ProtocolLog) -> None:
        self._engine_parts = (wire, greeting, log)
        super().__init__(host, port=0, ssl=False)
        self.normalise_times = False
        # IMAPClient makes imaplib format every line for its logger, which costs ten times the transfer.
        self.engine.debug = 0

    @property
    def engine(self) -> Connection:
        """What it stands on."""
        engine = self._imap
        if not isinstance(engine, Connection):
            raise TypeError("IMAPClient made another engine")
        return engine

    @override
    def _create_IMAP4(self) -> Connection:
        return Connection(*self._engine_parts)

    @override
    def _set_read_timeout(self) -> None:
        """The wire has its own."""


def quoted(text: bytes) -> bytes | Literal:
    """A string in the shortest form that a server takes: as it is, in quotes, or as a literal."""
    if _ATOM.fullmatch(text) and text.upper() != b"NIL":
        return text
    return in_quotes(text)


def in_quotes(text: bytes) -> bytes | Literal:
    """A string in quotes, or as a literal where quotes do not do."""
    if not text.isascii() or not text.decode("ascii").isprintable():
        return Literal(text)
    return b'"' + text.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
