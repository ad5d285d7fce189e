"""What mails are about and how their customers feel, against mails that were marked by reading."""

from __future__ import annotations

import gc
import time

import pytest

from shopdesk.domain.mail_rules import read_mail_rules
from shopdesk.domain.mail_weighing import read_mail
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Told, Topic, WorkLane
from tests.domain.marked_mails import LANGUAGES, read, rules, score


def test_of_120_mails_in_six_languages_most_topics_and_nearly_all_angry_ones_are_found() -> None:
    found = score(*LANGUAGES)
    print(found.table)  # noqa: T201 - the figures are for people, with -s
    assert found.mails == 120
    assert found.topics >= 0.85 * found.mails, found.table
    assert found.angry_found >= 0.9 * found.angry, found.table
    assert found.falsely_angry <= 0.05 * found.calm_or_unhappy, found.table
    assert found.urgent >= 0.9 * found.mails, found.table


def test_whatever_is_said_of_a_mail_has_its_reason() -> None:
    found = score(*LANGUAGES, "first-held-out", "second-held-out", "held-out")
    assert found.without_reason == []


def test_the_rules_do_not_get_worse_on_mails_that_were_not_there_when_they_were_written() -> None:
    """At first sight they told 24 topics of 36 and all 6 angry ones, none falsely; two earlier sets, which made the
    lists wider since, 9 of 36 and 16 of 30 topics, none of 8 and 2 of 6 angry ones. Mails that avoid the usual words
    stay unread."""
    found = score("held-out")
    print(found.table)  # noqa: T201 - as above
    assert found.mails == 36
    assert found.topics >= 24, found.table
    assert found.angry_found == 6, found.table
    assert found.falsely_angry == 0, found.table


def test_the_lists_keep_what_earlier_unseen_mails_taught() -> None:
    found = score("first-held-out", "second-held-out")
    assert found.mails == 66
    assert found.topics >= 0.9 * found.mails, found.table
    assert found.angry_found >= 0.9 * found.angry, found.table
    assert found.falsely_angry == 0, found.table


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("I'm not angry, just wondering where my parcel is.", Mood.CALM),
        ("Ich bin nicht sauer, nur neugierig, wo mein Paket bleibt.", Mood.CALM),
        ("No estoy enfadada, solo quiero saber dónde está mi pedido.", Mood.CALM),
        ("Je ne suis pas fâché, mais où est mon colis ?", Mood.CALM),
        ("我没有生气，只是想问问包裹到哪了", Mood.CALM),
        ("怒っているわけではありません。荷物はいつ届きますか。", Mood.CALM),
        ("I am furious. Where is my parcel?", Mood.ANGRY),
        ("Bravo, the vase is broken again!!", Mood.ANGRY),
        ("Bravo! The vase is beautiful.", Mood.CALM),
        ("I am a bit disappointed that the parcel is late.", Mood.UNHAPPY),
        ("PLEASE SEND THE INVOICE TODAY!!!", Mood.CALM),
    ],
)
def test_a_negation_or_sarcasm_turns_a_feeling_round(text: str, mood: Mood) -> None:
    assert read(text).mood is mood


def test_capitals_exclamation_marks_and_mails_that_were_not_answered_make_ill_words_worse() -> None:
    assert read("I find this ridiculous. Where is my parcel?").mood is Mood.UNHAPPY
    loud = read("I find this RIDICULOUS!!! Where is my parcel?")
    assert loud.mood is Mood.ANGRY
    assert [reason.word for reason in loud.reasons if reason.what is Told.INTENSITY] == ["!!!", "RIDICULOUS"]
    assert read("I find this ridiculous. Where is my parcel?", again=2).mood is Mood.ANGRY
    assert read("Where is my parcel?", again=3).mood is Mood.CALM


def test_the_words_are_quoted_as_they_were_written_and_once() -> None:
    reading = read("My REFUND, please. The refund! Größe 42 war zu klein.", "Refund")
    assert reading.topic is Topic.RETURN
    assert reading.because_of(Told.TOPIC)[0].casefold() == "refund"
    assert [word.casefold() for word in reading.because_of(Told.TOPIC)].count("refund") == 1


def test_what_cannot_wait_is_urgent_and_says_why() -> None:
    wedding = read("Where is my parcel? The wedding is on Saturday.")
    assert wedding.urgent
    assert "wedding" in wedding.because_of(Told.URGENCY)
    cancelled = read("Please cancel my order.")
    assert cancelled.urgent
    assert cancelled.because_of(Told.URGENCY) == ("Please cancel",)
    assert not read("Where is my parcel? No hurry at all.").urgent


def test_the_lane_follows_from_topic_and_mood() -> None:
    assert read("Where is my parcel?").lane is WorkLane.ROUTINE
    assert read("The lamp arrived broken.").lane is WorkLane.COMPLEX
    assert read("Where is my parcel? You are thieves, this is outrageous!").lane is WorkLane.COMPLEX


def test_a_mail_that_says_nothing_is_read_as_nothing() -> None:
    for text in ("", "Hello", "x" * 100_000, "。" * 5_000, "!!!!!!!!"):
        reading = read(text)
        assert (reading.topic, reading.mood, reading.urgent, reading.reasons) == (Topic.NONE, Mood.CALM, False, ())


def test_words_of_another_language_count_where_its_own_say_nothing() -> None:
    assert read("Dobrý den, tracking number prosím?").topic is Topic.SHIPPING
    assert read("Guten Tag, wo bleibt mein Paket? (ticket: refund)").topic is Topic.SHIPPING


def test_edited_lists_may_be_of_any_shape() -> None:
    edited = read_mail_rules(
        {
            "choices": {"angry": "much", "order": ["dispute", 7], "complex_topics": "all", "complex_moods": ["cross"]},
            "en": {"shipping": {"2": ["bonsai pot", 5, ""], "x": ["pot"]}, "+order": {"5": ["prune"]}, "mood": []},
            "zh": {"shipping": {"3": ["退", "…到", "快递"]}},
            "notes": "no lists",
        }
    )
    assert read_mail(edited, "", "where is the Bonsai  pot").topic is Topic.SHIPPING
    assert read_mail(edited, "", "prune it").topic is Topic.ORDER
    assert read_mail(edited, "", "快递").topic is Topic.SHIPPING
    assert edited.choices.angry == 4.0


def test_a_mail_is_read_within_a_third_of_a_millisecond() -> None:
    text = "Hello, I ordered the oak tray last Monday and it has still not arrived, which is a pity. " * 4
    rules()
    read(text)
    gc.collect()  # the rest of the suite is not what is measured
    least = min(_spent(text) for _ in range(10))
    assert least < 0.003, "ten times the goal of 0.3 ms: other work shares the processor"


def _spent(text: str) -> float:
    """Seconds of this process for one mail."""
    begun = time.process_time()
    for number in range(10):
        read(f"{text} {number}")
    return (time.process_time() - begun) / 10
