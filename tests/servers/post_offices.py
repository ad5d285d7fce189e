"""A real Dovecot and our own server behind one door, so that one suite of tests runs on both."""

from __future__ import annotations

import imaplib
import itertools
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from imapclient import imap_utf7

from shopdesk.demo.behaviour import Behaviour
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from tests.servers.dovecot import PrivateDovecot

_numbers = itertools.count(1)
Contents = dict[tuple[str, int], bytes]


class PostOffice(Protocol):
    """One user's mail on some server, as other mail programs and senders change it."""

    mailbox: Mailbox
    password: str

    def deliver(
        self, raw: bytes, folder: str = "INBOX", flags: Iterable[str] = (), when: datetime | None = None
    ) -> int: ...
    def fill(self, mails: Iterable[bytes]) -> list[int]: ...
    def expunge(self, uids: Iterable[int], folder: str = "INBOX") -> None: ...
    def move(self, uids: Iterable[int], source: str, target: str) -> None: ...
    def flag(self, uids: Iterable[int], flags: Iterable[str], folder: str = "INBOX") -> None: ...
    def create(self, folder: str) -> None: ...
    def rename(self, old: str, new: str) -> None: ...
    def delete(self, folder: str) -> None: ...
    def contents(self, *folders: str) -> Contents: ...
    def flags(self, folder: str = "INBOX") -> dict[int, frozenset[str]]: ...


def mailbox(host: str, port: int, user: str) -> Mailbox:
    """A mailbox on loopback without encryption."""
    server = Server(host, port, Security.NONE)
    return Mailbox(MailboxId(0), f"{user}@shop.example", server, None, user)


class DemoPostOffice:
    """One user on our own server, playing a behaviour."""

    def __init__(self, server: ImapServer) -> None:
        self.server = server
        self.user = f"user{next(_numbers)}"
        self.password = 'pass word\\"ü'
        server.store.add_user(self.user, self.password, server.behaviour.folders)
        self.mailbox = mailbox(*server.address, self.user)

    def deliver(
        self, raw: bytes, folder: str = "INBOX", flags: Iterable[str] = (), when: datetime | None = None
    ) -> int:
        return self.server.store.deliver(self.user, folder, raw, flags, when)

    def fill(self, mails: Iterable[bytes]) -> list[int]:
        return [self.deliver(raw) for raw in mails]

    def expunge(self, uids: Iterable[int], folder: str = "INBOX") -> None:
        self.server.store.expunge(self.user, folder, list(uids))

    def move(self, uids: Iterable[int], source: str, target: str) -> None:
        self.server.store.move(self.user, source, list(uids), target)

    def flag(self, uids: Iterable[int], flags: Iterable[str], folder: str = "INBOX") -> None:
        self.server.store.set_flags(self.user, folder, uids, flags)

    def create(self, folder: str) -> None:
        self.server.store.create_folder(self.user, folder)

    def rename(self, old: str, new: str) -> None:
        self.server.store.rename_folder(self.user, old, new)

    def delete(self, folder: str) -> None:
        self.server.store.delete_folder(self.user, folder)

    def contents(self, *folders: str) -> Contents:
        return {
            (folder.name, mail.uid): mail.raw
            for folder in self.server.store.folders(self.user)
            if folder.name in folders
            for mail in folder.mails
        }

    def flags(self, folder: str = "INBOX") -> dict[int, frozenset[str]]:
        return {mail.uid: mail.flags for mail in self.server.store.folder(self.user, folder).mails}


class DovecotPostOffice:
    """One user on the private Dovecot."""

    def __init__(self, dovecot: PrivateDovecot) -> None:
        self.dovecot = dovecot
        self.user = f"u{datetime.now(UTC).timestamp():.6f}-{next(_numbers)}"
        self.password = dovecot.password
        self.mailbox = mailbox(dovecot.host, dovecot.port, self.user)

    def deliver(
        self, raw: bytes, folder: str = "INBOX", flags: Iterable[str] = (), when: datetime | None = None
    ) -> int:
        return self.dovecot.append(self.user, folder, raw, flags, when)

    def fill(self, mails: Iterable[bytes]) -> list[int]:
        return self.dovecot.fill(self.user, "INBOX", mails)

    def expunge(self, uids: Iterable[int], folder: str = "INBOX") -> None:
        with self.dovecot.session(self.user) as server:
            server.select(_quoted(folder))
            server.uid("STORE", _listed(uids), "+FLAGS", r"(\Deleted)")
            server.uid("EXPUNGE", _listed(uids))

    def move(self, uids: Iterable[int], source: str, target: str) -> None:
        with self.dovecot.session(self.user) as server:
            server.select(_quoted(source))
            server.uid("MOVE", _listed(uids), _quoted(target))

    def flag(self, uids: Iterable[int], flags: Iterable[str], folder: str = "INBOX") -> None:
        with self.dovecot.session(self.user) as server:
            server.select(_quoted(folder))
            server.uid("STORE", _listed(uids), "FLAGS", f"({' '.join(flags)})")

    def create(self, folder: str) -> None:
        self._do("create", folder)

    def rename(self, old: str, new: str) -> None:
        with self.dovecot.session(self.user) as server:
            server.rename(_quoted(old), _quoted(new))

    def delete(self, folder: str) -> None:
        self._do("delete", folder)

    def contents(self, *folders: str) -> Contents:
        found: Contents = {}
        with self.dovecot.session(self.user) as server:
            for folder in folders:
                if server.select(_quoted(folder), readonly=True)[0] == "OK":
                    found |= {(folder, uid): raw for uid, raw in _fetched(server, "(UID BODY.PEEK[])")}
        return found

    def flags(self, folder: str = "INBOX") -> dict[int, frozenset[str]]:
        with self.dovecot.session(self.user) as server:
            server.select(_quoted(folder), readonly=True)
            answer = server.uid("FETCH", "1:*", "(UID FLAGS)")[1]
        lines = [line.decode() for line in answer if isinstance(line, bytes)]
        return {_uid(line): frozenset(line.partition("FLAGS (")[2].partition(")")[0].split()) for line in lines}

    def _do(self, command: str, folder: str) -> None:
        with self.dovecot.session(self.user) as server:
            getattr(server, command)(_quoted(folder))


def _fetched(server: imaplib.IMAP4, items: str) -> list[tuple[int, bytes]]:
    answer = server.uid("FETCH", "1:*", items)[1]
    return [(_uid(part[0].decode()), part[1]) for part in answer if isinstance(part, tuple)]


def _uid(line: str) -> int:
    return int(line.partition("UID ")[2].split()[0].rstrip(")"))


def _quoted(folder: str) -> str:
    encoded = imap_utf7.encode(folder).decode("ascii")
    return '"' + encoded.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _listed(uids: Iterable[int]) -> str:
    return ",".join(map(str, uids))


def demo_post_office(behaviour: Behaviour) -> DemoPostOffice:
    """A server of its own with one user; the caller stops `post.server`."""
    server = ImapServer(MailStore(), behaviour)
    server.start()
    return DemoPostOffice(server)
