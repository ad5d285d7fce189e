"""A shop over its real storage whose mails are handed in directly, without a server in between."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Self

from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.ids import ConversationId, MailboxId, MessageId
from shopdesk.domain.mailbox import Folder, FolderRole, Mailbox, Security, Server, ServerFolder
from shopdesk.domain.message import BEGINNING, Fetched, Message
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.read_mime import read_mail
from shopdesk.services.filing import file_mails
from shopdesk.services.letters import Circumstances
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.ports import ReadMail
from shopdesk.services.reading import ReadHere, arrived
from shopdesk.services.reads_filed import ReadsFiled
from tests.fakes.clock import StoppedClock

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
SHOP = "hello@shop.example"
ANNA = "Anna Schmidt <anna@mail.example>"
ROLES = {"INBOX": FolderRole.INBOX, "Sent": FolderRole.SENT, "Trash": FolderRole.TRASH}
_numbers = itertools.count(1)


def ago(hours: float = 0, *, days: float = 0, seconds: float = 0) -> datetime:
    """A moment before now."""
    return NOW - timedelta(days=days, hours=hours, seconds=seconds)


def mail(
    name: str = "",
    *,
    sender: str = ANNA,
    to: str = f"Shop <{SHOP}>",
    subject: str = "Lamp",
    answers: str = "",
    body: str = "Where is my lamp?",
    when: datetime = NOW,
    extra: str = "",
) -> bytes:
    """A mail with Message-ID `<name@x>`; `answers` are the names of the mails that it refers to, oldest first.

    `extra` are further header lines; without a name the mail has no Message-ID.
    """
    refers = " ".join(f"<{each}@x>" for each in answers.split())
    head = [
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {format_datetime(when)}",
        *([f"Message-ID: <{name}@x>"] if name else []),
        *([f"In-Reply-To: {refers.split()[-1]}", f"References: {refers}"] if refers else []),
        "MIME-Version: 1.0",
        *([] if "content-type" in extra.casefold() else ["Content-Type: text/plain; charset=utf-8"]),
        *extra.splitlines(),
    ]
    return ("\n".join(head) + "\n\n" + body + "\n").replace("\n", "\r\n").encode()


def answer(name: str, answers: str, *, to: str = ANNA, sender: str = f"Shop <{SHOP}>", **more: object) -> bytes:
    """A mail of ours to a customer."""
    return mail(name, sender=sender, to=to, answers=answers, subject="Re: Lamp", body="It is on its way.", **more)  # type: ignore[arg-type]


def a_mailbox(address: str = SHOP, **changes: object) -> Mailbox:
    """A mailbox whose server does not exist."""
    server = Server("imap.shop.example", 993, Security.TLS)
    post = Server("smtp.shop.example", 465, Security.TLS)
    return Mailbox(MailboxId(0), address, server, post, address, **changes)  # type: ignore[arg-type]


class Bench:
    """The shop under test with one mailbox; a context manager that closes it."""

    def __init__(
        self, folder: Path, clock: StoppedClock, read: ReadMail = read_mail, source: ImapSource | None = None
    ) -> None:
        self.clock = clock
        self.heard: list[Changes] = []
        self.listen: Callable[[Changes], None] = lambda changes: None
        self.topics: ReadsFiled | None = None
        self.readers = ReadHere(read)
        self.shop: Shop = build_shop(folder, self._hear, clock=clock, readers=self.readers, source=source)
        self.use = self.shop.conversations

    def _hear(self, changes: Changes) -> None:
        self.heard.append(changes)
        self.listen(changes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.shop.close()

    # --- mails that come -------------------------------------------------------------------------------

    def connect(self, address: str = SHOP, folders: Iterable[str] = ("INBOX", "Sent"), **changes: object) -> MailboxId:
        """Add a mailbox with folders."""
        mailbox = self.shop.mailboxes.add(a_mailbox(address, **changes), "secret")
        listing = [ServerFolder(name, ROLES.get(name, FolderRole.OTHER)) for name in folders]
        with self.shop.store.writing() as work:
            work.folders.save_listing(mailbox, listing)
        return mailbox

    def folder(self, name: str = "INBOX", address: str = SHOP) -> Folder:
        with self.shop.store.reading() as work:
            mailbox = work.mailboxes.by_address(address)
            assert mailbox is not None
            return next(folder for folder in work.folders.of_mailbox(mailbox.id) if folder.name == name)

    def come(
        self,
        *raws: bytes,
        folder: str = "INBOX",
        flags: Iterable[str] = (),
        when: datetime | Sequence[datetime] = NOW,
        first_import: bool = False,
        address: str = SHOP,
        beginning: bool = False,
    ) -> list[ConversationId | None]:
        """File mails as one batch; out: the conversation of each (None when it was set aside)."""
        moments = [when] * len(raws) if isinstance(when, datetime) else list(when)
        uids = [next(_numbers) for _ in raws]
        fetched = [
            Fetched(uid, frozenset(flags), moment, len(raw), raw[:BEGINNING] if beginning else raw, not beginning)
            for uid, moment, raw in zip(uids, moments, raws, strict=True)
        ]
        archive = self.shop.store.archive
        batch = arrived(fetched, self.readers, archive.pack)
        archive.add_packed([(each.sha256, each.packed) for each in batch if each.sha256])
        at = self.folder(folder, address)
        with self.shop.store.writing() as work:
            file_mails(work, batch, Circumstances(at, own_addresses(work), self.clock.now(), first_import, self.topics))
        held = {place.uid: place.conversation for place in self.shop.ledger.mails() if place.mailbox == address}
        return [held[uid] for uid in uids]

    def comes(self, raw: bytes, **more: object) -> ConversationId:
        """File one mail; out: its conversation."""
        (home,) = self.come(raw, **more)  # type: ignore[arg-type]
        assert home is not None
        return home

    # --- what is on the desk ---------------------------------------------------------------------------

    def row(self, conversation: ConversationId) -> Conversation:
        (row,) = self.use.rows([conversation])
        return row

    def state(self, conversation: ConversationId) -> ConversationState:
        return self.row(conversation).state

    def messages(self, conversation: ConversationId) -> tuple[Message, ...]:
        return self.use.open(conversation).messages

    def rows(self) -> list[Conversation]:
        """Every conversation, by number."""
        ids = [each for lane in Lane for state in ConversationState for each in self.use.ids(state, lane)]
        return sorted(self.use.rows([ConversationId(each) for each in ids]), key=lambda row: row.id)

    def everything(self) -> list[tuple[Conversation, list[tuple[MessageId, bool]]]]:
        """All that a use case may change: every row, and where each message is and whether it was read."""
        return [(row, [(m.id, m.is_read) for m in self.messages(row.id)]) for row in self.rows()]

    def home_of(self, name: str) -> ConversationId | None:
        """The conversation that a later mail referring to `<name@x>` would join."""
        with self.shop.store.reading() as work:
            return work.conversations.by_message_ids([f"<{name}@x>"]).get(f"<{name}@x>")
