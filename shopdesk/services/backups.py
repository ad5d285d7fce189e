"""Backups: where they go, when one is due, how the last ones went."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from shopdesk.domain.backup import BackupState
from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import BackupNotChosen, BackupUnderway, Cancelled, DataFolderBusy, ShopdeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from shopdesk.domain.backup import BackupCopy, CheckedCopy, MadeBackup
    from shopdesk.domain.control import Control
    from shopdesk.services.backup_ports import BackupShelf
    from shopdesk.services.ports import Clock, Store, Work

FOLDER = "backup.folder"
STATE = "backup.state"
FORGETS = "backup.forgets"
_DESK = "backup.desk"
DUE_AFTER = timedelta(hours=20)
"""Less than a day: who works from nine to five has one every day, and not every day a little later."""
AGAIN_AFTER = timedelta(hours=1)
"""When one failed."""
_MOMENTS = ("last", "failing_since", "tried")


class Backups:
    """All of it may be called from any thread; `alone` is held by the one process that makes a backup."""

    def __init__(
        self, store: Store, clock: Clock, shelf: BackupShelf, alone: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._store = store
        self._clock = clock
        self._shelf = shelf
        self._alone = alone

    def state(self) -> BackupState:
        """How it fares, without a look into the folder."""
        with self._store.reading() as work:
            return backup_state(work)

    def choose(self, folder: str) -> BackupState:
        """Let backups go into a folder from now on. Raises `BackupFolderTaken`, `BackupFolderUnusable`, ..."""
        desk_id = self._desk_id()
        root = self._shelf.prepare(folder, desk_id)
        copies = self._shelf.copies(root)  # it may hold some of this desk already
        state = self.state()
        if root != state.folder:
            state = BackupState(root, copies[0].made_at if copies else None, len(copies))
        state = replace(state, bytes=self._shelf.size(root), same_disk=self._shelf.same_disk(root))
        self._save(state)
        return state

    def stop(self) -> None:
        """Make none any more; what lies in the folder stays there."""
        self._save(BackupState())

    def is_due(self) -> bool:
        """Whether one shall be made now."""
        state, now = self.state(), self._clock.now()
        if not state.folder or _was_tried(state, now):
            return False
        return state.forgets is not None or state.last is None or not now - DUE_AFTER < state.last <= now

    def make(self, control: Control) -> MadeBackup:
        """Make a copy now. Raises `BackupNotChosen`, `BackupUnderway`, `BackupFolderMissing`, ..., `Cancelled`.

        How it went is written down; a cancelled one leaves everything as it was.
        """
        state = self.state()
        if not state.folder:
            raise BackupNotChosen
        try:
            with self._alone():
                made = self._shelf.make(state.folder, self._desk_id(), self._clock.now(), control, state.forgets)
        except DataFolderBusy:
            raise BackupUnderway from None
        except Cancelled:
            raise
        except ShopdeskError as problem:
            self._note_failure(state.folder, problem)
            raise
        self._note_success(state, made)
        return made

    def copies(self) -> Sequence[BackupCopy]:
        """All complete copies, newest first; raises `BackupNotChosen`, `BackupFolderMissing`."""
        return self._shelf.copies(self._folder())

    def check(self, control: Control | None = None) -> Sequence[CheckedCopy]:
        """Read every byte of the backup again; raises `BackupNotChosen`, `BackupFolderMissing`."""
        return self._shelf.check(self._folder(), control)

    # --- inside -----------------------------------------------------------------------------------------------

    def _folder(self) -> str:
        folder = self.state().folder
        if not folder:
            raise BackupNotChosen
        return folder

    def _desk_id(self) -> str:
        with self._store.reading() as work:
            known = work.settings.get(_DESK)
        if known:
            return known
        with self._store.writing() as work:
            made = work.settings.get(_DESK) or uuid4().hex
            work.settings.save(_DESK, made)
            return made

    def _note_success(self, before: BackupState, made: MadeBackup) -> None:
        folder, now = before.folder, self._clock.now()
        copies = size = 0
        with suppress(ShopdeskError):
            copies, size = len(self._shelf.copies(folder)), self._shelf.size(folder)
        state = BackupState(folder, made.copy.made_at, copies, size, self._shelf.same_disk(folder), tried=now)
        with self._store.writing() as work:
            known = backup_state(work)
            if known.folder != folder:  # another one was chosen meanwhile, or none
                return
            # Who was erased while this one was made waits for the next.
            still = known.forgets if not made.is_tidy or known.forgets != before.forgets else None
            _write(work, replace(state, forgets=still))

    def _note_failure(self, folder: str, problem: ShopdeskError) -> None:
        now = self._clock.now()
        with self._store.writing() as work:
            state = backup_state(work)
            if state.folder == folder:
                failing = state.failing_since or now
                _write(work, replace(state, failing_since=failing, tried=now, problem=type(problem).__name__))

    def _save(self, state: BackupState) -> None:
        """Write all but who is to be forgotten: somebody may have been erased since the state was read."""
        with self._store.writing() as work:
            _write(work, replace(state, forgets=backup_state(work).forgets))


def _was_tried(state: BackupState, now: datetime) -> bool:
    """Whether the last try left something to be done again, and was less than an hour ago."""
    if state.tried is None or not timedelta(0) <= now - state.tried < AGAIN_AFTER:
        return False
    return bool(state.problem) or (state.forgets is not None and state.forgets <= state.tried)


def backup_state(work: Work) -> BackupState:
    """How the backup fares, as it is written on the desk."""
    folder, kept = work.settings.get(FOLDER) or "", work.settings.get(STATE)
    forgets = _moment(work.settings.get(FORGETS))
    try:
        fields = json.loads(kept) if kept else {}
        fields |= {name: _moment(fields.get(name)) for name in _MOMENTS}
        return BackupState(folder, forgets=forgets, **fields)
    except (ValueError, TypeError, AttributeError):  # another version wrote it
        return BackupState(folder, forgets=forgets)


def forget_in_backups(work: Work, now: datetime) -> None:
    """A customer was erased: copies from before go with the next backup."""
    if work.settings.get(_DESK):  # somebody chose a folder once, and may choose it again
        work.settings.save(FORGETS, now.isoformat())


def _write(work: Work, state: BackupState) -> None:
    moments = {"last": state.last, "failing_since": state.failing_since, "tried": state.tried}
    fields = {
        "copies": state.copies,
        "bytes": state.bytes,
        "same_disk": state.same_disk,
        "problem": state.problem,
        **{name: at.isoformat() for name, at in moments.items() if at is not None},
    }
    work.settings.save(FOLDER, state.folder or None)
    work.settings.save(STATE, json.dumps(fields))
    work.settings.save(FORGETS, state.forgets.isoformat() if state.forgets is not None else None)
    work.touched(Changes(day=True, settings=True))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
