"""Gmail's own FETCH items: the same mail under several labels (X-GM-EXT-1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from shopdesk.demo.behaviour import Quirk
from shopdesk.demo.imap_folder import StoredMail
from shopdesk.demo.imap_mime import split_header
from shopdesk.demo.imap_parser import Refused, quote
from shopdesk.demo.imap_session import Session
from shopdesk.demo.utf7 import encode_name

_ROOT = re.compile(rb"(?im)^(?:References|In-Reply-To|Message-ID)[ \t]*:\s*(<[^>]+>)")
_ROOT_FIRST = re.compile(rb"(?im)^References[ \t]*:\s*(<[^>]+>)")
_MARKS = {"\\Sent", "\\Drafts", "\\Trash", "\\Junk", "\\Important", "\\Flagged"}


def gmail_part(session: Session, item: str) -> Callable[[StoredMail], bytes]:
    """The maker of one X-GM item; refused at servers that are not Gmail."""
    if not session.behaviour.has(Quirk.GMAIL_LABELS):
        raise Refused("BAD unknown FETCH item")
    if item == "X-GM-MSGID":
        return lambda mail: b"X-GM-MSGID %d" % mail.gmail_id()
    if item == "X-GM-THRID":
        return lambda mail: b"X-GM-THRID %d" % _conversation(mail)
    if item == "X-GM-LABELS":
        return lambda mail: b"X-GM-LABELS (%b)" % _labels(session, mail)
    raise Refused("BAD unknown FETCH item")


def _conversation(mail: StoredMail) -> int:
    header = split_header(mail.raw)[0]
    root = _ROOT_FIRST.search(header) or _ROOT.search(header)
    if root is None:
        return mail.gmail_id()
    return StoredMail(0, root.group(1), frozenset(), mail.internal_date, 0).gmail_id()


def _labels(session: Session, mail: StoredMail) -> bytes:
    here = session.folder().folder
    labels: list[bytes] = []
    with session.house.store.lock:
        for folder in session.house.store.folders(session.user):
            if folder is here or not any(each.raw == mail.raw for each in folder.mails):
                continue
            marks = [mark for mark in folder.attributes if mark in _MARKS]
            if folder.name == "INBOX":
                labels.append(quote(b"\\Inbox"))
            elif marks:
                labels.append(quote(marks[0].encode()))
            elif "\\All" not in folder.attributes:
                labels.append(quote(encode_name(folder.name)))
    return b" ".join(labels)
