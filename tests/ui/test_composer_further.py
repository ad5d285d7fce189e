"""More of the composer over a real shop: notes taken back, whom an answer goes to, templates out of replies."""

from __future__ import annotations

from shopdesk.domain.draft import DraftKind
from shopdesk.domain.message import Direction
from shopdesk.ui.actions import Do
from tests.ui.composing import CONTROL, ENTER, Seat, bench, furnished, seat, shop_folder
from tests.ui.conftest import settle

__all__ = ["bench", "furnished", "seat", "shop_folder"]


# --- notes ----------------------------------------------------------------------------------------------------


def test_undo_takes_a_note_out_of_the_conversation_and_gives_its_words_back(seat: Seat) -> None:
    """Undo everywhere: Z after a note."""
    current = seat.window.inbox.presenter.current
    seat.press("n")
    seat.type("Ask Kai about the lamps")
    seat.press(ENTER, CONTROL)
    opened = seat.bench.shop.conversations.open(current)
    assert opened.messages[-1].direction is Direction.NOTE
    assert [card.message.direction for card in seat.window.inbox.pane.thread_view.cards][-1] is Direction.NOTE
    seat.press("z")
    left = seat.bench.shop.conversations.open(current)
    assert [one.direction for one in left.messages] == [Direction.INCOMING]
    assert left.conversation.messages == opened.conversation.messages - 1
    assert [card.message.direction for card in seat.window.inbox.pane.thread_view.cards] == [Direction.INCOMING]
    assert seat.window.toast.text == "Taken back: Note saved"
    assert seat.body == "Ask Kai about the lamps"
    assert seat.window.answers.seat.presenter.draft.kind is DraftKind.NOTE
    assert seat.bench.shop.search.find("lamps Kai") == []
    seat.press(ENTER, CONTROL)
    again = seat.bench.shop.conversations.open(current)
    assert [one.direction for one in again.messages] == [Direction.INCOMING, Direction.NOTE]


def test_undo_of_a_note_keeps_the_next_one_that_was_begun(seat: Seat) -> None:
    seat.press("n")
    seat.type("First")
    seat.press(ENTER, CONTROL)
    seat.press("n")
    seat.type("Second")
    seat.window.answers.seat.presenter.keep()
    seat.window.deeds.run(Do.UNDO)
    settle(seat.bot)
    assert seat.body == "First\n\nSecond"
    assert seat.draft(note=True).body == seat.body
