"""Pictures that mails want from outside: loaded only when a person says so, once, and shown from the store then."""

from collections.abc import Sequence

from shopdesk.domain.errors import NotFound
from shopdesk.domain.message import Address, Direction, Message
from shopdesk.domain.remote_picture import FetchedPicture, RemoteState, remote_urls
from shopdesk.services.picture_ports import PictureSource
from shopdesk.services.ports import Store


class RemotePictures:
    """Loading has two steps: `fetch` waits for the network and touches no database, `keep` writes what came."""

    def __init__(self, store: Store, source: PictureSource) -> None:
        self._store = store
        self._source = source

    def state(self, message: Message) -> RemoteState:
        """How the pictures of a message stand."""
        urls = remote_urls(message.mail.html)
        with self._store.reading() as work:
            pictures = work.remote_pictures
            shown = pictures.of_message(message.id, urls)
            known = pictures.known(urls)
            always = message.direction is Direction.INCOMING and pictures.is_trusted(message.mail.sender)
        return RemoteState(
            shown=frozenset(place for place, url in enumerate(urls) if url in shown),
            unknown=tuple(url for url in urls if url not in known),
            left=sum(url not in shown for url in urls),
            always=always,
        )

    def fetch(self, url: str) -> FetchedPicture:
        """Load one picture; takes up to 10 s and never raises."""
        return self._source.fetch(url)

    def keep(self, message: Message, fetched: Sequence[FetchedPicture]) -> RemoteState:
        """Write what was loaded for a message; out: how its pictures stand now."""
        with self._store.writing() as work:
            work.remote_pictures.keep(message.id, remote_urls(message.mail.html), fetched)
        return self.state(message)

    def content(self, message: Message, place: int) -> FetchedPicture:
        """A picture of a message from the store, by its number in `remote_urls`; raises `NotFound`."""
        urls = remote_urls(message.mail.html)
        if not 0 <= place < len(urls):
            raise NotFound(f"picture {place} of message {message.id}")
        with self._store.reading() as work:
            found = work.remote_pictures.get(message.id, urls[place])
        if not found.content:
            raise NotFound(f"picture {place} of message {message.id}")
        return found

    # --- senders whose pictures are always loaded -----------------------------------------------------

    def always(self, sender: Address) -> None:
        """From now on this sender's pictures are loaded without asking."""
        self._trust(sender, trusted=True)

    def ask_again(self, address: str) -> None:
        """Take that back; what was loaded stays."""
        self._trust(Address("", address), trusted=False)

    def senders(self) -> Sequence[str]:
        """Addresses of the senders whose pictures are always loaded."""
        with self._store.reading() as work:
            return work.remote_pictures.trusted()

    def _trust(self, sender: Address, *, trusted: bool) -> None:
        with self._store.writing() as work:
            work.remote_pictures.set_trusted(sender, trusted=trusted)
