"""Orders that somebody looked at and found nothing wrong with."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0020_order_watch",
    (
        # `reason` is a word of `WatchReason`; `mark` what the order said then: another one brings it back.
        """CREATE TABLE order_rest (
            order_id INTEGER NOT NULL REFERENCES customer_order ON DELETE CASCADE,
            reason TEXT NOT NULL,
            mark TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (order_id, reason)
        ) STRICT, WITHOUT ROWID""",
    ),
)
