"""What passes between sign-in, keychain, token servers and mail servers, and what an opened folder says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Credential:
    """What a server wants to see; never logged, never stored outside the keychain."""

    user: str
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    """An OAuth 2 access token; used instead of the password when not empty."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What an OAuth 2 server hands out."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class FolderNews:
    """What the server says when a folder is opened."""

    uidvalidity: int
    uidnext: int
    """0 when the server does not tell."""
    exists: int
    modseq: int = 0
    flags: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Changed since the cursor (CONDSTORE, QRESYNC); also of mails that are not here yet."""
    flags_complete: bool = False
    """True when `flags` names every change since the cursor; otherwise ask with `MailSession.flags`."""
    vanished: tuple[int, ...] | None = None
    """UIDs removed since the cursor (QRESYNC); None when the server cannot tell."""
