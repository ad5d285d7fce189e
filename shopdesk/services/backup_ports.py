"""The door to the folder of backups; storage fits it by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.backup import BackupCopy, CheckedCopy, MadeBackup
    from shopdesk.domain.control import Control


class BackupShelf(Protocol):
    """Copies of the data folder; all raise the errors of backups in `domain.errors`."""

    def prepare(self, chosen: str, desk_id: str) -> str:
        """Make a folder that a person chose ready; out: the folder of the backup in it."""

    def same_disk(self, folder: str) -> bool:
        """Whether it lies on the disk of the data."""

    def copies(self, folder: str) -> Sequence[BackupCopy]:
        """All complete copies, newest first."""

    def size(self, folder: str) -> int:
        """Bytes of a whole backup."""

    def check(self, folder: str, control: Control | None = None) -> Sequence[CheckedCopy]:
        """Read every byte again."""

    def make(
        self, folder: str, desk_id: str, now: datetime, control: Control, forgets: datetime | None = None
    ) -> MadeBackup:
        """Write a copy and verify it, then let go of what is too old, or older than `forgets`."""
