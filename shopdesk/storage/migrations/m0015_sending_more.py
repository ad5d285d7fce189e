"""Which message a mail of the outbox became, and the files of templates."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0015_sending_more",
    (
        # A provider may give the copy in Sent another Message-ID or sender: only this tells that it is the same mail.
        "ALTER TABLE outbox ADD COLUMN filed_as INTEGER",
        "CREATE INDEX outbox_message_id ON outbox (message_id)",
        # By content: all versions of a template, and all templates with one leaflet, share its bytes.
        """CREATE TABLE template_file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 BLOB NOT NULL UNIQUE,
            content BLOB NOT NULL
        ) STRICT""",
    ),
)
