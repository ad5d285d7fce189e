"""Leaves nothing of what was erased in the files: neither in freed pages, nor in the search index, nor in the log."""

import time

from peewee import OperationalError

from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.database import ShopDatabase

UNFINISHED = "erasing.unfinished"
"""The setting that stands while something was erased and the files were not scrubbed yet."""
_PAGES = 2_000  # given back in one transaction
_STEP = 400  # pages of the search index that one transaction rewrites: about 50 ms
_MOST_STEPS = 100_000
_PATIENCE = 3.0  # seconds: somebody may just be reading what the log still has to keep for them
_PAUSE = 0.05
MOST_REWRITTEN = 1 << 30
"""Bytes of a file that is written anew as a whole; of a larger one whole pages are freed and overwritten only."""
_INDEXES = ("search", "customer_search")


def overwrite_what_goes(database: ShopDatabase) -> None:
    """From now on this connection fills with zeros whatever it frees, also whole pages."""
    database.cursor_of("PRAGMA secure_delete = ON")


def is_due(desk: ShopDatabase) -> bool:
    """Whether something was erased since the files were scrubbed last."""
    return desk.row("SELECT 1 FROM setting WHERE key = ?", (UNFINISHED,)) is not None


def scrub(desk: ShopDatabase, archive: RawMailArchive) -> bool:
    """Take the last traces out of both files, in short transactions; False when others kept the logs from being
    emptied: the next start of the program tries again."""
    overwrite_what_goes(desk)
    for index in _INDEXES:
        _merge(desk, index)
    clean = [_rewrite(database) and _empty_log(database) for database in (desk, archive.database)]
    for database in (desk, archive.database):
        database.cursor_of("PRAGMA secure_delete = FAST")
    if all(clean):
        with desk.writing_transaction():
            desk.run("DELETE FROM setting WHERE key = ?", (UNFINISHED,))
    return all(clean)


def _merge(desk: ShopDatabase, index: str) -> None:
    """Write the search index anew without what was taken out of it: until then its words stand in old segments."""
    command = f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)"
    for number in range(_MOST_STEPS):
        with desk.writing_transaction():
            before = desk.value("SELECT total_changes()")
            desk.run(command, (-_STEP if number == 0 else _STEP,))
            # SQLite's documentation: fewer than two changes mean that nothing was left to do.
            if desk.value("SELECT total_changes()") - before < 2:  # noqa: PLR2004
                return


def _rewrite(database: ShopDatabase) -> bool:
    """Pages keep copies of rows that once moved on to their neighbours: only a file that is written anew has none."""
    size = database.value("PRAGMA page_count") * database.value("PRAGMA page_size")
    try:
        if size <= MOST_REWRITTEN:
            database.cursor_of("PRAGMA temp_store = FILE")
            database.cursor_of("VACUUM")
        while database.value("PRAGMA freelist_count"):
            database.rows(f"PRAGMA incremental_vacuum({_PAGES})")
    except OperationalError:  # somebody writes all the time, or the disk has no room for two
        return False
    return True


def _empty_log(database: ShopDatabase) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while True:
        busy = database.value("PRAGMA wal_checkpoint(TRUNCATE)")
        if not busy:
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
