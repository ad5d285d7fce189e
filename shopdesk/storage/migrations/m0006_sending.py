"""Drafts with their files, and the outbox."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0006_sending",
    (
        # What a draft is made of is one text: nothing is ever looked for inside of it.
        """CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation_id INTEGER,
            mailbox_id INTEGER NOT NULL REFERENCES mailbox,
            is_note INTEGER NOT NULL,
            content TEXT NOT NULL,
            saved_at INTEGER NOT NULL
        ) STRICT""",
        "CREATE UNIQUE INDEX draft_conversation ON draft (conversation_id, is_note) WHERE conversation_id IS NOT NULL",
        # Files outlive their draft while the outbox may give it back; what nothing names is swept away.
        """CREATE TABLE draft_file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            media_type TEXT NOT NULL,
            size INTEGER NOT NULL,
            content BLOB NOT NULL
        ) STRICT""",
        "CREATE INDEX draft_file_draft ON draft_file (draft_id)",
        """CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mailbox_id INTEGER NOT NULL REFERENCES mailbox,
            conversation_id INTEGER,
            state TEXT NOT NULL,
            sender TEXT NOT NULL,
            recipients TEXT NOT NULL,
            shown_to TEXT NOT NULL,
            subject TEXT NOT NULL,
            message_id TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            queued_at INTEGER NOT NULL,
            send_after INTEGER NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0,
            looks INTEGER NOT NULL DEFAULT 0,
            next_try INTEGER,
            problem TEXT NOT NULL DEFAULT '',
            problem_host TEXT NOT NULL DEFAULT '',
            problem_detail TEXT NOT NULL DEFAULT '',
            refused TEXT NOT NULL DEFAULT '[]',
            answers INTEGER,
            answered INTEGER NOT NULL DEFAULT 0,
            sent_at INTEGER,
            draft TEXT NOT NULL DEFAULT '',
            undo TEXT NOT NULL DEFAULT ''
        ) STRICT""",
        # Apart: a change of state would write the whole row again, and with it up to 25 MB of files each time.
        """CREATE TABLE outbox_raw (
            outbox_id INTEGER PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
            raw BLOB NOT NULL
        ) STRICT""",
        "CREATE INDEX outbox_open ON outbox (mailbox_id, state, next_try) WHERE state NOT IN ('filed', 'discarded')",
        "CREATE INDEX outbox_conversation ON outbox (conversation_id)",
    ),
)
