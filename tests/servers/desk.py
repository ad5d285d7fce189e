"""A shop with one mailbox, for tests that sync with a real server."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Self

from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.changes import Changes
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.message import StoredPlace
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.read_mime import read_mail
from shopdesk.services.ports import Clock
from shopdesk.services.reading import ReadHere
from shopdesk.services.sync import SyncReport
from tests.servers.post_offices import Contents, PostOffice


class Desk:
    """The shop under test; a context manager that closes it."""

    def __init__(
        self, folder: Path, *posts: PostOffice, source: ImapSource | None = None, clock: Clock | None = None
    ) -> None:
        self.heard: list[Changes] = []
        reading = ReadHere(read_mail)
        self.shop: Shop = build_shop(folder, self.heard.append, clock, source=source, readers=reading)
        known = {mailbox.address for mailbox in self.shop.mailboxes.all()}
        for post in posts:
            if post.mailbox.address not in known:
                self.shop.mailboxes.add(post.mailbox, post.password)
        self.mailboxes = {m.address: m.id for m in self.shop.mailboxes.all()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.shop.close()

    def sync(self, *, gentle: bool = False) -> SyncReport:
        """One complete pass over the first mailbox, on a connection of its own."""
        mailbox = next(iter(self.mailboxes.values()))
        session = self.shop.sync.connect(mailbox)
        try:
            return self.shop.sync.sync(mailbox, session, SimpleControl(), gentle=gentle)
        finally:
            session.close()

    def places(self) -> list[StoredPlace]:
        return list(self.shop.ledger.mails())

    def hashes(self) -> dict[tuple[str | None, int | None], str | None]:
        """Which bytes we hold for each place."""
        places = self.places()
        held = {(place.folder, place.uid): place.sha256 for place in places}
        assert len(held) == len(places), "a place is listed twice"
        return held


def hashes_of(contents: Contents) -> dict[tuple[str, int], str]:
    """The same of what a server holds."""
    return {place: hashlib.sha256(raw).hexdigest() for place, raw in contents.items()}
