"""The doors for pictures from outside."""

from collections.abc import Sequence
from typing import Protocol

from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Address
from shopdesk.domain.remote_picture import FetchedPicture


class PictureSource(Protocol):
    """Loads pictures from the open internet."""

    def fetch(self, url: str) -> FetchedPicture:
        """One picture, within seconds, in the calling thread; empty when it cannot be loaded. Never raises."""


class PictureRepository(Protocol):
    """Pictures that were loaded, and the senders whose pictures always are."""

    def known(self, urls: Sequence[str]) -> frozenset[str]:
        """Which addresses were loaded, for whatever mail."""

    def of_message(self, message: MessageId, urls: Sequence[str]) -> frozenset[str]:
        """Which addresses a message shows from the store."""

    def get(self, message: MessageId, url: str) -> FetchedPicture:
        """One picture of a message; empty when there is none."""

    def keep(self, message: MessageId, urls: Sequence[str], fetched: Sequence[FetchedPicture]) -> None:
        """Write what was loaded, and that a message shows these addresses as far as they are here."""

    def is_trusted(self, sender: Address) -> bool: ...
    def trusted(self) -> Sequence[str]: ...
    def set_trusted(self, sender: Address, *, trusted: bool) -> None: ...
