"""One connection's bytes: lines and literals in, answers out, with TLS, DEFLATE, slow and broken lines."""

from __future__ import annotations

import re
import select
import socket
import ssl
import struct
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass

from shopdesk.demo.behaviour import Behaviour, FaultKind

_LITERAL_START = re.compile(rb"\{[1-9]\d*\}\r\n")
_MAX_LINE = 4_000_000
_SLICES_PER_SECOND = 20


class ConnectionEnded(Exception):
    """The line is closed, by the client, by a fault or because the server stops."""


@dataclass
class Counts:
    """What a server has seen since it began; for tests."""

    connections: int = 0
    open_connections: int = 0
    most_connections: int = 0
    sign_ins: int = 0
    refused_sign_ins: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    answers: int = 0
    """Lines sent in answer to FETCH."""


class Wire:
    """The socket of one connection."""

    def __init__(self, sock: socket.socket, counts: Counts, stopping: threading.Event) -> None:
        self.sock = sock
        self.is_secure = isinstance(sock, ssl.SSLSocket)
        self._counts = counts
        self._stopping = stopping
        self._buffer = bytearray()
        self._inflate: zlib._Decompress | None = None
        self._deflate: zlib._Compress | None = None
        self._ear, self._bell = socket.socketpair()
        self._bell.settimeout(0)

    def wake(self) -> None:
        """Rouse ``wait``; safe from any thread."""
        with suppress(OSError):
            self._bell.send(b"!")

    def shake_hands(self) -> None:
        """Finish the TLS handshake if the connection is encrypted."""
        if isinstance(self.sock, ssl.SSLSocket):
            try:
                self.sock.do_handshake()
            except OSError as error:
                raise ConnectionEnded from error

    def cut(self) -> None:
        """Break the line from another thread."""
        with suppress(OSError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the socket and what belongs to it."""
        for each in (self.sock, self._ear, self._bell):
            each.close()

    def wait(self) -> bool:
        """Wait for input or for ``wake``; True when there is input."""
        if b"\n" in self._buffer or (isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()):
            return True
        try:
            ready, _, _ = select.select([self.sock, self._ear], [], [])
            if self._ear in ready:
                self._ear.recv(4096)
        except (OSError, ValueError) as error:
            raise ConnectionEnded from error
        return self.sock in ready

    def read_line(self) -> bytes:
        """The next line without its end."""
        start = 0
        while (end := self._buffer.find(b"\n", start)) < 0:
            start = len(self._buffer)
            if start > _MAX_LINE:
                raise ConnectionEnded
            self._receive()
        line = bytes(self._buffer[:end]).removesuffix(b"\r")
        del self._buffer[: end + 1]
        return line

    def read_exact(self, size: int) -> bytes:
        """So many bytes of a literal."""
        while len(self._buffer) < size:
            self._receive()
        piece = bytes(self._buffer[:size])
        del self._buffer[:size]
        return piece

    def _receive(self) -> None:
        try:
            piece = self.sock.recv(65_536)
        except OSError as error:
            raise ConnectionEnded from error
        if not piece:
            raise ConnectionEnded
        self._counts.bytes_in += len(piece)
        self._buffer += self._inflate.decompress(piece) if self._inflate else piece

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Go on encrypted; what came early is dropped, as RFC 3501 asks."""
        self._buffer.clear()
        try:
            self.sock = context.wrap_socket(self.sock, server_side=True, do_handshake_on_connect=False)
        except OSError as error:
            raise ConnectionEnded from error
        self.is_secure = True
        self.shake_hands()

    def start_deflate(self) -> None:
        """Go on compressed in both directions (RFC 4978)."""
        self._inflate = zlib.decompressobj(-15)
        self._deflate = zlib.compressobj(1, zlib.DEFLATED, -15)
        if self._buffer:
            rest, self._buffer = bytes(self._buffer), bytearray()
            self._buffer += self._inflate.decompress(rest)

    def send(self, text: bytes, behaviour: Behaviour) -> None:
        """Send an answer in the packets and at the speed that the behaviour asks for."""
        if self._deflate:
            text = self._deflate.compress(text) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        self._counts.bytes_out += len(text)
        size, rate = behaviour.packet_size, behaviour.bytes_per_second
        try:
            if size is None and rate is None:
                self.sock.sendall(text)
                return
            step = min(size or 65_536, max(1, rate // _SLICES_PER_SECOND) if rate else 65_536)
            for at in range(0, len(text), step):
                self.sock.sendall(text[at : at + step])
                if rate and self._stopping.wait(step / rate):
                    raise ConnectionEnded
        except OSError as error:
            raise ConnectionEnded from error

    def send_part(self, text: bytes, kind: FaultKind, after: int, behaviour: Behaviour) -> bool:
        """Send only what comes before the break that this fault makes, then break. False: no such place."""
        end = after
        if kind is not FaultKind.CUT_AFTER_BYTES:
            literal = _LITERAL_START.search(text)
            if literal is None:
                return False
            end = literal.end() + after
        self.send(text[:end], behaviour)
        if kind is FaultKind.SILENCE_IN_LITERAL:
            self.stay_silent()
        if kind is FaultKind.RESET_IN_LITERAL:
            self.reset()
        raise ConnectionEnded

    def stay_silent(self) -> None:
        """Read and drop everything until the client or the server gives up; never returns."""
        while True:
            self._buffer.clear()
            self._receive()

    def reset(self) -> None:
        """Close with a TCP reset; never returns."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()
        raise ConnectionEnded
