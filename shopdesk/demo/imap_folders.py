"""Commands about folders: LIST, STATUS, CREATE, DELETE, RENAME, subscriptions (RFC 3501, 6154, 5819)."""

from __future__ import annotations

import re

from shopdesk.demo.behaviour import Quirk
from shopdesk.demo.imap_folder import Folder
from shopdesk.demo.imap_parser import Refused, Token, as_bytes, as_list, as_name, as_upper, quote
from shopdesk.demo.imap_session import Session
from shopdesk.demo.imap_store import FolderExists, UnknownFolder
from shopdesk.demo.utf7 import decode_name, encode_name

_SPECIAL = {"\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Important", "\\Junk", "\\Sent", "\\Trash"}
_XLIST_NAMES = {"\\Junk": "\\Spam", "\\All": "\\AllMail", "\\Flagged": "\\Starred"}


def list_folders(session: Session, arguments: list[Token], *, word: str) -> bytes:
    """Answer LIST, LSUB or XLIST (``word``)."""
    selection: set[str] = set()
    if arguments and isinstance(arguments[0], list):
        selection = {as_upper(option) for option in as_list(arguments.pop(0))}
    if len(arguments) < 2:  # noqa: PLR2004 — reference and pattern
        raise Refused("BAD a reference and a pattern are expected")
    reference = as_name(arguments[0])
    patterns = [as_bytes(pattern) for pattern in as_list(arguments[1])]
    if patterns == [b""]:
        session.say(word.encode() + b" (\\Noselect) " + quote(session.behaviour.separator) + b' ""')
        return b"OK listed"
    matchers = [_matcher(reference + decode_name(text), session.behaviour.separator) for text in patterns]
    status = _status_option(arguments[2:])
    for folder in session.house.store.folders(session.user):
        if any(matcher.fullmatch(folder.name) for matcher in matchers):
            _list_one(session, folder, word, selection, status)
    return b"OK listed"


def _list_one(session: Session, folder: Folder, word: str, selection: set[str], status: list[Token] | None) -> None:
    subscribed = session.house.store.subscription(session.user, folder.name)
    if (word == "LSUB" or "SUBSCRIBED" in selection) and not subscribed:
        return
    if "SPECIAL-USE" in selection and not _SPECIAL & set(folder.attributes):
        return
    marks = " ".join(_marks(session, folder, word)).encode()
    pieces = (word.encode(), b"(" + marks + b")", quote(session.behaviour.separator), _wire_name(folder.name))
    session.say(b" ".join(pieces))
    if status is not None and "\\Noselect" not in folder.attributes:
        _say_status(session, folder, status)


def _marks(session: Session, folder: Folder, word: str) -> list[str]:
    marks = list(folder.attributes)
    if session.behaviour.has(Quirk.NO_SPECIAL_USE_MARKS):
        marks = [mark for mark in marks if mark not in _SPECIAL]
    if word == "XLIST":
        marks = [_XLIST_NAMES.get(mark, mark) for mark in marks]
        if folder.name == "INBOX":
            marks.append("\\Inbox")
    start = folder.name + session.behaviour.separator
    names = (each.name for each in session.house.store.folders(session.user))
    has_children = any(name.startswith(start) for name in names)
    return ["\\HasChildren" if has_children else "\\HasNoChildren", *marks]


def _matcher(pattern: str, separator: str) -> re.Pattern[str]:
    inside = f"[^{re.escape(separator)}]*"
    pieces = ({"*": ".*", "%": inside}.get(char, re.escape(char)) for char in pattern)
    flags = re.DOTALL | (re.IGNORECASE if pattern.upper() == "INBOX" else 0)
    return re.compile("".join(pieces), flags)


def _status_option(rest: list[Token]) -> list[Token] | None:
    if len(rest) != 2 or as_upper(rest[0]) != "RETURN":  # noqa: PLR2004 — RETURN and its list
        return None
    options = as_list(rest[1])
    for at, option in enumerate(options[:-1]):
        if not isinstance(option, list) and as_upper(option) == "STATUS":
            return as_list(options[at + 1])
    return None


def status(session: Session, arguments: list[Token]) -> bytes:
    """Answer STATUS."""
    if len(arguments) != 2:  # noqa: PLR2004 — folder and items
        raise Refused("BAD a folder and items are expected")
    _say_status(session, find_folder(session, arguments[0]), as_list(arguments[1]))
    return b"OK status"


def _say_status(session: Session, folder: Folder, items: list[Token]) -> None:
    with session.house.store.lock:
        unseen = sum("\\Seen" not in mail.flags for mail in folder.mails)
        values: dict[str, int | str] = {
            "MESSAGES": len(folder.mails),
            "RECENT": 0,
            "UIDNEXT": folder.uidnext,
            "UIDVALIDITY": folder.uidvalidity,
            "UNSEEN": unseen,
            "SIZE": sum(len(mail.raw) for mail in folder.mails),
        }
        if session.offers("CONDSTORE"):
            values["HIGHESTMODSEQ"] = folder.highestmodseq
        if session.offers("OBJECTID"):
            values["MAILBOXID"] = f"({folder.object_id})"
    names = [as_upper(item) for item in items]
    if not set(names) <= set(values):
        raise Refused("BAD unknown STATUS item")
    spelled = " ".join(f"{name} {values[name]}" for name in names)
    session.say(b"STATUS " + _wire_name(folder.name) + b" (" + spelled.encode() + b")")


def find_folder(session: Session, token: Token) -> Folder:
    """The folder that a command names."""
    try:
        return session.house.store.folder(session.user, as_name(token))
    except UnknownFolder as error:
        raise Refused("NO [NONEXISTENT] no such folder") from error


def create(session: Session, arguments: list[Token]) -> bytes:
    """Answer CREATE (with USE, RFC 6154)."""
    name = as_name(_one(arguments[:1])).removesuffix(session.behaviour.separator)
    marks: tuple[str, ...] = ()
    if len(arguments) > 1 and session.offers("CREATE-SPECIAL-USE"):
        words = as_list(arguments[1])
        marks = tuple(as_bytes(mark).decode("latin-1") for mark in as_list(words[-1]))
    try:
        session.house.store.create_folder(session.user, name, marks)
    except FolderExists as error:
        raise Refused("NO [ALREADYEXISTS] there is such a folder") from error
    return b"OK created"


def delete(session: Session, arguments: list[Token]) -> bytes:
    """Answer DELETE."""
    folder = find_folder(session, _one(arguments))
    if folder.name == "INBOX":
        raise Refused("NO [CANNOT] INBOX stays")
    if session.selected is not None and session.selected.folder is folder:
        session.leave_folder()
    session.house.store.delete_folder(session.user, folder.name)
    return b"OK deleted"


def rename(session: Session, arguments: list[Token]) -> bytes:
    """Answer RENAME."""
    if len(arguments) != 2:  # noqa: PLR2004 — old and new
        raise Refused("BAD two names are expected")
    folder = find_folder(session, arguments[0])
    store, separator = session.house.store, session.behaviour.separator
    try:
        store.rename_folder(session.user, folder.name, as_name(arguments[1]), separator)
    except FolderExists as error:
        raise Refused("NO [ALREADYEXISTS] there is such a folder") from error
    return b"OK renamed"


def subscribe(session: Session, arguments: list[Token], *, wanted: bool) -> bytes:
    """Answer SUBSCRIBE or UNSUBSCRIBE."""
    folder = find_folder(session, _one(arguments))
    session.house.store.subscription(session.user, folder.name, wanted=wanted)
    return b"OK noted"


def namespace(session: Session, _arguments: list[Token]) -> bytes:
    """Answer NAMESPACE (RFC 2342)."""
    prefix, separator = quote(session.behaviour.prefix), quote(session.behaviour.separator)
    session.say(b"NAMESPACE ((" + prefix + b" " + separator + b")) NIL NIL")
    return b"OK namespace"


def _one(arguments: list[Token]) -> Token:
    if len(arguments) != 1:
        raise Refused("BAD a folder name is expected")
    return arguments[0]


def _wire_name(name: str) -> bytes:
    return quote(encode_name(name))
