"""Reads a mail by the rules: topic, mood and urgency, each with the words that told it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shopdesk.domain.mail_rules import MOOD, SARCASM, URGENCY, MailRules, Mark
from shopdesk.domain.mood import Mood
from shopdesk.domain.phrase_index import Hit, Walk, before, walk
from shopdesk.domain.reading_of_mail import MailReading, Reason, Told, Topic

_READ_AT_MOST = 4_000
_SUBJECT_AT_MOST = 300
_NEGATED_WITHIN = 3
_EAST_BEFORE, _EAST_AFTER = 5, 9
_FEELINGS = frozenset({MOOD, SARCASM, URGENCY})
"""What a negation takes away, and what weighs no more in a subject."""
_MOST_REASONS = 8
_MOST_AGAIN = 3
_LOUD = re.compile("[!?！？]{2,}")
_SHOUTED = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b")
_QUESTION = re.compile("[?？]")
_KANA = re.compile("[\u3041-\u30fa]")
_EAST = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")
_WRITES_KANA = 3
"""Signs from which a text with Chinese characters is Japanese."""


class _Found(NamedTuple):
    name: str
    points: float
    word: str


def read_mail(rules: MailRules, subject: str, text: str, again: int = 0) -> MailReading:
    """What a mail says about itself. In: the customer's own words, and how many mails they wrote since our last one
    besides this. Words of another language than the mail's count only where its own say nothing."""
    subject, text = subject[:_SUBJECT_AT_MOST], text[:_READ_AT_MOST]
    whole = f"{subject}\n\n{text}"
    walked = walk(whole)
    hits = [hit for hit in rules.phrases.hits(walked) if not _is_negated(rules, walked, hit)]
    language = _language(rules, walked, hits)
    ours = [hit for hit in hits if hit.mark.language == language]
    found = _weighed(rules, ours or hits, whole, len(subject))
    topic, topic_words = _topic(rules, found, whole)
    mood, mood_words = _mood(rules, found, topic, whole, again)
    urgent, urgent_words = _urgency(rules, found, topic, topic_words)
    lane = rules.choices.lane(topic, mood, urgent=urgent)
    return MailReading(topic, mood, urgent, lane, (*topic_words, *mood_words, *urgent_words))


def _language(rules: MailRules, walked: Walk, hits: Sequence[Hit[Mark]]) -> str:
    """The language that most words belong to; empty when none is known."""
    east = 0 if walked.text.isascii() else len(_EAST.findall(walked.text))
    if east * 3 > len(walked.text):
        return "ja" if len(_KANA.findall(walked.text)) >= _WRITES_KANA else "zh"
    told: dict[str, int] = {}
    common = rules.common
    for word in walked.words:
        for language in common.get(word, ()):
            told[language] = told.get(language, 0) + 1
    for hit in hits:
        if hit.first >= 0:
            told[hit.mark.language] = told.get(hit.mark.language, 0) + 1
    return max(told, key=lambda one: told[one], default="")


def _weighed(rules: MailRules, hits: Sequence[Hit[Mark]], whole: str, subject: int) -> list[_Found]:
    """Each phrase once, the longest of those that overlap, with what it weighs where it stands."""
    kept: dict[tuple[str, str], _Found] = {}
    last: dict[str, int] = {}
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        mark = hit.mark
        if hit.end <= last.get(mark.name, 0):
            continue
        last[mark.name] = hit.end
        word = " ".join(whole[hit.start : hit.end].split())
        weight = rules.choices.subject if hit.end <= subject and mark.name not in _FEELINGS else 1.0
        kept.setdefault((mark.name, word.casefold()), _Found(mark.name, mark.points * weight, word))
    return list(kept.values())


def _is_negated(rules: MailRules, walked: Walk, hit: Hit[Mark]) -> bool:
    if hit.mark.name not in _FEELINGS:
        return False
    negation = rules.negations[hit.mark.language]
    if hit.first >= 0:
        return any(word in negation.before for word in before(walked.words, hit.first, _NEGATED_WITHIN))
    ahead = walked.text[max(hit.start - _EAST_BEFORE, 0) : hit.start]
    behind = walked.text[hit.end : hit.end + _EAST_AFTER]
    return any(word in ahead for word in negation.eastern_before) or any(
        word in behind for word in negation.eastern_after
    )


def _topic(rules: MailRules, found: Sequence[_Found], whole: str) -> tuple[Topic, tuple[Reason, ...]]:
    choices = rules.choices
    points: dict[str, float] = {}
    for one in found:
        points[one.name] = points.get(one.name, 0) + one.points
    if points.get(MOOD, 0) >= choices.unhappy:
        for topic in choices.never_unhappy:
            points.pop(topic.value, None)
    if _QUESTION.search(whole):
        for topic in choices.asks_nothing:
            points[topic] = points.get(topic, 0) - choices.question
    order = [*choices.order, *Topic]
    topics = [topic for topic in order if points.get(topic, 0) >= choices.least]
    best = max(topics, key=lambda topic: points[topic], default=Topic.NONE)
    return best, _reasons(found, best.value, Told.TOPIC, best.value) if best else ()


def _reasons(found: Sequence[_Found], name: str, told: Told, about: str) -> tuple[Reason, ...]:
    of_it = sorted((one for one in found if one.name == name and one.points > 0), key=lambda one: -one.points)
    words = dict.fromkeys(one.word for one in of_it)
    return tuple(Reason(word, told, about) for word in list(words)[:_MOST_REASONS])


def _mood(
    rules: MailRules, found: Sequence[_Found], topic: Topic, whole: str, again: int
) -> tuple[Mood, tuple[Reason, ...]]:
    choices = rules.choices
    told = [one for one in found if one.name == MOOD or (one.name == SARCASM and topic in choices.troubles)]
    points = sum(one.points for one in told)
    loud: list[Reason] = []
    if points >= choices.ready_to_be_angry:
        more, loud = _loudness(rules, whole, again)
        points += more
    if points < choices.unhappy:
        return Mood.CALM, ()
    is_angry = points >= choices.angry and any(one.points >= choices.angry_word for one in told)
    mood = Mood.ANGRY if is_angry else Mood.UNHAPPY
    words = (reason for name in (MOOD, SARCASM) for reason in _reasons(told, name, Told.MOOD, mood.value))
    return mood, (*words, *loud)


def _loudness(rules: MailRules, whole: str, again: int) -> tuple[float, list[Reason]]:
    choices = rules.choices
    points, reasons = 0.0, []
    for form, weight in ((_LOUD, choices.exclamations), (_SHOUTED, choices.capitals)):
        hits = form.findall(whole)
        if hits:
            points += weight
            reasons.append(Reason(hits[0], Told.INTENSITY))
    if again:
        points += min(again, _MOST_AGAIN) * choices.again
        reasons.append(Reason(str(again), Told.INTENSITY, "again"))
    return points, reasons


def _urgency(
    rules: MailRules, found: Sequence[_Found], topic: Topic, because: tuple[Reason, ...]
) -> tuple[bool, tuple[Reason, ...]]:
    points = sum(one.points for one in found if one.name == URGENCY)
    if points >= rules.choices.urgent:
        return True, _reasons(found, URGENCY, Told.URGENCY, "")
    if topic in rules.choices.urgent_topics:
        return True, tuple(Reason(one.word, Told.URGENCY, topic.value) for one in because[:1])
    return False, ()
