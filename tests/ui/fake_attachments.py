"""Files and raw mails in dictionaries, and pictures from outside; all that is done with them is the real thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.domain.errors import NotFound
from shopdesk.domain.message import Address, Message
from shopdesk.domain.remote_picture import FetchedPicture, RemoteState, remote_urls
from shopdesk.mail.file_risk import risk_of
from shopdesk.services.attachments import Attachments
from shopdesk.system.foreign_files import ForeignFiles

if TYPE_CHECKING:
    from tests.ui.fakes import FakeDesk


class FakeAttachments(Attachments):
    """Takes bytes from a desk in memory."""

    def __init__(self, desk: FakeDesk) -> None:
        super().__init__(None, None, risk_of, ForeignFiles())  # type: ignore[arg-type]
        self.desk = desk
        self.raws: dict[int, bytes] = {}

    def lend_below(self, folder: Path) -> None:
        self._places = ForeignFiles(folder)

    def raw(self, message: int) -> bytes:
        try:
            return self.raws[message]
        except KeyError:
            raise NotFound(str(message)) from None

    def content(self, message: int, number: int) -> bytes:
        return self.desk.content(message, number)  # type: ignore[arg-type]

    def save_all(self, message: int, attachments: Sequence, folder: Path) -> Sequence[Path]:
        return [self._places.add(folder, one.name, self.content(message, one.number)) for one in attachments]


@dataclass
class FakePictures:
    """A store and an internet in memory; `asked` holds what went out."""

    internet: dict[str, bytes] = field(default_factory=dict)
    stored: dict[str, bytes] = field(default_factory=dict)
    used: set[tuple[int, str]] = field(default_factory=set)
    trusted: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def state(self, message: Message) -> RemoteState:
        urls = remote_urls(message.mail.html)
        shown = frozenset(n for n, url in enumerate(urls) if (message.id, url) in self.used)
        unknown = tuple(url for url in urls if url not in self.stored)
        return RemoteState(shown, unknown, len(urls) - len(shown), message.mail.sender.key in self.trusted)

    def fetch(self, url: str) -> FetchedPicture:
        self.asked.append(url)
        content = self.internet.get(url, b"")
        return FetchedPicture(url, "image/png" if content else "", content)

    def keep(self, message: Message, fetched: Sequence[FetchedPicture]) -> RemoteState:
        self.stored |= {one.url: one.content for one in fetched if one.is_here}
        self.used |= {(message.id, url) for url in remote_urls(message.mail.html) if url in self.stored}
        return self.state(message)

    def content(self, message: Message, place: int) -> FetchedPicture:
        url = remote_urls(message.mail.html)[place]
        if (message.id, url) not in self.used:
            raise NotFound(url)
        return FetchedPicture(url, "image/png", self.stored[url])

    def always(self, sender: Address) -> None:
        self.trusted.append(sender.key)

    def ask_again(self, address: str) -> None:
        self.trusted.remove(address)

    def senders(self) -> Sequence[str]:
        return self.trusted
