"""Opening and closing folders: SELECT, EXAMINE, CLOSE, UNSELECT (RFC 3501, 3691, 7162)."""

from __future__ import annotations

from shopdesk.demo.behaviour import FaultKind, Quirk
from shopdesk.demo.imap_folder import Folder, Watcher
from shopdesk.demo.imap_folders import find_folder
from shopdesk.demo.imap_parser import (
    Refused,
    Token,
    as_list,
    as_number,
    as_upper,
    parse_ranges,
    pick,
    spell_set,
)
from shopdesk.demo.imap_session import Selected, Session, flag_line, known_flags


def select(session: Session, arguments: list[Token], *, is_readonly: bool) -> bytes:
    """Answer SELECT or EXAMINE with their CONDSTORE and QRESYNC parameters."""
    if not arguments:
        raise Refused("BAD a folder is expected")
    session.leave_folder()
    folder = _openable(session, arguments[0])
    if session.behaviour.has(Quirk.NUMBERS_KEPT_BY_SELECT) and not folder.was_selected:
        session.house.store.change_uidvalidity(session.user, folder.name, renumber=False)
    folder.was_selected |= not is_readonly
    resync = _parameters(session, arguments[1:])
    with session.house.store.lock:
        watcher = Watcher(session.wire.wake)
        folder.watchers.append(watcher)
        uids = [mail.uid for mail in folder.mails]
        if session.behaviour.has(Quirk.PARTIAL_VIEW):
            uids = uids[-(session.behaviour.message_limit or len(uids)) :]
        session.selected = Selected(folder, watcher, uids, is_readonly)
        _describe(session, session.selected)
        if resync:
            _resync(session, session.selected, resync)
    return b"OK [READ-ONLY] opened" if is_readonly else b"OK [READ-WRITE] opened"


def _openable(session: Session, token: Token) -> Folder:
    if session.behaviour.has(Quirk.ID_WALL) and not session.is_identified:
        raise Refused("NO SELECT Unsafe Login. Please contact kefu@188.com for help")
    folder = find_folder(session, token)
    if "\\Noselect" in folder.attributes or folder.name in session.behaviour.refused_folders:
        raise Refused("NO [CANNOT] this folder cannot be opened")
    if session.fault(FaultKind.NEW_UIDVALIDITY):
        session.house.store.change_uidvalidity(session.user, folder.name)
    return folder


def _describe(session: Session, selected: Selected) -> None:
    folder = selected.folder
    mails = folder.mails[len(folder.mails) - len(selected.uids) :]
    selected.keywords = {flag for mail in mails for flag in mail.flags if not flag.startswith("\\")}
    words = known_flags(selected)
    session.say(b"FLAGS (" + words + b")")
    permanent = b"" if selected.is_readonly else words + b" \\*"
    session.say(b"OK [PERMANENTFLAGS (" + permanent + b")] these stay")
    session.say(b"%d EXISTS" % len(selected.uids))
    session.say(b"0 RECENT")
    unseen = next((number for number, mail in enumerate(mails, 1) if "\\Seen" not in mail.flags), 0)
    if unseen:
        session.say(b"OK [UNSEEN %d] first unseen" % unseen)
    session.say(b"OK [UIDVALIDITY %d] valid" % folder.uidvalidity)
    session.say(b"OK [UIDNEXT %d] next" % folder.uidnext)
    if session.offers("OBJECTID"):
        session.say(b"OK [MAILBOXID (" + folder.object_id.encode() + b")] this folder")
    if session.offers("CONDSTORE"):
        session.say(b"OK [HIGHESTMODSEQ %d] highest" % folder.highestmodseq)


def _parameters(session: Session, rest: list[Token]) -> list[Token]:
    words = as_list(rest[0]) if rest else []
    resync: list[Token] = []
    at = 0
    while at < len(words):
        name = as_upper(words[at])
        if name not in ("CONDSTORE", "QRESYNC") or not session.offers(name):
            raise Refused("BAD unknown SELECT parameter")
        session.enabled.add("CONDSTORE")
        if name == "QRESYNC":
            if "QRESYNC" not in session.enabled or at + 1 == len(words):
                raise Refused("BAD enable QRESYNC first")
            at += 1
            resync = as_list(words[at])
        at += 1
    return resync


def _resync(session: Session, selected: Selected, resync: list[Token]) -> None:
    folder = selected.folder
    if as_number(resync[0]) != folder.uidvalidity:
        return
    since = as_number(resync[1])
    gone = sorted({uid for modseq, uid in folder.vanished if modseq > since})
    if len(resync) > 2 and not isinstance(resync[2], list):  # noqa: PLR2004 — the known UIDs stand third
        gone = [gone[at] for at in pick(parse_ranges(resync[2]), gone, star=folder.uidnext - 1)]
    if gone:
        session.say(b"VANISHED (EARLIER) " + spell_set(gone))
    changed = [mail for mail in folder.mails if mail.modseq > since]
    session.say_raw(flag_line(selected.number(mail.uid), mail, with_uid=True, session=session) for mail in changed)


def close(session: Session, _arguments: list[Token]) -> bytes:
    """Answer CLOSE: expunges silently what is marked as deleted."""
    selected = session.folder()
    session.leave_folder()
    if not selected.is_readonly:
        store = session.house.store
        with store.lock:
            doomed = [mail.uid for mail in selected.folder.mails if "\\Deleted" in mail.flags]
            store.expunge(session.user, selected.folder.name, doomed)
    return b"OK closed"


def unselect(session: Session, _arguments: list[Token]) -> bytes:
    """Answer UNSELECT."""
    session.folder()
    session.leave_folder()
    return b"OK unselected"
