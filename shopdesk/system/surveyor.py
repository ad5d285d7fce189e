"""What only this computer can tell for the lists of the day."""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path


class DeskSurveyor:
    """Looks at the disk of the data folder; fits `day_ports.Surveyor`."""

    makes_backups = False
    """Nothing here makes any yet; the room on the disk is looked at instead."""

    def __init__(self, data_folder: Path, to_review: Callable[[datetime], Sequence[str]]) -> None:
        self._folder = data_folder
        self.to_review = to_review

    def free_bytes(self) -> int | None:
        """Room on the disk of the data folder; None when the system does not say."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return None

    def last_backup(self) -> datetime | None:
        """None: there is none."""
        return None
