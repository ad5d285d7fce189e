"""What a mail server or the network said, as one of our named errors."""

import imaplib
import re
import ssl
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from shopdesk.domain.errors import (
    ConnectionLost,
    FolderGone,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    SignInRefused,
)

_BUSY_CODES = {"UNAVAILABLE", "THROTTLED", "LIMIT", "INUSE", "OVERQUOTA", "SERVERBUG"}
_SIGN_IN_CODES = {"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "PRIVACYREQUIRED", "WEBALERT"}
_CODE = re.compile(r"\[([A-Z-]+)(?: ([^\]]*))?\]")
_BUSY_WORDS = re.compile(
    r"too many|too frequent|try (again )?later|temporar|rate.?limit|simultaneous|bandwidth|throttl|system (is )?busy"
    r"|maximum (number|connection)|connection limit|unavailable|overload|login frequency",
    re.IGNORECASE,
)
_WRONG_WORDS = re.compile(r"password|passwort|credential|密码|授权码", re.IGNORECASE)
"""QQ names every reason in one sentence, "password is incorrect, login frequency limited, or system is busy": then it
is the password, for trying again and again would lock the account."""

_GONE_WORDS = re.compile(
    r"n.t exist|no such|nonexist|non-exist|unknown (mailbox|folder)|(mailbox|folder) (was )?(not found|unknown)"
    r"|not found",
    re.IGNORECASE,
)
_UNSAFE_LOGIN = re.compile(r"unsafe login", re.IGNORECASE)
_LONGEST_DETAIL = 300
_SHORTEST_SECRET = 4


def code_of(text: str) -> str:
    """The response code (RFC 5530) at the beginning of a server's answer, empty when there is none."""
    found = _CODE.match(text)
    return found.group(1) if found else ""


def refusal(host: str, text: str, *, signing_in: bool = False) -> ServerProblem:
    """The error behind a NO or BAD with these words."""
    code = code_of(text)
    detail = one_line(text)
    if code in _BUSY_CODES:
        return ServerBusy(host, detail)
    if code in _SIGN_IN_CODES or _UNSAFE_LOGIN.search(text):
        return SignInRefused(host, detail)
    if signing_in:
        is_busy = _BUSY_WORDS.search(text) and not _WRONG_WORDS.search(text)
        return ServerBusy(host, detail) if is_busy else SignInRefused(host, detail)
    return ServerRefused(host, detail)


def folder_refusal(host: str, text: str) -> ServerProblem:
    """The error behind a NO to SELECT or EXAMINE."""
    problem = refusal(host, text)
    if isinstance(problem, ServerRefused) and (code_of(text) == "NONEXISTENT" or _GONE_WORDS.search(text)):
        return FolderGone(host, problem.detail)
    return problem


def one_line(text: str) -> str:
    """A server's words without line breaks and control characters, cut to a bearable length."""
    printable = "".join(c if c.isprintable() else " " for c in text[: 4 * _LONGEST_DETAIL])
    return " ".join(printable.split())[:_LONGEST_DETAIL]


def words_of(problem: BaseException) -> str:
    """What an exception of the network or of imaplib says, in one line."""
    if isinstance(problem, TimeoutError):
        return "no answer in time"
    if isinstance(problem, ssl.SSLError):
        return one_line(problem.reason or str(problem))
    if isinstance(problem, OSError):
        return one_line(problem.strerror or str(problem))
    return one_line(str(problem) or type(problem).__name__)


_BROKEN = (
    imaplib.IMAP4.error, OSError, EOFError, zlib.error, ValueError, LookupError, TypeError, AttributeError,
    ArithmeticError, MemoryError,
)  # fmt: skip
"""What imaplib, sockets, compression and the reading of nonsense raise."""


@contextmanager
def at_the_door(host: str, secrets: Sequence[str] = ()) -> Iterator[None]:
    """Whatever imaplib, the socket or the parsing of an answer raises inside becomes `ConnectionLost`.

    `secrets` never show in it, even if the server repeats them.
    """
    try:
        yield
    except ServerProblem as problem:
        raise cleaned(problem, secrets) from None
    except _BROKEN as problem:
        raise ConnectionLost(host, hide(words_of(problem), secrets)) from None


def cleaned(problem: ServerProblem, secrets: Sequence[str]) -> ServerProblem:
    """The same problem without any secret in its words."""
    hidden = hide(problem.detail, secrets)
    return problem if hidden == problem.detail else type(problem)(problem.host, hidden)


def hide(text: str, secrets: Sequence[str]) -> str:
    """The text with every secret in it replaced by stars."""
    for secret in secrets:
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "***")
        elif secret:  # replaced everywhere, a password of one letter would make the words unreadable
            text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "***", text)
    return text
