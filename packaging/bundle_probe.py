"""Looks round inside the frozen program; check_bundle.py slips it into a copy as a keychain of its own making.

A frozen program runs no foreign scripts, but keyring imports the backend that PYTHON_KEYRING_BACKEND names: the first
secret that is stored makes this module report. It is never part of what is shipped.
"""

from __future__ import annotations

import codecs
import importlib
import json
import os
import pkgutil
import ssl
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from keyring.backend import KeyringBackend
from typing_extensions import override

BUNDLE = Path(str(getattr(sys, "_MEIPASS", "")))
CHARSETS = "gb18030 big5 hkscs shift_jis iso2022_jp euc_kr koi8_r windows-1252 iso8859_15 utf_7 utf_16 idna".split()


class Probe(KeyringBackend):
    """Stores nothing; the first secret makes it write its report to the file named by BUNDLE_PROBE."""

    priority = 1.0

    @override
    def get_password(self, service: str, username: str) -> str | None:
        """Nothing is stored."""
        return None

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        """Report."""
        order = Path(os.environ["BUNDLE_PROBE"])
        wishes = json.loads(order.read_text("utf-8"))
        order.with_suffix(".report").write_text(json.dumps(_report(wishes)), "utf-8")

    @override
    def delete_password(self, service: str, username: str) -> None:
        """Nothing is stored."""


def _report(wishes: dict[str, list[str]]) -> dict[str, Any]:
    """In: the `modules` to import. Out: what is there and what is not, by name."""
    missing = {name: problem for name in wishes["modules"] if (problem := _import_problem(name))}
    import shopdesk
    from shopdesk.storage.migrations import ARCHIVE, DESK

    return {
        "missing modules": missing,
        "modules": sorted(found.name for found in pkgutil.walk_packages(shopdesk.__path__, "shopdesk.")),
        "migrations": [step.name for schema in (DESK, ARCHIVE) for step in schema.steps],
        "keyring backends": sorted(one.value for one in entry_points(group="keyring.backends")),
        "library path": os.environ.get("LD_LIBRARY_PATH", ""),
        "missing charsets": [name for name in CHARSETS if not _knows(name)],
        "certificates": _certificates(),
        "qt": _qt(),
        "strangers": sorted(_strangers()),
    }


def _import_problem(name: str) -> str:
    try:
        importlib.import_module(name)
    except Exception as problem:  # noqa: BLE001 - whatever a module that lacks its libraries raises
        return f"{type(problem).__name__}: {problem}"
    return ""


def _knows(charset: str) -> bool:
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True


def _certificates() -> int:
    """How many authorities come with the program."""
    import certifi

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certifi.where())
    return len(context.get_ca_certs())


def _qt() -> dict[str, Any]:
    """What Qt finds of its own and of ours."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
    from PySide6.QtGui import QGuiApplication, QImageReader
    from PySide6.QtSvg import QSvgRenderer

    from shopdesk.system.paths import resources

    app = QGuiApplication(["probe", "-platform", "offscreen"])
    ours, qts = QTranslator(), QTranslator()
    loaded = ours.load(str(resources() / "translations" / "shopdesk_zh_CN"))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = qts.load(f"{qt_folder}/qtbase_zh_CN") and loaded
    for translator in (ours, qts):
        app.installTranslator(translator)
    icons = sorted((resources() / "icons").glob("*.svg"))
    words = (("Actions", "Search"), ("QPlatformTheme", "Cancel"))
    return {
        "translations": loaded,
        "words": [QCoreApplication.translate(context, word) for context, word in words],
        "pictures": [bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()],
        "bad icons": [icon.name for icon in icons if not QSvgRenderer(str(icon)).isValid()],
    }


def _strangers() -> set[str]:
    """Files of Python, and on Linux libraries, that came from elsewhere than this folder or the system."""
    found = {str(getattr(module, "__file__", None) or "") for module in list(sys.modules.values())}
    maps = Path("/proc/self/maps")
    if maps.exists():
        found |= {line.split(maxsplit=5)[5].strip() for line in maps.read_text().splitlines() if ".so" in line}
    ours = (str(BUNDLE), "/lib", "/usr/lib")
    return {file for file in found if Path(file).is_absolute() and not file.startswith(ours)}
