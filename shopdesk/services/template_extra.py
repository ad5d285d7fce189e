"""Values that come from outside of a conversation, such as the shop's facts, and why one of them is missing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shopdesk.domain.filling import Piece, PieceKind
from shopdesk.domain.template import ExtraValue


def extra_values(found: Sequence[ExtraValue]) -> dict[str, Any]:
    """Values by group and name, for the engine; one that has a reason to be missing is not there."""
    values: dict[str, Any] = {}
    for one in found:
        group, _, name = one.name.partition(".")
        values.setdefault(group, {})[name] = "" if one.why_missing else one.value
    return values


def why_missing(pieces: Sequence[Piece], found: Sequence[ExtraValue]) -> tuple[Piece, ...]:
    """The same pieces; gaps say why they are there where that is known."""
    reasons = {one.name: one.why_missing for one in found if one.why_missing}
    return tuple(
        replace(
            piece, text=f"[{piece.placeholder}: {reasons[piece.placeholder]}]", why_missing=reasons[piece.placeholder]
        )
        if piece.kind is PieceKind.MISSING and piece.placeholder in reasons
        else piece
        for piece in pieces
    )
