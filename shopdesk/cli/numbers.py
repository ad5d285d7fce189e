"""Numbers that a person types: those of conversations, promises, lessons, mails on their way out."""

from argparse import ArgumentTypeError

_MOST_DIGITS = 18
"""What a database takes for a number."""


def whole_number(text: str) -> int:
    """A number from 0 on; raises `ArgumentTypeError`, which names the argument."""
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return int(text)
    raise ArgumentTypeError("needs a number, as the lists show it")
