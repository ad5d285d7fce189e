"""The room of safekeeping: copies of all data in another place."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

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
