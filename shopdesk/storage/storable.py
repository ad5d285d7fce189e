"""Text as SQLite takes it."""


def storable(text: str) -> str:
    """Text that SQLite takes: NUL and half surrogate pairs are left out."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="ignore").decode()
    return text
