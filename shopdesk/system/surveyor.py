"""What only this computer can tell for the lists of the day."""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any


class DeskSurveyor:
    """Looks at the disk of the data folder; fits `day_ports.Surveyor`."""

    makes_backups = True

    def __init__(
        self,
        data_folder: Path,
        to_review: Callable[[datetime], Sequence[str]],
        watched_orders: Callable[[Any, datetime], Sequence[str]] = lambda work, now: (),
    ) -> None:
        """In: what other services know; orders are looked through in a transaction that is open."""
        self._folder = data_folder
        self.watched_orders = watched_orders
        self.to_review = to_review

    def free_bytes(self) -> int | None:
        """Room on the disk of the data folder; None when the system does not say."""
        try:
            return shutil.disk_usage(self._folder).free
        except OSError:
            return None
