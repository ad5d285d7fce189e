"""FETCH: which message data the client asked for, and how they are spelled (RFC 3501, 7162)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shopdesk.demo.behaviour import FaultKind, Quirk
from shopdesk.demo.imap_gmail import gmail_part
from shopdesk.demo.imap_mime import body_structure, envelope, parse_part, pick_fields, split_header
from shopdesk.demo.imap_parser import (
    Refused,
    Token,
    as_bytes,
    as_list,
    as_number,
    as_upper,
    parse_ranges,
    pick,
    spell_set,
)
from shopdesk.demo.imap_session import Selected, Session, spell_flags
from shopdesk.demo.imap_sets import chosen_mails
from shopdesk.demo.imap_store import StoredMail

Piece = Callable[[StoredMail], bytes]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BODY = re.compile(rb"(?i)^BODY(\.PEEK)?\[(.*)\](?:<(\d+)(?:\.(\d+))?>)?$")
_FIELDS = re.compile(rb"(?i)^HEADER\.FIELDS(\.NOT)?\s*\((.*)\)$")
_PATH = re.compile(rb"^((?:\d+)(?:\.\d+)*)(?:\.(.+))?$")
_MACROS = {
    "FAST": ("FLAGS", "INTERNALDATE", "RFC822.SIZE"),
    "ALL": ("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"),
    "FULL": ("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY"),
}


@dataclass
class Wanted:
    """What one FETCH asks for."""

    pieces: list[Piece]
    sets_seen: bool = False
    has_flags: bool = False


def fetch(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer FETCH or UID FETCH."""
    if len(arguments) < 2:  # noqa: PLR2004 — a set and items
        raise Refused("BAD a set and items are expected")
    selected = session.folder()
    wanted = _wanted(session, arguments[1], uid=uid)
    since, vanished = _modifiers(session, arguments[2:], wanted)
    store = session.house.store
    with store.lock:
        mails = chosen_mails(session, arguments[0], uid=uid)
        if since is not None:
            mails = [mail for mail in mails if mail.modseq > since]
            if vanished:
                _tell_vanished(session, selected, arguments[0], since)
        mails = _expunge_meanwhile(session, selected, mails)
        _mark_seen(selected, mails, wanted)
    _answer(session, selected, mails, wanted)
    return b"OK fetched"


def _answer(session: Session, selected: Selected, mails: list[StoredMail], wanted: Wanted) -> None:
    lines: list[bytes] = []
    pieces = wanted.pieces
    numbers = {uid: number for number, uid in enumerate(selected.uids, 1)} if len(mails) > 1 else None
    for mail in mails:
        number = numbers.get(mail.uid, 0) if numbers is not None else selected.number(mail.uid)
        lines.append(b"* %d FETCH (%b)\r\n" % (number, b" ".join([piece(mail) for piece in pieces])))
    session.say_raw(_shape(session, lines))
    with session.house.lock:
        session.house.counts.answers += len(lines)


def _shape(session: Session, lines: list[bytes]) -> list[bytes]:
    missing = session.fault(FaultKind.MISSING_ANSWERS)
    if missing:
        lines = [line for at, line in enumerate(lines, 1) if at % missing.every]
    if session.fault(FaultKind.DOUBLE_ANSWERS):
        lines = [line for line in lines for _ in range(2)]
    if session.fault(FaultKind.UNSOLICITED) and lines:
        count = len(session.folder().uids)
        odd = [b"* %d EXISTS\r\n" % count, b"* 1 FETCH (FLAGS (\\Seen $Odd))\r\n", b"* OK still here\r\n"]
        half = len(lines) // 2
        lines = [odd[0], *lines[:half], *odd, b"* FLAGS (\\Seen $Odd)\r\n", *lines[half:], b"* 0 RECENT\r\n"]
    return lines


def _expunge_meanwhile(session: Session, selected: Selected, mails: list[StoredMail]) -> list[StoredMail]:
    fault = session.fault(FaultKind.EXPUNGE_MISSING, FaultKind.EXPUNGE_NIL)
    if not fault or not mails:
        return mails
    lost = mails[len(mails) // 2]
    selected.folder.remove([lost.uid])
    return mails if fault.kind is FaultKind.EXPUNGE_NIL else [mail for mail in mails if mail is not lost]


def _mark_seen(selected: Selected, mails: list[StoredMail], wanted: Wanted) -> None:
    if not wanted.sets_seen or selected.is_readonly:
        return
    unseen = [mail for mail in mails if "\\Seen" not in mail.flags]
    for mail in unseen:
        selected.folder.flag(mail, mail.flags | {"\\Seen"}, selected.watcher)
    if unseen:
        if not wanted.has_flags:
            wanted.pieces.append(_flags)
        selected.folder.wake_watchers()


def _tell_vanished(session: Session, selected: Selected, asked: Token, since: int) -> None:
    gone = sorted({uid for modseq, uid in selected.folder.vanished if modseq > since})
    gone = [gone[at] for at in pick(parse_ranges(asked), gone)]
    if gone:
        session.say(b"VANISHED (EARLIER) " + spell_set(gone))
        selected.watcher.removed.difference_update(gone)
        dropped = set(gone)
        selected.uids[:] = [uid for uid in selected.uids if uid not in dropped]


def _modifiers(session: Session, rest: list[Token], wanted: Wanted) -> tuple[int | None, bool]:
    if not rest:
        return None, False
    words = as_list(rest[0])
    if not session.offers("CONDSTORE") or as_upper(words[0]) != "CHANGEDSINCE" or len(words) == 1:
        raise Refused("BAD unknown FETCH modifier")
    vanished = [as_upper(word) for word in words[2:]] == ["VANISHED"]
    if vanished and "QRESYNC" not in session.enabled:
        raise Refused("BAD enable QRESYNC first")
    session.enabled.add("CONDSTORE")
    if _modseq not in wanted.pieces:
        wanted.pieces.append(_modseq)
    return as_number(words[1]), vanished


def _wanted(session: Session, items: Token, *, uid: bool) -> Wanted:
    wanted = Wanted([_uid] if uid else [])
    words = as_list(items)
    if len(words) == 1 and as_upper(words[0]) in _MACROS:
        names: list[bytes] = [name.encode() for name in _MACROS[as_upper(words[0])]]
    else:
        names = [as_bytes(word) for word in words]
    for name in names:
        piece = _piece(session, name, wanted)
        if piece is not None and piece not in wanted.pieces:
            wanted.pieces.append(piece)
    return wanted


def _piece(session: Session, name: bytes, wanted: Wanted) -> Piece | None:
    upper = name.decode("latin-1").upper()
    found = _PLAIN.get(upper)
    if upper == "FLAGS":
        wanted.has_flags = True
    if upper == "MODSEQ":
        if not session.offers("CONDSTORE"):
            raise Refused("BAD unknown FETCH item")
        session.enabled.add("CONDSTORE")
    if upper in ("RFC822", "RFC822.TEXT"):
        wanted.sets_seen = True
    found = _odd_piece(session, upper) or found
    if found is None and upper.startswith("X-GM-"):
        found = gmail_part(session, upper)
    if found is None:
        found = _body_piece(session, name, wanted)
    return found


def _odd_piece(session: Session, upper: str) -> Piece | None:
    odd_date = session.fault(FaultKind.ODD_DATE)
    if upper == "INTERNALDATE" and odd_date:
        text = odd_date.text or "31-Feb-2026 25:61:61 +9999"
        return lambda _mail: b'INTERNALDATE "%b"' % text.encode()
    if upper == "RFC822.SIZE" and session.fault(FaultKind.WRONG_SIZE):
        return lambda mail: b"RFC822.SIZE %d" % (len(mail.raw) * 2 + 7)
    if upper == "RFC822" and session.behaviour.has(Quirk.EMPTY_RFC822):
        return lambda _mail: b'RFC822 ""'
    if upper == "ENVELOPE" and session.behaviour.has(Quirk.STRAY_BACKSLASH):
        return lambda mail: _envelope(mail).replace(b' "', b' "\\ ', 2)
    return None


def _body_piece(session: Session, name: bytes, wanted: Wanted) -> Piece:
    found = _BODY.match(name)
    if not found:
        raise Refused("BAD unknown FETCH item")
    peek, section, start, length = found.groups()
    if not peek:
        wanted.sets_seen = True
    label = b"BODY[" + section + b"]" + (b"<%b>" % start if start is not None else b"")
    first = int(start or 0)
    last = first + int(length) if length is not None else None
    cut = _section(section)
    nil = session.fault(FaultKind.NIL_BODY, FaultKind.EXPUNGE_NIL)
    gone = session.folder().folder

    def piece(mail: StoredMail) -> bytes:
        if nil and (mail.uid % nil.every == 0 if nil.kind is FaultKind.NIL_BODY else not gone.find(mail.uid)):
            return label + b" NIL"
        body = cut(mail)
        if body is None:
            return label + b" NIL"
        body = body[first:last] if start is not None else body
        return b"%b {%d}\r\n%b" % (label, len(body), body)

    return piece


def _section(section: bytes) -> Callable[[StoredMail], bytes | None]:
    upper = section.upper()
    if not section:
        return lambda mail: mail.raw
    numbered = _PATH.match(section)
    if numbered:
        path = [int(number) for number in numbered.group(1).split(b".")]
        return _numbered_section(path, (numbered.group(2) or b"").upper())
    if upper == b"HEADER":
        return lambda mail: split_header(mail.raw)[0]
    if upper == b"TEXT":
        return lambda mail: split_header(mail.raw)[1]
    fields = _FIELDS.match(section)
    if not fields:
        raise Refused("BAD unknown section")
    names = {name.strip(b'"').upper() for name in fields.group(2).split()}
    other = fields.group(1) is not None
    return lambda mail: pick_fields(split_header(mail.raw)[0], names, other=other)


def _numbered_section(path: list[int], what: bytes) -> Callable[[StoredMail], bytes | None]:
    def cut(mail: StoredMail) -> bytes | None:
        part = parse_part(mail.raw).child(path)
        if part is None or what not in (b"", b"MIME", b"HEADER", b"TEXT"):
            return None
        if what == b"MIME":
            return part.header
        if what and part.kind == "message/rfc822" and part.children:
            return part.children[0].header if what == b"HEADER" else part.children[0].body
        return None if what else part.body

    return cut


def _uid(mail: StoredMail) -> bytes:
    return b"UID %d" % mail.uid


def _flags(mail: StoredMail) -> bytes:
    return b"FLAGS (" + spell_flags(mail.flags) + b")"


def _modseq(mail: StoredMail) -> bytes:
    return b"MODSEQ (%d)" % mail.modseq


def _date(mail: StoredMail) -> bytes:
    return b'INTERNALDATE "' + spell_date(mail.internal_date) + b'"'


def _envelope(mail: StoredMail) -> bytes:
    return b"ENVELOPE " + envelope(parse_part(mail.raw))


def _literal(name: bytes, body: bytes) -> bytes:
    return b"%b {%d}\r\n%b" % (name, len(body), body)


def spell_date(when: datetime) -> bytes:
    """A date-time as INTERNALDATE has it."""
    zone = when.strftime("%z") or "+0000"
    month = _MONTHS[when.month - 1]
    clock = f"{when.hour:02d}:{when.minute:02d}:{when.second:02d}"
    return f"{when.day:2d}-{month}-{when.year:04d} {clock} {zone}".encode()


_PLAIN: dict[str, Piece] = {
    "UID": _uid,
    "FLAGS": _flags,
    "MODSEQ": _modseq,
    "INTERNALDATE": _date,
    "RFC822.SIZE": lambda mail: b"RFC822.SIZE %d" % len(mail.raw),
    "ENVELOPE": _envelope,
    "BODYSTRUCTURE": lambda mail: b"BODYSTRUCTURE " + body_structure(parse_part(mail.raw), extended=True),
    "BODY": lambda mail: b"BODY " + body_structure(parse_part(mail.raw), extended=False),
    "RFC822": lambda mail: _literal(b"RFC822", mail.raw),
    "RFC822.HEADER": lambda mail: _literal(b"RFC822.HEADER", split_header(mail.raw)[0]),
    "RFC822.TEXT": lambda mail: _literal(b"RFC822.TEXT", split_header(mail.raw)[1]),
}
