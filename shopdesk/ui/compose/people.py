"""Addresses as people type them."""

import re
from collections.abc import Sequence

from shopdesk.domain.message import Address

_COMMAS = str.maketrans({"，": ",", "；": ",", ";": ",", "、": ",", "\n": ","})
_PART = re.compile(r'(?:"[^"]*"|<[^>]*>|[^,"<])+')
_NAMED = re.compile(r"(.*)<([^<>]*)>")
_SPECIAL = frozenset('()<>[]:;@\\,."')


def parse_people(text: str) -> tuple[Address, ...]:
    """Addresses out of a typed line; what is none keeps its words as the address, to be refused when it is sent."""
    found = []
    for part in _PART.findall(text.translate(_COMMAS)):
        words = " ".join(part.split())
        named = _NAMED.fullmatch(words)
        if named:
            found.append(Address(named[1].strip().strip('"').strip(), named[2].strip()))
        elif words:
            found.append(Address("", words))
    return tuple(found)


def people_text(people: Sequence[Address]) -> str:
    """A line that `parse_people` reads back."""
    return ", ".join(_one(each) for each in people)


def _one(person: Address) -> str:
    if not person.name:
        return person.email
    quoted = '"' + person.name.replace("\\", "").replace('"', "") + '"'
    return f"{quoted if _SPECIAL & set(person.name) else person.name} <{person.email}>"


def looks_right(person: Address) -> bool:
    """Whether something like a mail address was typed."""
    before, at, domain = person.email.rpartition("@")
    return bool(before and at and domain) and " " not in person.email
