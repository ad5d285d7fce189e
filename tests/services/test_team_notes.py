"""Notes for the team: written, taken back with their words, never a mail."""

from __future__ import annotations

import pytest

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.errors import InputRefused, NotFound
from shopdesk.domain.message import Direction
from tests.services.bench import Bench, mail


def test_a_note_that_is_taken_back_is_an_unfinished_note_again(bench: Bench) -> None:
    (number,) = bench.come(mail("a1"))
    assert number is not None
    before = bench.shop.conversations.open(number).conversation
    note = bench.shop.replies.add_note(number, "Ask Kai")
    draft = bench.shop.replies.take_back_note(note)
    assert (draft.kind, draft.body, draft.conversation_id) == (DraftKind.NOTE, "Ask Kai", number)
    assert bench.shop.replies.draft_of(number, note=True).body == "Ask Kai"
    opened = bench.shop.conversations.open(number)
    assert opened.conversation == before
    assert [one.direction for one in opened.messages] == [Direction.INCOMING]


def test_only_notes_are_taken_back_and_each_once(bench: Bench) -> None:
    (number,) = bench.come(mail("a1"))
    assert number is not None
    (message,) = bench.shop.conversations.open(number).messages
    note = bench.shop.replies.add_note(number, "Ask Kai")
    bench.shop.replies.take_back_note(note)
    for gone in (message.id, note):
        with pytest.raises(NotFound):
            bench.shop.replies.take_back_note(gone)
    assert len(bench.shop.conversations.open(number).messages) == 1
    with pytest.raises(InputRefused):
        bench.shop.replies.add_note(number, "  ")
