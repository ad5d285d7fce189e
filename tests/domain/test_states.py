"""Whose turn it is after filing: news re-open, answers close, nothing new changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.conversation import Conversation, ConversationState, Lane
from shopdesk.domain.filing import ConversationFacts
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.states import Standing, state_after_filing

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING
SNOOZED, DONE = ConversationState.SNOOZED, ConversationState.DONE


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def facts(
    question: datetime | None = None,
    answer: datetime | None = None,
    *,
    oldest: datetime | None = None,
    answered: bool = False,
    in_inbox: bool = True,
    all_gone: bool = False,
    only_machines: bool = False,
) -> ConversationFacts:
    is_open = question is not None and (answer is None or question > answer)
    return ConversationFacts(
        id=ConversationId(1),
        newest_incoming=question,
        oldest_unanswered=(oldest or question) if is_open else None,
        newest_outgoing=answer,
        newest_is_answered=answered,
        in_inbox=in_inbox,
        all_gone=all_gone,
        only_machines=only_machines,
    )


def conversation(state: ConversationState, last_at: datetime, **more) -> Conversation:
    return Conversation(ConversationId(1), state, "Lamp", "Anna", "anna@x.example", MailboxId(1), last_at, **more)


def test_a_new_question_needs_a_reply_since_it_came() -> None:
    assert state_after_filing(None, facts(ago(1)), NOW) == Standing(NEEDS_REPLY, ago(1))


def test_the_wait_begins_with_the_oldest_unanswered_question() -> None:
    assert state_after_filing(None, facts(ago(1), oldest=ago(3)), NOW).waiting_since == ago(3)


def test_an_answer_from_anywhere_stops_the_wait() -> None:
    before = conversation(NEEDS_REPLY, ago(2), waiting_since=ago(2))
    assert state_after_filing(before, facts(ago(2), ago(1)), NOW) == Standing(WAITING)


def test_an_answer_found_after_a_later_notice_stops_the_wait_too() -> None:
    before = conversation(NEEDS_REPLY, ago(0.5), waiting_since=ago(2))
    assert state_after_filing(before, facts(ago(2), ago(1)), NOW).state is WAITING


def test_the_answered_flag_of_another_program_stops_the_wait() -> None:
    before = conversation(NEEDS_REPLY, ago(2), waiting_since=ago(2))
    assert state_after_filing(before, facts(ago(2), answered=True), NOW) == Standing(WAITING)


@pytest.mark.parametrize("state", [WAITING, DONE, SNOOZED])
def test_new_customer_mail_re_opens(state: ConversationState) -> None:
    until = ago(-2) if state is SNOOZED else None
    before = conversation(state, ago(5), snoozed_until=until)
    assert state_after_filing(before, facts(ago(1), ago(5)), NOW) == Standing(NEEDS_REPLY, ago(1))


@pytest.mark.parametrize("state", [WAITING, DONE, SNOOZED])
def test_a_late_mail_re_opens_even_behind_a_newer_notice(state: ConversationState) -> None:
    before = conversation(state, ago(0.5))
    assert state_after_filing(before, facts(ago(1), ago(5)), NOW, arrived=ago(1)).state is NEEDS_REPLY


@pytest.mark.parametrize("state", [WAITING, DONE, SNOOZED])
def test_an_older_mail_that_was_answered_since_re_opens_nothing(state: ConversationState) -> None:
    before = conversation(state, ago(1))
    assert state_after_filing(before, facts(ago(3), ago(1)), NOW, arrived=ago(3)).state is state


def test_what_was_done_without_an_answer_does_not_count_into_the_next_wait() -> None:
    before = conversation(DONE, ago(40))
    after = state_after_filing(before, facts(ago(1), oldest=ago(40)), NOW)
    assert after == Standing(NEEDS_REPLY, ago(1))
    again = conversation(NEEDS_REPLY, ago(1), waiting_since=after.waiting_since)
    assert state_after_filing(again, facts(ago(1), oldest=ago(40)), NOW).waiting_since == ago(1)


def test_our_answer_leaves_what_is_done_done() -> None:
    assert state_after_filing(conversation(DONE, ago(3)), facts(ago(3), ago(1)), NOW).state is DONE


def test_a_snooze_stays_while_nobody_writes() -> None:
    before = conversation(SNOOZED, ago(3), snoozed_until=ago(-4), waiting_since=ago(3))
    after = state_after_filing(before, facts(ago(3)), NOW)
    assert after == Standing(SNOOZED, ago(3), Lane.PEOPLE, ago(-4))


def test_machines_are_in_their_own_lane_and_wait_for_nothing() -> None:
    assert state_after_filing(None, facts(only_machines=True), NOW) == Standing(DONE, None, Lane.MACHINES)


def test_a_person_brings_a_conversation_of_machines_back_to_the_people() -> None:
    before = conversation(DONE, ago(1), lane=Lane.MACHINES)
    after = state_after_filing(before, facts(ago(2)), NOW, arrived=ago(2))
    assert after == Standing(NEEDS_REPLY, ago(2), Lane.PEOPLE)


def test_a_snoozed_notice_stays_snoozed_among_the_machines() -> None:
    before = conversation(SNOOZED, ago(1), lane=Lane.MACHINES, snoozed_until=ago(-1))
    assert state_after_filing(before, facts(only_machines=True), NOW) == Standing(SNOOZED, None, Lane.MACHINES, ago(-1))


def test_our_own_first_mail_waits_for_the_customer() -> None:
    assert state_after_filing(None, facts(answer=ago(20)), NOW) == Standing(WAITING)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (facts(ago(2)), NEEDS_REPLY),
        (facts(ago(29)), NEEDS_REPLY),
        (facts(ago(31)), DONE),
        (facts(ago(2), in_inbox=False), DONE),
        (facts(ago(5), ago(2)), WAITING),
        (facts(ago(40), ago(13)), WAITING),
        (facts(ago(40), ago(15)), DONE),
        (facts(ago(2), answered=True), WAITING),
        (facts(ago(20), answered=True), DONE),
        (facts(answer=ago(2)), WAITING),
        (facts(answer=ago(20)), DONE),
        (facts(only_machines=True), DONE),
        (facts(ago(2), all_gone=True), DONE),
        (facts(all_gone=True), DONE),
    ],
)
def test_old_mail_is_not_new_work_at_the_first_import(what: ConversationFacts, expected: ConversationState) -> None:
    assert state_after_filing(None, what, NOW, first_import=True).state is expected


def test_the_sent_folder_answers_what_the_inbox_asked_before() -> None:
    before = conversation(NEEDS_REPLY, ago(20), waiting_since=ago(20))
    assert state_after_filing(before, facts(ago(20), ago(19)), NOW, first_import=True).state is DONE
    before = conversation(NEEDS_REPLY, ago(3), waiting_since=ago(3))
    assert state_after_filing(before, facts(ago(3), ago(2)), NOW, first_import=True).state is WAITING


def test_older_questions_that_come_in_later_make_the_wait_longer() -> None:
    before = conversation(NEEDS_REPLY, ago(1), waiting_since=ago(1))
    now_known = facts(ago(1), oldest=ago(2))
    assert state_after_filing(before, now_known, NOW, first_import=True, arrived=ago(2)).waiting_since == ago(2)
    assert state_after_filing(before, now_known, NOW, arrived=ago(2)).waiting_since == ago(2)


@pytest.mark.parametrize("state", [NEEDS_REPLY, WAITING, DONE])
def test_what_was_tidied_away_elsewhere_is_done(state: ConversationState) -> None:
    since = ago(2) if state is NEEDS_REPLY else None
    gone = ConversationFacts(ConversationId(1), None, None, None, False, False, True, False)
    assert state_after_filing(conversation(state, ago(2), waiting_since=since), gone, NOW).state is DONE


def test_a_snooze_outlives_tidying_elsewhere() -> None:
    before = conversation(SNOOZED, ago(2), snoozed_until=ago(-1))
    gone = ConversationFacts(ConversationId(1), None, None, None, False, False, True, False)
    assert state_after_filing(before, gone, NOW).state is SNOOZED


@pytest.mark.parametrize("what", [facts(ago(3), ago(2)), facts(ago(3), answered=True), facts(ago(3), all_gone=True)])
@pytest.mark.parametrize("since", [ago(1), None])
def test_a_reply_that_a_person_asked_for_by_hand_stays_asked_for(
    what: ConversationFacts, since: datetime | None
) -> None:
    before = conversation(NEEDS_REPLY, ago(2), waiting_since=since)
    assert state_after_filing(before, what, NOW) == Standing(NEEDS_REPLY, since)


def test_an_answer_after_the_hand_still_counts() -> None:
    before = conversation(NEEDS_REPLY, ago(2), waiting_since=ago(1))
    assert state_after_filing(before, facts(ago(3), ago(0.5)), NOW).state is WAITING


def test_a_question_after_the_hand_gets_its_time() -> None:
    before = conversation(NEEDS_REPLY, ago(2), waiting_since=None)
    assert state_after_filing(before, facts(ago(1), ago(2)), NOW).waiting_since == ago(1)


def test_a_failed_delivery_keeps_its_conversation_open() -> None:
    bounced = conversation(NEEDS_REPLY, ago(1), waiting_since=ago(1), bounced=True)
    assert state_after_filing(bounced, facts(ago(3), ago(2)), NOW).state is NEEDS_REPLY


moments = st.none() | st.integers(0, 60).map(ago)


@st.composite
def any_facts(draw: st.DrawFn) -> ConversationFacts:
    question, answer, oldest = draw(moments), draw(moments), draw(st.integers(0, 60).map(ago))
    gone = draw(st.booleans())
    return facts(
        question, answer,
        oldest=min(oldest, question) if question else None,
        answered=draw(st.booleans()), in_inbox=draw(st.booleans()), all_gone=gone,
        only_machines=question is None and answer is None,
    )  # fmt: skip


def _after(current: Conversation | None, found: Standing, what: ConversationFacts) -> Conversation:
    newest = max((moment for moment in (what.newest_incoming, what.newest_outgoing) if moment), default=ago(1))
    before = current or conversation(found.state, newest)
    return replace(
        before, state=found.state, waiting_since=found.waiting_since, lane=found.lane,
        snoozed_until=found.snoozed_until, last_at=max(before.last_at, newest),
    )  # fmt: skip


@given(any_facts(), st.booleans(), st.none() | st.sampled_from(ConversationState), moments, st.integers(0, 60).map(ago))
def test_nothing_changes_when_nothing_new_came(what, first_import, state, since, last_at) -> None:
    current = conversation(state, last_at, waiting_since=since) if state else None
    once = state_after_filing(current, what, NOW, first_import=first_import)
    settled = _after(current, once, what)
    assert state_after_filing(settled, what, NOW, first_import=first_import) == once


@given(any_facts(), st.booleans(), st.sampled_from(ConversationState), moments)
def test_machines_never_need_a_reply_and_dates_fit_states(what, first_import, state, since) -> None:
    found = state_after_filing(conversation(state, ago(1), waiting_since=since), what, NOW, first_import=first_import)
    assert not (found.lane is Lane.MACHINES and found.state is NEEDS_REPLY)
    assert found.lane is (Lane.MACHINES if what.only_machines else Lane.PEOPLE)


@given(any_facts(), st.sampled_from([WAITING, DONE, SNOOZED]))
def test_what_a_person_settled_stays_without_news(what: ConversationFacts, state: ConversationState) -> None:
    what = replace(what, all_gone=False, only_machines=False)
    current = conversation(state, NOW)
    assert state_after_filing(current, what, NOW).state is state
