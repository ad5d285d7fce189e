"""Learns from corrections: what the rules read wrongly once is read rightly from the same sender and words."""

from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Correction, Lesson, MailReading, Reason, Told, Topic
from shopdesk.domain.subjects import is_telling, normal_subject

_YES = "yes"


def lessons_from(raw: MailReading, said: Correction, sender: str, subject: str) -> list[Lesson]:
    """What a correction of a reading by the rules teaches; what the rules read rightly teaches nothing.

    Each lesson comes twice: for the sender, and for the words that misled. A mood is learned for words only: who was
    not angry today may be tomorrow.
    """
    wishes = {
        Told.TOPIC: None if said.topic is None else said.topic.value,
        Told.MOOD: None if said.mood is None else said.mood.value,
        Told.URGENCY: None if said.urgent is None else _yes(said.urgent),
    }
    found = []
    for told, says in wishes.items():
        was = _read(raw, told)
        if says is None or says == was:
            continue
        if sender and told is not Told.MOOD:
            found.append(Lesson(0, told, was, says, sender=sender.casefold()))
        words = _pattern(raw, told, subject)
        if words:
            found.append(Lesson(0, told, was, says, words=words))
    return found


def taught(raw: MailReading, lessons: Sequence[Lesson], sender: str, subject: str) -> MailReading:
    """A reading with what was learned; words count before the sender, newer lessons before older ones."""
    reading = raw
    for told in (Told.TOPIC, Told.MOOD, Told.URGENCY):
        was, words = _read(raw, told), _pattern(raw, told, subject)
        fitting = [one for one in lessons if one.told is told and one.was == was]
        lesson = next((one for one in fitting if one.words and one.words == words), None) or next(
            (one for one in fitting if one.sender and one.sender == sender.casefold()), None
        )
        if lesson is not None:
            reading = _changed(reading, lesson)
    return reading


def _read(reading: MailReading, told: Told) -> str:
    if told is Told.TOPIC:
        return reading.topic.value
    return reading.mood.value if told is Told.MOOD else _yes(reading.urgent)


def _yes(holds: bool) -> str:  # noqa: FBT001
    return _YES if holds else ""


def _pattern(reading: MailReading, told: Told, subject: str) -> tuple[str, ...]:
    """The words that told the rules what they read; without any the subject, when that says something."""
    words = tuple(sorted({word.casefold() for word in reading.because_of(told)}))
    if words:
        return words
    bare = normal_subject(subject)
    return (bare,) if is_telling(bare) else ()


def _changed(reading: MailReading, lesson: Lesson) -> MailReading:
    because = Reason(lesson.sender or " · ".join(lesson.words), Told.CORRECTION, lesson.says)
    changed = replace(reading, reasons=(because, *reading.reasons))
    if lesson.told is Told.TOPIC:
        return replace(changed, topic=Topic(lesson.says)) if lesson.says in set(Topic) else reading
    if lesson.told is Told.MOOD:
        return replace(changed, mood=Mood(lesson.says)) if lesson.says in set(Mood) else reading
    return replace(changed, urgent=lesson.says == _YES)
