"""An SMTP server on loopback that fails at a chosen word; it keeps what it really took."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass
class FaultySmtp:
    """`fault` names the moment: `connect`, `ehlo`, `auth`, `mail`, `rcpt`, `data`, `content`, `dot`, `kept`, `quit`.

    There the line is cut, or with `stalls` nothing is said any more, or with `says` that reply is given. `dot` fails
    before the mail is kept, `kept` after it; `times` is how many connections fail, then all is well.
    """

    fault: str = ""
    says: str = ""
    stalls: bool = False
    times: int = 1_000
    kept: list[bytes] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address: tuple[str, int] = self._door.getsockname()
        self._over = threading.Event()
        self._lines: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for line in self._lines:
            line.close()
        for thread in self._threads:
            thread.join(5)

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                line, _ = self._door.accept()
            except OSError:
                return
            self._lines.append(line)
            self.connections += 1
            thread = threading.Thread(target=self._talk, args=(line, self.connections <= self.times), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _talk(self, line: socket.socket, fails: bool) -> None:
        try:
            with line, line.makefile("rb") as words:
                _Talk(self, line, words, fails).run()
        except (OSError, ValueError, EOFError):
            return


class _Talk:
    """One connection."""

    def __init__(self, server: FaultySmtp, line: socket.socket, words: object, fails: bool) -> None:
        self._server = server
        self._line = line
        self._words = words
        self._fails = fails

    def run(self) -> None:
        self._answer("connect", "220 here")
        while word := self._words.readline():
            match word[:4].upper():
                case b"EHLO":
                    self._answer("ehlo", "250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME")
                case b"AUTH":
                    self._answer("auth", "235 signed in")
                case b"MAIL":
                    self._answer("mail", "250 ok")
                case b"RCPT":
                    self._answer("rcpt", "250 ok")
                case b"DATA":
                    self._answer("data", "354 go on")
                    self._content()
                case b"QUIT":
                    self._answer("quit", "221 bye")
                    return
                case _:
                    self._say("250 ok")

    def _content(self) -> None:
        raw = b""
        while True:
            one = self._words.readline()
            if not one:
                raise EOFError
            if one == b".\r\n":
                break
            if self._is_now("content"):
                self._break("content")
            raw += one.removeprefix(b".") if one.startswith(b"..") else one
        if self._is_now("dot"):
            self._break("dot")
            return
        self._server.kept.append(raw)
        self._answer("kept", "250 taken")

    def _answer(self, moment: str, usual: str) -> None:
        if self._is_now(moment):
            self._break(moment)
        else:
            self._say(usual)

    def _is_now(self, moment: str) -> bool:
        return self._fails and self._server.fault == moment

    def _break(self, moment: str) -> None:
        if self._server.says:
            self._say(self._server.says)
        elif self._server.stalls:
            self._server._over.wait(30)
            raise EOFError
        else:
            raise EOFError(moment)

    def _say(self, text: str) -> None:
        self._line.sendall(text.encode() + b"\r\n")
