"""The floor under every sync: all bytes over one plain socket, counted and thrown away."""

import re
import socket
import time


class BareFetch:
    """Signs in, then fetches everything of INBOX and drops it; knows no mail."""

    def __init__(self, port: int, user: str, password: str) -> None:
        self._door = socket.create_connection(("127.0.0.1", port))
        self._door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._room = memoryview(bytearray(1 << 20))
        self._door.recv(4096)
        self._ask(f"LOGIN {user} {password}")

    def all_bytes(self, items: str = "(UID FLAGS INTERNALDATE BODY.PEEK[])") -> float:
        """Seconds from SELECT to the last byte."""
        began = time.perf_counter()
        said = self._ask("EXAMINE INBOX", keep=True)
        mails = int(re.search(rb"\* (\d+) EXISTS", said).group(1))
        if mails:
            self._ask(f"UID FETCH 1:* {items}")
        return time.perf_counter() - began

    def close(self) -> None:
        self._ask("LOGOUT", keep=True)
        self._door.close()

    def _ask(self, command: str, *, keep: bool = False) -> bytes:
        tag = b"BARE7"
        self._door.sendall(tag + b" " + command.encode() + b"\r\n")
        kept, tail = [], b""
        while not re.search(rb"(?:^|\r\n)" + tag + rb" [^\r\n]*\r\n\Z", tail):
            count = self._door.recv_into(self._room)
            if not count:
                raise EOFError("the server closed")
            if keep:
                kept.append(bytes(self._room[:count]))
            tail = (tail + bytes(self._room[max(0, count - 2048) : count]))[-2048:]
        return b"".join(kept)
