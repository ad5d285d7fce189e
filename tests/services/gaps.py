"""The gaps of a filled template, as the composer keeps them in a draft."""

from collections.abc import Sequence

from shopdesk.domain.draft import Blank
from shopdesk.domain.filling import Piece, PieceKind


def gaps_of(pieces: Sequence[Piece], start: int = 0) -> tuple[Blank, ...]:
    """The gaps with their places in the text, which begins at `start`."""
    gaps = []
    for piece in pieces:
        if piece.kind is PieceKind.MISSING:
            gaps.append(Blank(start, len(piece.text), piece.placeholder))
        start += len(piece.text)
    return tuple(gaps)
