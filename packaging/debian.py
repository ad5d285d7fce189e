"""What Shopdesk needs from a Linux system beside Python packages; on Debian it installs them when it may.

Loaded by its path from main.py; standard library only, because nothing else is there yet.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Shared library -> Debian package, for Qt without a screen."""

DESKTOP = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same for Qt on an X screen."""

PROGRAMS = {"dovecot": "dovecot-imapd", "openssl": "openssl"}
"""Program -> Debian package, for the tests' own mail server."""

FONT = "fonts-wqy-microhei"


def ensure(kinds: list[str]) -> str:
    """See to all that the `kinds` ("offscreen", "desktop", "test") and making an environment need.

    Out: nothing when all is there (also on Windows and macOS, where Qt brings its own), or one sentence with
    the line that a person has to type.
    """
    if sys.platform != "linux":
        return ""
    missing = _missing(kinds)
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Shopdesk installs {', '.join(missing)} …", file=sys.stderr, flush=True)
        trouble = _apt(missing)
        missing = _missing(kinds)
        if missing and trouble:
            return f"apt-get could not install {', '.join(missing)} ({trouble}); see to that and start again."
    if not missing:
        return ""
    if shutil.which("apt-get"):
        line = f"apt-get update && sudo apt-get install --no-install-recommends -y {' '.join(missing)}"
        return f"Shopdesk needs a few packages of the system; type 'sudo {line}' and start again."
    return f"Shopdesk needs what Debian calls {', '.join(missing)}; install these and start again."


def _missing(kinds: list[str]) -> list[str]:
    """Debian's names of the packages that are not there."""
    importlib.invalidate_caches()
    packages = []
    if not any(importlib.util.find_spec(module) for module in ("ensurepip", "pip")):
        packages.append("python3-venv")
    libraries = DESKTOP if "desktop" in kinds else OFFSCREEN if kinds else {}
    packages += [package for library, package in libraries.items() if not _loads(library)]
    if "test" in kinds:
        packages += [package for program, package in _programs().items() if not _program(program)]
        packages += [] if _has_cjk_font() else [FONT]
    return packages


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _programs() -> dict[str, str]:
    skipped = {"dovecot"} if os.environ.get("SHOPDESK_SKIP_SERVERS") == "1" else set()
    return {program: package for program, package in PROGRAMS.items() if program not in skipped}


def _program(name: str) -> bool:
    """A person's PATH has no sbin, where Debian puts servers."""
    return bool(shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"))


def _has_cjk_font() -> bool:
    fonts = Path("/usr/share/fonts")
    return any(any(fonts.rglob(pattern)) for pattern in ("wqy-*.tt[cf]", "*CJK*.[to]t[cf]"))


def _apt(packages: list[str]) -> str:
    """Install them; out: nothing, or what apt-get said at last. When the update fails, old lists may do."""
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2"]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    said = ""
    none = subprocess.DEVNULL
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *command], check=False, env=quiet, stdin=none, capture_output=True)
        lines = [*done.stderr.decode("utf-8", "replace").strip().splitlines(), f"exit code {done.returncode}"]
        said = lines[-2:][0] if done.returncode else ""
    return said.rstrip(".")
