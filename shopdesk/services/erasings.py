"""What was known of an erased customer comes back neither by an undo nor by a draft that is still open somewhere.

Their address is kept nowhere, so it is counted how often somebody was erased.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shopdesk.domain.errors import NotFound

if TYPE_CHECKING:
    from shopdesk.domain.draft import Draft
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


def went_with_customer(work: Work, draft: Draft) -> bool:
    """Whether a draft that was saved before is gone, and its conversation too; of a merged conversation it stays."""
    if not draft.id or draft.conversation_id is None or work.conversations.rows([draft.conversation_id]):
        return False
    try:
        work.drafts.get(draft.id)
    except NotFound:
        return True
    return False
