"""Says in the window that the backup does not work, when it has not for two days."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from shopdesk.domain.backup import BackupState
from shopdesk.ui.backup_words import age_title
from shopdesk.ui.desk import Desk
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate

LOOK_EVERY = timedelta(hours=1)
SAY_EVERY = timedelta(days=1)


class BackupRoom(QObject):
    """One for a window; `tick` may be called as often as one likes."""

    told = Signal(str)

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._looked: datetime | None = None
        self._said: datetime | None = None

    def tick(self) -> None:
        """Look once an hour."""
        now = self._around.now()
        if self._looked is None or not timedelta(0) <= now - self._looked < LOOK_EVERY:
            self._looked = now
            self._around.lanes.reading.submit(self._desk.backups.state, self._took, lambda _: None)

    def _took(self, state: BackupState) -> None:
        now = self._around.now()
        if not state.fails_too_long(now) or (self._said is not None and now - self._said < SAY_EVERY):
            return
        self._said = now
        words = translate("Backup", "%1. %2").replace("%1", age_title(state.age(now)))
        self.told.emit(words.replace("%2", problem_text(state.problem)))
