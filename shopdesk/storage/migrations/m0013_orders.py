"""Orders out of the files of marketplaces, what an import prepares, and which watched files were taken in."""

from shopdesk.storage.migrate import Step

_COLUMNS = """
        market TEXT NOT NULL,
        number_key TEXT NOT NULL,
        email_key TEXT NOT NULL,
        state INTEGER NOT NULL,
        sort_at INTEGER NOT NULL,
        content TEXT NOT NULL,"""

_ORDERS = (
    # `number_key` is the number in upper case without #; `email_key` the casefolded address or alias, '' for none;
    # `sort_at` when it was placed, else when it came in; `content` all of it as JSON.
    f"""CREATE TABLE customer_order (
        id INTEGER PRIMARY KEY AUTOINCREMENT,{_COLUMNS}
        UNIQUE (market, number_key)
    ) STRICT""",
    "CREATE INDEX customer_order_number ON customer_order (number_key)",
    "CREATE INDEX customer_order_email ON customer_order (email_key, sort_at) WHERE email_key <> ''",
    "CREATE INDEX customer_order_sort ON customer_order (sort_at)",
    # Unpaid (0), paid (1), shipped (2): somebody still waits for these.
    "CREATE INDEX customer_order_open ON customer_order (sort_at) WHERE state < 3",
    # What an import will write, until it does so in one step; what a kill leaves here is swept by the next import.
    f"""CREATE TABLE staged_order ({_COLUMNS}
        run INTEGER NOT NULL,
        PRIMARY KEY (run, market, number_key)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE order_file (
        sha256 TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,
        added INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        same INTEGER NOT NULL,
        refused INTEGER NOT NULL,
        error TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

STEP = Step("m0013_orders", _ORDERS)
