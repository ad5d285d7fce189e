"""What the program says about itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk import __version__

if TYPE_CHECKING:
    from shopdesk.system.licences import Licence


class About:
    """Version, folders, licences."""

    def __init__(self, data_folder: Path) -> None:
        self.data_folder = data_folder

    @property
    def version(self) -> str:
        """Such as 0.1.0."""
        return __version__

    @property
    def log_folder(self) -> Path:
        """Where the logs are."""
        from shopdesk.system.paths import log_folder

        return log_folder(self.data_folder)

    def licences(self) -> "Sequence[Licence]":
        """Of everything that the program is made of; reads some 30 files."""
        from shopdesk.system.licences import all_licences
        from shopdesk.system.paths import resources

        return all_licences(resources())

    def show(self, folder: Path) -> None:
        """Open a folder in the system's file browser; raises `NotFound`."""
        from shopdesk.system.opener import Opener

        Opener().open_file(folder)
