"""Starts Shopdesk from a source checkout: ``python3 main.py [command …]``.

The first start makes the environment ``.venv`` (packaging/bootstrap.py), every start goes on inside it. Only
the standard library is used here, in words that older Pythons can read too, so that they get a sentence.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 13)
REENTERED = "SHOPDESK_REENTERED"
OWN_PYTHON = "SHOPDESK_OWN_PYTHON"  # set to 1: use the Python this was started with, whatever it has


def main() -> int:
    """Make sure of the environment, then run the command inside it.

    Out: the exit code, 0 only if all went well.
    """
    if getattr(sys, "frozen", False) or os.environ.get(OWN_PYTHON) == "1" or _is_inside():
        os.environ.pop(REENTERED, None)
        return _run(sys.argv[1:])
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _refuse(f"Shopdesk runs on Python 3.11, 3.12 or 3.13; this is {_version()}.")
    if os.environ.pop(REENTERED, None):
        return _refuse(f"The environment {VENV} is damaged; delete that folder and start again.")
    wanted = _wanted(sys.argv[1:])
    if not _is_ready(wanted):
        kinds = [line.split()[1] for line in wanted if line.startswith("system ")]
        problem = _part("debian").ensure(kinds) or _part("bootstrap").prepare(ROOT, wanted)
        if problem:
            return _refuse(problem)
    return _reenter()


def _wanted(arguments: list[str]) -> list[str]:
    """What has to be in the stamp before this command can run, one line each."""
    command, _ = _command(arguments)
    wanted = [f"python {_version()}", _fingerprint("requirements.lock")]
    if command == "test":
        return [*wanted, _fingerprint("requirements-test.lock"), "system test"]
    if command in ("", "demo") and sys.platform == "linux":
        wanted.append("system desktop" if os.environ.get("DISPLAY") else "system offscreen")
    return wanted


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """The first word that is no option (``--data DIR`` may stand before it), or nothing; and the rest."""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--data":
            del rest[:1]
        elif not word.startswith("-"):
            return word, rest
    return "", []


def _version() -> str:
    return ".".join(map(str, sys.version_info[:2]))


def _fingerprint(lock: str) -> str:
    return f"{lock} {hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}"


def _is_ready(wanted: list[str]) -> bool:
    """True if an earlier start came to its end with all of this; costs no process."""
    if "system test" in wanted or not (VENV / "pyvenv.cfg").exists() or not PYTHON.exists():
        return False
    try:
        stamped = (VENV / "shopdesk.stamp").read_text("utf-8").splitlines()
    except OSError:
        return False
    return set(wanted) <= set(stamped)


def _is_inside() -> bool:
    try:
        return VENV.samefile(sys.prefix)
    except OSError:
        return False


def _reenter() -> int:
    """Go on as the environment's Python; comes back on Windows, where a process cannot become another one."""
    command = [str(PYTHON), str(ROOT / "main.py"), *sys.argv[1:]]
    os.environ[REENTERED] = "1"
    if os.name != "nt":
        os.execv(PYTHON, command)
    import subprocess

    try:
        return subprocess.call(command)  # noqa: S603 - our own words
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    command, rest = _command(arguments)
    if command == "test" and not getattr(sys, "frozen", False):
        return int(_part("checks").run(ROOT, rest))
    from shopdesk.__main__ import main as shopdesk

    return shopdesk()


def _part(name: str) -> ModuleType:
    """A script of packaging/, by path: that folder must never become an importable package."""
    import importlib.util

    spec = importlib.util.spec_from_file_location(f"shopdesk_{name}", ROOT / "packaging" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
