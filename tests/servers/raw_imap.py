"""A bare IMAP conversation for protocol tests: what was sent and every line that came back."""

from __future__ import annotations

import re
import socket
import zlib
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_LITERAL = re.compile(rb"\{(\d+)\}\r\n$")


@dataclass(frozen=True)
class Reply:
    """Answer to one command: the tagged line without its tag, and the untagged lines with their literals."""

    tagged: bytes
    lines: list[bytes]

    @property
    def status(self) -> str:
        """OK, NO or BAD."""
        return self.tagged.split(b" ", 1)[0].decode()

    def with_word(self, word: bytes) -> list[bytes]:
        """Untagged lines that hold this word."""
        return [line for line in self.lines if word in line]


class RawImap:
    """One plain connection; each command gets its answer before the next."""

    def __init__(self, host: str, port: int, timeout: float = 10) -> None:
        self._sock = socket.create_connection((host, port), timeout=timeout)
        self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = b""
        self._inflate: zlib._Decompress | None = None
        self._deflate: zlib._Compress | None = None
        self._serial = 0
        self.greeting = self.read_line()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sock.close()

    def start_deflate(self) -> None:
        """Speak compressed from now on."""
        self._inflate = zlib.decompressobj(-15)
        self._deflate = zlib.compressobj(9, zlib.DEFLATED, -15)

    def send(self, text: bytes) -> None:
        """Send bytes as they are."""
        if self._deflate:
            text = self._deflate.compress(text) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        self._sock.sendall(text)

    def _receive(self) -> None:
        piece = self._sock.recv(65_536)
        if not piece:
            raise EOFError(self._buffer)
        self._buffer += self._inflate.decompress(piece) if self._inflate else piece

    def _read_plain_line(self) -> bytes:
        while b"\r\n" not in self._buffer:
            self._receive()
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        return line + b"\r\n"

    def read_line(self) -> bytes:
        """One line of the server, its literals inside, without the last line end."""
        line = self._read_plain_line()
        while literal := _LITERAL.search(line):
            size = int(literal.group(1))
            while len(self._buffer) < size:
                self._receive()
            line, self._buffer = line + self._buffer[:size], self._buffer[size:]
            line += self._read_plain_line()
        return line[:-2]

    def read_until(self, start: bytes) -> list[bytes]:
        """Lines up to and with the first that begins so."""
        lines = [self.read_line()]
        while not lines[-1].startswith(start):
            lines.append(self.read_line())
        return lines

    def command(self, text: str | bytes, *literals: bytes) -> Reply:
        """Send one command; ``{}`` in it stands for the next literal, sent when the server asks for it."""
        self._serial += 1
        tag = b"t%d " % self._serial
        pieces = (tag + (text.encode() if isinstance(text, str) else text) + b"\r\n").split(b"{}")
        for piece, literal in zip(pieces, literals, strict=False):
            self.send(piece + b"{%d}\r\n" % len(literal))
            answer = self.read_line()
            if answer.startswith(tag):
                return Reply(answer[len(tag) :], [])
            self.send(literal)
        self.send(pieces[-1])
        lines = self.read_until(tag)
        return Reply(lines[-1][len(tag) :], lines[:-1])
