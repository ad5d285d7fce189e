"""The room of safekeeping: copies of all data in another place."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from shopdesk.domain.backup import BackupCopy, CheckedCopy
    from shopdesk.services.backups import Backups


class Safekeeping(Core):
    """Everything that brings the data over a broken disk."""

    @cached_property
    def backups(self) -> "Backups":
        """Make copies, and tell how old the newest is."""
        from shopdesk.services.backups import Backups

        return Backups(self.store, self._clock, self._open_store.shelf, self._alone_at_backups)

    def _alone_at_backups(self) -> "AbstractContextManager[None]":
        from shopdesk.system.single_instance import hold_folder

        return hold_folder(self.data_folder, "backup.lock")


class BackupsElsewhere:
    """Looks into backups and brings them back, without any data of this computer; fits `cli.shop.KeptBackups`."""

    def __init__(self, data_folder: str | None = None) -> None:
        self._data_folder = data_folder

    def copies(self, folder: "Path") -> "Sequence[BackupCopy]":
        """All complete copies, newest first."""
        from shopdesk.storage.backup_copies import copies_in, root_of

        return copies_in(root_of(folder))

    def check(self, folder: "Path") -> "Sequence[CheckedCopy]":
        """Read every byte again."""
        from shopdesk.storage.backup_copies import check_backup

        return check_backup(folder)

    def restore(self, folder: "Path", into: "Path | None", name: str) -> "tuple[BackupCopy, Path]":
        """Bring the newest copy, or the named one, into an empty folder (None: the data folder)."""
        from shopdesk.storage.backup_restore import restore
        from shopdesk.system.paths import data_folder

        target = into or data_folder(self._data_folder)
        return restore(folder, target, name), target
