"""A place for what the shop set once and everything reads: window, engine and command line."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0002_settings",
    ("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",),
)
