"""What was done with conversations besides writing mails; lines of the thread, which only grow."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0021_thread_events",
    (
        # `home` is where it happened: a merge carries it elsewhere, its undo brings it back there.
        # `made_by` and `what` name people of the shop and numbers, never a customer.
        """CREATE TABLE thread_event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
            home INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            made_by TEXT NOT NULL,
            what TEXT NOT NULL,
            until INTEGER
        ) STRICT""",
        "CREATE INDEX thread_event_conversation ON thread_event (conversation_id, at)",
        "CREATE INDEX thread_event_home ON thread_event (home) WHERE home IS NOT conversation_id",
        """CREATE TRIGGER thread_event_holds BEFORE UPDATE ON thread_event
        WHEN new.id IS NOT old.id OR new.home IS NOT old.home OR new.kind IS NOT old.kind OR new.at IS NOT old.at
            OR new.made_by IS NOT old.made_by OR new.what IS NOT old.what OR new.until IS NOT old.until BEGIN
            SELECT RAISE(ABORT, 'what happened to a conversation is never changed');
        END""",
    ),
)
