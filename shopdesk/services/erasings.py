"""What was done before a customer was erased is not taken back where that could bring their address back.

Their address itself is kept nowhere, so it is counted how often somebody was erased.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.errors import NotFound

if TYPE_CHECKING:
    from shopdesk.services.ports import Work

_COUNT = "erasing.count"


def erasings(work: Work) -> int:
    """How often somebody was erased."""
    return int(work.settings.get(_COUNT) or 0)


def count_erasing(work: Work) -> None:
    """Somebody is erased now."""
    work.settings.save(_COUNT, str(erasings(work) + 1))


def refuse_from_before(work: Work, known: int) -> None:
    """In: `erasings` as it was when something was done. Raises `NotFound` when somebody was erased since."""
    if erasings(work) != known:
        raise NotFound("what a customer was erased after")
