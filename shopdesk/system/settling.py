"""What a window needs while it is used but not in order to appear."""

import gc
from pathlib import Path


def settle_down(folder: Path) -> None:
    """Begin to log into a data folder and to collect garbage; to be called after the first paint."""
    import linecache

    from shopdesk.system.logs import start_logging

    start_logging(folder, "window")
    linecache.clearcache()  # the Qt binding reads the source of every imported module and leaves it there
    gc.freeze()
    gc.enable()
