"""A line for each command and each answer, so that support can follow a conversation; secrets never get in."""

import re
from collections.abc import Callable

LONGEST_LINE = 300

_SECRET_COMMAND = re.compile(rb"^([A-Z0-9]+ (?:LOGIN|AUTHENTICATE(?: [A-Z0-9-]+)?))(?: .*)?$", re.DOTALL)
_WARNINGS = (b"* BYE", b"* NO", b"* BAD", b"* PREAUTH")


class ProtocolLog:
    """Writes what one connection says and hears; bodies of mails and everything secret are left out."""

    def __init__(self, write: Callable[[str], None] | None, name: str) -> None:
        self._write = write
        self._name = name
        self._lines = 0
        self._octets = 0

    def note(self, text: str) -> None:
        """Write a remark of our own."""
        if self._write is not None:
            self._write(f"{self._name} {text}"[:LONGEST_LINE])

    def sent(self, content: bytes, *, is_command: bool) -> None:
        """Something goes out: commands are written, everything else (literals, answers to challenges) only counted."""
        if self._write is None:
            return
        line = content.rstrip(b"\r\n")
        secret = _SECRET_COMMAND.match(line)
        if secret and is_command:
            self.note(f"> {_text(secret.group(1))} ***")
        elif is_command:
            self.note(f"> {_text(line)}")
        else:
            self.note(f"> ({len(line)} bytes)")

    def literal(self, size: int) -> None:
        """A literal of so many bytes came in."""
        self._octets += size

    def received(self, line: bytes, *, ends_command: bool) -> None:
        """A line came in: the end of a command and warnings are written, others only counted."""
        if self._write is None:
            return
        if not ends_command and not line.startswith(_WARNINGS):
            self._lines += 1
            return
        counted = f" ({self._lines} lines, {self._octets} bytes in literals)" if self._lines else ""
        self._lines = self._octets = 0
        self.note(f"< {_text(line.rstrip())}{counted}")


def _text(line: bytes) -> str:
    shown = line[:LONGEST_LINE].decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "?" for c in shown)
