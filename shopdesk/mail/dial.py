"""Opening a TCP connection: every address of a host, the next one soon after the last (RFC 8305)."""

import ctypes
import errno
import os
import selectors
import socket
import time
from contextlib import suppress
from itertools import chain, zip_longest
from typing import Any

from shopdesk.domain.errors import HostNotFound, ServerUnreachable

HEAD_START = 0.25
"""Seconds that an address has before the next one is tried beside it."""

_UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EINTR, 10035}  # 10035: WSAEWOULDBLOCK

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
"""What the resolver says of names that do not exist; without a network it says something else."""

Address = tuple[socket.AddressFamily, Any]


def dial(host: str, port: int, deadline: float) -> socket.socket:
    """Connect to the first address of a host that answers.

    In: a host as `clean_host` gives it, a port, and the `time.monotonic()` moment to give up at. Out: a blocking
    socket without delay for small packets. Raises `ServerUnreachable` with the system's words.
    """
    race = _Race(deadline)
    try:
        winner = race.run(_addresses(host, port))
    finally:
        race.close()
    if winner is None:
        raise ServerUnreachable(host, race.words)
    winner.settimeout(None)
    with suppress(OSError):
        winner.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        winner.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return winner


def _addresses(host: str, port: int) -> list[Address]:
    """Addresses of a host, the families taking turns so that a dead IPv6 costs one head start only."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        unknown = getattr(problem, "errno", None) in _NO_SUCH_NAME or isinstance(problem, UnicodeError)
        kind = HostNotFound if unknown else ServerUnreachable
        raise kind(host, getattr(problem, "strerror", "") or str(problem)) from None
    pairs = [(family, address) for family, _, _, _, address in found]
    first = [pair for pair in pairs if pair[0] is pairs[0][0]]
    second = [pair for pair in pairs if pair[0] is not pairs[0][0]]
    return [pair for pair in chain(*zip_longest(first, second)) if pair is not None]


class _Race:
    """Connections under way, of which the first to stand wins."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._runners = selectors.DefaultSelector()
        self.words = "timed out"
        """Why the last one failed."""

    def run(self, addresses: list[Address]) -> socket.socket | None:
        """Start them one after the other; out: the winner, None when all failed or time is up."""
        waiting = list(reversed(addresses))
        while waiting or self._runners.get_map():
            if waiting:
                self._start(waiting.pop())
            rest = self._deadline - time.monotonic()
            if rest <= 0:
                self.words = "timed out"
                return None
            winner = self._wait(min(rest, HEAD_START) if waiting else rest)
            if winner is not None:
                return winner
        return None

    def close(self) -> None:
        """Give up all that still run."""
        for key in list(self._runners.get_map().values()):
            self._drop(key.data)
        self._runners.close()

    def _start(self, address: Address) -> None:
        try:
            runner = socket.socket(address[0], socket.SOCK_STREAM)
        except OSError as problem:
            self.words = problem.strerror or str(problem)
            return
        runner.settimeout(0)
        code = runner.connect_ex(address[1])
        if code in _UNDER_WAY:
            self._runners.register(runner, selectors.EVENT_WRITE, runner)
        else:
            self.words = _words(code)
            runner.close()

    def _wait(self, seconds: float) -> socket.socket | None:
        """Wait for one to stand, or for one to fail so that the next may start."""
        if not self._runners.get_map():
            return None
        for key, _ in self._runners.select(seconds):
            runner: socket.socket = key.data
            code = runner.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code == 0:
                self._runners.unregister(runner)
                return runner
            self.words = _words(code)
            self._drop(runner)
        return None

    def _drop(self, runner: socket.socket) -> None:
        self._runners.unregister(runner)
        runner.close()


def _words(code: int) -> str:
    """What the system calls an error; Windows has its own numbers for those of the network."""
    text: str = getattr(ctypes, "FormatError", os.strerror)(code)
    return text
