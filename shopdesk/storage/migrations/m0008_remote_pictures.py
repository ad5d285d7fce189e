"""Pictures that were loaded from outside, and the senders whose pictures always are."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0008_remote_pictures",
    (
        # Each address is loaded once for all mails; a picture of a single point has no content and is never shown.
        """CREATE TABLE remote_picture (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url_key BLOB NOT NULL UNIQUE,
            media_type TEXT NOT NULL,
            content BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE remote_picture_use (
            message_id INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
            picture_id INTEGER NOT NULL REFERENCES remote_picture,
            PRIMARY KEY (message_id, picture_id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX remote_picture_use_picture ON remote_picture_use (picture_id)",
        """CREATE TRIGGER remote_picture_unused AFTER DELETE ON remote_picture_use
        WHEN NOT EXISTS (SELECT 1 FROM remote_picture_use WHERE picture_id = old.picture_id) BEGIN
            DELETE FROM remote_picture WHERE id = old.picture_id;
        END""",
        """CREATE TABLE picture_sender (
            address_key TEXT PRIMARY KEY,
            address TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)
