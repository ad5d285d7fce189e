"""The table of IMAP commands, and the loop that reads, checks, runs and answers them."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from shopdesk.demo.behaviour import FaultKind, Quirk
from shopdesk.demo.imap_changes import append, copy, expunge, move, store
from shopdesk.demo.imap_fetch import fetch
from shopdesk.demo.imap_folders import create, delete, list_folders, namespace, rename, status, subscribe
from shopdesk.demo.imap_parser import Refused, Token, as_bytes, as_upper, parse_line, quote
from shopdesk.demo.imap_search import search
from shopdesk.demo.imap_select import close, select, unselect
from shopdesk.demo.imap_session import Session
from shopdesk.demo.imap_signin import authenticate, capability_line, login
from shopdesk.demo.imap_wire import ConnectionEnded

Handler = Callable[[Session, list[Token]], bytes]


class State(enum.Enum):
    """When a command is allowed."""

    ANY = enum.auto()
    BEFORE = enum.auto()
    SIGNED_IN = enum.auto()
    SELECTED = enum.auto()


@dataclass(frozen=True)
class Command:
    """A command: its handler, when it is allowed, the capability it needs."""

    handler: Handler
    state: State
    capability: str = ""


def serve(session: Session) -> None:
    """Greet, then answer commands until the line ends."""
    if not _greet(session):
        return
    while True:
        segments = session.read_command()
        if segments != [b""]:
            _answer(session, segments)


def _greet(session: Session) -> bool:
    session.firing = session.house.faults.firing("GREETING")
    behaviour = session.behaviour
    limit = behaviour.max_connections
    if limit is not None and session.house.counts.open_connections > limit:
        session.wire.send(b"* BYE Too many simultaneous connections.\r\n", behaviour)
        return False
    _break_line(session, "GREETING")
    if behaviour.foreign_greeting:
        session.wire.send(behaviour.foreign_greeting.encode() + b"\r\n", behaviour)
        return False
    code = b"[CAPABILITY " + capability_line(session) + b"] " if behaviour.announces else b""
    session.wire.send(b"* OK " + code + behaviour.greeting.encode() + b"\r\n", behaviour)
    return True


def _break_line(session: Session, name: str) -> None:
    fault = session.fault(FaultKind.CUT, FaultKind.RESET, FaultKind.BYE, FaultKind.SILENCE)
    if fault is None:
        return
    if fault.kind is FaultKind.RESET:
        session.wire.reset()
    if fault.kind is FaultKind.BYE:
        session.wire.send(b"* BYE " + (fault.text or "closing").encode() + b"\r\n", session.behaviour)
    if fault.kind is FaultKind.SILENCE:
        if name == "IDLE":
            session.wire.send(b"+ idling\r\n", session.behaviour)
        session.wire.stay_silent()
    raise ConnectionEnded


def _answer(session: Session, segments: list[bytes]) -> None:
    tag, _, rest = segments[0].partition(b" ")
    session.tag = tag or b"*"
    session.firing = ()
    try:
        name, arguments = _read(parse_line([rest, *segments[1:]]))
        session.firing = session.house.faults.firing(name)
        _break_line(session, name)
        reply = _run(session, name, arguments)
        session.tell_news(may_expunge=name not in ("FETCH", "STORE", "SEARCH"))
    except Refused as refusal:
        reply = str(refusal).encode()
    except (LookupError, ValueError):
        reply = b"BAD unreadable arguments"
    session.flush(session.tag + b" " + reply + b"\r\n")
    after, session.after_answer = session.after_answer, None
    if after:
        after()


def _read(tokens: list[Token]) -> tuple[str, list[Token]]:
    if not tokens:
        raise Refused("BAD a command is expected")
    name = as_upper(tokens[0])
    if name == "UID" and len(tokens) > 1:
        return f"UID {as_upper(tokens[1])}", tokens[2:]
    return name, tokens[1:]


def _run(session: Session, name: str, arguments: list[Token]) -> bytes:
    fault = session.fault(FaultKind.REFUSE, FaultKind.BAD)
    if fault:
        raise Refused(("NO " if fault.kind is FaultKind.REFUSE else "BAD ") + (fault.text or "refused"))
    command = COMMANDS.get(name)
    if command is None or (command.capability and not session.offers(command.capability)):
        raise Refused("BAD unknown command")
    if command.state is State.BEFORE and session.user:
        raise Refused("BAD you are signed in already")
    if command.state in (State.SIGNED_IN, State.SELECTED) and not session.user:
        raise Refused("BAD sign in first")
    if command.state is State.SELECTED:
        session.folder()
    return command.handler(session, arguments)


def _capability(session: Session, _arguments: list[Token]) -> bytes:
    session.say(b"CAPABILITY " + capability_line(session))
    return b"OK capabilities"


def _noop(_session: Session, _arguments: list[Token]) -> bytes:
    return b"OK done"


def _id(session: Session, arguments: list[Token]) -> bytes:
    fields = arguments[0] if arguments else []
    session.is_identified = isinstance(fields, list) and bool(fields)
    session.say(b"ID (" + quote("name") + b" " + quote("shopdesk-demo") + b")")
    return b"OK identified"


def _logout(session: Session, _arguments: list[Token]) -> bytes:
    session.say(b"BYE see you")
    session.after_answer = _end
    return b"OK signed out"


def _end() -> None:
    raise ConnectionEnded


def _start_tls(session: Session, _arguments: list[Token]) -> bytes:
    context = session.tls
    if context is None or session.wire.is_secure:
        raise Refused("BAD unknown command")
    session.after_answer = partial(session.wire.start_tls, context)
    return b"OK encrypted from here"


def _enable(session: Session, arguments: list[Token]) -> bytes:
    if session.selected is not None:
        raise Refused("BAD enable before a folder is open")
    known = [name for name in map(as_upper, arguments) if name in ("CONDSTORE", "QRESYNC") and session.offers(name)]
    session.enabled.update(known)
    if "QRESYNC" in known:
        session.enabled.add("CONDSTORE")
    if not session.behaviour.has(Quirk.SILENT_ENABLE):
        session.say(b" ".join([b"ENABLED", *(name.encode() for name in known)]))
    return b"OK enabled"


def _idle(session: Session, _arguments: list[Token]) -> bytes:
    session.flush()
    session.wire.send(b"+ idling\r\n", session.behaviour)
    while True:
        session.tell_news()
        session.flush()
        if session.wire.wait():
            break
    if session.wire.read_line().strip().upper() != b"DONE":
        raise Refused("BAD DONE is expected")
    return b"OK idled"


def _compress(session: Session, arguments: list[Token]) -> bytes:
    if [as_bytes(word).upper() for word in arguments] != [b"DEFLATE"]:
        raise Refused("NO only DEFLATE is known")
    session.after_answer = session.wire.start_deflate
    return b"OK compressed from here"


COMMANDS: dict[str, Command] = {
    "CAPABILITY": Command(_capability, State.ANY),
    "NOOP": Command(_noop, State.ANY),
    "LOGOUT": Command(_logout, State.ANY),
    "STARTTLS": Command(_start_tls, State.BEFORE),
    "ID": Command(_id, State.ANY, "ID"),
    "LOGIN": Command(login, State.BEFORE),
    "AUTHENTICATE": Command(authenticate, State.BEFORE),
    "ENABLE": Command(_enable, State.SIGNED_IN, "ENABLE"),
    "NAMESPACE": Command(namespace, State.SIGNED_IN, "NAMESPACE"),
    "LIST": Command(partial(list_folders, word="LIST"), State.SIGNED_IN),
    "LSUB": Command(partial(list_folders, word="LSUB"), State.SIGNED_IN),
    "XLIST": Command(partial(list_folders, word="XLIST"), State.SIGNED_IN, "XLIST"),
    "CREATE": Command(create, State.SIGNED_IN),
    "DELETE": Command(delete, State.SIGNED_IN),
    "RENAME": Command(rename, State.SIGNED_IN),
    "SUBSCRIBE": Command(partial(subscribe, wanted=True), State.SIGNED_IN),
    "UNSUBSCRIBE": Command(partial(subscribe, wanted=False), State.SIGNED_IN),
    "STATUS": Command(status, State.SIGNED_IN),
    "APPEND": Command(append, State.SIGNED_IN),
    "SELECT": Command(partial(select, is_readonly=False), State.SIGNED_IN),
    "EXAMINE": Command(partial(select, is_readonly=True), State.SIGNED_IN),
    "IDLE": Command(_idle, State.SIGNED_IN, "IDLE"),
    "COMPRESS": Command(_compress, State.SIGNED_IN, "COMPRESS=DEFLATE"),
    "CHECK": Command(_noop, State.SELECTED),
    "CLOSE": Command(close, State.SELECTED),
    "UNSELECT": Command(unselect, State.SELECTED, "UNSELECT"),
    "EXPUNGE": Command(partial(expunge, uid=False), State.SELECTED),
    "UID EXPUNGE": Command(partial(expunge, uid=True), State.SELECTED, "UIDPLUS"),
    "SEARCH": Command(partial(search, uid=False), State.SELECTED),
    "UID SEARCH": Command(partial(search, uid=True), State.SELECTED),
    "FETCH": Command(partial(fetch, uid=False), State.SELECTED),
    "UID FETCH": Command(partial(fetch, uid=True), State.SELECTED),
    "STORE": Command(partial(store, uid=False), State.SELECTED),
    "UID STORE": Command(partial(store, uid=True), State.SELECTED),
    "COPY": Command(partial(copy, uid=False), State.SELECTED),
    "UID COPY": Command(partial(copy, uid=True), State.SELECTED),
    "MOVE": Command(partial(move, uid=False), State.SELECTED, "MOVE"),
    "UID MOVE": Command(partial(move, uid=True), State.SELECTED, "MOVE"),
}
