"""Within what time each mailbox answers, and when each conversation is due by that."""

from shopdesk.storage.migrate import Step

_COLUMNS = (
    "ALTER TABLE conversation ADD COLUMN due_at INTEGER",
    "ALTER TABLE conversation ADD COLUMN amber_at INTEGER",
    "ALTER TABLE conversation ADD COLUMN red_at INTEGER",
    "ALTER TABLE conversation ADD COLUMN asked_at INTEGER",
    "ALTER TABLE conversation ADD COLUMN pauses TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversation ADD COLUMN clock_off INTEGER NOT NULL DEFAULT 0",
)

STEP = Step(
    "m0009_targets",
    (
        *_COLUMNS,
        # Until now a marketplace's 24 hours were everybody's target; what nobody waits for stands at the end.
        """UPDATE conversation SET due_at = waiting_since + 86400000000, amber_at = waiting_since + 79200000000,
            red_at = waiting_since + 86400000000, sort_at = waiting_since + 86400000000
        WHERE state = 0 AND waiting_since IS NOT NULL""",
        "UPDATE conversation SET sort_at = 36028797018963968 + last_at WHERE state = 0 AND waiting_since IS NULL",
        """CREATE TABLE target_rule (
            mailbox_id INTEGER PRIMARY KEY REFERENCES mailbox ON DELETE CASCADE,
            rule TEXT NOT NULL
        ) STRICT""",
        # Mailboxes whose conversations have due times of an older rule.
        """CREATE TABLE target_stale (
            mailbox_id INTEGER PRIMARY KEY REFERENCES mailbox ON DELETE CASCADE
        ) STRICT""",
        """CREATE TABLE target_peak (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            starts_at INTEGER NOT NULL,
            until_at INTEGER NOT NULL
        ) STRICT""",
    ),
)
