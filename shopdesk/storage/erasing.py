"""Takes all mails with one customer off the desk and out of the archive."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from shopdesk.domain.erasing import MailsToErase
from shopdesk.domain.ids import ConversationId, FolderId
from shopdesk.storage import message_rows
from shopdesk.storage.conversation_rows import refresh
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.erased_mails import ErasedMails
from shopdesk.storage.mailbox_removal import Removal
from shopdesk.storage.scrub import UNFINISHED, overwrite_what_goes
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, key_of

_AMONG = "(SELECT value FROM json_each(?))"
# Conversations that the customer is the customer of, and single mails of theirs in those of others.
_HOMES = f"""SELECT DISTINCT m.conversation_id, c.customer_email FROM message m INDEXED BY message_customer
    JOIN conversation c ON c.id = m.conversation_id WHERE m.customer IN {_AMONG}"""
_IN_HOMES = f"""SELECT id, conversation_id, sha256 FROM message INDEXED BY message_conversation
    WHERE conversation_id IN {_AMONG}"""
_ELSEWHERE = f"""SELECT id, conversation_id, sha256 FROM message INDEXED BY message_customer
    WHERE customer IN {_AMONG} AND direction = 0 AND conversation_id NOT IN {_AMONG}"""
_DRAFTS = f"SELECT id FROM draft WHERE conversation_id IN {_AMONG}"
_UNSENT = f"SELECT id FROM outbox WHERE conversation_id IN {_AMONG}"
# New mails that belong to no conversation yet.
_NEW_DRAFTS = "SELECT id, content FROM draft WHERE conversation_id IS NULL"
_NEW_UNSENT = "SELECT id, recipients FROM outbox WHERE conversation_id IS NULL"


class ErasingTable:
    """Fits `customer_ports.ErasingRepository`."""

    def __init__(self, database: ShopDatabase, removal: Removal) -> None:
        self._database = database
        self._removal = removal
        self._marks = ErasedMails(database)

    def found(self, addresses: Sequence[str]) -> MailsToErase:
        """What would go."""
        messages, homes = self._messages(addresses)
        ids = id_list(row[0] for row in messages)
        count = f"SELECT count(*) FROM attachment WHERE message_id IN {_AMONG}"
        files = int(self._database.value(count, (ids,)))
        customers = self._customers(addresses)
        notes = f"SELECT count(*) FROM customer_note WHERE customer_id IN {_AMONG}"
        drafts = len(self._database.rows(_DRAFTS, (id_list(homes),)))
        return MailsToErase(
            len(homes), len(messages), files, int(self._database.value(notes, (id_list(customers),))), drafts
        )

    def erase(self, addresses: Sequence[str]) -> tuple[frozenset[ConversationId], frozenset[ConversationId]]:
        """Take it all away; returns the conversations that changed, and those that went."""
        overwrite_what_goes(self._database)
        messages, homes = self._messages(addresses)
        self._marks.remember([row[0] for row in messages])
        ids, raw = id_list(row[0] for row in messages), {row[2] for row in messages}
        run, rows = self._database.run, self._database.rows
        raw |= {row[0] for row in rows(f"SELECT sha256 FROM place WHERE message_id IN {_AMONG}", (ids,))}
        run(f"INSERT OR IGNORE INTO erased_place SELECT folder_id, uid FROM place WHERE message_id IN {_AMONG}", (ids,))
        run(f"DELETE FROM place WHERE message_id IN {_AMONG}", (ids,))
        self._doom(raw)
        message_rows.remove_messages(self._database, [row[0] for row in messages])
        self._take_drafts(homes, addresses)
        self._take_people(addresses)
        self._take_customs(addresses)
        touched = frozenset(ConversationId(row[1]) for row in messages)
        removed = frozenset(refresh(self._database, sorted(touched)))
        return touched - removed, removed

    def any_yet(self) -> bool:
        """Whether mails of anybody were ever erased."""
        return self._marks.any_yet()

    def come_again(self, folder: FolderId, mails: Mapping[int, str]) -> frozenset[int]:
        """Which mails of a folder (fingerprints by UID) were erased; out: UIDs."""
        return self._marks.among(folder, mails)

    def leave_out(self, folder: FolderId, uids: Sequence[int], raw: Sequence[str] = ()) -> None:
        """Let nobody fetch erased mails again; their raw bytes (sha256) go out of the archive after the commit."""
        self._marks.leave_out(folder, uids)
        if raw:
            self._doom([bytes.fromhex(key) for key in raw])

    def _doom(self, raw: Iterable[bytes | None]) -> None:
        doomed = [(key,) for key in raw if key is not None]
        self._database.insert("INSERT OR IGNORE INTO doomed_raw (sha256)", doomed)
        self._database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, '1')", (UNFINISHED,))
        self._database.run("INSERT OR IGNORE INTO removal VALUES (1)")
        self._removal.begun = True

    def _messages(self, addresses: Sequence[str]) -> tuple[list[tuple[int, int, bytes | None]], list[int]]:
        keys = id_list(key_of(address.casefold()) for address in addresses)
        wanted = {storable(address.casefold()) for address in addresses}
        homes = [row[0] for row in self._database.rows(_HOMES, (keys,)) if row[1].casefold() in wanted]
        whole = self._database.rows(_IN_HOMES, (id_list(homes),))
        return [*whole, *self._database.rows(_ELSEWHERE, (keys, id_list(homes)))], homes

    def _customers(self, addresses: Sequence[str]) -> list[int]:
        keys = [storable(address.casefold()) for address in addresses]
        return [row[0] for key in keys for row in self._database.rows("SELECT id FROM customer WHERE key = ?", (key,))]

    def _take_drafts(self, homes: Sequence[int], addresses: Sequence[str]) -> None:
        run = self._database.run
        drafts = id_list(self._of(_DRAFTS, homes) | self._naming(_NEW_DRAFTS, addresses))
        run(f"DELETE FROM draft_file WHERE draft_id IN {_AMONG}", (drafts,))
        run(f"DELETE FROM draft WHERE id IN {_AMONG}", (drafts,))
        unsent = id_list(self._of(_UNSENT, homes) | self._naming(_NEW_UNSENT, addresses))
        run(f"DELETE FROM outbox_raw WHERE outbox_id IN {_AMONG}", (unsent,))
        run(f"DELETE FROM outbox WHERE id IN {_AMONG}", (unsent,))
        run("DELETE FROM remote_picture WHERE id NOT IN (SELECT picture_id FROM remote_picture_use)")

    def _of(self, statement: str, homes: Sequence[int]) -> set[int]:
        return {row[0] for row in self._database.rows(statement, (id_list(homes),))}

    def _naming(self, statement: str, addresses: Sequence[str]) -> set[int]:
        """Rows of (number, JSON) in which an address is a value; SQLite itself folds ASCII letters only."""
        wanted = {storable(address.casefold()) for address in addresses}
        return {
            number
            for number, content in self._database.rows(statement)
            if any(text.casefold() in wanted for text in _texts(json.loads(content)))
        }

    def _take_people(self, addresses: Sequence[str]) -> None:
        customers = id_list(self._customers(addresses))
        self._database.run(f"DELETE FROM customer_join WHERE head_id IN {_AMONG}", (customers,))
        for table in ("customer_note", "customer_tag", "customer_draft", "customer_join"):
            self._database.run(f"DELETE FROM {table} WHERE customer_id IN {_AMONG}", (customers,))
        self._database.run(f"DELETE FROM customer WHERE id IN {_AMONG}", (customers,))

    def _take_customs(self, addresses: Sequence[str]) -> None:
        """What the desk kept to itself about an address: pictures that it loads, lessons, a clock, a block."""
        run, keys = self._database.run, _as_json(addresses)
        run(f"DELETE FROM picture_sender WHERE address_key IN {_AMONG}", (keys,))
        run(f"DELETE FROM lesson WHERE lower(sender) IN {_AMONG} OR lower(learned_from) IN {_AMONG}", (keys, keys))
        run(f"DELETE FROM blocked_sender WHERE key IN {_AMONG}", (keys,))
        run("DELETE FROM setting WHERE key IN (SELECT 'their_zone.' || value FROM json_each(?))", (keys,))


def _texts(value: object) -> Iterator[str]:
    """Every text of a value that was JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)


def _as_json(addresses: Sequence[str]) -> str:
    return json.dumps([storable(address.casefold()) for address in addresses])
