"""A socket as `http.client` wants to read it: with one deadline for everything, and never too much."""

import io
import socket
import time

from typing_extensions import override


class Mouth:
    """Stands for a socket; only reading from it is possible."""

    def __init__(self, connected: socket.socket, deadline: float, largest: int) -> None:
        """In: the `time.monotonic()` moment to give up at, and the most bytes of the whole answer."""
        self._stream = _Stream(connected, deadline, largest)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What `http.client` reads from."""
        return io.BufferedReader(self._stream)


class _Stream(io.RawIOBase):
    """Bytes of a socket until the deadline, so that a server that drips cannot keep us."""

    def __init__(self, connected: socket.socket, deadline: float, largest: int) -> None:
        self._connected = connected
        self._deadline = deadline
        self._left = largest

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if time.monotonic() >= self._deadline:
            raise TimeoutError
        self._connected.settimeout(rest(self._deadline))
        count = self._connected.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise ValueError("an answer far too large")
        return count


def rest(deadline: float) -> float:
    """Seconds until a deadline; never 0, which would mean "do not wait at all"."""
    return max(deadline - time.monotonic(), 0.001)
