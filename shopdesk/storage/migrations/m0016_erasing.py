"""Mails of customers who were erased: their places on the servers are remembered, so that they do not come again."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0016_erasing",
    (
        """CREATE TABLE erased_place (
            folder_id INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
            uid INTEGER NOT NULL,
            PRIMARY KEY (folder_id, uid)
        ) STRICT, WITHOUT ROWID""",
    ),
)
