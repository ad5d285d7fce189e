"""A small SOCKS 5 and HTTP CONNECT proxy on this computer that remembers what it was asked for."""

from __future__ import annotations

import base64
import socket
import struct
import threading
from contextlib import suppress
from typing import Self


class LocalProxy:
    """One proxy for both ways; with a `user` it wants name and password. A context manager.

    `names` turns the names that it is asked for into places on this computer.
    """

    def __init__(self, user: str = "", password: str = "", names: dict[str, tuple[str, int]] | None = None) -> None:
        self._user, self._password = user, password
        self._names = names or {}
        self.asked: list[tuple[str, int]] = []
        self.answer_with: bytes | None = None
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._start(self._serve)
        return self

    def __exit__(self, *_: object) -> None:
        self._door.close()
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work: object, *words: object) -> None:
        thread = threading.Thread(target=work, args=words)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            self._door.settimeout(0.1)
            while True:
                try:
                    visitor, _ = self._door.accept()
                except TimeoutError:
                    continue
                self._open.append(visitor)
                visitor.settimeout(5)
                self._start(self._talk, visitor)

    def _talk(self, visitor: socket.socket) -> None:
        with suppress(OSError):
            if self.answer_with is not None:
                visitor.recv(1)
                visitor.sendall(self.answer_with)
                visitor.close()
            elif visitor.recv(1, socket.MSG_PEEK) == b"\x05":
                self._socks(visitor)
            else:
                self._http(visitor)

    def _socks(self, visitor: socket.socket) -> None:
        methods = _exactly(visitor, _exactly(visitor, 2)[1])
        wanted = 2 if self._user else 0
        if wanted not in methods:
            visitor.sendall(b"\x05\xff")
            return
        visitor.sendall(bytes([5, wanted]))
        if wanted == 2:
            _exactly(visitor, 1)
            user = _exactly(visitor, _exactly(visitor, 1)[0]).decode()
            password = _exactly(visitor, _exactly(visitor, 1)[0]).decode()
            fits = (user, password) == (self._user, self._password)
            visitor.sendall(b"\x01\x00" if fits else b"\x01\x01")
            if not fits:
                return
        kind = _exactly(visitor, 4)[3]
        if kind == 3:
            host = _exactly(visitor, _exactly(visitor, 1)[0]).decode()
        else:
            family, length = (socket.AF_INET, 4) if kind == 1 else (socket.AF_INET6, 16)
            host = socket.inet_ntop(family, _exactly(visitor, length))
        (port,) = struct.unpack(">H", _exactly(visitor, 2))
        server = self._reach(host, port)
        code = 0 if server is not None else 5
        visitor.sendall(bytes([5, code, 0, 1]) + bytes(6))
        self._join(visitor, server)

    def _http(self, visitor: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += _exactly(visitor, 1)
        first, *lines = head.decode().split("\r\n")
        word = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if self._user and f"Proxy-Authorization: Basic {word}" not in lines:
            visitor.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            visitor.close()
            return
        host, _, port = first.split()[1].rpartition(":")
        server = self._reach(host.strip("[]"), int(port))
        status = b"200 Connection established" if server is not None else b"502 Bad Gateway"
        visitor.sendall(b"HTTP/1.1 " + status + b"\r\nX-Proxy: yes\r\n\r\n")
        self._join(visitor, server)

    def _reach(self, host: str, port: int) -> socket.socket | None:
        self.asked.append((host, port))
        try:
            server = socket.create_connection(self._names.get(host, (host, port)), 5)
        except OSError:
            return None
        self._open.append(server)
        return server

    def _join(self, visitor: socket.socket, server: socket.socket | None) -> None:
        if server is None:
            visitor.close()
            return
        self._start(_pump, visitor, server)
        _pump(server, visitor)


def _exactly(connected: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        more = connected.recv(count - len(found))
        if not more:
            raise ConnectionError
        found += more
    return found


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while more := source.recv(65_536):
            sink.sendall(more)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
