"""The mail that the demo IMAP server serves: users, folders and messages in memory."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from shopdesk.demo.imap_folder import Folder, FolderPlan, StoredMail


@dataclass(eq=False)
class _User:
    password: str
    folders: dict[str, Folder] = field(default_factory=dict)
    subscribed: set[str] = field(default_factory=set)


class UnknownFolder(LookupError):
    """There is no folder of this name."""


class FolderExists(ValueError):
    """There is a folder of this name already."""


class MailStore:
    """All users' mail; every method is safe to call from any thread."""

    def __init__(self, first_validity: int = 1_700_000_000) -> None:
        self.lock = threading.RLock()
        self._users: dict[str, _User] = {}
        self._last_validity = first_validity

    def add_user(self, name: str, password: str, folders: Sequence[FolderPlan] = ()) -> None:
        """Add a user with INBOX and these folders."""
        with self.lock:
            self._users[name] = _User(password)
            for plan in (FolderPlan("INBOX"), *folders):
                self.create_folder(name, plan.name, plan.attributes)

    def accepts(self, name: str, password: str) -> bool:
        """Say whether this password opens this user's mail."""
        user = self._users.get(name)
        return user is not None and user.password == password

    def has_user(self, name: str) -> bool:
        """Say whether there is such a user."""
        return name in self._users

    def folders(self, user: str) -> list[Folder]:
        """All folders of a user, in order of their making."""
        with self.lock:
            return list(self._users[user].folders.values())

    def folder(self, user: str, name: str) -> Folder:
        """The folder of this name (INBOX in any case); raises UnknownFolder."""
        with self.lock:
            found = self._users[user].folders.get(_proper(name))
        if found is None:
            raise UnknownFolder(name)
        return found

    def create_folder(self, user: str, name: str, attributes: tuple[str, ...] = ()) -> Folder:
        """Make a folder under a fresh UIDVALIDITY; raises FolderExists."""
        with self.lock:
            owner = self._users[user]
            if _proper(name) in owner.folders:
                raise FolderExists(name)
            self._last_validity += 1
            number = self._last_validity
            folder = Folder(_proper(name), attributes, number, object_id=f"F{number}")
            owner.folders[folder.name] = folder
            owner.subscribed.add(folder.name)
            return folder

    def delete_folder(self, user: str, name: str) -> None:
        """Remove a folder with its mail; connections that have it open are thrown out."""
        with self.lock:
            folder = self.folder(user, name)
            del self._users[user].folders[folder.name]
            _throw_out(folder)

    def rename_folder(self, user: str, old: str, new: str, separator: str = "/") -> None:
        """Rename a folder and those beneath it; UIDs and UIDVALIDITY stay.

        INBOX leaves an empty INBOX, and what is beneath it stays (RFC 3501, 6.3.5).
        """
        with self.lock:
            owner = self._users[user]
            folder, new = self.folder(user, old), _proper(new)
            if new in owner.folders:
                raise FolderExists(new)
            before, inbox = folder.name, folder.name == "INBOX"
            for each in owner.folders.values():
                if each is folder or (not inbox and each.name.startswith(before + separator)):
                    each.name = new + each.name[len(before) :]
            renamed = {each.name: each for each in owner.folders.values()}
            owner.folders = renamed
            owner.subscribed.add(new)
            if inbox:
                self.create_folder(user, "INBOX", folder.attributes)

    def subscription(self, user: str, name: str, *, wanted: bool | None = None) -> bool:
        """Ask for, or with ``wanted`` set, a folder's subscription."""
        with self.lock:
            names = self._users[user].subscribed
            if wanted is not None:
                (names.add if wanted else names.discard)(_proper(name))
            return _proper(name) in names

    def deliver(
        self,
        user: str,
        folder: str,
        raw: bytes,
        flags: Iterable[str] = (),
        internal_date: datetime | None = None,
    ) -> int:
        """Put a message into a folder, wake the connections that idle there, and return its UID."""
        with self.lock:
            target = self.folder(user, folder)
            uid = target.add(raw, flags, internal_date or datetime.now(UTC)).uid
            target.wake_watchers()
            return uid

    def set_flags(self, user: str, folder: str, uids: Iterable[int], flags: Iterable[str]) -> None:
        """Replace the flags of these messages, as another client would."""
        wanted = frozenset(flags)
        with self.lock:
            target = self.folder(user, folder)
            for uid in uids:
                mail = target.find(uid)
                if mail is not None:
                    target.flag(mail, wanted, None)
            target.wake_watchers()

    def expunge(self, user: str, folder: str, uids: Collection[int]) -> list[int]:
        """Remove these messages, as another client would; returns the UIDs that were there."""
        with self.lock:
            target = self.folder(user, folder)
            gone = target.remove(uids)
            target.wake_watchers()
            return gone

    def copy(self, user: str, source: str, uids: Iterable[int], target: str) -> list[tuple[int, int]]:
        """Copy messages with flags and dates; returns (old UID, new UID) pairs."""
        with self.lock:
            origin, goal = self.folder(user, source), self.folder(user, target)
            found = [mail for mail in (origin.find(uid) for uid in uids) if mail is not None]
            pairs = [(mail.uid, goal.add(mail.raw, mail.flags, mail.internal_date).uid) for mail in found]
            goal.wake_watchers()
            return pairs

    def move(self, user: str, source: str, uids: Iterable[int], target: str) -> list[tuple[int, int]]:
        """Move messages; returns (old UID, new UID) pairs."""
        with self.lock:
            pairs = self.copy(user, source, uids, target)
            self.expunge(user, source, [old for old, _ in pairs])
            return pairs

    def change_uidvalidity(self, user: str, folder: str, *, renumber: bool = True) -> int:
        """Give a folder a new UIDVALIDITY, and by default its messages new UIDs; returns the new value."""
        with self.lock:
            target = self.folder(user, folder)
            self._last_validity += 1
            target.uidvalidity = self._last_validity
            target.vanished = []
            if renumber:
                target.mails = [
                    StoredMail(number, mail.raw, mail.flags, mail.internal_date, mail.modseq)
                    for number, mail in enumerate(target.mails, 1)
                ]
                target.uidnext = len(target.mails) + 1
            _throw_out(target)
            return target.uidvalidity


def _proper(name: str) -> str:
    return "INBOX" if name.upper() == "INBOX" else name


def _throw_out(folder: Folder) -> None:
    for watcher in folder.watchers:
        watcher.folder_is_gone = True
    folder.wake_watchers()
    folder.watchers = []
