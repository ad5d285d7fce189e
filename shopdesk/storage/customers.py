"""Customers by address: met while mails are filed, found by the beginnings of words, summed up from their mails."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.customer import Customer, Dealings
from shopdesk.domain.ids import CustomerId
from shopdesk.domain.message import Address
from shopdesk.storage.conversation_rows import READ, conversation_of
from shopdesk.storage.customer_rows import customer_of
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import chunks, id_list, key_of, micros, moment_or_none

if TYPE_CHECKING:
    from shopdesk.storage.blocked_senders import BlockedTable
    from shopdesk.storage.customer_joins import CustomerJoinTable

_CHUNK = 500
_MOST_TERMS = 8
_MOST_SIGNS = 100  # of what was typed; a pasted page finds nobody
_CANDIDATES = 400  # hits that are looked at for their date: one letter may fit half of all customers
_TERM = re.compile(r"\S*[^\W_]\S*")

# A stored name is kept when a mail comes without one, or an older mail with another one.
MEET = """INSERT INTO customer (key, address, name, last_at) VALUES {rows} ON CONFLICT (key) DO UPDATE SET
    name = iif(excluded.name <> '' AND (name = '' OR excluded.last_at >= last_at), excluded.name, name),
    last_at = max(last_at, excluded.last_at)
    WHERE excluded.last_at > last_at OR name = '' AND excluded.name <> '' RETURNING id"""
# Who has several addresses stands under the one that the others were joined into, by the newest mail of all.
_PERSON = """id, name, address, max(last_at, coalesce((SELECT max(m.last_at) FROM customer_join j
        JOIN customer m ON m.id = j.customer_id WHERE j.head_id = customer.id), 0)) AS newest"""
# Our own mailboxes are nobody's customers, also when they were connected after their mails were filed.
FIND = f"""SELECT {_PERSON} FROM customer
    WHERE id IN (SELECT coalesce((SELECT head_id FROM customer_join WHERE customer_id = customer_search.rowid), rowid)
        FROM customer_search WHERE customer_search MATCH ?1 ORDER BY rowid DESC LIMIT {_CANDIDATES})
    AND key NOT IN (SELECT address_key FROM mailbox) ORDER BY newest DESC LIMIT ?2"""
NEWEST_ONES = f"""SELECT {_PERSON} FROM customer
    WHERE key NOT IN (SELECT address_key FROM mailbox) AND id NOT IN (SELECT customer_id FROM customer_join)
    ORDER BY newest DESC, id DESC LIMIT ?"""
BY_KEY = "SELECT id, name, address, last_at FROM customer WHERE key = ?"
_THEIRS = "m.customer IN (SELECT value FROM json_each(?1))"
_HOMES = f"""SELECT DISTINCT m.conversation_id FROM message m INDEXED BY message_customer WHERE {_THEIRS}"""
# The + keeps SQLite from walking over the whole list of the lane.
DEALINGS = f"""SELECT count(*), coalesce(sum(state <> 3), 0) FROM conversation WHERE +lane = 0 AND id IN ({_HOMES})"""
MAILS = f"""SELECT count(*), min(m.received_at), max(m.received_at)
    FROM message m INDEXED BY message_customer JOIN conversation c ON c.id = m.conversation_id
    WHERE {_THEIRS} AND +c.lane = 0"""
WORDS = f"""SELECT substr(t.own_words, 1, 1000) FROM mail t JOIN (
        SELECT m.id FROM message m INDEXED BY message_customer
        WHERE {_THEIRS} AND m.direction = 0 AND m.kind = 0 ORDER BY m.id DESC LIMIT ?2) n ON n.id = t.message_id"""
NEWEST = f"""SELECT {READ} FROM conversation WHERE +lane = 0 AND id IN ({_HOMES})
    ORDER BY last_at DESC, id DESC LIMIT ?2"""


class CustomerTable:
    """Customers; fits `ports.CustomerRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    @cached_property
    def joins(self) -> "CustomerJoinTable":
        """Several addresses of one customer."""
        from shopdesk.storage.customer_joins import CustomerJoinTable

        return CustomerJoinTable(self._database)

    @cached_property
    def blocked(self) -> "BlockedTable":
        """Whose mails ask for nothing."""
        from shopdesk.storage.blocked_senders import BlockedTable

        return BlockedTable(self._database)

    def meet(self, people: Sequence[tuple[Address, datetime]]) -> list[CustomerId]:
        """Write who wrote or was written to, empty addresses left out; returns those of whom something is new."""
        rows: dict[str, tuple[str, str, str, int]] = {}
        for who, at in people:
            key, when = who.key, micros(at)
            if key and (key not in rows or rows[key][3] < when):
                name = "" if who.name.casefold() == key else who.name
                rows[key] = (storable(key), storable(who.email), storable(name), when)
        return [row[0] for row in self._database.with_values(MEET, [*rows.values()])]

    def find(self, text: str, limit: int) -> list[Customer]:
        """Customers in whose name or address every typed term begins a word, newest mail first."""
        terms = [term.replace('"', " ").strip() for term in _TERM.findall(storable(text[:_MOST_SIGNS]))[:_MOST_TERMS]]
        wanted = " AND ".join(f'"{term}"*' for term in terms if _TERM.search(term))
        return [customer_of(row) for row in self._database.rows(FIND, (wanted, limit))] if wanted else []

    def newest(self, limit: int) -> list[Customer]:
        """The customers with the newest mails; our own mailboxes left out."""
        return [customer_of(row) for row in self._database.rows(NEWEST_ONES, (limit,))]

    def by_address(self, address: str) -> Customer | None:
        """The customer of an address, None when nothing was filed or noted under it."""
        row = self._database.row(BY_KEY, (storable(address.casefold()),))
        return None if row is None else customer_of(row)

    def dealings(self, *addresses: str) -> Dealings:
        """What the mails with some addresses add up to."""
        key = (_keys(addresses),)
        conversations, still_open = self._database.row(DEALINGS, key) or (0, 0)
        messages, first_at, last_at = self._database.row(MAILS, key) or (0, None, None)
        return Dealings(conversations, still_open, messages, moment_or_none(first_at), moment_or_none(last_at))

    def conversations(self, addresses: Sequence[str], limit: int) -> list[Conversation]:
        """The newest conversations in which any address wrote or was written to first; machines' ones are left out."""
        return [conversation_of(row) for row in self._database.rows(NEWEST, (_keys(addresses), limit))]

    def words(self, addresses: Sequence[str], limit: int) -> list[str]:
        """How the newest mails of people from some addresses begin."""
        return [row[0] for row in self._database.rows(WORDS, (_keys(addresses), limit))]


def _keys(addresses: Sequence[str]) -> str:
    return json.dumps([key_of(address.casefold()) for address in addresses])


def forget_strangers(database: ShopDatabase) -> None:
    """Take away the customers whose last mail went, unless somebody noted something about them or joined them."""
    rows = database.rows(
        "SELECT id, key FROM customer WHERE id NOT IN (SELECT customer_id FROM customer_note"
        " UNION SELECT customer_id FROM customer_tag UNION SELECT customer_id FROM customer_draft"
        " UNION SELECT customer_id FROM customer_join UNION SELECT head_id FROM customer_join)"
    )
    for chunk in chunks(rows, _CHUNK):
        keys = {key_of(key): number for number, key in chunk}
        kept = database.rows(
            "SELECT DISTINCT customer FROM message INDEXED BY message_customer"
            " WHERE customer IN (SELECT value FROM json_each(?))",
            (id_list(keys),),
        )
        gone = [number for key, number in keys.items() if (key,) not in kept]
        database.run("DELETE FROM customer WHERE id IN (SELECT value FROM json_each(?))", (id_list(gone),))
