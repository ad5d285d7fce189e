"""Rules about the words of a draft: what it is about, how it sounds, how it reads."""

import re

from shopdesk.domain.reply_check.actions import acting, knows_actions
from shopdesk.domain.reply_check.facts import Ease, Finding, Part, Question, Reading, Rule
from shopdesk.domain.reply_check.phrases import lowered
from shopdesk.domain.reply_check.reading import Texts, finding, hits
from shopdesk.domain.reply_check.rules import LanguageRules, Limits
from shopdesk.domain.reply_check.sentences import length_of, longest_clause, shared_keys

_BEGINNING = 4
"""Sentences in which an angry mail has to be taken up."""
_CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,30}(?:[ \t]{1,3}[A-ZÀ-Þ]{2,30}){1,30}(?![\w-])")
_MARKS = re.compile("[!！]{2,}")
_LOUD = 9
"""Capital letters in a row of words that are loud; IKEA GmbH and DHL are not."""
_FAIR = 0.7


def own_thing(texts: Texts, rules: LanguageRules, *, matters: bool) -> list[Finding]:
    """Nothing of what the customer wrote about is named: no number, no word of theirs for the thing."""
    facts = texts.situation
    if not matters or not rules.knows_subjects or texts.mail_language != texts.language:
        return []
    compact = re.sub(r"[\s-]", "", texts.lower)
    if any(re.sub(r"[\s-]", "", lowered(number)) in compact for number in (*facts.orders, *facts.parcels) if number):
        return []
    theirs = rules.things(f"{texts.mail_lower}\n{lowered(facts.mail_subject)}")
    said = "\n".join(one.lower for one in texts.sentences)
    return [] if not theirs or shared_keys(theirs, rules.things(said), said) else [finding(Rule.NO_OWN_THING)]


def action(texts: Texts, rules: LanguageRules, *, matters: bool) -> list[Finding]:
    """An apology after which nobody does anything; else a draft in which nobody does anything."""
    if not knows_actions(rules) or acting(texts.sentences, rules) is not None:
        return []
    sorry = rules.of("apology").first(texts.lower)
    if sorry is not None:
        return [finding(Rule.BARE_APOLOGY, sorry.start(), texts.body[sorry.start() : sorry.end()])]
    return [finding(Rule.NO_ACTION)] if matters else []


def asks_for_more(texts: Texts, rules: LanguageRules | None, questions: tuple[Question, ...]) -> bool:
    """Whether the mail wants something done, or an answer that is still open; thanks and a question answered do not."""
    if any(question.is_judged and not question.answered for question in questions):
        return True
    return rules is not None and rules.of("trouble").first(texts.mail_lower) is not None


def vague(texts: Texts, rules: LanguageRules) -> list[Finding]:
    """Each vague word, with what could be said instead."""
    found = []
    meant = [hit.span() for hit in rules.of("vague_not").all(texts.lower)]
    for hit in rules.vague.all(texts.lower):
        # "As soon as the parcel is here" is exact; "as soon as possible" begins there, and is not.
        if any(start < hit.start() < end or (start == hit.start() and hit.end() <= end) for start, end in meant):
            continue
        word = " ".join(hit[0].replace("’", "'").split())
        said = texts.body[hit.start() : hit.end()]
        found.append(finding(Rule.VAGUE_WORDS, hit.start(), said, instead=rules.instead.get(word, "")))
    return found


def forgotten_file(texts: Texts, rules: LanguageRules) -> list[Finding]:
    """Words that speak of an attachment where there is none."""
    if texts.situation.has_files:
        return []
    theirs = [hit.span() for hit in rules.of("attachment_not").all(texts.lower)]
    found = hits(Rule.FILE_FORGOTTEN, texts.body, texts.lower, rules, "attachment")
    return [one for one in found if not any(start <= one.start < end for start, end in theirs)][:1]


def ignored_anger(texts: Texts, angry: LanguageRules, rules: LanguageRules) -> list[Finding]:
    """The customer's angry words, when the beginning of the draft does not take them up."""
    subject = lowered(texts.situation.mail_subject)
    in_mail = list(angry.of("anger").all(texts.mail_lower))
    in_subject = list(angry.of("anger").all(subject))
    if not (in_mail or in_subject) or not rules.of("opener"):
        return []
    if any(rules.of("opener").first(one.lower) for one in texts.sentences[:_BEGINNING]):
        return []
    words = [texts.mail[hit.start() : hit.end()] for hit in in_mail]
    words += [texts.situation.mail_subject[hit.start() : hit.end()] for hit in in_subject]
    place = in_mail[0] if in_mail else in_subject[0]
    first = finding(Rule.ANGER_IGNORED, place.start(), words[0], Part.MAIL if in_mail else Part.SUBJECT)
    return [Finding(first.rule, first.level, first.start, first.length, tuple(dict.fromkeys(words)), first.part)]


def shouting(texts: Texts) -> list[Finding]:
    """Rows of words in capitals that the customer did not write so, and rows of exclamation marks."""
    found = []
    for hit in _CAPITALS.finditer(texts.body):
        if sum(sign.isalpha() for sign in hit[0]) >= _LOUD and hit[0] not in texts.mail:
            found.append(finding(Rule.SHOUTING, hit.start(), hit[0]))
    return found + [finding(Rule.SHOUTING, hit.start(), hit[0]) for hit in _MARKS.finditer(texts.body)]


def reading_of(texts: Texts, limits: Limits) -> Reading:
    """The measure of a draft."""
    lengths = [length_of(one.text) for one in texts.sentences]
    longest = max(lengths, default=0)
    if _is_hard(texts, lengths, limits):
        ease = Ease.HARD
    elif limits.sentence and longest > _FAIR * limits.sentence:
        ease = Ease.FAIR
    else:
        ease = Ease.EASY
    return Reading(len(lengths), sum(lengths), longest, ease)


def hard(texts: Texts, reading: Reading, limits: Limits) -> list[Finding]:
    """The longest sentence, when it or the average is too long; and the whole, when that is."""
    found = []
    if reading.ease is Ease.HARD:
        worst = max(texts.sentences, key=lambda one: len(one.text))
        found.append(finding(Rule.HARD_TO_READ, worst.start, worst.text))
    if limits.length and reading.length > limits.length:
        found.append(finding(Rule.TOO_LONG))
    return found


def _is_hard(texts: Texts, lengths: list[int], limits: Limits) -> bool:
    if limits.sentence and max(lengths, default=0) > limits.sentence:
        return True
    long = [one for one, length in zip(texts.sentences, lengths, strict=True) if length > limits.clause]
    if limits.clause and any(longest_clause(one.text) > limits.clause for one in long):
        return True
    told = [length for length in lengths if length > _BEGINNING]
    return bool(limits.average and len(told) > 1 and sum(told) / len(told) > limits.average)
