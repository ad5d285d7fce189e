"""Which addresses are one customer, and which may be."""

import json
from collections.abc import Sequence

from shopdesk.domain.customer import Customer
from shopdesk.domain.ids import CustomerId
from shopdesk.storage.customer_rows import customer_of
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable

_WHOLE = "c.id, c.name, c.address, c.last_at"
HEAD = "SELECT head_id FROM customer_join WHERE customer_id = ?"
MEMBERS = f"""SELECT {_WHOLE} FROM customer c WHERE c.id = ?1
    UNION ALL SELECT * FROM (SELECT {_WHOLE} FROM customer_join j JOIN customer c ON c.id = j.customer_id
        WHERE j.head_id = ?1 ORDER BY c.id)"""
_AMONG = "(SELECT value FROM json_each(?))"
WRITERS = f"""SELECT DISTINCT n.number, c.customer_name, c.customer_email FROM shop_number n
    JOIN message m ON m.id = n.message_id JOIN conversation c ON c.id = m.conversation_id
    WHERE n.number IN {_AMONG} AND n.kind = 0 AND +c.lane = 0 AND c.customer_email <> '' LIMIT ?"""


class CustomerJoinTable:
    """Fits `customer_ports.JoinRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def of(self, customer: CustomerId) -> list[Customer]:
        """All addresses of a customer, the one that the others were joined into first; just itself for most."""
        head = self.head(customer)
        return [customer_of(row) for row in self._database.rows(MEMBERS, (head or customer,))]

    def of_address(self, address: str) -> list[Customer]:
        """The same for an address; none when the desk has no row of it."""
        row = self._database.row("SELECT id FROM customer WHERE key = ?", (storable(address.casefold()),))
        return [] if row is None else self.of(CustomerId(row[0]))

    def head(self, customer: CustomerId) -> CustomerId | None:
        """What an address was joined into; None for one that stands by itself, or has others joined into it."""
        row = self._database.row(HEAD, (customer,))
        return None if row is None else CustomerId(row[0])

    def put(self, joins: Sequence[tuple[CustomerId, CustomerId | None]]) -> None:
        """Write what addresses are joined into, None for by itself; those that are gone are left out."""
        for customer, head in joins:
            if head is None:
                self._database.run("DELETE FROM customer_join WHERE customer_id = ?", (customer,))
            else:
                self._database.run(
                    "INSERT OR REPLACE INTO customer_join (customer_id, head_id)"
                    " SELECT c.id, h.id FROM customer c, customer h WHERE c.id = ? AND h.id = ?",
                    (customer, head),
                )

    def writers(self, numbers: Sequence[str], limit: int) -> list[tuple[str, str, str]]:
        """Who writes about these order numbers: (number, name, address)."""
        wanted = json.dumps([storable(number) for number in numbers])
        return [(row[0], row[1], row[2]) for row in self._database.rows(WRITERS, (wanted, limit))]
