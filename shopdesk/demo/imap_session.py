"""One connection of the demo IMAP server: its state, reading commands, sending answers and news."""

from __future__ import annotations

import re
import ssl
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from shopdesk.demo.behaviour import Behaviour, Fault, FaultCounter, FaultKind
from shopdesk.demo.imap_folder import Folder, StoredMail, Watcher
from shopdesk.demo.imap_parser import Refused, spell_set
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.imap_wire import ConnectionEnded, Counts, Wire

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}$")
_SECRET = re.compile(r"(?i)^(\S+ (?:LOGIN|AUTHENTICATE \S+))\b.*", re.DOTALL)
_MAX_LITERAL = 200_000_000
_LONGEST_LOGGED = 2_000
_SHORT = 80
_SYSTEM_FLAGS = b"\\Answered \\Flagged \\Deleted \\Seen \\Draft"
_LONGEST_EAGER = 4096

TokenCheck = Callable[[str, str], bool]
"""(user, access token) -> whether the token opens the user's mail."""


@dataclass(frozen=True)
class LogLine:
    """One command as it came, secrets masked; ``connection`` counts from 1."""

    connection: int
    text: str


@dataclass
class Selected:
    """The open folder of a connection: ``uids[n-1]`` is message number n."""

    folder: Folder
    watcher: Watcher
    uids: list[int]
    is_readonly: bool
    keywords: set[str] = field(default_factory=set)
    """Keywords that the client was told of."""

    def number(self, uid: int) -> int:
        """Sequence number of a UID, 0 if the connection does not know it."""
        at = bisect_left(self.uids, uid)
        return at + 1 if at < len(self.uids) and self.uids[at] == uid else 0


@dataclass
class House:
    """What all connections of one server share."""

    store: MailStore
    behaviour: Behaviour
    faults: FaultCounter
    check_token: TokenCheck
    counts: Counts = field(default_factory=Counts)
    log: list[LogLine] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Session:
    """State of one connection."""

    def __init__(self, house: House, wire: Wire, number: int, *, tls: ssl.SSLContext | None = None) -> None:
        self.house = house
        self.wire = wire
        self.number = number
        self.tls = tls
        self.user = ""
        self.selected: Selected | None = None
        self.enabled: set[str] = set()
        self.is_identified = False
        self.firing: tuple[Fault, ...] = ()
        self.tag = b"*"
        self.after_answer: Callable[[], None] | None = None
        self._out: list[bytes] = []

    @property
    def behaviour(self) -> Behaviour:
        """The server's behaviour at this moment."""
        return self.house.behaviour

    def offers(self, capability: str) -> bool:
        """Say whether a capability is in force in the present state."""
        return self.behaviour.offers(capability, signed_in=bool(self.user))

    def fault(self, *kinds: FaultKind) -> Fault | None:
        """The fault of one of these kinds that the present command has to show."""
        return next((fault for fault in self.firing if fault.kind in kinds), None)

    def folder(self) -> Selected:
        """The open folder."""
        if self.selected is None:
            raise Refused("BAD select a folder first")
        return self.selected

    def say(self, line: bytes) -> None:
        """Add one untagged line to the answer of the present command."""
        self._out.append(b"* " + line + b"\r\n")

    def say_raw(self, lines: Iterable[bytes]) -> None:
        """Add finished lines to the answer."""
        self._out.extend(lines)

    def read_command(self) -> list[bytes]:
        """One command as alternating text and literal segments; notes it in the log."""
        segments: list[bytes] = []
        while True:
            line = self.wire.read_line()
            literal = _LITERAL.search(line)
            if not literal:
                segments.append(line)
                break
            size, is_eager = int(literal.group(1)), literal.group(2) == b"+"
            if size > _MAX_LITERAL or (is_eager and not self._may_be_eager(size)):
                self.wire.send(b"* BAD literal is not possible\r\n", self.behaviour)
                raise ConnectionEnded
            if not is_eager:
                self.wire.send(b"+ go on\r\n", self.behaviour)
            segments += [line[: literal.start()], self.wire.read_exact(size)]
        self._note(segments)
        return segments

    def _may_be_eager(self, size: int) -> bool:
        return self.offers("LITERAL+") or (self.offers("LITERAL-") and size <= _LONGEST_EAGER)

    def ask(self, prompt: bytes) -> bytes:
        """Send a continuation line and return the client's answer (not logged)."""
        self.wire.send(b"+ " + prompt + b"\r\n", self.behaviour)
        return self.wire.read_line()

    def _note(self, segments: list[bytes]) -> None:
        pieces = [
            part.decode("utf-8", "replace") if index % 2 == 0 or len(part) < _SHORT else f"{{{len(part)} bytes}}"
            for index, part in enumerate(segments)
        ]
        text = _SECRET.sub(r"\1 ***", "".join(pieces)[:_LONGEST_LOGGED])
        with self.house.lock:
            self.house.log.append(LogLine(self.number, text))

    def flush(self, tagged: bytes = b"") -> None:
        """Send everything said so far, then the tagged line, showing the line faults of this command."""
        text = b"".join(self._out)
        self._out.clear()
        behaviour = self.behaviour
        broken = self.fault(
            FaultKind.CUT_IN_LITERAL,
            FaultKind.CUT_AFTER_BYTES,
            FaultKind.RESET_IN_LITERAL,
            FaultKind.SILENCE_IN_LITERAL,
        )
        if broken and text:
            self.wire.send_part(text, broken.kind, broken.after, behaviour)
        if tagged and self.fault(FaultKind.CUT_BEFORE_TAG):
            self.wire.send(text, behaviour)
            raise ConnectionEnded
        if text or tagged:
            self.wire.send(text + tagged, behaviour)

    def tell_news(self, *, may_expunge: bool = True) -> None:
        """Say what changed in the open folder since the last time (RFC 3501, section 7)."""
        selected = self.selected
        if selected is None or not selected.watcher.has_news():
            return
        with self.house.store.lock:
            watcher = selected.watcher
            if watcher.folder_is_gone:
                self.wire.send(b"* BYE folder is gone\r\n", self.behaviour)
                raise ConnectionEnded
            if may_expunge and watcher.removed:
                self._tell_removed(selected)
            self._tell_arrived(selected)
            self._tell_changed(selected)

    def _tell_removed(self, selected: Selected) -> None:
        gone = [uid for uid in selected.uids if uid in selected.watcher.removed]
        selected.watcher.removed.clear()
        if not gone:
            return
        if "QRESYNC" in self.enabled:
            self.say(b"VANISHED " + spell_set(gone))
        else:
            for uid in reversed(gone):
                self.say(b"%d EXPUNGE" % selected.number(uid))
        dropped = set(gone)
        selected.uids[:] = [uid for uid in selected.uids if uid not in dropped]

    def _tell_arrived(self, selected: Selected) -> None:
        arrived = [uid for uid in selected.watcher.arrived if selected.folder.find(uid)]
        selected.watcher.arrived.clear()
        if arrived:
            selected.uids += arrived
            self.say(b"%d EXISTS" % len(selected.uids))

    def _tell_changed(self, selected: Selected) -> None:
        for uid in sorted(selected.watcher.changed):
            mail, number = selected.folder.find(uid), selected.number(uid)
            if mail is not None and number:
                self.tell_keywords(selected, mail.flags)
                self.say_raw([flag_line(number, mail, with_uid="QRESYNC" in self.enabled, session=self)])
        selected.watcher.changed.clear()

    def tell_keywords(self, selected: Selected, flags: Iterable[str]) -> None:
        """Say which flags the folder knows, if one of these is new to the client."""
        new = {flag for flag in flags if not flag.startswith("\\")} - selected.keywords
        if new:
            selected.keywords |= new
            self.say(b"FLAGS (" + known_flags(selected) + b")")
            self.say(b"OK [PERMANENTFLAGS (" + known_flags(selected) + b" \\*)] these stay")

    def leave_folder(self) -> None:
        """Close the open folder, if any."""
        selected, self.selected = self.selected, None
        if selected is not None:
            with self.house.store.lock:
                if selected.watcher in selected.folder.watchers:
                    selected.folder.watchers.remove(selected.watcher)


def flag_line(number: int, mail: StoredMail, *, with_uid: bool, session: Session) -> bytes:
    """An untagged FETCH line with a message's flags, and its modseq where the client asked for such."""
    uid = b"UID %d " % mail.uid if with_uid else b""
    modseq = b" MODSEQ (%d)" % mail.modseq if session.enabled & {"CONDSTORE", "QRESYNC"} else b""
    return b"* %d FETCH (%bFLAGS (%b)%b)\r\n" % (number, uid, spell_flags(mail.flags), modseq)


def known_flags(selected: Selected) -> bytes:
    """All flags that a folder knows, as FLAGS lists them."""
    return b" ".join([_SYSTEM_FLAGS, *(word.encode("latin-1", "replace") for word in sorted(selected.keywords))])


def spell_flags(flags: Iterable[str]) -> bytes:
    """Flags as they stand in an answer, in a steady order."""
    return " ".join(sorted(flags)).encode("latin-1", "replace")
