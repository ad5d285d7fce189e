"""Starts what is measured in processes of their own, as an installed program would start."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COMPILED = Path(tempfile.gettempdir()) / f"shopdesk-bench-compiled-{os.getuid() if hasattr(os, 'getuid') else 0}"


def run_child(module: str, *words: object, limit: float = 900, **environment: str) -> dict:
    """The JSON object that `python -m module words…` prints last.

    Its modules are compiled once, whatever this shell thinks of bytecode; BENCH_BEGAN is when it was started.
    """
    began = {"BENCH_BEGAN": str(time.monotonic_ns())}
    done = subprocess.run(
        _command(module, words),
        cwd=ROOT,
        env=_surroundings(environment) | began,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=limit,
    )
    return json.loads(done.stdout.splitlines()[-1])


def memory_of(module: str, *words: object, seconds: float, **environment: str) -> float:
    """MB (its share of what is shared; Linux) of a process that reads commands, after so many seconds."""
    process = subprocess.Popen(
        _command(module, words),
        cwd=ROOT,
        env=_surroundings(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    try:
        time.sleep(seconds)
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii")
    finally:
        process.communicate(timeout=20)
    return next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def _command(module: str, words: Sequence[object]) -> list[str]:
    return [sys.executable, "-m", module, *map(str, words)]


def _surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONPATH": os.pathsep.join([str(ROOT), *_given()])}
    return inherited | ours | dict(environment)


def _given() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
