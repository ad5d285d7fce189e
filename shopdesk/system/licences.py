"""The licences of everything that the program is made of: our own, the libraries', Qt's, Python's, the icons'."""

import platform
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from shopdesk import __version__

SHIPPED = (
    "peewee", "sqlcipher3", "imapclient", "keyring", "nh3", "requests", "certifi", "oauthlib", "dnspython",
    "idna", "platformdirs", "python-liquid", "charset-normalizer", "zstandard", "aiosmtpd", "typing-extensions",
    "babel", "openpyxl", "holidays", "tzdata",
)  # fmt: skip
"""Libraries that the program asks for, besides Qt; what they ask for in turn is found by their descriptions."""

QT = "PySide6-Essentials"
_TEXT = re.compile(r"(?:licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Licence:
    """One part of the program."""

    name: str
    version: str
    text: str


def all_licences(resources: Path) -> Sequence[Licence]:
    """Ours first, then the platforms, then libraries by name. In: the folder of resources."""
    texts = resources / "licences"
    qt = _described(QT)
    fixed = (
        Licence("Shopdesk", __version__, _read(texts / "Shopdesk.txt")),
        Licence("Python", platform.python_version(), _read(texts / "Python.txt")),
        Licence("Qt, PySide6", qt.version if qt is not None else "", _read(texts / "Qt.txt")),
        Licence("SQLCipher, SQLite, OpenSSL", "", _read(texts / "SQLCipher.txt")),
        Licence("Lucide, Feather", "", _read(resources / "icons" / "LICENSE")),
    )
    libraries = [Licence(one.metadata["Name"], one.version, _text_of(one)) for one in _libraries()]
    return [*fixed, *sorted(libraries, key=lambda one: one.name.casefold())]


def _libraries() -> list[Distribution]:
    found: dict[str, Distribution] = {}
    waiting = list(SHIPPED)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).casefold()
        one = None if key in found else _described(name)
        if one is not None:
            found[key] = one
            waiting += _asked_for(one)
    return list(found.values())


def _asked_for(one: Distribution) -> Iterator[str]:
    """Names of what a library wants; what only another system or an extra wants is not installed, and passed over."""
    for wish in one.requires or ():
        name = _NAME.match(wish)
        if name is not None and "extra ==" not in wish:
            yield name.group()


def _described(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _text_of(one: Distribution) -> str:
    paths = [path for path in one.files or () if ".dist-info" in str(path) and _TEXT.search(path.name)]
    texts = [_read(Path(str(one.locate_file(path)))) for path in sorted(paths)]
    whole = "\n\n".join(text for text in texts if text)
    named = [one.metadata[key] for key in ("License-Expression", "License") if key in one.metadata]
    return whole or next(iter(named), "")


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST)
    except OSError:
        return ""
