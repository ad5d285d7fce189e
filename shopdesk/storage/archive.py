"""The raw bytes of every mail, compressed, in a file of their own (archive.db)."""

from collections.abc import Sequence
from hashlib import sha256 as sha256_of
from typing import TYPE_CHECKING

from shopdesk.domain.errors import DatabaseDamaged, NotFound
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.failures import named_failures
from shopdesk.storage.values import chunks, marks

if TYPE_CHECKING:
    from zstandard import ZstdDecompressor

_LEVEL = 1  # base64 shrinks to 0.73 at every level; 1 is the quickest that does it
_KEYS = 500


class RawMailArchive:
    """Raw mails by their sha256; the bytes are checked whenever they are read."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    @property
    def database(self) -> ShopDatabase:
        """The file itself, for those who check it."""
        return self._database

    def pack(self, raws: Sequence[bytes]) -> Sequence[object]:
        """The forms in which raw mails are kept, in their order; it takes longer than to write them.

        May be called in any operating-system thread.
        """
        return _compress(raws)

    def add(self, mails: Sequence[tuple[str, bytes]]) -> None:
        """Pack and keep raw mails (sha256 as lower-case hex, bytes), as `add_packed` does."""
        self.add_packed([*zip([key for key, _ in mails], self.pack([raw for _, raw in mails]), strict=True)])

    def add_packed(self, mails: Sequence[tuple[str, object]]) -> None:
        """Keep packed mails (sha256 as lower-case hex) durably; known ones are skipped. Raises `DiskFull`."""
        with named_failures(self._database.path):
            wanted = {bytes.fromhex(key): packed for key, packed in mails}
            for key in self._known(list(wanted)):
                del wanted[key]
            if wanted:
                with self._database.writing_transaction():
                    self._database.insert("INSERT OR IGNORE INTO raw_mail (sha256, packed)", [*wanted.items()])

    def get(self, sha256: str) -> bytes:
        """The exact bytes of one mail; raises `NotFound`, or `DatabaseDamaged` when the bytes do not fit the key."""
        packed = self._packed(sha256)
        try:
            raw: bytes = _decompressor().decompress(packed)
        except _zstd_error() as error:
            raise DatabaseDamaged(f"{self._database.path}: {sha256}: {error}") from error
        if sha256_of(raw).hexdigest() != sha256:
            raise DatabaseDamaged(f"{self._database.path}: {sha256}: other bytes")
        return raw

    def beginning(self, sha256: str, size: int) -> bytes:
        """The first bytes of one mail, unchecked; empty when it is not here."""
        try:
            packed = self._packed(sha256)
            with _decompressor().stream_reader(packed) as reader:
                return bytes(reader.read(size))
        except (NotFound, _zstd_error()):
            return b""

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Which of the keys (32 bytes each) are here."""
        with named_failures(self._database.path):
            return self._known(keys)

    def is_sound(self, sha256: str) -> bool:
        """True when the bytes of a mail are here and fit their key."""
        try:
            self.get(sha256)
        except (NotFound, DatabaseDamaged):
            return False
        return True

    def count(self) -> int:
        """How many raw mails are here."""
        return int(self._database.value("SELECT count(*) FROM raw_mail"))

    def remove(self, keys: Sequence[bytes]) -> None:
        """Take raw mails away and give the room back to the disk, in short transactions."""
        with named_failures(self._database.path):
            for chunk in chunks(keys, _KEYS):
                with self._database.writing_transaction():
                    self._database.run(f"DELETE FROM raw_mail WHERE sha256 IN ({marks(len(chunk))})", chunk)
                self._database.rows("PRAGMA incremental_vacuum(10000)")

    def release(self) -> None:
        """Close the connection of the calling operating-system thread."""
        self._database.close()

    def close(self) -> None:
        """Close the connections of all operating-system threads."""
        self._database.close_all()

    def _known(self, keys: Sequence[bytes]) -> set[bytes]:
        found: set[bytes] = set()
        for chunk in chunks(keys, _KEYS):
            statement = f"SELECT sha256 FROM raw_mail WHERE sha256 IN ({marks(len(chunk))})"
            found.update(row[0] for row in self._database.rows(statement, chunk))
        return found

    def _packed(self, sha256: str) -> bytes:
        with named_failures(self._database.path):
            row = self._database.row("SELECT packed FROM raw_mail WHERE sha256 = ?", (bytes.fromhex(sha256),))
        if row is None:
            raise NotFound(sha256)
        packed: bytes = row[0]
        return packed


# zstandard is imported when it is needed: a window that only lists conversations never does.


def _compress(raws: Sequence[bytes]) -> list[bytes]:
    """Compressed forms of raw mails, in their order.

    In this thread alone: whoever packs many has others that read, hash and write on the other cores.
    """
    from zstandard import ZstdCompressor

    compressor = ZstdCompressor(level=_LEVEL)
    return [compressor.compress(raw) for raw in raws]


def _decompressor() -> "ZstdDecompressor":
    from zstandard import ZstdDecompressor

    return ZstdDecompressor()


def _zstd_error() -> type[Exception]:
    from zstandard import ZstdError

    return ZstdError
