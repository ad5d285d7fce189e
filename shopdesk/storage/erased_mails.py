"""Erased mails are known again by salted marks, which tell nobody what they said or who wrote them."""

import secrets
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from shopdesk.domain.ids import FolderId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import id_list, marks, unpacked_hex

_SALT = "erasing.salt"
_MARK_BYTES = 16


class ErasedMails:
    """Marks of the fingerprints of mails, and where they lie on servers."""

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

    def any_yet(self) -> bool:
        """Whether a mark was ever kept."""
        return self._database.row("SELECT 1 FROM erased_mail LIMIT 1") is not None

    def among(self, folder: FolderId, mails: Mapping[int, str]) -> frozenset[int]:
        """Which mails of a folder are erased ones, by their fingerprints or by where they lie.

        In: fingerprints by UID, empty ones for what could not be read. Out: UIDs.
        """
        if not mails or not self.any_yet():
            return frozenset()
        salt = self._salt()
        by_uid = {uid: _mark(salt, fingerprint) for uid, fingerprint in mails.items() if fingerprint}
        asked = f"SELECT mark FROM erased_mail WHERE mark IN ({marks(len(by_uid))})"
        found = {row[0] for row in self._database.rows(asked, [*by_uid.values()])}
        places = f"SELECT uid FROM erased_place WHERE folder_id = ? AND uid IN ({marks(len(mails))})"
        known = {row[0] for row in self._database.rows(places, [folder, *mails])}
        return frozenset(known | {uid for uid, mark in by_uid.items() if mark in found})

    def leave_out(self, folder: FolderId, uids: Sequence[int]) -> None:
        """Remember where they lie on the server, so that nobody fetches them again."""
        rows = [(folder, uid) for uid in uids]
        self._database.insert("INSERT OR IGNORE INTO erased_place (folder_id, uid)", rows)
        # Of a mail whose beginning was too short to be known the place is here already.
        self._database.run(
            f"DELETE FROM place WHERE folder_id = ? AND uid IN ({marks(len(uids))}) AND message_id IS NULL",
            (folder, *uids),
        )

    def _salt(self) -> bytes:
        """Of this desk alone, made when the first customer is erased."""
        value = self._database.value("SELECT value FROM setting WHERE key = ?", (_SALT,))
        if value is None:
            value = secrets.token_hex(16)
            self._database.run("INSERT INTO setting (key, value) VALUES (?, ?)", (_SALT, value))
        return bytes.fromhex(value)


def _mark(salt: bytes, fingerprint: str) -> bytes:
    return blake2b(fingerprint.encode(), key=salt, digest_size=_MARK_BYTES).digest()
