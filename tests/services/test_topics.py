"""What conversations are about: read when mail comes, corrected by people, learned."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState, ListFilter
from shopdesk.domain.errors import Cancelled, NotFound
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Told, Topic, WorkLane
from tests.services.bench import NOW, Bench, ago, answer, mail

ANGRY = "This is outrageous. I want my money back, you thieves!"
CALM = "Where is my parcel?"
BEN = "Ben <ben@mail.example>"


@pytest.fixture
def reading(bench: Bench) -> Bench:
    """A shop that reads mail when it is filed, as the sync does."""
    bench.topics = bench.shop.topics.filed
    return bench


def test_a_mail_is_read_when_it_is_filed_and_its_conversation_says_what_it_is(reading: Bench) -> None:
    home = reading.comes(mail("a", body=ANGRY))
    row = reading.row(home)
    assert (row.topic, row.mood, row.is_complex) == ("return", Mood.ANGRY, True)
    found = reading.shop.topics.read(home)
    assert found.topic is Topic.RETURN
    assert "outrageous" in found.because_of(Told.MOOD)


def test_a_newer_mail_is_read_anew_and_those_that_got_no_answer_make_it_worse(reading: Bench) -> None:
    home = reading.comes(mail("a", body=CALM))
    assert reading.row(home).mood is Mood.CALM
    reading.comes(mail("b", answers="a", body="I find this ridiculous."))
    assert reading.row(home).mood is Mood.ANGRY
    reading.comes(mail("c", answers="a b", body="Sorry for that. It has just arrived, many thanks for your help."))
    assert reading.row(home).mood is Mood.CALM
    assert reading.row(home).topic == "thanks"


def test_a_first_import_and_old_mail_are_read_later_and_those_that_wait_first(reading: Bench) -> None:
    imported = reading.comes(mail("a", body=ANGRY), first_import=True)
    old = reading.comes(mail("b", body=ANGRY, sender=BEN, when=ago(days=40)), when=ago(days=40))
    assert reading.row(imported).topic == reading.row(old).topic == ""
    assert reading.shop.topics.read(imported).topic is Topic.RETURN, "whoever asks gets it read at once"
    assert reading.row(imported).topic == ""
    assert reading.shop.topics.reread(SimpleControl(), at_most=1) >= 1
    assert reading.row(imported).mood is Mood.ANGRY
    reading.shop.topics.reread(SimpleControl())
    assert reading.row(old).topic == "return"
    assert reading.shop.topics.reread(SimpleControl()) == 0


def test_rereading_stops_when_it_is_told_to(reading: Bench) -> None:
    reading.comes(mail("a"), first_import=True)
    control = SimpleControl()
    control.cancel()
    with pytest.raises(Cancelled):
        reading.shop.topics.reread(control)


def test_machines_and_our_own_mails_are_not_read(reading: Bench) -> None:
    notice = reading.comes(mail("n", body=ANGRY, extra="Auto-Submitted: auto-generated"))
    ours = reading.comes(answer("o", ""), folder="Sent")
    assert reading.row(notice).mood is reading.row(ours).mood is Mood.CALM
    assert reading.shop.topics.read(ours).topic is Topic.NONE


def test_a_correction_wins_and_stays_and_is_learned_for_the_sender(reading: Bench) -> None:
    home = reading.comes(mail("a", body=CALM))
    reading.shop.topics.correct(home, topic=Topic.B2B, urgent=True)
    found = reading.shop.topics.read(home)
    assert (found.topic, found.urgent, found.lane) == (Topic.B2B, True, WorkLane.COMPLEX)
    assert reading.row(home).topic == "b2b"
    reading.comes(mail("b", answers="a", body="I want a refund"))
    assert reading.row(home).topic == "b2b", "the matter stays what the person said"
    other = reading.comes(mail("c", subject="Tray", body=CALM))
    assert reading.row(other).topic == "b2b"
    assert reading.row(other).urgent
    stranger = reading.comes(mail("d", sender=BEN, subject="Cup", body=CALM))
    assert reading.row(stranger).topic == "b2b", "the same words misled"
    assert reading.row(stranger).urgent is False


def test_a_corrected_mood_counts_until_the_customer_writes_again(reading: Bench) -> None:
    home = reading.comes(mail("a", body=ANGRY))
    reading.shop.topics.correct(home, mood=Mood.CALM)
    assert reading.row(home).mood is Mood.CALM
    reading.comes(mail("b", answers="a", body="Furious. Disgusting. The worst shop."))
    assert reading.row(home).mood is Mood.ANGRY


def test_lessons_are_listed_and_can_be_taken_away(reading: Bench) -> None:
    home = reading.comes(mail("a", body=CALM))
    reading.shop.topics.correct(home, topic=Topic.STOCK)
    reading.shop.topics.correct(home, topic=Topic.B2B)
    lessons = reading.shop.topics.lessons()
    assert {one.says for one in lessons} == {"b2b"}, "a newer lesson takes the place of an older one"
    assert {bool(one.sender) for one in lessons} == {True, False}
    for one in lessons:
        reading.shop.topics.forget(one.id)
    assert reading.shop.topics.lessons() == []
    with pytest.raises(NotFound):
        reading.shop.topics.forget(lessons[0].id)
    assert reading.row(reading.comes(mail("c", subject="Tray", body=CALM))).topic == "shipping"


def test_an_angry_one_stands_before_a_calm_one_that_is_due_sooner(reading: Bench) -> None:
    calm = reading.comes(mail("a", body=CALM, when=ago(3)), when=ago(3))
    angry = reading.comes(mail("b", sender=BEN, body=ANGRY, when=ago(1)), when=ago(1))
    assert list(reading.use.ids(ConversationState.NEEDS_REPLY)) == [angry, calm]
    reading.shop.topics.correct(angry, mood=Mood.CALM)
    assert list(reading.use.ids(ConversationState.NEEDS_REPLY)) == [calm, angry]


def test_an_urgent_one_is_due_sooner(reading: Bench) -> None:
    home = reading.comes(mail("a", body=CALM))
    before = reading.row(home).due_at
    reading.shop.topics.correct(home, urgent=True)
    after = reading.row(home).due_at
    assert before is not None
    assert after is not None
    assert after < before


def test_what_was_merged_or_split_is_read_anew_and_what_a_person_said_stays(reading: Bench) -> None:
    calm = reading.comes(mail("a", body=CALM, when=ago(3)), when=ago(3))
    angry = reading.comes(mail("b", sender=BEN, body=ANGRY, subject="Cup", when=ago(1)), when=ago(1))
    undo = reading.use.merge([calm, angry])
    assert reading.shop.topics.reread(SimpleControl()) == 1
    assert reading.row(calm).mood is Mood.ANGRY
    reading.use.undo(undo)
    assert reading.shop.topics.reread(SimpleControl()) == 2
    assert (reading.row(calm).mood, reading.row(angry).mood) == (Mood.CALM, Mood.ANGRY)
    reading.shop.topics.correct(calm, topic=Topic.B2B)
    reading.use.merge([calm, angry])
    assert reading.shop.topics.reread(SimpleControl()) == 0
    assert reading.row(calm).topic == "b2b"


def test_the_list_is_filtered_by_mood_and_topic(reading: Bench) -> None:
    calm = reading.comes(mail("a", body=CALM))
    angry = reading.comes(mail("b", sender=BEN, body=ANGRY))
    ids = partial(reading.use.ids, ConversationState.NEEDS_REPLY)
    assert list(ids(only=ListFilter(angry=True))) == [angry]
    assert list(ids(only=ListFilter(topic="shipping"))) == [calm]
    assert list(ids(only=ListFilter(topic="shipping", angry=True))) == []
    assert list(ids(only=ListFilter(unread=True, topic="return", mailbox=reading.row(angry).mailbox_id))) == [angry]
    assert reading.use.counts(ListFilter(angry=True)).needs_reply == 1
    assert reading.use.counts(ListFilter(topic="shipping")).unread == 1


def test_the_shops_own_lists_replace_and_add_words(reading: Bench) -> None:
    own = reading.shop.data_folder / "topics"
    own.mkdir()
    Path(own / "en.json").write_text(json.dumps({"+stock": {"9": ["bonsai"]}}), "utf-8")
    home = reading.comes(mail("a", body="Where is my bonsai?"))
    assert reading.row(home).topic == "stock"


def test_what_is_not_there_is_named(reading: Bench) -> None:
    with pytest.raises(NotFound):
        reading.shop.topics.read(ConversationId(77))
    with pytest.raises(NotFound):
        reading.shop.topics.correct(ConversationId(77), topic=Topic.STOCK)


def test_undo_of_a_correction_brings_the_reading_the_due_time_and_the_older_lesson_back_exactly(
    reading: Bench,
) -> None:
    topics = reading.shop.topics
    reading.shop.agents.go_on_duty(reading.shop.agents.add("Mei").id)
    home = reading.comes(mail("a", body=CALM))
    topics.correct(home, topic=Topic.STOCK)
    row, read, lessons = reading.row(home), topics.read(home), topics.lessons()
    assert {(one.by, one.learned_at) for one in lessons} == {("Mei", NOW)}
    steps = [topics.correct(home, topic=Topic.B2B), topics.correct(home, mood=Mood.ANGRY, urgent=True)]
    assert (reading.row(home), topics.lessons()) != (row, lessons)
    for step in reversed(steps):
        reading.use.undo(step)
    assert (reading.row(home), topics.read(home), topics.lessons()) == (row, read, lessons)


def test_undo_of_a_first_correction_leaves_it_unread_and_nothing_learned(reading: Bench) -> None:
    home = reading.comes(mail("a", body=ANGRY), first_import=True)
    row = reading.row(home)
    reading.use.undo(reading.shop.topics.correct(home, topic=Topic.STOCK))
    assert (reading.row(home), reading.shop.topics.lessons()) == (row, [])
    assert reading.shop.topics.reread(SimpleControl()) == 1


@pytest.mark.parametrize("twice", [False, True])
def test_undo_of_a_correction_does_not_hide_a_mail_that_came_since(reading: Bench, twice: bool) -> None:
    topics = reading.shop.topics
    home = reading.comes(mail("a", body=CALM))
    if twice:
        topics.correct(home, topic=Topic.STOCK)
    undo = topics.correct(home, topic=Topic.B2B, mood=Mood.UNHAPPY)
    reading.comes(mail("b", answers="a", body=ANGRY))
    reading.use.undo(undo)
    topics.reread(SimpleControl())
    assert (reading.row(home).topic, reading.row(home).mood) == ("stock" if twice else "return", Mood.ANGRY)


def test_undo_of_a_mood_takes_it_off_a_newer_mail_that_was_read_with_the_lesson(reading: Bench) -> None:
    home = reading.comes(mail("a", body=CALM))
    undo = reading.shop.topics.correct(home, mood=Mood.ANGRY)
    reading.comes(mail("b", answers="a", body=CALM))
    assert reading.row(home).mood is Mood.ANGRY
    reading.use.undo(undo)
    reading.shop.topics.reread(SimpleControl())
    assert (reading.row(home).topic, reading.row(home).mood) == ("shipping", Mood.CALM)


def test_a_lesson_that_was_taken_away_comes_back_unless_a_newer_one_is_about_the_same(reading: Bench) -> None:
    topics = reading.shop.topics
    home = reading.comes(mail("a", body=CALM))
    topics.correct(home, topic=Topic.STOCK)
    lessons = topics.lessons()
    undo = topics.forget(lessons[0].id)
    assert topics.lessons() == lessons[1:]
    reading.use.undo(undo)
    assert topics.lessons() == lessons
    undo = topics.forget(lessons[0].id)
    topics.correct(home, topic=Topic.B2B)
    reading.use.undo(undo)
    assert {one.says for one in topics.lessons()} == {"b2b"}


def test_undo_of_a_correction_in_a_conversation_that_is_gone_brings_the_lessons_back(reading: Bench) -> None:
    topics = reading.shop.topics
    home = reading.comes(mail("a", body=CALM, when=ago(3)), when=ago(3))
    other = reading.comes(mail("b", sender=BEN, body=CALM, subject="Cup"))
    undo = topics.correct(other, topic=Topic.STOCK)
    reading.use.merge([home, other])
    reading.use.undo(undo)
    assert topics.lessons() == []
