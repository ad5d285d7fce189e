"""A customer as a row."""

from shopdesk.domain.customer import Customer
from shopdesk.domain.ids import CustomerId
from shopdesk.storage.database import Row
from shopdesk.storage.values import moment


def customer_of(row: Row) -> Customer:
    """A customer from (id, name, address, last_at)."""
    return Customer(CustomerId(row[0]), row[1], row[2], moment(row[3]))
