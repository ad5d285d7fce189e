"""The desk's first tables: mailboxes, folders, messages, places, conversations, search."""

from shopdesk.storage.migrate import Step

_MAILBOXES = (
    """CREATE TABLE mailbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL,
        address_key TEXT NOT NULL,
        leaving INTEGER NOT NULL DEFAULT 0,
        settings TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX mailbox_address ON mailbox (address_key) WHERE leaving = 0",
    """CREATE TABLE health (
        mailbox_id INTEGER PRIMARY KEY REFERENCES mailbox,
        state TEXT NOT NULL,
        last_try INTEGER,
        last_success INTEGER,
        next_try INTEGER,
        failures INTEGER NOT NULL,
        problem TEXT NOT NULL,
        problem_host TEXT NOT NULL,
        problem_detail TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailbox_id INTEGER NOT NULL REFERENCES mailbox,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        wanted INTEGER NOT NULL,
        wanted_by_hand INTEGER NOT NULL DEFAULT 0,
        selectable INTEGER NOT NULL,
        object_id TEXT NOT NULL,
        listed INTEGER NOT NULL DEFAULT 1,
        uidvalidity INTEGER NOT NULL DEFAULT 0,
        uidnext INTEGER NOT NULL DEFAULT 1,
        modseq INTEGER NOT NULL DEFAULT 0,
        "exists" INTEGER NOT NULL DEFAULT 0,
        caught_up INTEGER NOT NULL DEFAULT 0,
        since TEXT NOT NULL DEFAULT '',
        UNIQUE (mailbox_id, name)
    ) STRICT""",
    # One row once a mailbox was ever removed: from then on raw mails can vanish from the archive.
    "CREATE TABLE removal (happened INTEGER PRIMARY KEY) STRICT",
    # Raw mails of removed mailboxes that are still to be taken out of the archive.
    "CREATE TABLE doomed_raw (sha256 BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
)

_CONVERSATIONS = (
    """CREATE TABLE conversation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailbox_id INTEGER NOT NULL REFERENCES mailbox,
        state INTEGER NOT NULL,
        lane INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        waiting_since INTEGER,
        snoozed_until INTEGER,
        messages INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        has_attachments INTEGER NOT NULL,
        bounced INTEGER NOT NULL,
        subject TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        customer_email TEXT NOT NULL,
        market TEXT NOT NULL,
        snippet TEXT NOT NULL,
        order_numbers TEXT NOT NULL,
        sort_at INTEGER NOT NULL
    ) STRICT""",
    # A tab of the list in its order, with or without one mailbox, without touching the table.
    "CREATE INDEX conversation_list ON conversation (lane, state, sort_at, mailbox_id)",
    # Numbers of the tabs, kept by the triggers below: counting 100,000 rows at each change would be felt.
    """CREATE TABLE tab_count (
        lane INTEGER NOT NULL,
        state INTEGER NOT NULL,
        total INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        PRIMARY KEY (lane, state)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO tab_count VALUES (0, 0, 0, 0), (0, 1, 0, 0), (0, 2, 0, 0), (0, 3, 0, 0),
        (1, 0, 0, 0), (1, 1, 0, 0), (1, 2, 0, 0), (1, 3, 0, 0)""",
    """CREATE TRIGGER conversation_added AFTER INSERT ON conversation BEGIN
        UPDATE tab_count SET total = total + 1, unread = unread + (new.unread > 0)
        WHERE lane = new.lane AND state = new.state;
    END""",
    """CREATE TRIGGER conversation_removed AFTER DELETE ON conversation BEGIN
        UPDATE tab_count SET total = total - 1, unread = unread - (old.unread > 0)
        WHERE lane = old.lane AND state = old.state;
    END""",
    """CREATE TRIGGER conversation_changed AFTER UPDATE OF lane, state, unread ON conversation
    WHEN old.lane <> new.lane OR old.state <> new.state OR (old.unread > 0) <> (new.unread > 0) BEGIN
        UPDATE tab_count SET total = total - 1, unread = unread - (old.unread > 0)
        WHERE lane = old.lane AND state = old.state;
        UPDATE tab_count SET total = total + 1, unread = unread + (new.unread > 0)
        WHERE lane = new.lane AND state = new.state;
    END""",
)

_MESSAGES = (
    # Narrow, so that recounts read few pages; what only an open conversation shows is in `mail`.
    """CREATE TABLE message (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversation DEFERRABLE INITIALLY DEFERRED,
        mailbox_id INTEGER NOT NULL REFERENCES mailbox,
        direction INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        is_read INTEGER NOT NULL,
        is_answered INTEGER NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0,
        has_files INTEGER NOT NULL,
        whole INTEGER NOT NULL,
        topic INTEGER,
        customer INTEGER,
        alias INTEGER,
        id_key INTEGER,
        fingerprint_key INTEGER,
        fingerprint ANY,
        sha256 BLOB
    ) STRICT""",
    "CREATE INDEX message_conversation ON message (conversation_id)",
    "CREATE INDEX message_fingerprint ON message (fingerprint_key) WHERE fingerprint_key IS NOT NULL",
    "CREATE INDEX message_topic ON message (topic) WHERE topic IS NOT NULL",
    "CREATE INDEX message_own ON message (id_key) WHERE direction = 1 AND id_key IS NOT NULL",
    "CREATE INDEX message_files ON message (id) WHERE has_files = 1",
    "CREATE INDEX message_gone ON message (id) WHERE gone = 1",
    """CREATE TABLE mail (
        message_id INTEGER PRIMARY KEY REFERENCES message,
        header_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        sender_name TEXT NOT NULL,
        sender_email TEXT NOT NULL,
        sent_at INTEGER,
        bounced TEXT NOT NULL DEFAULT '',
        details TEXT NOT NULL,
        own_words TEXT NOT NULL,
        body TEXT,
        html ANY,
        html_own ANY
    ) STRICT""",
    """CREATE TABLE attachment (
        message_id INTEGER NOT NULL REFERENCES message,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        content_id TEXT NOT NULL,
        inline INTEGER NOT NULL,
        risky INTEGER NOT NULL,
        PRIMARY KEY (message_id, number)
    ) STRICT, WITHOUT ROWID""",
    # Order (kind 0) and parcel (kind 1) numbers.
    """CREATE TABLE shop_number (
        number TEXT NOT NULL,
        kind INTEGER NOT NULL,
        message_id INTEGER NOT NULL REFERENCES message,
        place INTEGER NOT NULL,
        PRIMARY KEY (number, kind, message_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX shop_number_message ON shop_number (message_id)",
    # Message-IDs, of mails that are here or only referred to, as 64 bits of BLAKE2: random keys touch a page each,
    # so they have to be short.
    """CREATE TABLE reference (
        id_key INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversation DEFERRABLE INITIALLY DEFERRED
    ) STRICT""",
    "CREATE INDEX reference_conversation ON reference (conversation_id)",
)

_PLACES = (
    """CREATE TABLE place (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        folder_id INTEGER NOT NULL REFERENCES folder,
        uid INTEGER NOT NULL,
        message_id INTEGER REFERENCES message,
        sha256 BLOB,
        size INTEGER NOT NULL,
        flags TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        set_aside TEXT,
        reader_version INTEGER,
        UNIQUE (folder_id, uid)
    ) STRICT""",
    "CREATE INDEX place_message ON place (message_id, folder_id) WHERE message_id IS NOT NULL",
    "CREATE INDEX place_unfinished ON place (folder_id, uid, sha256) WHERE sha256 IS NULL",
    "CREATE INDEX place_set_aside ON place (folder_id, uid) WHERE set_aside IS NOT NULL",
)

_SEARCH = (
    # rowid = message id, which is in the order of receipt: the newest hits come first without a sort.
    """CREATE VIRTUAL TABLE search USING fts5(
        subject, sender, people, body, numbers, files,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')""",
    # Merging later costs a search nothing that can be felt and saves a third of the writing.
    "INSERT INTO search (search, rank) VALUES ('automerge', 8)",
    "INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 3.0, 2.0, 1.0, 6.0, 2.0)')",
)

STEP = Step("m0001_first_tables", _MAILBOXES + _CONVERSATIONS + _MESSAGES + _PLACES + _SEARCH)
