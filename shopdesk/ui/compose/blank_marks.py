"""Gaps and filled-in values as marks in a document: Qt moves them with every edit, and takes them back with undo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextFormat, QTextFragment
from PySide6.QtWidgets import QTextEdit

from shopdesk.domain.draft import RAW, Blank
from shopdesk.domain.filling import Piece, PieceKind
from shopdesk.ui.compose.places import to_chars
from shopdesk.ui.compose.spelling import Spelling
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

_PLACEHOLDER = QTextFormat.Property.UserProperty.value + 1
_SERIAL = _PLACEHOLDER + 1
_FILLED = _PLACEHOLDER + 2
_serials = count(1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A gap: Qt's places where it begins and ends, and what belongs there."""

    start: int
    end: int
    placeholder: str
    serial: int = 0


def plain_format() -> QTextCharFormat:
    """Of words that somebody typed."""
    return QTextCharFormat()


def format_of(piece: Piece) -> QTextCharFormat:
    """Of a piece of a filled template."""
    look = QTextCharFormat()
    if piece.kind is PieceKind.MISSING:
        look.setProperty(_PLACEHOLDER, piece.placeholder or piece.text)
        look.setProperty(_SERIAL, next(_serials))
    elif piece.kind is PieceKind.FILLED:
        look.setProperty(_FILLED, 1)
    return look


def marks_in(document: QTextDocument) -> list[Mark]:
    """All gaps in their order."""
    found: list[Mark] = []
    for fragment in fragments(document):
        look = fragment.charFormat()
        if look.hasProperty(_PLACEHOLDER):
            start, serial = fragment.position(), look.intProperty(_SERIAL)
            if found and found[-1].serial == serial and found[-1].end == start:
                start = found.pop().start
            placeholder = look.stringProperty(_PLACEHOLDER)
            found.append(Mark(start, fragment.position() + fragment.length(), placeholder, serial))
    return found


def blanks_in(document: QTextDocument, text: str) -> tuple[Blank, ...]:
    """All gaps with places in characters of the document's text."""
    blanks = []
    for mark in marks_in(document):
        start = to_chars(text, mark.start)
        blanks.append(Blank(start, to_chars(text, mark.end) - start, mark.placeholder))
    return tuple(blanks)


def pieces_of(text: str, blanks: Sequence[Blank]) -> list[Piece]:
    """A text cut at its gaps."""
    pieces, at = [], 0
    for blank in sorted(blanks, key=lambda one: one.start):
        if blank.start < at or blank.start + blank.length > len(text) or blank.length < 1:
            continue  # what a damaged draft may say
        pieces.append(Piece(text[at : blank.start]))
        at = blank.start + blank.length
        pieces.append(Piece(text[blank.start : at], PieceKind.MISSING, blank.placeholder))
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Runs of one look, in their order."""
    block = document.begin()
    while block.isValid():
        places = block.begin()
        while not places.atEnd():
            yield places.fragment()
            places += 1
        block = block.next()


class MarkColours(QSyntaxHighlighter):
    """Colours the marks by the tokens that are in force, so that a draft outlives every change of look."""

    def __init__(self, text: QTextEdit, theme: Theme) -> None:
        super().__init__(text)
        self.setDocument(text.document())
        self._theme = theme
        self.spelling: Spelling | None = None
        theme.changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        places = block.begin()
        while not places.atEnd():
            fragment = places.fragment()
            look = fragment.charFormat()
            start = fragment.position() - block.position()
            if look.hasProperty(_PLACEHOLDER):
                self.setFormat(start, fragment.length(), self._look("amber", "amber_s"))
            elif look.hasProperty(_FILLED):
                self.setFormat(start, fragment.length(), self._look("accent_t", "soft"))
            places += 1
        for raw in RAW.finditer(text):
            self.setFormat(raw.start(), len(raw[0]), self._look("amber", "amber_s"))
        if self.spelling is not None:
            for start, length in self.spelling.unknown(block):
                self.setFormat(start, length, self.spelling.look(self.format(start)))

    def _look(self, letters: str, ground: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour(letters))
        look.setBackground(self._theme.colour(ground))
        look.setFontWeight(QFont.Weight.DemiBold)
        return look
