"""Pictures that a mail wants to load from outside: what they are called in safe HTML, and what is known of them."""

import re
from collections.abc import Container
from dataclasses import dataclass
from html import unescape

MOST_PICTURES = 60
"""Of one mail; further ones are never loaded."""
REMOTE = "data-remote="
_MARK = re.compile(r'<img data-remote="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FetchedPicture:
    """What came of asking for a picture."""

    url: str
    media_type: str = ""
    content: bytes = b""
    """Empty when it could not be loaded, or is a single point that only watches (then with a `media_type`)."""

    @property
    def is_here(self) -> bool:
        """False when another try may help."""
        return bool(self.media_type)


@dataclass(frozen=True, slots=True)
class RemoteState:
    """How the pictures of one message stand."""

    shown: frozenset[int] = frozenset()
    """Numbers of those that are in the store for this message."""
    unknown: tuple[str, ...] = ()
    """Addresses that were never loaded, or without success."""
    left: int = 0
    """How many of the message's pictures are not shown yet."""
    always: bool = False
    """A person said that this sender's pictures are always loaded."""


def remote_urls(html: str) -> tuple[str, ...]:
    """Addresses of the pictures that safe HTML would load, each once, in their order."""
    return tuple(dict.fromkeys(unescape(found) for found in _MARK.findall(html)))[:MOST_PICTURES]


def marked(html: str, shown: Container[int]) -> str:
    """Safe HTML with `src="remote:N"` for the pictures that are in the store; N is the place in `remote_urls`."""
    if REMOTE not in html:
        return html
    places = {url: place for place, url in enumerate(remote_urls(html))}

    def mark(found: re.Match[str]) -> str:
        place = places.get(unescape(found[1]), -1)
        return f'<img src="remote:{place}"' if place in shown else found[0]

    return _MARK.sub(mark, html)
