"""UID SEARCH: which mails a folder has, also where a server limits the messages of one command (RFC 9738)."""

from datetime import date

from shopdesk.domain.errors import ServerRefused
from shopdesk.mail.imap_connection import Answer
from shopdesk.mail.imap_errors import at_the_door, code_of, refusal
from shopdesk.mail.imap_line import Line

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LARGEST_UID = (1 << 32) - 1


def search_uids(line: Line, first: int, since: date | None, uidnext: int) -> list[int]:
    """UIDs from `first` on, ascending, of mails whose INTERNALDATE is not before `since`.

    `uidnext` (0: unknown) bounds the ranges that are asked for piece by piece where one answer would be too much.
    """
    answer = line.run(*_command(first, None, since))
    if not _is_too_much(answer):
        return _result(line, answer, first, _LARGEST_UID)
    last = (uidnext - 1) if uidnext > 0 else _last_uid(line)
    found: set[int] = set()
    waiting = [(first, last)]
    while waiting:
        low, high = waiting.pop()
        if low > high:
            continue
        answer = line.run(*_command(low, high, since))
        if _is_too_much(answer) and low < high:
            middle = (low + high) // 2
            waiting += [(low, middle), (middle + 1, high)]
        else:
            found.update(_result(line, answer, low, high))
    return sorted(found)


def _command(first: int, last: int | None, since: date | None) -> tuple[bytes, ...]:
    words = [b"UID SEARCH"]
    if first > 1 or last is not None:
        words.append(b"UID %d:%s" % (first, b"*" if last is None else b"%d" % last))
    if since is not None:
        words.append(f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year:04}".encode("ascii"))
    return tuple(words) if len(words) > 1 else (b"UID SEARCH ALL",)


def _is_too_much(answer: Answer) -> bool:
    """A limited server refuses, or says OK and leaves out the rest; both carry the same code."""
    return code_of(answer.text) == "MESSAGELIMIT"


def _result(line: Line, answer: Answer, low: int, high: int) -> list[int]:
    if not answer.ok:
        raise refusal(line.host, answer.text)
    with at_the_door(line.host):
        found = {int(word) for words in answer.untagged.get("SEARCH", []) for word in words.split() if word.isdigit()}
    return sorted(uid for uid in found if low <= uid <= high)  # n:* names the last mail even when n is beyond it


def _last_uid(line: Line) -> int:
    answer = line.run(b"UID SEARCH UID *")
    found = _result(line, answer, 1, _LARGEST_UID) if answer.ok else []
    if not found:
        raise ServerRefused(line.host, answer.text)
    return found[-1]
