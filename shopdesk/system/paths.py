"""Where things lie: the data folder, the logs in it, and the files that come with the program."""

import os
import sys
from pathlib import Path

from shopdesk.domain.errors import DataFolderUnusable

OVERRIDE = "SHOPDESK_DATA"
_NAME = "Shopdesk"


def data_folder(given: str | None = None) -> Path:
    """The folder of all data: the given one, else what SHOPDESK_DATA names, else the local one of this user.

    Never a roaming or synchronised folder by default: a database does not survive being copied while it is written.
    It is made if missing, for its owner alone. Raises `DataFolderUnusable`.
    """
    chosen = given or os.environ.get(OVERRIDE) or _usual_folder()
    folder = Path(chosen).expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise DataFolderUnusable(f"{folder}: {problem.strerror or problem}") from None
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise DataFolderUnusable(f"{folder}: no right to read and write here")
    return folder


def _usual_folder() -> str:
    import platformdirs  # only when nobody named a folder

    return platformdirs.user_data_dir(_NAME, appauthor=False, roaming=False)


def log_folder(data: Path) -> Path:
    """Where logs are kept in a data folder."""
    return data / "logs"


def resources() -> Path:
    """Fonts, icons and texts that come with the program, in a source checkout and in a frozen one."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    return Path(__file__).resolve().parents[2] / "resources"
