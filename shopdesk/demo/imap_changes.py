"""Commands that change messages: STORE, COPY, MOVE, EXPUNGE, APPEND (RFC 3501, 4315, 6851, 7162)."""

from __future__ import annotations

from datetime import UTC, datetime

from shopdesk.demo.imap_dates import read_date
from shopdesk.demo.imap_folder import Folder, StoredMail
from shopdesk.demo.imap_parser import (
    Refused,
    Text,
    Token,
    as_bytes,
    as_list,
    as_name,
    as_number,
    as_upper,
    spell_set,
)
from shopdesk.demo.imap_session import Selected, Session, flag_line
from shopdesk.demo.imap_sets import chosen_mails, chosen_uids
from shopdesk.demo.imap_store import UnknownFolder

_SYSTEM = {flag.upper(): flag for flag in ("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft")}


def store(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer STORE or UID STORE."""
    selected = _writable(session)
    if len(arguments) < 3:  # noqa: PLR2004 — set, item, flags
        raise Refused("BAD a set, an item and flags are expected")
    ceiling, rest = _unchanged_since(session, arguments[1:])
    item, given = as_upper(rest[0]), _flags(rest[1:])
    if item.removesuffix(".SILENT") not in ("FLAGS", "+FLAGS", "-FLAGS"):
        raise Refused("BAD unknown STORE item")
    failed: list[int] = []
    with session.house.store.lock:
        for mail in chosen_mails(session, arguments[0], uid=uid):
            if ceiling is not None and mail.modseq > ceiling:
                failed.append(mail.uid if uid else selected.number(mail.uid))
                continue
            _store_one(session, selected, mail, item, given, uid=uid)
        selected.folder.wake_watchers()
    return b"OK [MODIFIED " + spell_set(failed) + b"] some had changed" if failed else b"OK stored"


def _store_one(
    session: Session, selected: Selected, mail: StoredMail, item: str, given: frozenset[str], *, uid: bool
) -> None:
    flags = {"+": mail.flags | given, "-": mail.flags - given}.get(item[0], given)
    if flags != mail.flags:
        selected.folder.flag(mail, flags, selected.watcher)
    session.tell_keywords(selected, mail.flags)
    has_modseq = bool(session.enabled & {"CONDSTORE", "QRESYNC"})
    if not item.endswith(".SILENT"):
        line = flag_line(selected.number(mail.uid), mail, with_uid=uid, session=session)
        session.say_raw([line])
    elif has_modseq:
        session.say(b"%d FETCH (UID %d MODSEQ (%d))" % (selected.number(mail.uid), mail.uid, mail.modseq))


def _unchanged_since(session: Session, rest: list[Token]) -> tuple[int | None, list[Token]]:
    if not isinstance(rest[0], list):
        return None, rest
    words = rest[0]
    if len(words) != 2 or as_upper(words[0]) != "UNCHANGEDSINCE" or not session.offers("CONDSTORE"):  # noqa: PLR2004
        raise Refused("BAD unknown STORE modifier")
    session.enabled.add("CONDSTORE")
    return as_number(words[1]), rest[1:]


def _flags(tokens: list[Token]) -> frozenset[str]:
    words = [word for token in tokens for word in as_list(token)]
    names = [as_bytes(word).decode("latin-1") for word in words]
    return frozenset(_SYSTEM.get(name.upper(), name) for name in names)


def _writable(session: Session) -> Selected:
    selected = session.folder()
    if selected.is_readonly:
        raise Refused("NO [READ-ONLY] the folder is open for reading only")
    return selected


def copy(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer COPY or UID COPY."""
    selected, target, uids = _transfer(session, arguments, uid=uid)
    mail_store = session.house.store
    with mail_store.lock:
        pairs = mail_store.copy(session.user, selected.folder.name, uids, target.name)
    return b"OK " + _copied(session, target, pairs) + b"copied"


def move(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer MOVE or UID MOVE."""
    _writable(session)
    selected, target, uids = _transfer(session, arguments, uid=uid)
    mail_store = session.house.store
    with mail_store.lock:
        pairs = mail_store.move(session.user, selected.folder.name, uids, target.name)
    code = _copied(session, target, pairs)
    if code:
        session.say(b"OK " + code + b"moved")
    session.tell_news()
    return b"OK moved"


def _transfer(session: Session, arguments: list[Token], *, uid: bool) -> tuple[Selected, Folder, list[int]]:
    if len(arguments) != 2:  # noqa: PLR2004 — set and folder
        raise Refused("BAD a set and a folder are expected")
    return session.folder(), _target(session, arguments[1]), chosen_uids(session, arguments[0], uid=uid)


def _target(session: Session, token: Token) -> Folder:
    try:
        return session.house.store.folder(session.user, as_name(token))
    except UnknownFolder as error:
        raise Refused("NO [TRYCREATE] no such folder") from error


def _copied(session: Session, target: Folder, pairs: list[tuple[int, int]]) -> bytes:
    if not pairs or not session.offers("UIDPLUS"):
        return b""
    old, new = spell_set(a for a, _ in pairs), spell_set(b for _, b in pairs)
    return b"[COPYUID %d %b %b] " % (target.uidvalidity, old, new)


def expunge(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer EXPUNGE, or UID EXPUNGE with its set."""
    selected = _writable(session)
    mail_store = session.house.store
    with mail_store.lock:
        if uid:
            if len(arguments) != 1:
                raise Refused("BAD a set is expected")
            mails = chosen_mails(session, arguments[0], uid=True)
        else:
            mails = selected.folder.mails
        doomed = [mail.uid for mail in mails if "\\Deleted" in mail.flags]
        mail_store.expunge(session.user, selected.folder.name, doomed)
    session.tell_news()
    if "QRESYNC" in session.enabled and doomed:
        return b"OK [HIGHESTMODSEQ %d] expunged" % selected.folder.highestmodseq
    return b"OK expunged"


def append(session: Session, arguments: list[Token]) -> bytes:
    """Answer APPEND."""
    if len(arguments) < 2 or not isinstance(arguments[-1], Text):  # noqa: PLR2004 — folder and literal
        raise Refused("BAD a folder and a literal are expected")
    target = _target(session, arguments[0])
    if "\\Noselect" in target.attributes:
        raise Refused("NO [CANNOT] this folder holds no mail")
    flags: frozenset[str] = frozenset()
    when = datetime.now(UTC)
    for option in arguments[1:-1]:
        if isinstance(option, list):
            flags = _flags([option])
        else:
            when = read_date(as_bytes(option).decode("latin-1"))
    raw = bytes(arguments[-1])
    uid = session.house.store.deliver(session.user, target.name, raw, flags, when)
    if not session.offers("UIDPLUS"):
        return b"OK appended"
    return b"OK [APPENDUID %d %d] appended" % (target.uidvalidity, uid)
