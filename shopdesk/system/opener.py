"""Handing links and files to the programs of the system."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from shopdesk.domain.errors import InputRefused, NotFound

SCHEMES = frozenset({"http", "https", "mailto"})
"""All that a link out of a mail may be; anything else could start a program."""


class Opener:
    """Opens what a person clicked; whether a file is risky was asked before."""

    def __init__(self) -> None:
        self._children: list[int] = []

    def open_link(self, url: str) -> None:
        """Open a web page or a new mail in the user's program; raises `InputRefused` for every other link."""
        import webbrowser  # not before the first click: it takes its time

        webbrowser.open(checked_link(url))

    def open_file(self, path: Path) -> None:
        """Open a file with the program for its type; raises `NotFound`."""
        path = _existing(path)
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - asked for by a click
        else:
            self._start([_starter(), str(path)])

    def show_file(self, path: Path) -> None:
        """Show a file in the file browser; raises `NotFound`."""
        path = _existing(path)
        if sys.platform == "win32":
            os.startfile(path.parent)  # noqa: S606
        elif sys.platform == "darwin":
            self._start([_starter(), "-R", str(path)])
        else:
            self._start([_starter(), str(path.parent)])

    def _start(self, words: list[str]) -> None:
        """Start a program and forget it; ended ones of earlier calls are cleared away."""
        self._children = [child for child in self._children if _runs(child)]
        try:
            self._children.append(os.posix_spawnp(words[0], words, _surroundings()))
        except OSError as problem:
            raise NotFound(f"{words[0]}: {problem.strerror}") from None


def checked_link(url: str) -> str:
    """The link without blanks around it; raises `InputRefused` unless it is http, https or mailto."""
    url = url.strip()
    if any(not character.isprintable() or character.isspace() for character in url):
        raise InputRefused("link", "it holds blanks or control characters")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise InputRefused("link", "it is not a link") from None
    if parts.scheme.casefold() not in SCHEMES:
        raise InputRefused("link", "only http, https and mailto are opened")
    if parts.scheme.casefold() != "mailto" and not parts.hostname:
        raise InputRefused("link", "it names no server")
    return url


def _existing(path: Path) -> Path:
    path = path.absolute()
    if not path.exists():
        raise NotFound(str(path))
    return path


def _starter() -> str:
    return "open" if sys.platform == "darwin" else "xdg-open"


def _runs(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG)[0] == 0
    except ChildProcessError:
        return False


def _surroundings() -> dict[str, str]:
    """Our environment without what a frozen program put there for its own libraries."""
    surroundings = dict(os.environ)
    original = surroundings.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        surroundings["LD_LIBRARY_PATH"] = original
    return surroundings
