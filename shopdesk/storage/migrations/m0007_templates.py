"""The template library with all versions of every template."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0007_templates",
    (
        """CREATE TABLE template (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            starter TEXT NOT NULL,
            content TEXT NOT NULL,
            uses INTEGER NOT NULL DEFAULT 0,
            changed_at INTEGER NOT NULL,
            changed_by TEXT NOT NULL,
            reviewed_at INTEGER,
            deleted_at INTEGER
        ) STRICT""",
        "CREATE UNIQUE INDEX template_key ON template (key) WHERE deleted_at IS NULL",
        """CREATE TABLE template_version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            template_id INTEGER NOT NULL REFERENCES template,
            content TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            changed_by TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX template_version_template ON template_version (template_id)",
    ),
)
