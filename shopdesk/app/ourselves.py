"""How this program is started again, by itself."""

import sys
from pathlib import Path

_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from shopdesk.__main__ import main; sys.exit(main())"


def ourselves() -> list[str]:
    """The words that start this program again, from source (whatever the current folder is) and frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-c", _START, str(Path(__file__).resolve().parents[2])]
