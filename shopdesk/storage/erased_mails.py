"""Erased mails are known again by salted marks, which tell nobody what they said or who wrote them."""

import secrets
from collections.abc import Collection, Sequence
from hashlib import blake2b

from shopdesk.domain.ids import FolderId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import id_list, marks, unpacked_hex

_SALT = "erasing.salt"
_MARK_BYTES = 16


class ErasedMails:
    """Marks of the fingerprints of mails; fits `customer_ports.ErasedMailRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def remember(self, messages: Sequence[int]) -> None:
        """Keep the marks of messages that are about to go."""
        rows = self._database.rows(
            "SELECT fingerprint FROM message WHERE id IN (SELECT value FROM json_each(?)) AND fingerprint IS NOT NULL",
            (id_list(messages),),
        )
        salt = self._salt()
        kept = [(_mark(salt, unpacked_hex(row[0])),) for row in rows]
        self._database.insert("INSERT OR IGNORE INTO erased_mail (mark)", kept)

    def any(self) -> bool:
        """Whether anybody was ever erased."""
        return self._database.row("SELECT 1 FROM erased_mail LIMIT 1") is not None

    def among(self, fingerprints: Collection[str]) -> frozenset[str]:
        """Which of the fingerprints are those of erased mails."""
        if not fingerprints or not self.any():
            return frozenset()
        salt = self._salt()
        wanted = {_mark(salt, one): one for one in fingerprints if one}
        asked = f"SELECT mark FROM erased_mail WHERE mark IN ({marks(len(wanted))})"
        return frozenset(wanted[row[0]] for row in self._database.rows(asked, [*wanted]))

    def leave_out(self, folder: FolderId, uids: Sequence[int]) -> None:
        """Remember where they lie on the server, so that nobody fetches them again."""
        rows = [(folder, uid) for uid in uids]
        self._database.insert("INSERT OR IGNORE INTO erased_place (folder_id, uid)", rows)

    def _salt(self) -> bytes:
        """Of this desk alone, made when the first customer is erased."""
        value = self._database.value("SELECT value FROM setting WHERE key = ?", (_SALT,))
        if value is None:
            value = secrets.token_hex(16)
            self._database.run("INSERT INTO setting (key, value) VALUES (?, ?)", (_SALT, value))
        return bytes.fromhex(value)


def _mark(salt: bytes, fingerprint: str) -> bytes:
    return blake2b(fingerprint.encode(), key=salt, digest_size=_MARK_BYTES).digest()
