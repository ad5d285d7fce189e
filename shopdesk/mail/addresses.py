"""Address headers read leniently (RFC 5322, 3.4): names, groups, comments, and what programs make of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from shopdesk.domain.message import Address
from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.encoded_words import ENCODED_WORD, decode_words

MOST_ADDRESSES = 1_000
LONGEST_EMAIL = 320
LONGEST_NAME = 200
_REMEMBERED = 400
"""Characters of a header up to which its reading is remembered: our own address stands in nearly every mail."""

_PLAIN = re.compile(r"\s*(?:\"([^\"\\<>]*)\"|([^\"\\<>()@,;:=]*))\s*<([^<>\s\",;:()]+@[^<>\s\",;:()]+)>\s*")
_PIECE = re.compile(
    rf'({ENCODED_WORD})|("(?>(?:[^"\\]|\\.)*)"?)|(<[^<>]*+>?)|(\([^()]*+\)?)|([,;:])|([^",;:<>()=]+|.)', re.DOTALL
)
_EMAIL = re.compile(r"<?([^\s<>\",;:()\[\]@]{1,200}@[^\s<>\",;:()]{1,300})>?")
_AROUND_NAME = "\"'‘’“”`<> "


def parse_addresses(text: str, hint: str = "") -> tuple[Address, ...]:
    """Read one unfolded address header; entries without an address are left out, encoded words are decoded."""
    return tuple([address for address in _all(text, hint) if address.email])


def first_address(texts: Iterable[str], hint: str = "") -> Address:
    """Give the first entry with an address among several headers, else the first that has a name, else an empty one."""
    named = Address("", "")
    for text in texts:
        for address in _all(text, hint):
            if address.email:
                return address
            named = named if named.name else address
    return named


def _all(text: str, hint: str) -> tuple[Address, ...]:
    return _short(text, hint) if len(text) <= _REMEMBERED else tuple(_read(text, hint))


@lru_cache(maxsize=512)
def _short(text: str, hint: str) -> tuple[Address, ...]:
    return tuple(_read(text, hint))


def _read(text: str, hint: str) -> list[Address]:
    plain = _PLAIN.fullmatch(text)
    if plain:
        return [_address([plain[1] or plain[2] or ""], plain[3], [], hint)]
    found = _split(text, hint)
    if "=?" in text and not any(address.email for address in found):
        return _split(decode_words(text, hint), "")  # some programs encode name and address as one word
    return found


def _split(text: str, hint: str) -> list[Address]:
    found: list[Address] = []
    names: list[str] = []
    comments: list[str] = []
    angle = ""
    for piece in _PIECE.finditer(text):
        word, quoted, bracket, comment, sign, other = piece.groups()
        if sign == ":" and not angle:
            names = []  # the name of a group
        elif sign:
            found.append(_address(names, angle, comments, hint))
            names, comments, angle = [], [], ""
            if len(found) > MOST_ADDRESSES:
                break
        elif bracket:
            angle = angle or bracket.strip("<> \t")
        elif comment:
            comments.append(comment.strip("()"))
        elif quoted:
            names.append(quoted[1:].removesuffix('"').replace('\\"', '"').replace("\\\\", "\\"))
        else:
            names.append(word or other)
    found.append(_address(names, angle, comments, hint))
    return [address for address in found[:MOST_ADDRESSES] if address.email or address.name]


def _address(names: list[str], angle: str, comments: list[str], hint: str) -> Address:
    text = "".join(names)
    if angle and "@" not in angle and "=?" in angle:
        angle = decode_words(angle, hint)
    if not angle and "@" in text and (found := _EMAIL.search(text)):
        angle = found[1]
        text = text[: found.start()] + " " + text[found.end() :]
    name = clean_line(decode_words(text.strip(), hint), LONGEST_NAME).strip(_AROUND_NAME)
    if not name and comments:
        name = clean_line(decode_words(" ".join(comments), hint), LONGEST_NAME).strip(_AROUND_NAME)
    email = _clean_email(angle)
    return Address("" if name == email else name, email)


def _clean_email(text: str) -> str:
    email = "".join(clean_line(text, LONGEST_EMAIL * 2).split()).strip("<>\"'.,;")
    if email[:7].lower() == "mailto:":
        email = email[7:]
    if email.startswith("@"):
        email = email.rpartition(":")[2]  # a route of old times: <@relay,@relay:user@host>
    return email if "@" in email and len(email) <= LONGEST_EMAIL else ""
