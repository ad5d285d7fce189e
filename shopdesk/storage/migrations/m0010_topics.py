"""What conversations are about and how their customers feel, why that is thought, and what people taught."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0010_topics",
    (
        "ALTER TABLE conversation ADD COLUMN topic TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversation ADD COLUMN mood INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversation ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversation ADD COLUMN is_complex INTEGER NOT NULL DEFAULT 0",
        # Small: they hold what was read, never what a first sync brings.
        """CREATE INDEX conversation_mood ON conversation (mood, lane, state, mailbox_id, sort_at)
        WHERE mood > 0""",
        """CREATE INDEX conversation_topic ON conversation (topic, lane, state, mailbox_id, sort_at)
        WHERE topic <> ''""",
        # The corrections are empty unless a person said something else than the rules.
        """CREATE TABLE mail_reading (
            conversation_id INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
            message_id INTEGER NOT NULL,
            reasons TEXT NOT NULL,
            topic TEXT,
            mood TEXT,
            urgent INTEGER
        ) STRICT""",
        """CREATE TABLE lesson (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            told TEXT NOT NULL,
            was TEXT NOT NULL,
            says TEXT NOT NULL,
            sender TEXT NOT NULL,
            words TEXT NOT NULL,
            UNIQUE (told, was, sender, words)
        ) STRICT""",
    ),
)
