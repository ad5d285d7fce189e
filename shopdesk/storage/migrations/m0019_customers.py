"""Customers with several addresses, blocked senders, and erased mails that are not to come again."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0019_customers",
    (
        # Addresses of one person: each points at the one that they were joined into, which has no row itself.
        """CREATE TABLE customer_join (
            customer_id INTEGER PRIMARY KEY REFERENCES customer,
            head_id INTEGER NOT NULL REFERENCES customer
        ) STRICT""",
        "CREATE INDEX customer_join_head ON customer_join (head_id)",
        # What tells that two addresses are one person: the name on an order, and who bought it at the marketplace.
        """CREATE INDEX customer_order_name ON customer_order (lower(json_extract(content, '$.customer_name')))
            WHERE json_extract(content, '$.phone') IS NOT NULL""",
        """CREATE INDEX customer_order_user ON customer_order (market, json_extract(content, '$.user'))
            WHERE json_extract(content, '$.user') IS NOT NULL""",
        "CREATE INDEX shop_case_customer ON shop_case (lower(json_extract(content, '$.customer_email')))",
        # A casefolded address, or @ and a domain.
        """CREATE TABLE blocked_sender (
            key TEXT PRIMARY KEY,
            blocked_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # Salted marks of erased mails: a server that numbers its mails anew hands them over once more.
        "CREATE TABLE erased_mail (mark BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
    ),
)
