"""What is done to folders for sent mails: look for a Message-ID, put a copy in, mark what was answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shopdesk.mail.imap_connection import Literal, in_quotes
from shopdesk.mail.imap_errors import folder_refusal, refusal
from shopdesk.mail.imap_fetch import Item
from shopdesk.mail.imap_line import Line

_MESSAGE_ID = (
    b"(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID X-MICROSOFT-ORIGINAL-MESSAGE-ID X-GOOGLE-ORIGINAL-MESSAGE-ID)])"
)
"""A provider that gives a mail another Message-ID keeps ours in a field of its own."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEWEST = 200
"""Where a server cannot search, so many of the newest mails are looked at; of what it finds, no more than these."""
_LATELY = 30
"""So many of the newest are looked at where the search finds nothing: its index may lag behind."""


class Fetching(Protocol):
    """Fetches items in batches."""

    def __call__(self, uids: Sequence[int], what: bytes) -> Mapping[int, Item]: ...


def find_copies(line: Line, message_id: str, uids_from_below: int, fetch: Fetching) -> list[int]:
    """UIDs of the mails in the open folder that left with exactly this Message-ID. In: UIDNEXT of the folder.

    Servers look for a part of the header (an empty text would find every mail, and some find every mail anyway), so
    the header itself decides.
    """
    if not message_id:
        return []
    wanted = message_id.encode("ascii", "replace")
    answer = line.run(b"UID SEARCH HEADER MESSAGE-ID", in_quotes(wanted))
    words = [word for words in answer.untagged.get("SEARCH", []) for word in words.split()]
    found = sorted(int(word) for word in words if word.isdigit())[-_NEWEST:]
    lately = range(max(1, uids_from_below - (_LATELY if answer.ok else _NEWEST)), uids_from_below)
    return _with_id(wanted, found, fetch) or _with_id(wanted, lately, fetch)


def _with_id(message_id: bytes, uids: Sequence[int], fetch: Fetching) -> list[int]:
    items = fetch(uids, _MESSAGE_ID) if uids else {}
    return sorted(uid for uid, item in items.items() if message_id in (item.body or b"").split())


def append(line: Line, name: bytes, raw: bytes, at: datetime) -> None:
    """APPEND as read, with the time it was sent; raises `FolderGone`, `ServerRefused` (over quota, too large)."""
    moment = at.astimezone()
    date = f'"{moment.day:2}-{_MONTHS[moment.month - 1]}-{moment:%Y %H:%M:%S %z}"'.encode("ascii")
    answer = line.run(b"APPEND", line.folder_word(name), b"(\\Seen)", date, Literal(raw))
    if not answer.ok:
        raise folder_refusal(line.host, answer.text)


def mark_answered(line: Line, name: bytes, uidvalidity: int, uid: int) -> None:
    """Set \\Answered on one mail; nothing when the folder is another one under the same name."""
    answer = line.run(b"SELECT", line.folder_word(name))
    if not answer.ok:
        raise folder_refusal(line.host, answer.text)
    line.client.engine.state = "SELECTED"
    if (answer.number("UIDVALIDITY") or 1) != uidvalidity:
        return
    answer = line.run(b"UID STORE %d +FLAGS.SILENT (\\Answered)" % uid)
    if not answer.ok:
        raise refusal(line.host, answer.text)
