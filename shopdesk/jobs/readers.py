"""Mails are read in child processes: beside the filing on another core, and so that no mail can kill the engine.

A mail that crashes a native parser, or keeps it busy for ever, takes only its child along. It is found by reading the
mails of that batch once more one by one, and set aside; all behind it arrive.
"""

import logging
import os
import pickle
import struct
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, Any

from shopdesk.services.reading import Readers, Reading

Request = Sequence[tuple[bytes, bool]]

_LENGTH = struct.Struct("!Q")
_READY = b"ready\n"
_SECONDS = 90.0
"""A batch that takes longer counts as stuck; the slowest mail within the limits takes a tenth of it."""
_FEW = 12
"""So few mails are read by one child: starting a second costs more than it saves."""

_log = logging.getLogger(__name__)


class ReaderProcesses:
    """Fits `services.reading.Readers`; safe to use from any operating-system thread."""

    def __init__(self, command: Sequence[str], processes: int = 0, seconds: float = _SECONDS) -> None:
        """`command` starts a child that runs `serve_reading`; `processes` 0 means one per core, at most 4."""
        self._command = list(command)
        self._most = processes or min(os.cpu_count() or 1, 4)
        self._seconds = seconds
        self._idle: list[_Child] = []
        self._guard = threading.Lock()

    def begin(self, mails: Request) -> Callable[[], list[Reading]]:
        """Hand mails to the children; the result waits for their readings, in the same order.

        A mail that its child did not survive has a reason instead.
        """
        parts = _parts(mails, 1 if len(mails) <= _FEW else self._most)
        children = [self._child() for _ in parts]
        for child, part in zip(children, parts, strict=True):
            child.ask(part)

        def readings() -> list[Reading]:
            try:
                return [r for child, part in zip(children, parts, strict=True) for r in self._answer(child, part)]
            except BaseException:
                # Their answers would be taken for those of the next mails.
                self._end(children)
                raise

        return readings

    def read(self, mails: Request) -> list[Reading]:
        """Begin and wait."""
        return self.begin(mails)()

    def rest(self) -> None:
        """End the children; the next mail starts one again."""
        with self._guard:
            idle = list(self._idle)
        self._end(idle)

    def _end(self, children: Sequence["_Child"]) -> None:
        with self._guard:
            self._idle = [child for child in self._idle if child not in children]
        for child in children:
            child.end()

    def _answer(self, child: "_Child", part: Request) -> list[Reading]:
        answer = child.answer()
        if answer is not None and len(answer) == len(part):
            with self._guard:
                self._idle.append(child)
            return answer
        child.end()
        if len(part) == 1 and child.asked == 1:
            _log.warning("reading one mail of %d bytes ended its process", len(part[0][0]))
            return ["reading it ended the reader"]
        return [reading for mail in part for reading in self.read([mail])]

    def _child(self) -> "_Child":
        with self._guard:
            if self._idle:
                return self._idle.pop()
        return _Child(self._command, self._seconds)


class _Child:
    """One process that reads; its pipes carry length-prefixed pickles, in both directions only between us and it."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        self._seconds = seconds
        self.asked = 0
        """How often; only of a fresh child is it sure that the mail ended it."""

    def ask(self, mails: Request) -> None:
        """Hand mails over; a child that is gone is noticed by its answer."""
        self.asked += 1
        with suppress(OSError, ValueError):
            _write(_pipe(self._process.stdin), mails)

    def answer(self) -> list[Reading] | None:
        """The readings, None when the child died or was too slow (it is killed then).

        Raises `RuntimeError` when it never came up: then no mail is to blame.
        """
        watch = threading.Timer(self._seconds, self._process.kill)
        watch.start()
        try:
            if self.asked == 1 and _pipe(self._process.stdout).read(len(_READY)) != _READY:
                raise RuntimeError("the process that reads mails does not start")
            readings: list[Reading] = _read(_pipe(self._process.stdout))
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        else:
            return readings
        finally:
            watch.cancel()
            watch.join()

    def end(self) -> None:
        """Close its pipes, which ends it, and make sure that it is gone."""
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _pipe(self._process.stdout).close()


def serve_reading(readers: Readers, asked: IO[bytes], answers: IO[bytes]) -> None:
    """The child's side: read what is asked until the pipe is closed."""
    answers.write(_READY)
    answers.flush()
    while True:
        try:
            mails: Request = _read(asked)
        except EOFError:
            return
        _write(answers, list(readers.begin(mails)()))


def _parts(mails: Request, most: int) -> list[Request]:
    """Cut into pieces of about the same number of bytes; none is empty, but for an empty request."""
    if not mails:
        return []
    share = sum(len(raw) + 2_000 for raw, _ in mails) / most
    parts: list[list[tuple[bytes, bool]]] = [[]]
    size = 0.0
    for mail in mails:
        if parts[-1] and size >= share * len(parts):
            parts.append([])
        parts[-1].append(mail)
        size += len(mail[0]) + 2_000
    return list(parts)


def _write(pipe: IO[bytes], what: object) -> None:
    packed = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - whatever the other end packed
    length = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    return pickle.loads(_exactly(pipe, length))  # noqa: S301 - our own child at the other end, no one else


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    got = pipe.read(size)
    if len(got) < size:
        raise EOFError
    return got


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the child was started without pipes")
    return stream
