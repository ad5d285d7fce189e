"""What the shop promised to customers."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0011_promises",
    (
        """CREATE TABLE promise (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
            message_id INTEGER,
            kind TEXT NOT NULL,
            quoted TEXT NOT NULL,
            due INTEGER NOT NULL,
            state TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            settled_at INTEGER,
            made_by TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX promise_conversation ON promise (conversation_id)",
        # A broken one is open work until it is settled.
        "CREATE INDEX promise_due ON promise (due) WHERE settled_at IS NULL",
    ),
)
