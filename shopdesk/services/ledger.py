"""The ledger of every stored mail and place, for scripts and support."""

from collections.abc import Iterator, Sequence

from shopdesk.domain.errors import NotFound
from shopdesk.domain.message import SetAsideMail, StoredPlace
from shopdesk.services.ports import Store

_PAGE = 500


class Ledger:
    """What is on the desk, mail by mail."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mails(self, *, gone: bool = False) -> Iterator[StoredPlace]:
        """Every stored mail with every place it has; `gone` adds those that the server no longer holds."""
        after = (0, 0)
        while True:
            with self._store.reading() as work:
                page = work.mails.stored_places(after, _PAGE, gone=gone)
            if not page:
                return
            yield from (place for _, place in page)
            after = page[-1][0]

    def raw(self, address: str, folder: str, uid: int) -> bytes:
        """The exact bytes of one mail; raises `NotFound`."""
        with self._store.reading() as work:
            mailbox = work.mailboxes.by_address(address)
            if mailbox is None:
                raise NotFound(address)
            sha256 = work.mails.sha256_at(mailbox.id, folder, uid)
        return self._store.archive.get(sha256)

    def set_aside(self) -> Sequence[SetAsideMail]:
        """Mails that could not be read, newest first."""
        with self._store.reading() as work:
            return work.mails.set_aside()
