"""Starts what is measured in processes of their own, as an installed program would start."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COMPILED = Path(tempfile.gettempdir()) / f"shopdesk-bench-compiled-{os.getuid() if hasattr(os, 'getuid') else 0}"


def run_child(module: str, *words: object, limit: float = 900, **environment: str) -> dict:
    """The JSON object that `python -m module words…` prints last.

    Its modules are compiled once, whatever this shell thinks of bytecode; BENCH_BEGAN is when it was started.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONPATH": os.pathsep.join([str(ROOT), *_given()])}
    command = [sys.executable, "-m", module, *map(str, words)]
    began = {"BENCH_BEGAN": str(time.monotonic_ns())}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=inherited | ours | environment | began,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=limit,
    )
    return json.loads(done.stdout.splitlines()[-1])


def _given() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
