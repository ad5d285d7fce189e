"""Measures and cuts lines of text by the widths of their signs, which are looked up once: many times faster than Qt."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

_UNKNOWN = 1e9
"""The width of a sign that cannot be measured alone: whatever holds one is left to Qt."""
_NARROWEST = 0.12
"""No run of signs is narrower than this a sign, in heights of its line."""
_ALONE = (
    (0x20, 0x2FF),  # Latin
    (0x370, 0x58F),  # Greek, Cyrillic, Armenian
    (0x1E00, 0x1FFF),
    (0x2010, 0x2027),  # dashes, quotation marks, dots
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x22FF),
    (0x2E80, 0x3029),  # Chinese and Japanese signs; the tone marks between them join what stands before
    (0x3030, 0x3098),
    (0x309B, 0x9FFF),
    (0xAC00, 0xD7A3),  # Korean syllables
    (0xFF00, 0xFFEF),
)
"""Ranges of signs whose width does not depend on their neighbours (but for kerning)."""


class _Widths(dict[str, float]):
    """Width of each sign in px; measured when it is first seen."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, sign: str) -> float:
        code = ord(sign)
        alone = any(first <= code <= last for first, last in _ALONE)
        self[sign] = width = self._metrics.horizontalAdvance(sign) if alone else _UNKNOWN
        return width


class Ruler:
    """Knows one font; `lift` is what to add to the middle of a line to get its baseline, in px."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.lift = (self.metrics.ascent() - self.metrics.descent() + 1) // 2
        self._widths = _Widths(QFontMetricsF(font))
        self._dots = self._widths["…"]
        self._least = self.metrics.height() * _NARROWEST

    def width(self, text: str) -> int:
        """How wide a text is, in px."""
        total = sum(map(self._widths.__getitem__, text))
        return round(total) if total < _UNKNOWN else self.metrics.horizontalAdvance(text)

    def cut(self, text: str, room: int) -> tuple[str, int]:
        """A text and its width in px; cut with an ellipsis when it does not fit into `room` px."""
        head = text[: int(max(room, 0) / self._least) + 8]
        sums = list(accumulate(map(self._widths.__getitem__, head)))
        total = sums[-1] if sums else 0.0
        if total >= _UNKNOWN:
            cut = self.metrics.elidedText(head, Qt.TextElideMode.ElideRight, room)
            return cut, self.metrics.horizontalAdvance(cut)
        if total <= room and len(head) == len(text):
            return text, round(total)
        fitting = bisect_right(sums, room - self._dots)
        width = sums[fitting - 1] if fitting else 0.0
        return head[:fitting].rstrip() + "…", round(width + self._dots)
