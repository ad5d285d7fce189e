"""Customers by address, and what the shop notes about them; those of older mails are taken from the conversations."""

from shopdesk.storage.migrate import Step

_CUSTOMERS = (
    # `key` is the casefolded address. One row an address: joining several is a matter of a later table, and notes stay
    # with the address that they were written on.
    """CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        address TEXT NOT NULL,
        name TEXT NOT NULL,
        last_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE customer_search USING fts5(
        name, address, content = 'customer', content_rowid = 'id', columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER customer_added AFTER INSERT ON customer BEGIN
        INSERT INTO customer_search (rowid, name, address) VALUES (new.id, new.name, new.address);
    END""",
    """CREATE TRIGGER customer_removed AFTER DELETE ON customer BEGIN
        INSERT INTO customer_search (customer_search, rowid, name, address)
        VALUES ('delete', old.id, old.name, old.address);
    END""",
    """CREATE TRIGGER customer_renamed AFTER UPDATE OF name, address ON customer
    WHEN old.name <> new.name OR old.address <> new.address BEGIN
        INSERT INTO customer_search (customer_search, rowid, name, address)
        VALUES ('delete', old.id, old.name, old.address);
        INSERT INTO customer_search (rowid, name, address) VALUES (new.id, new.name, new.address);
    END""",
    # Their mails: `message.customer` is a key of the casefolded address.
    "CREATE INDEX message_customer ON message (customer, conversation_id) WHERE customer IS NOT NULL",
)

_NOTES = (
    """CREATE TABLE customer_note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer,
        text TEXT NOT NULL,
        author TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        edited_at INTEGER
    ) STRICT""",
    "CREATE INDEX customer_note_customer ON customer_note (customer_id, created_at)",
    # Unfinished notes; note 0 is a new one. An unfinished change of a note that went stays: it may come back.
    """CREATE TABLE customer_draft (
        customer_id INTEGER NOT NULL REFERENCES customer,
        note_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (customer_id, note_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE customer_tag (
        customer_id INTEGER NOT NULL REFERENCES customer,
        tag TEXT NOT NULL COLLATE NOCASE,
        added_at INTEGER NOT NULL,
        PRIMARY KEY (customer_id, tag)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX customer_tag_tag ON customer_tag (tag)",
)

_OLD = (
    # Lane 0 is that of people. SQLite takes the name of the row that has the greatest last_at.
    """INSERT INTO customer (key, address, name, last_at)
    SELECT lower(customer_email), customer_email, iif(customer_name = customer_email, '', customer_name), max(last_at)
    FROM conversation WHERE lane = 0 AND customer_email <> ''
        AND lower(customer_email) NOT IN (SELECT address_key FROM mailbox)
    GROUP BY lower(customer_email) ORDER BY max(last_at)""",
)

STEP = Step("m0004_customers", _CUSTOMERS + _NOTES + _OLD)
