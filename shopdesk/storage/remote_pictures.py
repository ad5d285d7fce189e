"""Pictures from outside that were loaded, and the senders whose pictures always are."""

from collections.abc import Sequence
from hashlib import sha256
from json import dumps

from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Address
from shopdesk.domain.remote_picture import FetchedPicture
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable

_LISTED = "(SELECT unhex(value) FROM json_each(?))"


class RemotePictureTable:
    """Fits `services.picture_ports.PictureRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def known(self, urls: Sequence[str]) -> frozenset[str]:
        """Which addresses were loaded, for whatever mail."""
        return self._found(urls, f"SELECT url_key FROM remote_picture WHERE url_key IN {_LISTED}", ())

    def of_message(self, message: MessageId, urls: Sequence[str]) -> frozenset[str]:
        """Which addresses a message shows from the store."""
        return self._found(
            urls,
            "SELECT p.url_key FROM remote_picture_use u JOIN remote_picture p ON p.id = u.picture_id"
            f" WHERE p.url_key IN {_LISTED} AND u.message_id = ?",
            (message,),
        )

    def get(self, message: MessageId, url: str) -> FetchedPicture:
        """One picture of a message; empty when there is none."""
        row = self._database.row(
            "SELECT p.media_type, p.content FROM remote_picture p JOIN remote_picture_use u ON u.picture_id = p.id"
            " WHERE p.url_key = ? AND u.message_id = ?",
            (_key(url), message),
        )
        return FetchedPicture(url) if row is None else FetchedPicture(url, row[0], row[1])

    def keep(self, message: MessageId, urls: Sequence[str], fetched: Sequence[FetchedPicture]) -> None:
        """Write what was loaded, and that a message shows these addresses as far as they are here."""
        self._database.insert(
            "INSERT OR IGNORE INTO remote_picture (url_key, media_type, content)",
            [(_key(one.url), one.media_type, one.content) for one in fetched if one.is_here],
        )
        self._database.run(
            "INSERT OR IGNORE INTO remote_picture_use (message_id, picture_id)"
            f" SELECT ?, id FROM remote_picture WHERE url_key IN {_LISTED}",
            (message, _keys(urls)),
        )

    def is_trusted(self, sender: Address) -> bool:
        """Whether this sender's pictures are always loaded."""
        return bool(
            self._database.value("SELECT count(*) FROM picture_sender WHERE address_key = ?", (storable(sender.key),))
        )

    def trusted(self) -> Sequence[str]:
        """Addresses of these senders."""
        return [row[0] for row in self._database.rows("SELECT address FROM picture_sender ORDER BY address_key")]

    def set_trusted(self, sender: Address, *, trusted: bool) -> None:
        """Always load a sender's pictures, or ask again."""
        if trusted:
            row = (storable(sender.key), storable(sender.email))
            self._database.run("INSERT OR REPLACE INTO picture_sender VALUES (?, ?)", row)
        else:
            self._database.run("DELETE FROM picture_sender WHERE address_key = ?", (storable(sender.key),))

    def _found(self, urls: Sequence[str], statement: str, more: tuple[object, ...]) -> frozenset[str]:
        by_key = {_key(url): url for url in urls}
        rows = self._database.rows(statement, (_keys(urls), *more))
        return frozenset(by_key[row[0]] for row in rows)


def _key(url: str) -> bytes:
    return sha256(url.encode("utf-8", "surrogatepass")).digest()


def _keys(urls: Sequence[str]) -> str:
    return dumps([_key(url).hex() for url in urls])
