"""Who works at the desk, the lists of the day, and facts that hold for a while."""

from shopdesk.storage.migrate import Step

_AGENTS = (
    """CREATE TABLE agent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        color INTEGER NOT NULL,
        active INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    "CREATE UNIQUE INDEX agent_name ON agent (name COLLATE NOCASE) WHERE active = 1",
    # Apart from the conversation: the sync writes those, people write these.
    """CREATE TABLE assignment (
        conversation_id INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
        agent_id INTEGER NOT NULL REFERENCES agent,
        assigned_at INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX assignment_agent ON assignment (agent_id)",
)

_DAY = (
    """CREATE TABLE own_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        weekdays TEXT NOT NULL,
        starts TEXT,
        ends TEXT,
        required INTEGER NOT NULL,
        reorder_at INTEGER,
        starter TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    # A day has each of its lists once, whatever clocks do.
    """CREATE TABLE day_run (
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        begun_by TEXT NOT NULL,
        closed_at INTEGER,
        closed_by TEXT NOT NULL DEFAULT '',
        walk TEXT NOT NULL DEFAULT '',
        report TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (day, kind)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE day_tick (
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        item TEXT NOT NULL,
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        automatic INTEGER NOT NULL,
        amount INTEGER,
        PRIMARY KEY (day, kind, item),
        FOREIGN KEY (day, kind) REFERENCES day_run
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE handed_over (
        day TEXT NOT NULL,
        conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
        agent_id INTEGER NOT NULL REFERENCES agent,
        at INTEGER NOT NULL,
        PRIMARY KEY (day, conversation_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX handed_over_conversation ON handed_over (conversation_id)",
    """CREATE TABLE day_note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        by TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        to_agent INTEGER REFERENCES agent,
        read_at INTEGER,
        read_by TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX day_note_unread ON day_note (day) WHERE read_at IS NULL AND kind = 'morning'",
)

_FACTS = (
    """CREATE TABLE fact (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        starts INTEGER,
        ends INTEGER,
        kind TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

STEP = Step("m0012_day", _AGENTS + _DAY + _FACTS)
