"""The reply check beside the draft, over a real shop: what it shows, what it asks, and that it holds nobody up."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import ConversationId, DraftId, MailboxId
from shopdesk.domain.reply_check.facts import CheckResult, Finding, Level, Part, Question, Reading, Rule
from shopdesk.ui.actions import Do
from shopdesk.ui.compose.check_lines import Tone, is_good, lines_of, objections, with_named_file
from shopdesk.ui.compose.check_panel import FEW, CheckPanel
from tests.services.bench import ago, mail
from tests.ui.composing import CONTROL, ENTER, Seat, bench, furnished, seat, shop_folder
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import HeldLane
from tests.ui.sample import sample_desk

__all__ = ["bench", "furnished", "seat", "shop_folder"]

GOOD = "Hello Anna, I am sorry that your lamp came cracked. We send you a new lamp today, it arrives on Friday."


def panel(seat: Seat) -> CheckPanel:
    return seat.window.answers.composer.check


def look(seat: Seat) -> None:
    """The pause after the last key is over."""
    seat.window.answers.seat.watch.look()
    settle(seat.bot)


def tones(seat: Seat) -> list[Tone]:
    return [line.tone for line in panel(seat).lines]


def open_market_mail(seat: Seat) -> None:
    """A buyer's question through a marketplace, and an answer begun."""
    buyer = "Marta <abc123def456@marketplace.amazon.de>"
    body = "When does my order 304-8812047-1234567 arrive?"
    subject = "Question 304-8812047-1234567"
    (number,) = seat.bench.come(mail("m1", sender=buyer, subject=subject, body=body, when=ago(1)))
    seat.window.inbox.presenter.start()
    seat.window.inbox.presenter.select(ConversationId(number or 0), by_person=True)
    settle(seat.bot)
    seat.press("r")


# --- what is shown -------------------------------------------------------------------------------------------


def test_the_customers_questions_are_ticked_as_the_draft_answers_them_and_then_it_looks_good(seat: Seat) -> None:
    seat.press("r")
    look(seat)
    assert tones(seat) == [Tone.OPEN]
    assert panel(seat).lines[0].text == "What now?"
    seat.type(GOOD)
    look(seat)
    assert panel(seat).lines == ()
    assert panel(seat).good.isVisible()
    assert panel(seat).good_words.text() == "Looks good"


def test_it_looks_by_itself_after_a_pause_and_newer_words_make_an_older_look_worthless(
    make: Maker, qtbot: QtBot
) -> None:
    lane = HeldLane()
    desk = sample_desk()
    window = make(desk=desk, reading=lane)
    lane.release()
    window.deeds.run(Do.REPLY)
    composer = window.answers.composer
    asked = desk.reply_check.asked
    QTest.keyClicks(composer.text, "One")
    qtbot.wait(350)
    QTest.keyClicks(composer.text, " two")
    lane.release()  # the look at the first words was not begun yet, and is not made
    assert [draft.body for draft in asked] == []
    qtbot.wait(350)
    lane.release()
    assert [draft.body for draft in asked] == ["One two"]


def test_a_finding_leads_to_its_words_also_when_they_moved(seat: Seat) -> None:
    seat.press("r")
    seat.type("We will get back to you as soon as possible.")
    look(seat)
    panel(seat).more.click()
    row = next(one for one in panel(seat).rows.values() if one.line.finding and one.line.finding.length)
    assert row.button is not None
    words = row.line.finding.words[0]
    cursor = seat.text.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Hello Anna. ")
    row.button.click()
    assert seat.text.textCursor().selectedText() == words
    assert seat.window.focusWidget() is seat.text


def test_a_dismissed_finding_stays_away_from_this_draft_also_after_it_was_opened_again(seat: Seat) -> None:
    seat.press("r")
    seat.type("We will get back to you as soon as possible. ")
    look(seat)
    before = panel(seat).lines
    row = next(one for one in panel(seat).rows.values() if one.line.finding)
    QTest.mouseClick(row.away, Qt.MouseButton.LeftButton)
    assert row.line not in panel(seat).lines
    assert len(panel(seat).lines) < len(before)
    seat.press(Qt.Key.Key_Escape)
    seat.press("j")
    seat.press("k")
    look(seat)
    assert row.line.keys[0] in seat.draft().dismissed
    assert row.line.finding.rule not in {line.finding.rule for line in panel(seat).lines if line.finding}


def test_only_a_few_lines_are_shown_until_more_are_asked_for(seat: Seat) -> None:
    seat.press("r")
    shown = panel(seat)
    found = tuple(
        Finding(rule, Level.HINT) for rule in (Rule.NO_ACTION, Rule.NO_OWN_THING, Rule.TOO_LONG, Rule.HARD_TO_READ)
    )
    shown.show_lines(lines_of(CheckResult(findings=found), ()), good=False)
    assert (len(shown.rows), shown.more.text()) == (FEW, "1 more")
    QTest.mouseClick(shown.more, Qt.MouseButton.LeftButton)
    assert (len(shown.rows), shown.more.text()) == (4, "Show less")


def test_a_low_window_shows_the_gravest_line_only(seat: Seat) -> None:
    seat.press("r")
    seat.type("We will get back to you as soon as possible.")
    look(seat)
    assert len(panel(seat).rows) == FEW
    seat.window.resize(1200, 620)
    settle(seat.bot)
    assert [row.line for row in panel(seat).rows.values()] == [panel(seat).lines[0]]


def test_a_note_for_the_team_is_not_checked(seat: Seat) -> None:
    seat.press("r")
    look(seat)
    assert panel(seat).isVisible()
    seat.window.deeds.run(Do.NOTE)
    look(seat)
    assert not panel(seat).isVisible()


# --- what is asked before it leaves --------------------------------------------------------------------------------


def test_what_a_marketplace_forbids_is_red_and_asked_about_once(seat: Seat) -> None:
    open_market_mail(seat)
    seat.type("Your order 304-8812047-1234567 arrives on Friday, see www.lamps.example/track for more.")
    look(seat)
    assert tones(seat)[0] is Tone.FORBIDDEN
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items() == []
    assert "allows no links" in seat.window.answers.composer.words.text()
    assert "Send once more" in seat.window.answers.composer.words.text()
    assert seat.text.textCursor().selectedText() == "www.lamps.example/track"
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


def test_a_forgotten_attachment_is_asked_about_once_before_any_pause(seat: Seat) -> None:
    seat.press("r")
    seat.type("The label is attached.")
    seat.press(ENTER, CONTROL)
    assert seat.bench.shop.outbox.items() == []
    assert seat.text.textCursor().selectedText() == "attached"
    seat.press(Qt.Key.Key_End)
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


def test_a_dismissed_objection_is_not_asked_about(seat: Seat) -> None:
    seat.press("r")
    seat.type("The label is attached.")
    look(seat)
    row = next(one for one in panel(seat).rows.values() if one.line.finding.rule is Rule.FILE_FORGOTTEN)
    QTest.mouseClick(row.away, Qt.MouseButton.LeftButton)
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


def test_other_findings_never_hold_a_mail_up(seat: Seat) -> None:
    seat.press("r")
    seat.type("Sorry.")
    look(seat)
    assert panel(seat).lines
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


def test_a_check_that_fails_stops_nobody(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def check(self, draft: Draft) -> CheckResult:
            raise RuntimeError(draft.body)

    monkeypatch.setattr(seat.bench.shop, "reply_check", Broken())
    seat.press("r")
    seat.type("On its way.")
    seat.press(ENTER, CONTROL)
    assert len(seat.bench.shop.outbox.items()) == 1


# --- how fast --------------------------------------------------------------------------------------------------------


def test_a_key_press_stays_fast_while_the_check_shows_findings(seat: Seat) -> None:
    """95 of 100 key presses take at most 16 ms of the window's time, beyond a busy machine's share."""
    seat.press("r")
    seat.type("We will get back to you as soon as possible. " * 3)
    look(seat)
    assert panel(seat).lines
    taken = []
    for place in range(60):
        begun = time.thread_time()
        QTest.keyClick(seat.text, "x" if place % 6 else " ")
        taken.append(time.thread_time() - begun)
    assert sorted(taken)[56] < 0.016


# --- lines without a window ------------------------------------------------------------------------------------------


def draft(body: str = "See the label.") -> Draft:
    return Draft(DraftId(0), DraftKind.REPLY, MailboxId(1), body=body)


def test_findings_of_one_rule_are_one_line_and_the_gravest_stand_first() -> None:
    vague = [Finding(Rule.VAGUE_WORDS, Level.HINT, n, 4, (word,)) for n, word in enumerate(("soon", "asap"))]
    link = Finding(Rule.MARKET_LINK, Level.WARNING, 9, 4, ("a.de",))
    name = Finding(Rule.WRONG_NAME, Level.WARNING, 0, 4, ("Anna",))
    asked = (Question("When?", answered=False), Question("Where?", answered=True))
    lines = lines_of(CheckResult(asked, (*vague, name, link)), ())
    assert [line.tone for line in lines] == [Tone.FORBIDDEN, Tone.WARNING, Tone.OPEN, Tone.ANSWERED, Tone.HINT]
    assert lines[-1].keys == ("vague_words|soon", "vague_words|asap")
    assert "soon”, “asap" in lines[-1].text
    left = lines_of(CheckResult(asked, (*vague, name, link)), ("vague_words|soon", link.key))
    assert [line.tone for line in left] == [Tone.WARNING, Tone.OPEN, Tone.ANSWERED, Tone.HINT]
    assert left[-1].keys == ("vague_words|asap",)


def test_it_looks_good_only_where_something_was_written_and_every_question_is_answered() -> None:
    done = CheckResult((Question("When?", answered=True),), reading=Reading(1, 4, 4))
    assert is_good(done, lines_of(done, ()))
    assert not is_good(CheckResult(), ())
    asked = replace(done, questions=(Question("When?", answered=False),))
    assert not is_good(asked, lines_of(asked, ()))


def test_a_forgotten_file_is_found_in_languages_without_rules_too() -> None:
    found = with_named_file(CheckResult(), draft("Das Etikett ist beigefügt."))
    (finding,) = found.findings
    assert (finding.rule, finding.words, finding.part) == (Rule.FILE_FORGOTTEN, ("beigefügt",), Part.BODY)
    assert objections(found, ()) == (finding,)
    assert objections(found, (finding.key,)) == ()
    assert with_named_file(CheckResult(), draft()) == CheckResult()
