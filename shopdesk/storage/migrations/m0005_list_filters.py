"""Indexes for the filters of the list: what is unread, what has attachments."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0005_list_filters",
    (
        # SQLite answers from a partial index alone only if the column of its condition is in it too.
        """CREATE INDEX conversation_unread ON conversation (lane, state, sort_at, mailbox_id, has_attachments, unread)
            WHERE unread > 0""",
        """CREATE INDEX conversation_files ON conversation (lane, state, sort_at, mailbox_id, has_attachments)
            WHERE has_attachments = 1""",
    ),
)
