"""Backups in memory; what is made, and how it fails, is set by a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from shopdesk.domain.backup import BackupCopy, BackupState, MadeBackup
from shopdesk.domain.control import Control


class FakeBackups:
    """Fits `BackupDesk`."""

    def __init__(self) -> None:
        self.now = BackupState()
        self.at = datetime(2026, 11, 18, 9, 24, tzinfo=UTC)
        self.made = 0
        self.fails: Exception | None = None
        self.under_way: Callable[[Control], None] = lambda control: control.report(5_000_000, 20_000_000)

    def state(self) -> BackupState:
        return self.now

    def choose(self, folder: str) -> BackupState:
        if self.fails is not None:
            raise self.fails
        self.now = BackupState(folder)
        return self.now

    def stop(self) -> None:
        self.now = BackupState()

    def make(self, control: Control) -> MadeBackup:
        self.under_way(control)
        control.stop_if_cancelled()
        if self.fails is not None:
            raise self.fails
        self.made += 1
        self.now = replace(self.now, last=self.at, copies=self.now.copies + 1, bytes=20_000_000)
        return MadeBackup(BackupCopy("2026-11-18", self.at, 1, 1, 1), 1)
