"""How facts are written in columns: moments, enumerations, flags, keys, and lists of values in statements."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from json import dumps
from typing import TypeVar

from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.mood import Mood

Item = TypeVar("Item")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# Written into databases: never change a number.
STATE = {
    ConversationState.NEEDS_REPLY: 0,
    ConversationState.WAITING: 1,
    ConversationState.SNOOZED: 2,
    ConversationState.DONE: 3,
}
STATES = {number: state for state, number in STATE.items()}
LANE = {Lane.PEOPLE: 0, Lane.MACHINES: 1}
LANES = {number: lane for lane, number in LANE.items()}
MOOD = {Mood.CALM: 0, Mood.UNHAPPY: 1, Mood.ANGRY: 2}
MOODS = {number: mood for mood, number in MOOD.items()}

_FLAG_LETTERS = {"\\answered": "A", "\\deleted": "D", "\\flagged": "F", "\\seen": "S", "\\draft": "T"}
_LETTER_FLAGS = {"A": "\\Answered", "D": "\\Deleted", "F": "\\Flagged", "S": "\\Seen", "T": "\\Draft"}


def micros(at: datetime) -> int:
    """Microseconds since 1970, UTC."""
    return (at - _EPOCH) // _MICROSECOND


def micros_or_none(at: datetime | None) -> int | None:
    """Microseconds since 1970, None for no moment."""
    return None if at is None else micros(at)


def moment(microseconds: int) -> datetime:
    """The moment that `micros` wrote."""
    return _EPOCH + timedelta(microseconds=microseconds)


def moment_or_none(microseconds: int | None) -> datetime | None:
    """The moment that `micros_or_none` wrote."""
    return None if microseconds is None else moment(microseconds)


def flags_text(flags: Iterable[str]) -> str:
    """Flags in few letters: `AS` for \\Answered \\Seen, keywords behind a space."""
    letters = ""
    keywords = []
    for flag in sorted(flags):
        letter = _FLAG_LETTERS.get(flag.lower())
        if letter is None:
            keywords.append(flag)
        else:
            letters += letter
    return " ".join([letters, *keywords])


def text_flags(text: str) -> frozenset[str]:
    """The flags that `flags_text` wrote."""
    letters, *keywords = text.split(" ")
    return frozenset(keywords).union(_LETTER_FLAGS[letter] for letter in letters)


@lru_cache(maxsize=4096)  # addresses and Message-IDs come in several mails of a batch, and several times of each
def key_of(*texts: str) -> int:
    """64 bits as a signed number that stand for some texts in an index."""
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "big", signed=True)


def packed_hex(text: str) -> bytes | str | None:
    """Half the room for a text of hexadecimal digits, other texts as they are, None for an empty one."""
    if not text:
        return None
    try:
        packed = bytes.fromhex(text)
    except ValueError:
        return text
    return packed if packed.hex() == text else text


def unpacked_hex(value: bytes | str | None) -> str:
    """The text that `packed_hex` packed."""
    if value is None:
        return ""
    return value if isinstance(value, str) else value.hex()


def fingerprint_key(fingerprint: str) -> int | None:
    """64 bits that stand for the fingerprint of a mail in an index; None for an empty one."""
    return key_of(fingerprint) if fingerprint else None


def id_list(ids: Iterable[int]) -> str:
    """Numbers as JSON for `IN (SELECT value FROM json_each(?))`: one statement for lists of any length."""
    return dumps(list(ids))


def chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """A sequence in pieces of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def marks(count: int) -> str:
    """Question marks for `count` values."""
    return ",".join("?" * count)
