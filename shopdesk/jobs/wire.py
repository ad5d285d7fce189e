"""The link's messages as lines and back: one JSON object a line, version 1, unknown things are ignored."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import ConversationId, CustomerId, MailboxId, PlaceId
from shopdesk.jobs.link import (
    Bug,
    Changed,
    Command,
    Event,
    MailboxesChanged,
    Problem,
    Progress,
    Ready,
    RetrySetAside,
    SendNow,
    Stop,
    SyncFinished,
    SyncNow,
    WindowState,
)

LINK_VERSION = 1
LINE_LIMIT = 1 << 20
"""Longest line in bytes; longer ones are dropped unread."""
IDS_PER_LINE = 10_000
DETAIL_LIMIT = 2_000

_log = logging.getLogger(__name__)
K = TypeVar("K")
Id = TypeVar("Id", bound=int)

Fields = Mapping[str, object]

# --- fields ------------------------------------------------------------------------------------------


class _Unreadable(Exception):
    """A line that is not of this link."""


def _number(fields: Fields, name: str) -> int:
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Unreadable(name)
    return value


def _truth(fields: Fields, name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise _Unreadable(name)
    return value


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise _Unreadable(name)
    return value


def _numbers(fields: Fields, name: str) -> Iterator[int]:
    value = fields.get(name, [])
    if not isinstance(value, list):
        raise _Unreadable(name)
    for number in value:
        if isinstance(number, bool) or not isinstance(number, int):
            raise _Unreadable(name)
        yield number


# --- from and to lines -------------------------------------------------------------------------------


def _mailbox_or_all(fields: Fields) -> MailboxId | None:
    return None if fields.get("mailbox") is None else MailboxId(_number(fields, "mailbox"))


def _retry_set_aside(fields: Fields) -> RetrySetAside:
    return RetrySetAside(None if fields.get("place") is None else PlaceId(_number(fields, "place")))


def _changes(fields: Fields) -> Changes:
    return Changes(
        conversations=frozenset(map(ConversationId, _numbers(fields, "conversations"))),
        removed_conversations=frozenset(map(ConversationId, _numbers(fields, "removed"))),
        mailboxes=frozenset(map(MailboxId, _numbers(fields, "mailboxes"))),
        set_aside=_truth(fields, "set_aside"),
        settings=_truth(fields, "settings"),
        customers=frozenset(map(CustomerId, _numbers(fields, "customers"))),
        outbox=_truth(fields, "outbox"),
        drafts=_truth(fields, "drafts"),
        templates=_truth(fields, "templates"),
        day=_truth(fields, "day"),
        cases=_truth(fields, "cases"),
        orders=_truth(fields, "orders"),
    )


def _problem(fields: Fields) -> Problem:
    mailbox = MailboxId(_number(fields, "mailbox"))
    return Problem(mailbox, _text(fields, "error"), _text(fields, "host"), _text(fields, "detail"))


def _progress(fields: Fields) -> Progress:
    return Progress(MailboxId(_number(fields, "mailbox")), _number(fields, "done"), _number(fields, "total"))


_COMMANDS: Mapping[str, Callable[[Fields], Command]] = {
    "sync_now": lambda fields: SyncNow(_mailbox_or_all(fields)),
    "mailboxes_changed": lambda _fields: MailboxesChanged(),
    "retry_set_aside": _retry_set_aside,
    "send_now": lambda fields: SendNow(_mailbox_or_all(fields)),
    "window_state": lambda fields: WindowState(_truth(fields, "open"), _truth(fields, "visible")),
    "stop": lambda _fields: Stop(),
}
_EVENTS: Mapping[str, Callable[[Fields], Event]] = {
    "ready": lambda fields: Ready(_number(fields, "pid")),
    "changed": lambda fields: Changed(_changes(fields)),
    "progress": _progress,
    "sync_finished": lambda fields: SyncFinished(MailboxId(_number(fields, "mailbox"))),
    "problem": _problem,
    "bug": lambda fields: Bug(_text(fields, "summary")),
}


def _command_fields(command: Command) -> dict[str, object]:
    match command:
        case SyncNow(mailbox):
            return {"kind": "sync_now", "mailbox": mailbox}
        case MailboxesChanged():
            return {"kind": "mailboxes_changed"}
        case RetrySetAside(place):
            return {"kind": "retry_set_aside", "place": place}
        case SendNow(mailbox):
            return {"kind": "send_now", "mailbox": mailbox}
        case WindowState(is_open, visible):
            return {"kind": "window_state", "open": is_open, "visible": visible}
        case Stop():
            return {"kind": "stop"}


def _event_fields(event: Event) -> dict[str, object]:
    match event:
        case Ready(pid):
            return {"kind": "ready", "pid": pid}
        case Changed(changes):
            return _changed_fields(changes)
        case Progress(mailbox, done, total):
            return {"kind": "progress", "mailbox": mailbox, "done": done, "total": total}
        case SyncFinished(mailbox):
            return {"kind": "sync_finished", "mailbox": mailbox}
        case Problem(mailbox, error, host, detail):
            shown = {"host": host[:DETAIL_LIMIT], "detail": detail[:DETAIL_LIMIT]}
            return {"kind": "problem", "mailbox": mailbox, "error": error, **shown}
        case Bug(summary):
            return {"kind": "bug", "summary": summary[:DETAIL_LIMIT]}


def _changed_fields(changes: Changes) -> dict[str, object]:
    return {
        "kind": "changed",
        "conversations": sorted(changes.conversations),
        "removed": sorted(changes.removed_conversations),
        "mailboxes": sorted(changes.mailboxes),
        "set_aside": changes.set_aside,
        "settings": changes.settings,
        "customers": sorted(changes.customers),
        "outbox": changes.outbox,
        "drafts": changes.drafts,
        "templates": changes.templates,
        "day": changes.day,
        "cases": changes.cases,
        "orders": changes.orders,
    }


def _line(fields: dict[str, object]) -> str:
    return json.dumps({"v": LINK_VERSION, **fields}, separators=(",", ":")) + "\n"


def command_line(command: Command) -> str:
    """A command as one ASCII line with its line end."""
    return _line(_command_fields(command))


def event_lines(event: Event) -> Iterator[str]:
    """An event as ASCII lines with their line ends: one, or several for very many changes."""
    if isinstance(event, Changed):
        yield from (_line(_changed_fields(part)) for part in _parts(event.changes))
    else:
        yield _line(_event_fields(event))


def _parts(changes: Changes) -> Iterator[Changes]:
    """The same changes in parts that fit into a line each."""
    ids = (changes.conversations, changes.removed_conversations, changes.customers)
    if sum(map(len, ids)) <= IDS_PER_LINE:
        yield changes
        return
    rest = replace(changes, conversations=frozenset(), removed_conversations=frozenset(), customers=frozenset())
    yield rest
    for part in _slices(changes.conversations):
        yield Changes(conversations=part)
    for part in _slices(changes.removed_conversations):
        yield Changes(removed_conversations=part)
    for customers in _slices(changes.customers):
        yield Changes(customers=customers)


def _slices(ids: Iterable[Id]) -> Iterator[frozenset[Id]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), IDS_PER_LINE):
        yield frozenset(ordered[start : start + IDS_PER_LINE])


def _read(line: str | bytes, kinds: Mapping[str, Callable[[Fields], K]]) -> K | None:
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict) or fields.get("v") != LINK_VERSION:
            return None
        make = kinds.get(_text(fields, "kind"))
        return None if make is None else make(fields)
    except (ValueError, RecursionError, _Unreadable):
        _log.debug("a line of the link could not be read")
        return None


def read_command(line: str | bytes) -> Command | None:
    """The command of a line; None for anything that is not one of this version."""
    return _read(line, _COMMANDS)


def read_event(line: str | bytes) -> Event | None:
    """The event of a line; None for anything that is not one of this version."""
    return _read(line, _EVENTS)


@dataclass(slots=True)
class LineReader:
    """Cuts a stream of bytes into lines; a line above the limit is dropped, the next one is read again."""

    limit: int = LINE_LIMIT
    _rest: bytearray = field(default_factory=bytearray)
    _skipping: bool = False

    def feed(self, arrived: bytes) -> list[bytes]:
        """Lines completed by the bytes that arrived, without their line ends; empty ones are left out."""
        self._rest += arrived
        *lines, rest = bytes(self._rest).split(b"\n")
        if self._skipping and lines:
            del lines[0]
            self._skipping = False
        if len(rest) > self.limit or self._skipping:
            rest, self._skipping = b"", True
        self._rest = bytearray(rest)
        return [line.rstrip(b"\r") for line in lines if line.strip() and len(line) <= self.limit]
