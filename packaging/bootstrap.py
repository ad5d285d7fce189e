"""Makes the Python environment of a source checkout: ``.venv`` with every package checked by its hash.

Loaded by its path from main.py; standard library only, because nothing else is there yet.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

STAMP = "shopdesk.stamp"
PIP_INSTALL = [
    *("install", "--require-hashes", "--only-binary=:all:", "--no-deps"),
    *("--disable-pip-version-check", "--no-input", "--quiet", "--progress-bar=off"),
]


class NotPrepared(Exception):
    """The environment could not be made; the text is one sentence with what to do next."""


def prepare(root: Path, wanted: list[str]) -> str:
    """Make `root`/.venv hold all that is `wanted`; safe to be killed and to be started twice at once.

    In: the lines that the stamp shall have: "python 3.11", "LOCKFILE SHA256" (the last of these holds the
    others and gets installed) and "system KIND", which debian.py has seen to already.
    Out: nothing, or one sentence that says why not and what to do.
    """
    try:
        with _alone(root):
            _bring_up(root, wanted)
    except NotPrepared as problem:
        return str(problem)
    except OSError as problem:
        return f"Shopdesk cannot make its environment {root / '.venv'}: {problem.strerror or problem}."
    except KeyboardInterrupt:
        return "Stopped; the next start goes on from here."
    return ""


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Only one start at a time works on it; the lock goes with its process, however that ends."""
    with (root / ".venv.lock").open("a+b") as door:
        _lock(door)
        yield


def _lock(door: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # it gives up after ten seconds, we do not
                door.seek(0)
                msvcrt.locking(door.fileno(), msvcrt.LK_LOCK, 1)
                return
    else:
        import fcntl

        fcntl.flock(door, fcntl.LOCK_EX)
        os.set_inheritable(door.fileno(), True)  # noqa: FBT003 - a pip that outlives us keeps the next start out


def _bring_up(root: Path, wanted: list[str]) -> None:
    """One step from whatever is there to the wanted environment; the stamp is written last."""
    folder = root / ".venv"
    stamp = folder / STAMP
    stamped = stamp.read_text("utf-8").splitlines() if stamp.exists() else []
    whole = (folder / "pyvenv.cfg").exists() and _python(folder).exists()
    usable = whole and wanted[0] in stamped
    locks = [line for line in wanted if ".lock " in line]
    if not usable or not set(locks) <= set(stamped):
        _say("Shopdesk prepares its environment in .venv (some 250 MB, once) …")
        stamp.unlink(missing_ok=True)
        if not usable:
            _make(folder)
        _install(folder, root / locks[-1].split()[0])
        stamped = [line for line in stamped if usable and line.startswith("system ")]
    fresh = folder / f"{STAMP}.new"
    fresh.write_text("\n".join(dict.fromkeys([*stamped, *wanted])) + "\n", "utf-8")
    fresh.replace(stamp)


def _make(folder: Path) -> None:
    """A new empty environment; Debian's Python has no pip to put into it, then ours from outside is used."""
    if importlib.util.find_spec("ensurepip") is None and importlib.util.find_spec("pip") is None:
        raise NotPrepared("This Python has no pip; type 'sudo apt-get install python3-venv' and start again.")
    try:
        venv.create(folder, clear=True, symlinks=os.name != "nt")
        if importlib.util.find_spec("ensurepip") is not None:
            _call([str(_python(folder)), "-m", "ensurepip", "--default-pip"])
    except subprocess.CalledProcessError as problem:
        raise NotPrepared(f"Python could not put pip into {folder}: {_last_line(problem)}.") from problem


def _install(folder: Path, lock: Path) -> None:
    python = str(_python(folder))
    inside = importlib.util.find_spec("ensurepip") is not None
    pip = [python, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", python]
    try:
        _call([*pip, *PIP_INSTALL, "-r", str(lock)])
    except subprocess.CalledProcessError as problem:
        raise NotPrepared(
            f"Shopdesk could not get its packages ({_last_line(problem)});"
            " check the internet connection and the free space, then start again."
        ) from problem


def _call(command: list[str]) -> None:
    """Run it without a word; what it would say is kept for the sentence of a failure."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    none, pipe, same = subprocess.DEVNULL, subprocess.PIPE, subprocess.STDOUT
    subprocess.run(command, check=True, env=clean, stdin=none, stdout=pipe, stderr=same, close_fds=False)


def _last_line(problem: subprocess.CalledProcessError) -> str:
    """The most telling line of the failed command's words, without its full stop."""
    said = str(problem.output, "utf-8", "replace")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return str(([*lines, *errors] or [f"exit code {problem.returncode}"])[-1]).rstrip(".")


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
