"""The archive's only table: compressed raw mails by their sha256."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "a0001_raw_mails",
    (
        # Rows in the order of arrival, so that large bodies are only ever appended; the key has an index of its own.
        """CREATE TABLE raw_mail (
            id INTEGER PRIMARY KEY,
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            packed BLOB NOT NULL
        ) STRICT""",
    ),
)
