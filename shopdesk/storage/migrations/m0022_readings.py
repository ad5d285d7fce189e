"""Which reader read a mail: what a newer one knows better is read once more."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0022_readings",
    (
        "ALTER TABLE message ADD COLUMN reader_version INTEGER NOT NULL DEFAULT 1",
        "CREATE INDEX message_reader ON message (reader_version)",
    ),
)
