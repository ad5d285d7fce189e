"""Cases after the sale, which messages they are linked by, and their history, which only grows."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0014_cases",
    (
        # `content` is the whole case as canonical JSON; the columns beside it are what lists look for.
        """CREATE TABLE shop_case (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            is_open INTEGER NOT NULL,
            due_at INTEGER,
            decided_at INTEGER,
            changed_at INTEGER NOT NULL,
            content TEXT NOT NULL
        ) STRICT""",
        # People say RC-1042: four digits from the first one on.
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('shop_case', 1000)",
        "CREATE INDEX shop_case_open ON shop_case (id) WHERE is_open = 1",
        "CREATE INDEX shop_case_due ON shop_case (due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX shop_case_decided ON shop_case (decided_at) WHERE decided_at IS NOT NULL",
        "CREATE INDEX shop_case_closed ON shop_case (changed_at) WHERE is_open = 0",
        # A message that goes with its mailbox leaves its case behind.
        """CREATE TABLE case_link (
            case_id INTEGER NOT NULL REFERENCES shop_case,
            message_id INTEGER NOT NULL,
            PRIMARY KEY (message_id, case_id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX case_link_case ON case_link (case_id)",
        """CREATE TABLE case_history (
            number INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES shop_case,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            deed TEXT NOT NULL,
            details TEXT,
            digest TEXT NOT NULL,
            content TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX case_history_case ON case_history (case_id)",
        """CREATE TRIGGER case_history_stays BEFORE DELETE ON case_history BEGIN
            SELECT RAISE(ABORT, 'the history of cases only grows');
        END""",
        # Only what is personal in it may be forgotten; its hash stays.
        """CREATE TRIGGER case_history_holds BEFORE UPDATE ON case_history
        WHEN new.details IS NOT NULL OR new.number IS NOT old.number OR new.case_id IS NOT old.case_id
            OR new.at IS NOT old.at OR new.by IS NOT old.by OR new.deed IS NOT old.deed
            OR new.digest IS NOT old.digest OR new.content IS NOT old.content OR new.hash IS NOT old.hash BEGIN
            SELECT RAISE(ABORT, 'the history of cases is never changed');
        END""",
    ),
)
