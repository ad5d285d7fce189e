"""A connection's bytes: buffered reading, waiting with a limit, TLS and compression slipped in beneath."""

import io
import socket
import ssl
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from typing_extensions import override

BUFFER = 65_536
_PIECE = 8 << 20
"""Larger mails are read in pieces; to join these means to copy all of it once more."""
_RAW_DEFLATE = -15
_FAST = 1

_Reader: TypeAlias = "io.BufferedReader[_Source] | io.BufferedReader[_Inflating]"


class Wire:
    """One connected socket. Every read and write ends after the timeout with `TimeoutError`."""

    def __init__(self, connected: socket.socket, timeout: float) -> None:
        self._timeout = timeout
        self._deflate: Callable[[bytes], bytes] | None = None
        self.sent = 0
        """Bytes given to the socket, after compression."""
        self._source = _Source(connected)
        self._reader: _Reader = io.BufferedReader(self._source, BUFFER)
        self._attach(connected)

    @property
    def door(self) -> socket.socket:
        """What stands beneath."""
        return self._socket

    @property
    def received(self) -> int:
        """Bytes taken from the socket, before decompression."""
        return self._source.count

    def set_timeout(self, seconds: float) -> None:
        """How long one read or write may take from now on."""
        self._timeout = max(seconds, 0.001)
        self._socket.settimeout(self._timeout)

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes, fewer only at the end of the connection."""
        if size <= _PIECE:
            return self._reader.read(size)
        pieces = []  # a server may announce any size: take memory only for what really comes
        while size:
            piece = self._reader.read(min(size, _PIECE))
            if not piece:
                break
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self, limit: int) -> bytes:
        """Up to and with the next line feed, at most `limit` bytes."""
        return self._reader.readline(limit)

    def send(self, content: bytes) -> None:
        """Write everything."""
        if self._deflate is not None:
            content = self._deflate(content)
        self.sent += len(content)
        self._socket.sendall(content)

    def wait(self, seconds: float) -> bool:
        """Wait until something can be read; False when `seconds` passed without. True at the end of the connection."""
        self._socket.settimeout(max(seconds, 0.001))
        self._source.patient = True
        try:
            return bool(self._reader.peek(1)) or self._source.ended
        finally:
            self._source.patient = False
            self._socket.settimeout(self._timeout)

    def start_tls(self, protect: Callable[[socket.socket], ssl.SSLSocket]) -> None:
        """Go on inside TLS; raises `ValueError` if the other side already sent something in the clear."""
        if self._ahead():
            raise ValueError("unprotected bytes after STARTTLS")
        self._attach(protect(self._socket))

    def start_compression(self) -> None:
        """Both ways are raw deflate from now on (RFC 4978)."""
        packer = zlib.compressobj(_FAST, zlib.DEFLATED, _RAW_DEFLATE)
        self._deflate = lambda content: packer.compress(content) + packer.flush(zlib.Z_SYNC_FLUSH)
        self._reader = io.BufferedReader(_Inflating(self._source, self._ahead()), BUFFER)

    def close(self) -> None:
        """Close; never raises."""
        with suppress(OSError, ValueError):
            self._socket.shutdown(socket.SHUT_RDWR)
        with suppress(OSError, ValueError):
            self._socket.close()

    def _ahead(self) -> bytes:
        """What was read from the socket already and asked for by nobody yet."""
        self._source.silent = True
        try:
            return self._reader.peek(1)
        finally:
            self._source.silent = False

    def _attach(self, connected: socket.socket) -> None:
        self._socket = connected
        self._source = _Source(connected)
        self._reader = io.BufferedReader(self._source, BUFFER)
        connected.settimeout(self._timeout)


class _Source(io.RawIOBase):
    """A socket as the raw end of a buffered reader."""

    def __init__(self, connected: socket.socket) -> None:
        super().__init__()
        self._socket = connected
        self.patient = False
        """While true a timeout means "nothing yet" instead of an error."""
        self.silent = False
        """While true the socket is left alone."""
        self.ended = False
        self.count = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        if self.silent:
            return None
        try:
            count = self._socket.recv_into(buffer)
        except TimeoutError:
            if self.patient:
                return None
            raise
        self.ended = count == 0
        self.count += count
        return count


class _Inflating(io.RawIOBase):
    """The decompressed side of a source; takes no more memory than the reader asks for."""

    def __init__(self, source: _Source, ahead: bytes) -> None:
        super().__init__()
        self._source = source
        self._unpacker = zlib.decompressobj(_RAW_DEFLATE)
        self._packed = ahead
        self._room = memoryview(bytearray(BUFFER))

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        while True:
            plain = self._unpacker.decompress(self._packed, len(buffer))
            self._packed = self._unpacker.unconsumed_tail
            if plain:
                buffer[: len(plain)] = plain
                return len(plain)
            count = self._source.readinto(self._room)
            if not count:
                return count
            self._packed += self._room[:count]
