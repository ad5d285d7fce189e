"""Where the frozen program starts (a source checkout starts with main.py)."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping


def give_back_library_path(environment: MutableMapping[str, str]) -> None:
    """Undo what the bootloader did for the linker, which has read it by now.

    The browser and whatever else we start must not get our libraries; engine and readers get them from their own
    bootloader.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    if sys.platform == "linux":
        give_back_library_path(os.environ)

    from shopdesk.__main__ import main

    sys.exit(main())
