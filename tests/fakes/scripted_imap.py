"""An IMAP server that says exactly what a test wants, for answers that no sane server gives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Self

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server

Reply = bytes | Callable[[bytes], bytes]
USUAL: Mapping[bytes, Reply] = {
    b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n",
    b"EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 10] ok\r\n",
    b"LOGOUT": b"* BYE see you\r\n",
}


class ScriptedImap:
    """Answers each command by its name with the given lines and a tagged OK; a context manager.

    A reply that holds ``TAG`` brings its own end: TAG stands for the command's tag. A reply ending in ``CUT`` closes.
    """

    def __init__(self, greeting: bytes = b"* OK ready\r\n", replies: Mapping[bytes, Reply] | None = None) -> None:
        self._greeting = greeting
        self._replies = {**USUAL, **(replies or {})}
        self.heard: list[bytes] = []
        self.connections = 0
        self._open: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    @property
    def port(self) -> int:
        port: int = self._door.getsockname()[1]
        return port

    def mailbox(self, security: Security = Security.NONE) -> Mailbox:
        return Mailbox(MailboxId(1), "me@shop.example", Server("127.0.0.1", self.port, security), None, "me")

    def _serve(self) -> None:
        while True:
            try:
                visitor, _ = self._door.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(visitor)
            with visitor, suppress(OSError):
                self._talk(visitor)

    def _talk(self, visitor: socket.socket) -> None:
        visitor.sendall(self._greeting)
        with visitor.makefile("rb") as lines:
            for line in lines:
                self.heard.append(line.rstrip(b"\r\n"))
                tag, _, rest = line.strip().partition(b" ")
                if not self._answer(visitor, tag, rest):
                    return

    def _answer(self, visitor: socket.socket, tag: bytes, rest: bytes) -> bool:
        words = rest.upper().split()
        names = [b" ".join(words[:2]), words[0] if words else b"", tag]
        reply = next((self._replies[name] for name in names if name in self._replies), b"")
        said = reply(rest) if callable(reply) else reply
        if words == [b"IDLE"] and said.startswith(b"+"):
            self._idle_tag = tag
            said += b"" if said.endswith(b"CUT") else b"* OK TAG\r\n"
        if tag == b"DONE":
            tag = self._idle_tag
        goes_on = not said.endswith(b"CUT")
        said = said.removesuffix(b"CUT")
        end = b"" if b"TAG" in said or not goes_on else tag + b" OK done\r\n"
        visitor.sendall(said.replace(b"TAG", tag) + end)
        return goes_on
