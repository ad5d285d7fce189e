"""Folders and messages of the demo IMAP server, and what connections still have to be told of them."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class FolderPlan:
    """A folder to be made: its full name and attributes such as ``\\Sent`` or ``\\Noselect``."""

    name: str
    attributes: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class StoredMail:
    """One message in one folder; flags and modseq change, the bytes never do."""

    uid: int
    raw: bytes
    flags: frozenset[str]
    internal_date: datetime
    modseq: int

    def gmail_id(self) -> int:
        """Number of these bytes, the same in every folder (X-GM-MSGID)."""
        return int.from_bytes(hashlib.sha256(self.raw).digest()[:8], "big") >> 1


class Watcher:
    """What one connection still has to be told about its selected folder."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self.arrived: list[int] = []
        self.removed: set[int] = set()
        self.changed: set[int] = set()
        self.folder_is_gone = False
        self._wake = wake

    def wake(self) -> None:
        """Rouse the connection if it idles."""
        self._wake()

    def has_news(self) -> bool:
        """Say whether anything waits to be told."""
        return bool(self.arrived or self.removed or self.changed or self.folder_is_gone)


@dataclass(eq=False)
class Folder:
    """One folder; change it only through the store, which holds the lock."""

    name: str
    attributes: tuple[str, ...]
    uidvalidity: int
    uidnext: int = 1
    highestmodseq: int = 1
    mails: list[StoredMail] = field(default_factory=list)
    vanished: list[tuple[int, int]] = field(default_factory=list)
    """(modseq, uid) of every message that left."""
    watchers: list[Watcher] = field(default_factory=list)
    object_id: str = ""
    """Stays when the folder is renamed (RFC 8474)."""
    was_selected: bool = False
    """Opened for writing at least once."""

    def find(self, uid: int) -> StoredMail | None:
        """The message with this UID, or None."""
        index = bisect_left(self.mails, uid, key=lambda mail: mail.uid)
        if index < len(self.mails) and self.mails[index].uid == uid:
            return self.mails[index]
        return None

    def add(self, raw: bytes, flags: Iterable[str], internal_date: datetime) -> StoredMail:
        """Append a message under the next UID and tell the watchers."""
        self.highestmodseq += 1
        mail = StoredMail(self.uidnext, raw, frozenset(flags), internal_date, self.highestmodseq)
        self.uidnext += 1
        self.mails.append(mail)
        for watcher in self.watchers:
            watcher.arrived.append(mail.uid)
        return mail

    def remove(self, uids: Collection[int]) -> list[int]:
        """Expunge these UIDs in one step; returns those that were there."""
        wanted = set(uids)
        gone = [mail.uid for mail in self.mails if mail.uid in wanted]
        if gone:
            self.highestmodseq += 1
            self.mails = [mail for mail in self.mails if mail.uid not in wanted]
            self.vanished += [(self.highestmodseq, uid) for uid in gone]
            for watcher in self.watchers:
                watcher.removed.update(gone)
        return gone

    def flag(self, mail: StoredMail, flags: Iterable[str], by: Watcher | None) -> None:
        """Set a message's flags; every watcher but ``by`` is told."""
        self.highestmodseq += 1
        mail.flags = frozenset(flags)
        mail.modseq = self.highestmodseq
        for watcher in self.watchers:
            if watcher is not by:
                watcher.changed.add(mail.uid)

    def wake_watchers(self) -> None:
        """Rouse every idling connection."""
        for watcher in self.watchers:
            watcher.wake()
