"""Mails are read in child processes: beside the filing on another core, and so that no mail can kill the engine.

A mail that crashes a native parser, or keeps it busy for ever, takes only its child along. It is found by reading the
mails of that batch once more one by one, and set aside; all behind it arrive.
"""

import gc
import logging
import math
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pickle import UnpicklingError
from typing import IO

from shopdesk.jobs.reader_pipe import READY, Request, read_answer, write_request
from shopdesk.services.reading import Reading

_SECONDS = 90.0
"""A batch that takes longer counts as stuck; the slowest mail within the limits takes a tenth of it."""
_PIPE = 1 << 20
"""Bytes (Linux; elsewhere the system decides): a whole mail goes in at once, and who writes it need not wait."""
_LOOKS = 8
"""How often within that time is looked whether a child is stuck."""
_FEW = 50
"""So few mails are read by one child."""
_MANY = 300
"""Starting a second child for fewer costs more than it saves (200 ms against 1 ms a mail)."""
_FEW_BYTES = 2_000_000
"""The same for large mails, of which a second is spent on every 300 MB."""

_SELDOM = (10_000, 20, 20)
"""How often garbage is looked for while mails come: their facts stay, and to look through them every 700 is work."""

_log = logging.getLogger(__name__)


class ReaderProcesses:
    """Fits `services.reading.Readers`; safe to use from any operating-system thread."""

    def __init__(self, command: Sequence[str], processes: int = 0, seconds: float = _SECONDS) -> None:
        """`command` starts a child that runs `serve_reading`; `processes` 0 means one per core, at most 4."""
        self._command = list(command)
        self._most = processes or min(os.cpu_count() or 1, 4)
        self._seconds = seconds
        self._idle: list[_Child] = []
        self._coming: list[_Child] = []
        self._waiting = 0
        self._news = threading.Condition()
        self._usual = gc.get_threshold()

    def get_ready(self, mails: int = 0) -> None:
        """Start a child unless one is there, and all of them for many mails: they come up during the round trips."""
        gc.set_threshold(*_SELDOM)
        with self._news:
            for _ in range(len(self._idle) + len(self._coming), self._most if mails > _MANY else 1):
                self._start_one()

    def begin(self, mails: Request) -> Callable[[], list[Reading]]:
        """Hand mails to the children; the result waits for their readings, in the same order.

        A mail that its child did not survive has a reason instead.
        """
        children = self._take(self._wanted(mails)) if mails else []
        parts = _parts(mails, len(children))
        for child in children[len(parts) :]:
            self._give_back(child)
        children = children[: len(parts)]
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
        gc.set_threshold(*self._usual)
        with self._news:
            idle = [*self._idle, *([] if self._waiting else self._coming)]
        self._end(idle)

    def _wanted(self, mails: Request) -> int:
        is_little = len(mails) <= _FEW and sum(len(raw) for raw, _ in mails) <= _FEW_BYTES
        return 1 if is_little else self._most

    def _take(self, wanted: int) -> list["_Child"]:
        """At least one child, and more only of those that are up: others are started for the next mails."""
        with self._news:
            self._waiting += 1
            try:
                while not self._idle:
                    if len(self._coming) < self._waiting:
                        self._start_one()
                    self._wait_for_one()
            finally:
                self._waiting -= 1
            taken = self._idle[-wanted:]
            del self._idle[-wanted:]
            while len(taken) + len(self._coming) < wanted:
                self._start_one()
        return taken

    def _wait_for_one(self) -> None:
        """Raises `RuntimeError` when a child does not come up: then no mail is to blame."""
        awaited = list(self._coming)
        self._news.wait_for(lambda: self._idle or any(child not in self._coming for child in awaited))
        if not self._idle and any(child.failed for child in awaited):
            raise RuntimeError("the process that reads mails does not start")

    def _start_one(self) -> None:
        child = _Child(self._command, self._seconds)
        self._coming.append(child)
        child.greeting = threading.Thread(target=self._greet, args=(child,), name="reader-start", daemon=True)
        child.greeting.start()

    def _greet(self, child: "_Child") -> None:
        is_up = child.comes_up()
        with self._news:
            if child in self._coming:
                self._coming.remove(child)
                if is_up:
                    self._idle.append(child)
            self._news.notify_all()
        if not is_up:
            child.end(at_once=True)

    def _give_back(self, child: "_Child") -> None:
        with self._news:
            self._idle.append(child)
            self._news.notify_all()

    def _end(self, children: Sequence["_Child"]) -> None:
        with self._news:
            self._idle = [child for child in self._idle if child not in children]
            coming = [child for child in self._coming if child in children]
            self._coming = [child for child in self._coming if child not in children]
        for child in children:
            child.end(at_once=child in coming)

    def _answer(self, child: "_Child", part: Request) -> list[Reading]:
        answer = child.answer()
        if answer is not None and len(answer) == len(part):
            self._give_back(child)
            return answer
        child.end()
        if len(part) == 1 and child.asked == 1:
            _log.warning("reading one mail of %d bytes ended its process", len(part[0][0]))
            return ["reading it ended the reader"]
        return [reading for mail in part for reading in self.read([mail])]


class _Child:
    """One process that reads; its pipes are only between us and it: raw mails go in, pickled readings come out."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        self._process = _started(command)
        self._seconds = seconds
        self._give_up_at = math.inf
        self._ended = threading.Event()
        # One for the child's whole life: to start and end one for every answer waits four times for a free core.
        self._watch = threading.Thread(target=self._watch_over, name="reader-watch", daemon=True)
        self._watch.start()
        self.asked = 0
        """How often; only of a fresh child is it sure that the mail ended it."""
        self.failed = False
        """True when it never came up."""
        self.greeting: threading.Thread | None = None
        """Waits until it is up."""

    def comes_up(self) -> bool:
        """Wait until it is ready; False when it never will be, or too late (it is killed then)."""
        with self._watched(), suppress(OSError, ValueError):
            if _pipe(self._process.stdout).read(len(READY)) == READY:
                return True
        self.failed = True
        return False

    def ask(self, mails: Request) -> None:
        """Hand mails over; a child that is gone is noticed by its answer."""
        self.asked += 1
        with suppress(OSError, ValueError):
            write_request(_pipe(self._process.stdin), mails)

    def answer(self) -> list[Reading] | None:
        """The readings, None when the child died or was too slow (it is killed then)."""
        try:
            with self._watched():
                return read_answer(_pipe(self._process.stdout))
        except (OSError, EOFError, UnpicklingError):
            return None

    def end(self, *, at_once: bool = False) -> None:
        """Close its pipes, which ends it, and make sure that it is gone; `at_once` for one that reads nothing yet."""
        if at_once:
            self._process.kill()
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self.greeting is not None and self.greeting is not threading.current_thread():
            self.greeting.join()
        self._ended.set()
        self._watch.join()
        _pipe(self._process.stdout).close()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """It is killed when what is waited for takes too long."""
        self._give_up_at = time.monotonic() + self._seconds
        try:
            yield
        finally:
            self._give_up_at = math.inf

    def _watch_over(self) -> None:
        while not self._ended.wait(self._seconds / _LOOKS):
            if time.monotonic() > self._give_up_at:
                self._process.kill()


def _started(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=_PIPE)  # noqa: S603
    except PermissionError:  # a system that allows no larger pipes
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


def _parts(mails: Request, most: int) -> list[Request]:
    """Cut into at most so many pieces of about the same number of bytes; none is empty."""
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


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the child was started without pipes")
    return stream
