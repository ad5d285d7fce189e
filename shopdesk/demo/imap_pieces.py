"""The data items of FETCH: how each is cut from a message and spelled (RFC 3501, section 6.4.5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from shopdesk.demo.behaviour import FaultKind, Quirk
from shopdesk.demo.imap_dates import spell_date
from shopdesk.demo.imap_folder import StoredMail
from shopdesk.demo.imap_gmail import gmail_part
from shopdesk.demo.imap_mime import body_structure, envelope, parse_part, pick_fields, split_header
from shopdesk.demo.imap_parser import Refused
from shopdesk.demo.imap_session import Session, spell_flags

Piece = Callable[[StoredMail], bytes]
"""Spells one data item of a message, name and value."""

_BODY = re.compile(rb"(?i)^BODY(\.PEEK)?\[(.*)\](?:<(\d+)(?:\.(\d+))?>)?$")
_FIELDS = re.compile(rb"(?i)^HEADER\.FIELDS(\.NOT)?\s*\((.*)\)$")
_PATH = re.compile(rb"^((?:\d+)(?:\.\d+)*)(?:\.(.+))?$")


def sets_seen(name: bytes) -> bool:
    """Say whether fetching this item marks the message as read."""
    upper = name.upper()
    return upper in (b"RFC822", b"RFC822.TEXT") or upper.startswith(b"BODY[")


def piece_for(session: Session, name: bytes) -> Piece:
    """The speller of a data item; raises Refused for an item that the server does not know."""
    upper = name.decode("latin-1").upper()
    if upper == "MODSEQ":
        if not session.offers("CONDSTORE"):
            raise Refused("BAD unknown FETCH item")
        session.enabled.add("CONDSTORE")
    if upper == "EMAILID" and session.offers("OBJECTID"):
        return lambda mail: b"EMAILID (M%d)" % mail.gmail_id()
    if upper.startswith("X-GM-"):
        return gmail_part(session, upper)
    return _odd_piece(session, upper) or _PLAIN.get(upper) or _body_piece(session, name)


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


def _body_piece(session: Session, name: bytes) -> Piece:
    found = _BODY.match(name)
    if not found:
        raise Refused("BAD unknown FETCH item")
    _, section, start, length = found.groups()
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


def uid_piece(mail: StoredMail) -> bytes:
    """UID and its value."""
    return b"UID %d" % mail.uid


def flags_piece(mail: StoredMail) -> bytes:
    """FLAGS and their value."""
    return b"FLAGS (" + spell_flags(mail.flags) + b")"


def modseq_piece(mail: StoredMail) -> bytes:
    """MODSEQ and its value."""
    return b"MODSEQ (%d)" % mail.modseq


def _date(mail: StoredMail) -> bytes:
    return b'INTERNALDATE "' + spell_date(mail.internal_date) + b'"'


def _envelope(mail: StoredMail) -> bytes:
    return b"ENVELOPE " + envelope(parse_part(mail.raw))


def _literal(name: bytes, body: bytes) -> bytes:
    return b"%b {%d}\r\n%b" % (name, len(body), body)


_PLAIN: dict[str, Piece] = {
    "UID": uid_piece,
    "FLAGS": flags_piece,
    "MODSEQ": modseq_piece,
    "INTERNALDATE": _date,
    "RFC822.SIZE": lambda mail: b"RFC822.SIZE %d" % len(mail.raw),
    "ENVELOPE": _envelope,
    "BODYSTRUCTURE": lambda mail: b"BODYSTRUCTURE " + body_structure(parse_part(mail.raw), extended=True),
    "BODY": lambda mail: b"BODY " + body_structure(parse_part(mail.raw), extended=False),
    "RFC822": lambda mail: _literal(b"RFC822", mail.raw),
    "RFC822.HEADER": lambda mail: _literal(b"RFC822.HEADER", split_header(mail.raw)[0]),
    "RFC822.TEXT": lambda mail: _literal(b"RFC822.TEXT", split_header(mail.raw)[1]),
}
