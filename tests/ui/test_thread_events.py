"""What was done with a conversation stands between its messages as grey lines, read after they are shown."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.thread_event import EventKind, ThreadEvent
from shopdesk.ui.conversation.event_lines import EventLine, EventLines
from shopdesk.ui.conversation.event_words import event_words, spoken_words
from shopdesk.ui.main_window import MainWindow
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk

HOUR = timedelta(hours=1)


def with_events(*events: ThreadEvent) -> FakeDesk:
    """A sample shop; these happened in its first conversation."""
    desk = sample_desk()
    desk.thread_events.kept[1] = events
    return desk


def lines_of(window: MainWindow) -> EventLines:
    shown = window.inbox.pane.thread_view.event_lines
    assert shown is not None
    return shown


def in_order(window: MainWindow) -> list[str]:
    """Cards as their ids and lines as their words, from top to bottom."""
    thread = window.inbox.pane.thread_view
    parts = [(card.y(), str(card.message.id)) for card in thread.cards]
    parts += [(line.y(), line.text()) for line in lines_of(window).made]
    return [words for _, words in sorted(parts)]


def test_lines_stand_between_the_cards_in_order_of_time(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    first, second, third = (message.at for message in desk.messages[1][-3:])
    desk.thread_events.kept[1] = (
        ThreadEvent(EventKind.DONE, first + (second - first) / 2),
        ThreadEvent(EventKind.DELIVERED, second + (third - second) / 2, what="DHL"),
        ThreadEvent(EventKind.CASE_OPENED, NOW + HOUR, what="RC-1042"),
    )
    window = make(desk)
    settle(qtbot)
    one, done, two, delivered, three, opened = in_order(window)
    assert (one, done, two, three, opened) == ("1004", "Marked done", "1005", "1006", "Case RC-1042 opened")
    assert delivered.startswith("Delivered · DHL · ")


def test_what_happened_among_folded_messages_comes_out_with_them(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    oldest = desk.messages[1][0].at
    desk.thread_events.kept[1] = (
        ThreadEvent(EventKind.SHIPPED, oldest - HOUR, what="DHL"),
        ThreadEvent(EventKind.ASSIGNED, oldest + timedelta(seconds=1), by="Lin", what="Mia"),
    )
    window = make(desk)
    settle(qtbot)
    assert lines_of(window).made == []
    window.inbox.pane.thread_view.toggle_fold()
    settle(qtbot)
    assert [line.text() for line in lines_of(window).made] == ["Lin assigned it to Mia"]


def test_many_together_are_one_line_that_the_keys_unfold(make: Maker, qtbot: QtBot) -> None:
    kinds = (EventKind.DONE, EventKind.REOPENED, EventKind.RETURNED, EventKind.WAITING)
    window = make(with_events(*(ThreadEvent(kind, NOW + HOUR) for kind in kinds)))
    settle(qtbot)
    (folded,) = lines_of(window).made
    assert folded.accessibleName() == "4 events"
    assert "Returned from snooze" in folded.toolTip()
    folded.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(folded, Qt.Key.Key_Space)
    settle(qtbot)
    unfolded = lines_of(window).made
    assert [line.text() for line in unfolded][:2] == ["Marked done", "Needs a reply again"]
    assert all(line.focusPolicy() is Qt.FocusPolicy.NoFocus for line in unfolded)
    assert window.focusWidget() is not None


def test_a_change_is_told_at_once_and_another_conversation_has_its_own(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    settle(qtbot)
    thread = window.inbox.pane.thread_view
    assert thread.event_lines is None
    desk.thread_events.kept[1] = (ThreadEvent(EventKind.DONE, NOW + HOUR, by="Mia"),)
    window.inbox.apply(Changes(conversations=frozenset({ConversationId(1)})))
    settle(qtbot)
    assert lines_of(window).made[0].accessibleName().startswith("Marked done · Mia · ")
    desk.thread_events.kept[1] = ()
    window.inbox.apply(Changes(orders=True))
    settle(qtbot)
    assert lines_of(window).made == []
    window.inbox.presenter.choose(ConversationId(2))
    settle(qtbot)
    assert thread.event_lines is None
    assert desk.thread_events.asked[-1] == 2


def test_every_kind_has_words_and_its_time(qtbot: QtBot) -> None:
    said = {event_words(ThreadEvent(kind, NOW, "Lin", "3", NOW + HOUR), NOW) for kind in EventKind}
    assert len(said) == len(EventKind)
    midnight = NOW.astimezone().replace(hour=0, minute=0)
    assert ":" not in event_words(ThreadEvent(EventKind.DELIVERED, midnight), NOW)
    assert spoken_words(ThreadEvent(EventKind.DONE, NOW - 24 * HOUR), NOW).startswith("Marked done · yesterday ")
    assert event_words(ThreadEvent(EventKind.ASSIGNED, NOW, "Lin", "Lin"), NOW) == "Lin took it over"
    assert event_words(ThreadEvent(EventKind.FREED, NOW), NOW) == "Assigned to nobody"


def test_a_line_grows_with_the_text_and_keeps_all_of_it_in_its_name(make: Maker, qtbot: QtBot) -> None:
    event = ThreadEvent(EventKind.SNOOZED, NOW + HOUR, "Mia", until=NOW + 25 * HOUR)
    window = make(with_events(event))
    settle(qtbot)
    (line,) = lines_of(window).made
    before, words = line.height(), line.accessibleName()
    window._around.theme.choose_scale(150)
    settle(qtbot)
    (line,) = lines_of(window).made
    assert isinstance(line, EventLine)
    assert line.height() > before
    assert line.accessibleName() == words
