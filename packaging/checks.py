"""Runs what ``main.py test`` promises, inside the environment: style, floors, types, then the tests.

Loaded by its path from main.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STAGES = {
    "style": ["-m", "ruff", "check", "."],
    "floors": ["-c", "from importlinter.cli import lint_imports; exit(lint_imports(no_logo=True))"],
    "types": ["-m", "mypy"],
}

MOST_AT_ONCE = 4
"""So many processes share the tests at most: each starts mail servers and windows of its own."""


def run(root: Path, arguments: list[str]) -> int:
    """Run every stage up to the first that fails; with `arguments` only the tests, which get them.

    Out: the exit code of the stage that failed (5: no test was found), 0 when all is well.
    """
    clean = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    stages = {} if arguments else STAGES
    tests = arguments or ["-n", str(min(os.cpu_count() or 1, MOST_AT_ONCE))]
    for name, command in (stages | {"tests": ["-m", "pytest", *tests]}).items():
        print(f"== {name}", flush=True)
        code = subprocess.call([sys.executable, *command], cwd=root, env=clean)
        if code:
            return code
    return 0
