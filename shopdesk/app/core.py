"""What every room of the shop stands on: the database, the time, the doors outside, and how all of it ends."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shopdesk.app.ourselves import ourselves
from shopdesk.app.outside import Outside
from shopdesk.domain.changes import Changes

if TYPE_CHECKING:
    from shopdesk.jobs.beside import BesideLanes
    from shopdesk.services.ports import Clock, MailSource, OAuth, Secrets, Store
    from shopdesk.services.reading import Readers
    from shopdesk.services.sign_ins import SignIns
    from shopdesk.system.log_reading import Logs

Announce = Callable[[Changes], None]


def nobody_listens(changes: Changes) -> None:
    """Who works alone tells nobody."""


class Core:
    """The parts that all others are made of; each is made, and its imports paid for, when it is first asked for."""

    def __init__(
        self,
        data_folder: Path,
        announce: Announce = nobody_listens,
        clock: "Clock | None" = None,
        secrets: "Secrets | None" = None,
        source: "MailSource | None" = None,
        readers: "Readers | None" = None,
    ) -> None:
        from shopdesk.storage.store import open_store
        from shopdesk.system.at_first_use import AtFirstUse
        from shopdesk.system.clock import SystemClock

        self.data_folder = data_folder
        self.logs = cast("Logs", AtFirstUse(lambda: _logs(data_folder)))
        self._open_store = open_store(data_folder, announce)
        self._clock: Clock = clock or SystemClock()
        self.outside = Outside(data_folder, self._open_store, secrets, source)
        self._given_readers = readers

    @property
    def store(self) -> "Store":
        """The database."""
        return self._open_store

    def alone(self) -> AbstractContextManager[None]:
        """Hold the data folder's lock; raises `DataFolderBusy` while a window or another command works on it."""
        from shopdesk.system.single_instance import hold_folder

        return hold_folder(self.data_folder)

    def finish_removals(self) -> None:
        """Take away what is left of removed mailboxes when their removal was interrupted."""
        self._open_store.finish_removals()

    def close(self) -> None:
        """End the threads that work for us and close the database of this process."""
        if "_readers" in self.__dict__:
            self._readers.rest()
        if "_beside" in self.__dict__:
            self._beside.close()
        self._open_store.close()

    @cached_property
    def _beside(self) -> "BesideLanes":
        from shopdesk.jobs.beside import BesideLanes

        return BesideLanes()

    @cached_property
    def _readers(self) -> "Readers":
        from shopdesk.jobs.readers import ReaderProcesses

        return self._given_readers or ReaderProcesses([*ourselves(), "reader"])

    @cached_property
    def _sign_ins(self) -> "SignIns":
        from shopdesk.services.sign_ins import SignIns
        from shopdesk.system.at_first_use import AtFirstUse

        # Few mailboxes sign in by OAuth, and its web server and requests are a tenth of what a sync has to import.
        oauth = cast("OAuth", AtFirstUse(lambda: self.outside.oauth))
        secrets = cast("Secrets", AtFirstUse(lambda: self.outside.secrets))
        return SignIns(secrets, oauth, self._clock)


def _logs(data_folder: Path) -> "Logs":
    from shopdesk.system.log_reading import Logs

    return Logs(data_folder)
