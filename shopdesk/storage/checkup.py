"""Looks whether the data folder is sound."""

import random
import shutil
from collections.abc import Callable, Iterator

from peewee import PeeweeException

from shopdesk.domain.check import LITTLE_SPACE, CheckReport, Finding
from shopdesk.domain.errors import DatabaseDamaged
from shopdesk.storage.archive import RawMailArchive
from shopdesk.storage.conversation_rows import SORTED, recount
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.failures import named_failures
from shopdesk.storage.values import chunks

_ALL_BELOW = 2_000  # up to so many raw mails are all unpacked and verified
_SAMPLE = 500
_LEAST_FREE = 100 << 20
_CHUNK = 500

# Each counts the rows that are not as they should be.
_QUESTIONS = {
    "messages are missing in the search index": """SELECT count(*) FROM message
        WHERE id NOT IN (SELECT id FROM search_docsize)""",
    "rows of the search index have no message": """SELECT count(*) FROM search_docsize
        WHERE id NOT IN (SELECT id FROM message)""",
    "messages have no mail": "SELECT count(*) FROM message WHERE id NOT IN (SELECT message_id FROM mail)",
    "places have neither a message nor a reason": """SELECT count(*) FROM place
        WHERE message_id IS NULL AND set_aside IS NULL""",
    "messages are marked as gone and have a place": """SELECT count(*) FROM message m INDEXED BY message_gone
        WHERE m.gone = 1 AND EXISTS (SELECT 1 FROM place WHERE place.message_id = m.id)""",
    "conversations have a wrong place in the list": f"SELECT count(*) FROM conversation WHERE sort_at <> {SORTED}",
    "numbers of the tabs differ from a recount": """SELECT count(*) FROM tab_count t WHERE (t.total, t.unread) IS NOT (
        SELECT count(*), coalesce(sum(unread > 0), 0) FROM conversation c
        WHERE c.lane = t.lane AND c.state = t.state)""",
}
_COUNTED = """SELECT id, messages, unread, last_at, has_attachments, snippet, order_numbers FROM conversation
    WHERE id > ? ORDER BY id LIMIT ?"""
_REFERRED = """SELECT sha256 FROM place WHERE sha256 IS NOT NULL
    UNION SELECT sha256 FROM message WHERE sha256 IS NOT NULL"""


def check_store(desk: ShopDatabase, archive: RawMailArchive) -> CheckReport:
    """All checks over both files, seen at one state of the desk; damage is a finding, not an error."""
    with desk.reading_transaction():
        findings = [*_broken(desk), *_broken(archive.database)]
        if not findings:
            findings = [*_rows(desk), *_conversations(desk), *_raw_mails(desk, archive)]
        messages = _count(lambda: desk.value("SELECT count(*) FROM message"))
        places = _count(lambda: desk.value("SELECT count(*) FROM place"))
    free = shutil.disk_usage(desk.path.parent).free
    if free < _LEAST_FREE:
        findings.append(Finding(LITTLE_SPACE))
    return CheckReport(messages, places, _count(archive.count), free, tuple(findings))


def _count(counting: Callable[[], int]) -> int:
    """A number for the report; 0 where damage keeps us from counting."""
    try:
        return counting()
    except (PeeweeException, DatabaseDamaged):
        return 0


def _broken(database: ShopDatabase) -> Iterator[Finding]:
    """What SQLite itself finds: pages, indexes, the search index, foreign keys."""
    name = database.path.name
    try:
        with named_failures(database.path):
            lines = [row[0] for row in database.rows("PRAGMA integrity_check") if row[0] != "ok"]
            orphans = len(database.rows("PRAGMA foreign_key_check"))
    except DatabaseDamaged as error:
        yield Finding(f"{name} is damaged: {error}")
        return
    if lines:
        yield Finding(f"{name} is damaged: {lines[0]}", len(lines))
    if orphans:
        yield Finding(f"{name}: rows refer to rows that do not exist", orphans)


def _rows(desk: ShopDatabase) -> Iterator[Finding]:
    for what, question in _QUESTIONS.items():
        count = desk.value(question)
        if count:
            yield Finding(what, count)


def _conversations(desk: ShopDatabase) -> Iterator[Finding]:
    """Conversations whose counters differ from a recount of their messages."""
    wrong = empty = last = 0
    while rows := desk.rows(_COUNTED, (last, _CHUNK)):
        last = rows[-1][0]
        counted = {row[0]: row for row in recount(desk, [row[0] for row in rows])}
        empty += sum(row[0] not in counted for row in rows)
        wrong += sum(row[0] in counted and counted[row[0]] != row for row in rows)
    if wrong:
        yield Finding("conversations whose counters differ from a recount", wrong)
    if empty:
        yield Finding("conversations without a message", empty)


def _raw_mails(desk: ShopDatabase, archive: RawMailArchive) -> Iterator[Finding]:
    """Raw mails that the desk refers to and the archive lacks, and such whose bytes are not the right ones."""
    referred = [row[0] for row in desk.rows(_REFERRED)]
    known = set().union(*(archive.known(chunk) for chunk in chunks(referred, _CHUNK)))
    missing = len(referred) - len(known)
    if missing:
        yield Finding("raw mails are missing in the archive", missing)
    looked_at = sorted(known)
    if len(looked_at) > _ALL_BELOW:
        looked_at = random.sample(looked_at, _SAMPLE)
    wrong = sum(not archive.is_sound(key.hex()) for key in looked_at)
    if wrong:
        yield Finding("raw mails whose bytes do not fit their checksum", wrong)
