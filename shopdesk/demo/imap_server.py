"""The demo IMAP server: IMAP4rev1 with modern extensions on a loopback socket, mail in memory."""

from __future__ import annotations

import logging
import select
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from shopdesk.demo.behaviour import Behaviour, FaultCounter
from shopdesk.demo.imap_commands import serve
from shopdesk.demo.imap_session import House, LogLine, Session, TokenCheck
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.imap_wire import ConnectionEnded, Counts, Wire
from shopdesk.demo.presets import FULL

_log = logging.getLogger(__name__)


class ImapServer:
    """An IMAP server in threads of this process.

    ``tls`` with ``starts_tls`` False encrypts from the first byte; with True it offers STARTTLS.
    ``check_token`` judges OAuth access tokens; without it every token is refused.
    Set ``behaviour`` at any time: fault counts begin anew.
    """

    def __init__(
        self,
        store: MailStore,
        behaviour: Behaviour = FULL,
        tls: ssl.SSLContext | None = None,
        *,
        starts_tls: bool = False,
        check_token: TokenCheck | None = None,
    ) -> None:
        self._house = House(
            store, behaviour, FaultCounter(behaviour.faults), check_token or (lambda _user, _token: False)
        )
        self._tls = tls
        self._starts_tls = starts_tls
        self._door: _Door | None = None
        self._wires: set[Wire] = set()

    @property
    def store(self) -> MailStore:
        """The mail that is served."""
        return self._house.store

    @property
    def counts(self) -> Counts:
        """What was seen so far."""
        return self._house.counts

    @property
    def log(self) -> list[LogLine]:
        """All commands so far, secrets masked."""
        with self._house.lock:
            return list(self._house.log)

    def commands(self) -> list[str]:
        """All commands so far without their tags."""
        return [line.text.partition(" ")[2] for line in self.log]

    def forget_log(self) -> None:
        """Empty the log and set the counts to zero, but for the open connections."""
        with self._house.lock:
            self._house.log.clear()
            still_open = self._house.counts.open_connections
            self._house.counts.__dict__.update(
                Counts(open_connections=still_open, most_connections=still_open).__dict__
            )

    @property
    def behaviour(self) -> Behaviour:
        """How the server behaves now."""
        return self._house.behaviour

    @behaviour.setter
    def behaviour(self, behaviour: Behaviour) -> None:
        self._house.behaviour = behaviour
        self._house.faults = FaultCounter(behaviour.faults)

    def start(self, port: int = 0) -> tuple[str, int]:
        """Listen on 127.0.0.1 and return host and port; a fixed port serves restarts."""
        self._house.stopping.clear()
        self._door = _Door(port, self._handle)
        return self._door.address

    def stop(self) -> None:
        """Close every connection, end every thread; may be called twice."""
        door, self._door = self._door, None
        if door is not None:
            self._house.stopping.set()
            door.shut()
            self.drop_connections()
            door.join()

    def drop_connections(self) -> None:
        """Cut all open connections, as a failing line does; the server goes on."""
        with self._house.lock:
            for wire in self._wires:
                wire.cut()

    def __enter__(self) -> Self:
        if self._door is None:
            self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def address(self) -> tuple[str, int]:
        """Host and port while the server runs."""
        if self._door is None:
            raise RuntimeError("the server is not running")
        return self._door.address

    def _handle(self, sock: socket.socket) -> None:
        house = self._house
        with house.lock:
            counts = house.counts
            counts.connections += 1
            counts.open_connections += 1
            counts.most_connections = max(counts.most_connections, counts.open_connections)
            number = counts.connections
        try:
            self._converse(sock, number)
        except Exception:  # noqa: BLE001 — one connection's bug must not end the others
            _log.exception("the demo IMAP server failed in a connection")
        finally:
            with house.lock:
                house.counts.open_connections -= 1

    def _converse(self, sock: socket.socket, number: int) -> None:
        is_implicit = self._tls is not None and not self._starts_tls
        if self._tls is not None and is_implicit:
            sock = self._tls.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        wire = Wire(sock, self._house.counts, self._house.stopping)
        session = Session(self._house, wire, number, tls=None if is_implicit else self._tls)
        with self._house.lock:
            self._wires.add(wire)
        try:
            with suppress(ConnectionEnded):
                wire.shake_hands()
                if not self._house.stopping.is_set():
                    serve(session)
        finally:
            with self._house.lock:
                self._wires.discard(wire)
            session.leave_folder()
            wire.close()


class _Door:
    """The listening socket, its thread, and one thread for each connection."""

    def __init__(self, port: int, handle: Callable[[socket.socket], None]) -> None:
        self._handle = handle
        self._socket = socket.create_server(("127.0.0.1", port), backlog=64)
        self.address: tuple[str, int] = self._socket.getsockname()
        self._ear, self._bell = socket.socketpair()
        self._visitors: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._admit, name="demo-imap", daemon=True)
        self._thread.start()

    def _admit(self) -> None:
        while self._ear not in select.select([self._socket, self._ear], [], [])[0]:
            visitor, _ = self._socket.accept()
            visitor.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            thread = threading.Thread(target=self._handle, args=(visitor,), name="demo-imap", daemon=True)
            self._visitors = [each for each in self._visitors if each.is_alive()]
            self._visitors.append(thread)
            thread.start()

    def shut(self) -> None:
        """Take no more connections."""
        self._bell.send(b"!")
        self._thread.join()
        for each in (self._socket, self._ear, self._bell):
            each.close()

    def join(self) -> None:
        """Wait until every connection has ended."""
        for thread in self._visitors:
            thread.join()
