"""Long texts of a mail in less room."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zstandard import ZstdCompressor, ZstdDecompressor

_WORTH_IT = 512
_LEVEL = 1


class Packer:
    """Packs and unpacks texts; one for many texts, but for one operating-system thread only."""

    def pack(self, text: str) -> str | bytes | None:
        """A long text compressed, a short one as it is, None for an empty one."""
        if not text:
            return None
        return text if len(text) < _WORTH_IT else self._compressor.compress(text.encode())

    def unpack(self, value: str | bytes | None) -> str:
        """The text that `pack` packed."""
        if value is None:
            return ""
        return value if isinstance(value, str) else self._decompressor.decompress(value).decode()

    # zstandard is imported when it is needed: a window that only lists conversations never does.

    @cached_property
    def _compressor(self) -> "ZstdCompressor":
        from zstandard import ZstdCompressor

        return ZstdCompressor(level=_LEVEL)

    @cached_property
    def _decompressor(self) -> "ZstdDecompressor":
        from zstandard import ZstdDecompressor

        return ZstdDecompressor()
