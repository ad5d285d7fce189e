"""Places in a text: the desk counts characters, Qt counts UTF-16 units, of which an emoji has two."""

_LAST_SINGLE = 0xFFFF


def to_units(text: str, place: int) -> int:
    """Qt's place of a character place."""
    before = text[:place]
    return len(before) + sum(ord(letter) > _LAST_SINGLE for letter in before)


def to_chars(text: str, unit: int) -> int:
    """The character place of Qt's place; inside of a pair it is the place behind it."""
    seen = 0
    for place, letter in enumerate(text):
        if seen >= unit:
            return place
        seen += 2 if ord(letter) > _LAST_SINGLE else 1
    return len(text)
