"""Long texts of a mail in less room."""

_WORTH_IT = 512
_LEVEL = 1


def packed(text: str) -> str | bytes | None:
    """A long text compressed, a short one as it is, None for an empty one."""
    if not text:
        return None
    if len(text) < _WORTH_IT:
        return text
    from zstandard import ZstdCompressor  # late: windows that only list never need it

    return ZstdCompressor(level=_LEVEL).compress(text.encode())


def unpacked(value: str | bytes | None) -> str:
    """The text that `packed` packed."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    from zstandard import ZstdDecompressor

    return ZstdDecompressor().decompress(value).decode()
