"""What a correction teaches, and where it is applied."""

from __future__ import annotations

from dataclasses import replace

from shopdesk.domain.mail_lessons import lessons_from, taught
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Correction, Told, Topic
from tests.domain.marked_mails import read

ANNA = "Anna@Mail.example"


def test_a_corrected_topic_is_learned_for_the_sender_and_for_the_words_that_misled() -> None:
    raw = read("Where is my parcel?")
    lessons = lessons_from(raw, Correction(topic=Topic.B2B), ANNA, "Hi")
    assert [(one.sender, bool(one.words)) for one in lessons] == [("anna@mail.example", False), ("", True)]
    again = taught(read("Where is my parcel? It should be in Leipzig."), lessons[:1], "anna@mail.example", "")
    assert again.topic is Topic.B2B
    assert again.reasons[0].what is Told.CORRECTION
    assert again.reasons[0].word == "anna@mail.example"
    stranger = taught(read("Where is my parcel?"), lessons, "ben@mail.example", "")
    assert stranger.topic is Topic.B2B


def test_other_words_and_other_readings_stay_as_they_are() -> None:
    lessons = lessons_from(read("Where is my parcel?"), Correction(topic=Topic.B2B), ANNA, "")
    assert taught(read("I want a refund"), lessons, ANNA, "").topic is Topic.RETURN
    other = taught(read("Where is my parcel? The courier left no card."), lessons, "ben@mail.example", "")
    assert other.topic is Topic.SHIPPING


def test_what_was_read_rightly_teaches_nothing() -> None:
    raw = read("Where is my parcel?")
    assert lessons_from(raw, Correction(topic=Topic.SHIPPING, mood=Mood.CALM, urgent=False), ANNA, "") == []
    assert lessons_from(raw, Correction(), ANNA, "") == []


def test_a_mood_is_learned_for_words_only_and_urgency_for_both() -> None:
    raw = read("This is outrageous, where is my parcel?")
    assert raw.mood is Mood.ANGRY
    lessons = lessons_from(raw, Correction(mood=Mood.CALM, urgent=True), ANNA, "Hi")
    assert [(one.told, one.sender, one.words) for one in lessons] == [
        (Told.MOOD, "", ("outrageous",)),
        (Told.URGENCY, "anna@mail.example", ()),
    ]
    assert taught(raw, lessons, "ben@mail.example", "").mood is Mood.CALM
    assert taught(raw, lessons, ANNA, "").urgent


def test_a_mail_without_telling_words_is_known_by_its_subject() -> None:
    raw = read("Hello!", "Weekly bonsai list")
    (lesson,) = lessons_from(raw, Correction(topic=Topic.STOCK), "", "Re: Weekly bonsai list")
    assert lesson.words == ("weekly bonsai list",)
    assert taught(read("Hi!"), [lesson], "", "AW: weekly  BONSAI list").topic is Topic.STOCK
    assert lessons_from(raw, Correction(topic=Topic.STOCK), "", "Question") == []


def test_words_count_before_the_sender_and_what_is_no_topic_is_left_out() -> None:
    raw = read("Where is my parcel?")
    sender, words = lessons_from(raw, Correction(topic=Topic.B2B), ANNA, "")
    newer = replace(words, says=Topic.ORDER.value)
    assert taught(raw, [sender, newer], ANNA, "").topic is Topic.ORDER
    for told in (Told.TOPIC, Told.MOOD):
        broken = replace(sender, told=told, was=raw.topic.value if told is Told.TOPIC else "calm", says="no such thing")
        assert taught(raw, [broken], ANNA, "") == raw
