"""FETCH: which message data the client asked for, and how they are spelled (RFC 3501, 7162)."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.demo.behaviour import FaultKind
from shopdesk.demo.imap_folder import StoredMail
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
from shopdesk.demo.imap_pieces import Piece, flags_piece, modseq_piece, piece_for, sets_seen, uid_piece
from shopdesk.demo.imap_session import Selected, Session
from shopdesk.demo.imap_sets import chosen_mails

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
    if vanished:
        session.tell_news()
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
    shaped = _shape(session, lines)
    session.say_raw(shaped)
    with session.house.lock:
        session.house.counts.answers += len(shaped)


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
            wanted.pieces.append(flags_piece)
        selected.folder.wake_watchers()


def _tell_vanished(session: Session, selected: Selected, asked: Token, since: int) -> None:
    folder = selected.folder
    gone = sorted({uid for modseq, uid in folder.vanished if modseq > since})
    gone = [gone[at] for at in pick(parse_ranges(asked), gone, star=folder.uidnext - 1)]
    if gone:
        session.say(b"VANISHED (EARLIER) " + spell_set(gone))


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
    if modseq_piece not in wanted.pieces:
        wanted.pieces.append(modseq_piece)
    return as_number(words[1]), vanished


def _wanted(session: Session, items: Token, *, uid: bool) -> Wanted:
    wanted = Wanted([uid_piece] if uid else [])
    words = as_list(items)
    if len(words) == 1 and as_upper(words[0]) in _MACROS:
        names: list[bytes] = [name.encode() for name in _MACROS[as_upper(words[0])]]
    else:
        names = [as_bytes(word) for word in words]
    for name in names:
        wanted.sets_seen = wanted.sets_seen or sets_seen(name)
        wanted.has_flags = wanted.has_flags or name.upper() == b"FLAGS"
        piece = piece_for(session, name)
        if piece not in wanted.pieces:
            wanted.pieces.append(piece)
    return wanted
