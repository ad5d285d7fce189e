"""What the window needs of the backups; the service fits it by shape."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shopdesk.domain.backup import BackupState, MadeBackup
    from shopdesk.domain.control import Control


class BackupDesk(Protocol):
    """Copies of all data; `state` is asked in the reading lane, the rest in a lane for what takes long."""

    def state(self) -> "BackupState": ...
    def choose(self, folder: str) -> "BackupState": ...
    def stop(self) -> None: ...
    def make(self, control: "Control") -> "MadeBackup": ...
