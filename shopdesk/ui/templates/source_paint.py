"""Colours placeholders where templates are written: known ones as in the preview, faults underlined in red."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from shopdesk.domain.template import Fault
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_TAG = re.compile(r"\{%.*?%\}")


def utf16(text: str, place: int) -> int:
    """A place counted in characters as Qt counts it, in halves of surrogate pairs."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def from_utf16(text: str, place: int) -> int:
    """A place as Qt counts it in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass"))


def filled_format(theme: Theme) -> QTextCharFormat:
    """How a value looks that was filled in."""
    made = QTextCharFormat()
    made.setForeground(theme.colour("accent_t"))
    made.setBackground(theme.colour("soft"))
    made.setFontWeight(theme.type.weight(500))
    return made


def missing_format(theme: Theme) -> QTextCharFormat:
    """How a gap looks."""
    made = QTextCharFormat()
    made.setForeground(theme.colour("amber"))
    made.setBackground(theme.colour("amber_s"))
    made.setFontWeight(theme.type.weight(500))
    return made


class SourcePaint(QSyntaxHighlighter):
    """Follows one document."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._faults: Sequence[tuple[int, int]] = ()
        theme.changed.connect(self.rehighlight)

    def show_faults(self, text: str, faults: Sequence[Fault]) -> None:
        """Underline these; their places are in `text`."""
        spans = [(utf16(text, one.start), utf16(text, one.start + max(one.length, 1))) for one in faults]
        if spans != list(self._faults):
            self._faults = spans
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        known, tag = filled_format(self._theme), QTextCharFormat()
        tag.setForeground(self._theme.colour("violet"))
        for pattern, look in ((_PLACEHOLDER, known), (_TAG, tag)):
            for found in pattern.finditer(text):
                first, last = utf16(text, found.start()), utf16(text, found.end())
                self.setFormat(first, last - first, look)
        begin, length = self.currentBlock().position(), utf16(text, len(text))
        for first, last in self._faults:
            start, end = max(first - begin, 0), min(last - begin, length)
            if start < end:
                self.setFormat(start, end - start, self._wrong())

    def _wrong(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour("red"))
        made.setUnderlineColor(self._theme.colour("red"))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        return made
