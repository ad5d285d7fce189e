"""What the demo IMAP server can do, which quirks it plays and which faults it shows: all of it data."""

from __future__ import annotations

import enum
import threading
from dataclasses import dataclass

from shopdesk.demo.imap_folder import FolderPlan


class Quirk(enum.Enum):
    """A lasting oddity seen at a real provider."""

    BRACKETED_SEARCH_REFUSED = enum.auto()
    PARTIAL_VIEW = enum.auto()
    EMPTY_RFC822 = enum.auto()
    SILENT_ENABLE = enum.auto()
    FALLING_RANGE_REFUSED = enum.auto()
    SEARCH_TEXT_REFUSED = enum.auto()
    SEARCH_RETURNS_ALL = enum.auto()
    SEARCH_CHARSET_REFUSED = enum.auto()
    STRAY_BACKSLASH = enum.auto()
    ID_WALL = enum.auto()
    GMAIL_LABELS = enum.auto()
    NO_SPECIAL_USE_MARKS = enum.auto()
    NUMBERS_KEPT_BY_SELECT = enum.auto()


class FaultKind(enum.Enum):
    """Something that goes wrong at one moment; where it says so, ``Fault`` fields tune it."""

    CUT = enum.auto()
    """Closes instead of answering."""
    CUT_BEFORE_TAG = enum.auto()
    """Sends all answer lines, then closes instead of the tagged line."""
    CUT_IN_LITERAL = enum.auto()
    """Closes ``after`` bytes into the first literal of the answer."""
    CUT_AFTER_BYTES = enum.auto()
    """Closes ``after`` bytes into the answer, wherever that is."""
    RESET = enum.auto()
    """Like CUT with a TCP reset."""
    RESET_IN_LITERAL = enum.auto()
    """Like CUT_IN_LITERAL with a TCP reset."""
    BYE = enum.auto()
    """Says ``* BYE text`` and closes."""
    SILENCE = enum.auto()
    """Never answers again on this connection (IDLE is accepted first, the greeting never comes)."""
    SILENCE_IN_LITERAL = enum.auto()
    """Stops ``after`` bytes into the first literal and never goes on."""
    REFUSE = enum.auto()
    """Tagged ``NO text``, for instance ``[UNAVAILABLE] later`` or ``[AUTHENTICATIONFAILED] no``."""
    BAD = enum.auto()
    """Tagged ``BAD text``."""
    MISSING_ANSWERS = enum.auto()
    """FETCH leaves out every ``every``-th message."""
    DOUBLE_ANSWERS = enum.auto()
    """FETCH answers each message twice."""
    WRONG_SIZE = enum.auto()
    """RFC822.SIZE is not the size."""
    ODD_DATE = enum.auto()
    """INTERNALDATE is ``text``."""
    NIL_BODY = enum.auto()
    """Bodies of every ``every``-th message are NIL."""
    EXPUNGE_MISSING = enum.auto()
    """Another client expunges the middle message during this FETCH; it is not answered."""
    EXPUNGE_NIL = enum.auto()
    """Another client expunges the middle message during this FETCH; its bodies are NIL."""
    UNSOLICITED = enum.auto()
    """Lines that nobody asked for stand between the answers."""
    NEW_UIDVALIDITY = enum.auto()
    """The folder gets a new UIDVALIDITY just before this SELECT."""


@dataclass(frozen=True)
class Fault:
    """One fault: which command it meets, from the how-many-th on, how often it fires.

    ``command`` is the command's name in capitals (``UID FETCH``, ``SELECT``, ``GREETING``; ``SIGN-IN`` meets
    LOGIN and AUTHENTICATE; empty meets any command). ``times`` None fires for ever.
    """

    kind: FaultKind
    command: str = ""
    at: int = 1
    times: int | None = 1
    after: int = 0
    every: int = 2
    text: str = ""

    def meets(self, command: str) -> bool:
        """Say whether this command can show the fault."""
        if self.command == "SIGN-IN":
            return command in ("LOGIN", "AUTHENTICATE")
        return self.command == command or (not self.command and command != "GREETING")


@dataclass(frozen=True)
class Behaviour:
    """Capabilities, quirks, limits and faults of one server; the default is a full modern server."""

    capabilities: tuple[str, ...] = ()
    """Capabilities after sign-in."""
    capabilities_before: tuple[str, ...] | None = None
    """Capabilities before sign-in; None means the same as after."""
    quirks: frozenset[Quirk] = frozenset()
    folders: tuple[FolderPlan, ...] = ()
    """The folders that a new user of such a provider has."""
    separator: str = "/"
    prefix: str = ""
    """Personal namespace, for instance ``INBOX.``"""
    greeting: str = "ready"
    foreign_greeting: str = ""
    """Sent as it is instead of the greeting, as another kind of server would, before the line is closed."""
    announces: bool = False
    """Whether greeting and sign-in answer carry the CAPABILITY code."""
    message_limit: int | None = None
    """Most messages that one command may touch."""
    refused_folders: frozenset[str] = frozenset()
    """Folders that always refuse SELECT."""
    max_connections: int | None = None
    """At more open connections the server says BYE."""
    packet_size: int | None = None
    """Answers leave in packets of so many bytes."""
    bytes_per_second: int | None = None
    faults: tuple[Fault, ...] = ()

    def has(self, quirk: Quirk) -> bool:
        """Say whether the server plays this quirk."""
        return quirk in self.quirks

    def offers(self, capability: str, *, signed_in: bool = True) -> bool:
        """Say whether the capability is in force; ``signed_in`` picks the list."""
        before = self.capabilities if self.capabilities_before is None else self.capabilities_before
        return capability in (self.capabilities if signed_in else before)


class FaultCounter:
    """Counts commands and says which faults fire now; threads may share it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self._faults = faults
        self._met = [0] * len(faults)
        self._lock = threading.Lock()

    def firing(self, command: str) -> tuple[Fault, ...]:
        """Count one command and return the faults that it shows."""
        fired: list[Fault] = []
        with self._lock:
            for index, fault in enumerate(self._faults):
                if not fault.meets(command):
                    continue
                self._met[index] += 1
                turn = self._met[index] - fault.at
                if turn >= 0 and (fault.times is None or turn < fault.times):
                    fired.append(fault)
        return tuple(fired)
