"""Brings a database file to the present schema, step by step, each with its record in one transaction.

A new file takes all of them in one: on a disk that is slow to confirm, one by one cost the first start a second.
"""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from peewee import OperationalError

from shopdesk.domain.errors import DatabaseBusy, DatabaseDamaged, DatabaseTooNew
from shopdesk.storage.database import ShopDatabase, prepare_file
from shopdesk.storage.failures import named, named_os_error

_PAUSE = 0.02
_RECORD = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT"""
# One statement: between two, another process may bring the file up to date, and halves of two states look foreign
_STATE = """SELECT application_id, user_version, EXISTS (SELECT 1 FROM sqlite_schema)
FROM pragma_application_id, pragma_user_version"""


class Step(NamedTuple):
    """One frozen change of the schema: literal statements that are never edited after a release."""

    name: str
    statements: tuple[str, ...]


class Schema(NamedTuple):
    """What a kind of file is: SQLite's application id, settings for a new file, all steps in their order."""

    application_id: int
    page_size: int
    steps: Sequence[Step]
    journal_mode: str = "WAL"
    """How SQLite keeps a new file whole (`PRAGMA journal_mode`); a present one keeps the way it was made with."""
    keeps_copy: bool = False
    """True when a copy of the file is kept beside it before an older one is changed."""


def bring_up_to_date(database: ShopDatabase, schema: Schema) -> None:
    """Run the steps that are missing; a sound, present file costs one short read.

    Raises `DatabaseTooNew` (file untouched), `DatabaseDamaged` for a file of something else. Two processes may do
    this at once: the second finds the work done.
    """
    version = _version(database, schema)
    if version == len(schema.steps):
        return
    if database.read_only:
        raise DatabaseDamaged(f"{database.path}: not complete, and opened for reading only")
    if version == 0:
        _begin_file(database, schema)
    elif schema.keeps_copy:
        _keep_copy(database, version)
    missing = list(enumerate(schema.steps, start=1))[version:]
    for steps in [missing] if version == 0 else [[one] for one in missing]:
        with database.writing_transaction():
            for number, step in steps:
                _apply(database, schema, number, step)


def _version(database: ShopDatabase, schema: Schema) -> int:
    application_id, version, has_tables = map(int, database.rows(_STATE)[0])
    if application_id != schema.application_id:
        if version or has_tables:
            raise DatabaseDamaged(f"{database.path}: a database of another program")
        return 0
    if version > len(schema.steps):
        raise DatabaseTooNew(f"{database.path}: version {version}, this program knows {len(schema.steps)}")
    return version


def _begin_file(database: ShopDatabase, schema: Schema) -> None:
    """Settings that a file takes only while it is empty."""
    database.run(f"PRAGMA page_size = {schema.page_size}")
    database.run("PRAGMA auto_vacuum = INCREMENTAL")
    deadline = time.monotonic() + database.busy_seconds
    while True:
        try:
            database.run(f"PRAGMA journal_mode = {schema.journal_mode}")
            return
        except OperationalError as error:  # this one pragma does not wait for another process by itself
            if not isinstance(named(error, database.path), DatabaseBusy) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _keep_copy(database: ShopDatabase, version: int) -> None:
    """Write `NAME-version-N.db` beside the file; it gets this name only once it is complete."""
    copy = database.path.with_name(f"{database.path.stem}-version-{version}.db")
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        prepare_file(unfinished)
        database.run("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(copy)
    except OSError as error:
        raise named_os_error(error, copy) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _apply(database: ShopDatabase, schema: Schema, number: int, step: Step) -> None:
    if _version(database, schema) >= number:
        return  # another process was faster
    for statement in step.statements:
        database.run(statement)
    database.run(_RECORD)
    applied_at = datetime.now(UTC).isoformat()
    database.run("INSERT INTO migration VALUES (?, ?, ?)", (number, step.name, applied_at))
    if database.row("PRAGMA foreign_key_check") is not None:
        raise DatabaseDamaged(f"{database.path}: step {step.name} leaves rows without their parents")
    database.run(f"PRAGMA application_id = {schema.application_id}")
    database.run(f"PRAGMA user_version = {number}")
