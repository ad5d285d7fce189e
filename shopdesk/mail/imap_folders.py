"""LIST: which folders a server has, what they are called, and what they are for."""

import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from imapclient import imap_utf7

from shopdesk.domain.mailbox import FolderRole, ServerFolder
from shopdesk.mail.folder_names import ROLE_OF_NAME

_LINE = re.compile(rb'^\((?P<marks>[^)]*)\)\s+(?:"(?P<sep>\\?.)"|NIL)\s+(?P<name>.*)$', re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(rb'^"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_OBJECT_ID = re.compile(rb"MAILBOXID \(([A-Za-z0-9_-]{1,255})\)", re.IGNORECASE)
_GMAIL = ("[gmail]/", "[google mail]/")
_SELECTABLE_NOT = {"\\noselect", "\\nonexistent"}

_ROLE_OF_MARK = {
    "\\sent": FolderRole.SENT,
    "\\drafts": FolderRole.DRAFTS,
    "\\trash": FolderRole.TRASH,
    "\\junk": FolderRole.JUNK,
    "\\spam": FolderRole.JUNK,
    "\\archive": FolderRole.ARCHIVE,
    "\\all": FolderRole.ALL,
    "\\allmail": FolderRole.ALL,
    "\\flagged": FolderRole.ALL,
    "\\starred": FolderRole.ALL,
    "\\important": FolderRole.ALL,
    "\\inbox": FolderRole.INBOX,
}
_PASSED_ON = frozenset({FolderRole.TRASH, FolderRole.JUNK, FolderRole.DRAFTS})
"""Roles that folders beneath share: a folder thrown away is still rubbish."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of LIST."""

    raw: bytes
    """The name in the server's bytes."""
    name: str
    separator: str
    marks: frozenset[str]
    """Attributes, casefolded."""


def read_list(responses: Iterable[Any]) -> list[Listed]:
    """Read imaplib's list for LIST or XLIST; lines that make no sense are left out, of doubles the first stays."""
    found: dict[str, Listed] = {}
    pending: bytes | None = None
    for response in responses:
        if isinstance(response, tuple):
            pending = response[0]
            listed = _listed(pending[: pending.rfind(b"{")] + b"x", response[1])
        elif pending is not None:
            pending = None
            continue
        else:
            listed = _listed(response, None)
        if listed is not None:
            found.setdefault(listed.name, listed)
    return list(found.values())


def read_object_ids(responses: Iterable[Any]) -> dict[bytes, str]:
    """MAILBOXID (RFC 8474) by the server's bytes of the name, out of imaplib's list for STATUS."""
    found = {}
    for response in responses:
        head, name = (response[1], response[0]) if isinstance(response, tuple) else (response, b"")
        given = _OBJECT_ID.search(head)
        if given and not name:
            found[_unquoted(head[: head.rfind(b" (", 0, given.start())])] = given.group(1).decode("ascii")
    return found


def server_folders(
    listing: Sequence[Listed], object_ids: dict[bytes, str], not_mail: frozenset[str] = frozenset()
) -> list[ServerFolder]:
    """Folders with their roles; those that a parent's role decides come out with it."""
    roles: dict[str, FolderRole] = {}
    folders = []
    for listed in sorted(listing, key=lambda one: one.name.count(one.separator) if one.separator else 0):
        role = roles[listed.name] = _role(listed, roles, not_mail)
        selectable = not _SELECTABLE_NOT & listed.marks
        folders.append(ServerFolder(listed.name, role, selectable, object_ids.get(listed.raw, "")))
    return folders


def decoded(raw: bytes) -> str:
    """A folder name as text: modified UTF-7 (RFC 3501), or what the server must have meant."""
    if raw.isascii():
        try:
            return _inbox(imap_utf7.decode(raw))
        except (UnicodeError, binascii.Error, ValueError):
            return raw.decode("ascii")
    try:
        return _inbox(raw.decode("utf-8"))
    except UnicodeError:
        return raw.decode("latin-1")


def encoded(name: str) -> bytes:
    """The bytes of a folder name in modified UTF-7."""
    coded: bytes = imap_utf7.encode(name)
    return coded


def _listed(line: bytes, literal: bytes | None) -> Listed | None:
    found = _LINE.match(line)
    if found is None:
        return None
    raw = _unquoted(found.group("name")) if literal is None else literal
    separator = (found.group("sep") or b"")[-1:].decode("latin-1")
    marks = frozenset(found.group("marks").decode("utf-8", "replace").casefold().split())
    name = decoded(raw)
    if "\\inbox" in marks and "/" not in name:
        name = "INBOX"
    return Listed(raw, name, separator, marks) if name and "\0" not in name else None


def _unquoted(text: bytes) -> bytes:
    quoted = _QUOTED.match(text)
    return _ESCAPED.sub(rb"\1", quoted.group(1)) if quoted else text.rstrip()


def _inbox(name: str) -> str:
    return "INBOX" if name.upper() == "INBOX" else name


def _role(listed: Listed, roles: dict[str, FolderRole], not_mail: frozenset[str]) -> FolderRole:
    if listed.name == "INBOX":
        return FolderRole.INBOX
    marked = [_ROLE_OF_MARK[mark] for mark in sorted(listed.marks) if mark in _ROLE_OF_MARK]
    if marked:
        return marked[0]
    parent, _, last = listed.name.rpartition(listed.separator) if listed.separator else ("", "", listed.name)
    above = roles.get(parent)
    if above in _PASSED_ON:
        return above
    folded = last.casefold()
    if folded in not_mail and parent in {"", "INBOX"}:
        return FolderRole.ALL
    if listed.name.casefold().startswith(_GMAIL):  # its own folders; labels of the user are not in there
        return ROLE_OF_NAME.get(folded, FolderRole.ALL)
    return ROLE_OF_NAME.get(folded, FolderRole.OTHER)
