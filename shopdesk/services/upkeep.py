"""Look after the data folder."""

from shopdesk.domain.check import CheckReport
from shopdesk.services.ports import Store


class Upkeep:
    """Checks of what is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self) -> CheckReport:
        """Integrity, search index against mails, archive against desk, free space."""
        return self._store.check()
