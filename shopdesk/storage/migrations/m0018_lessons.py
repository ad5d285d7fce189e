"""When something was learned about mails, and from whom."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0018_lessons",
    (
        "ALTER TABLE lesson ADD COLUMN learned_at INTEGER",
        "ALTER TABLE lesson ADD COLUMN learned_from TEXT NOT NULL DEFAULT ''",
    ),
)
