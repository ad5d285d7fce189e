"""A draft with its sentences, read once for all rules."""

from dataclasses import dataclass

from shopdesk.domain.reply_check.facts import HINTS, Finding, Level, Part, Rule, Situation
from shopdesk.domain.reply_check.phrases import lowered
from shopdesk.domain.reply_check.rules import LanguageRules, Rules
from shopdesk.domain.reply_check.sentences import READ_AT_MOST, Sentence, language_of, sentences_of, words_of

_LONGEST_GREETING = 60
_JUDGED_BY = 2_000
_FEWEST_WORDS = 4
_NEARLY_HALF = 0.4


@dataclass(frozen=True, slots=True)
class Texts:
    """The draft and the mail, cut to what is looked at, with their languages and sentences."""

    situation: Situation
    body: str
    lower: str
    sentences: tuple[Sentence, ...]
    """Of the draft; the greeting is left out."""
    language: str
    mail: str
    mail_lower: str
    mail_sentences: tuple[Sentence, ...]
    mail_language: str


def read_texts(situation: Situation, rules: Rules) -> Texts:
    """Part both texts into sentences and guess their languages."""
    body, mail = situation.body[:READ_AT_MOST], situation.mail[:READ_AT_MOST]
    sentences = sentences_of(body)
    first = greeting_line(body)
    greeting_end = first[0] + len(first[1]) if len(first[1]) <= _LONGEST_GREETING else 0
    is_greeted = bool(sentences) and first[1].rstrip()[-1:] in (",", "，", "!", "！", ":", "：")
    if is_greeted:
        sentences = tuple(one for one in sentences if one.start >= greeting_end)
    return Texts(
        situation,
        body,
        lowered(body),
        sentences,
        _language(body, rules),
        mail,
        lowered(mail),
        sentences_of(mail),
        _language(mail, rules),
    )


def _language(text: str, rules: Rules) -> str:
    """The guess, unless nearly half of a text is common words of a language that there are lists for."""
    guess = language_of(text)
    if guess in rules.languages:
        return guess
    words = words_of(lowered(text[:_JUDGED_BY]))
    if len(words) < _FEWEST_WORDS:
        return "" if words else guess
    known = {name: sum(word in one.common for word in words) for name, one in rules.languages.items()}
    best = max(known, key=lambda name: known[name], default="")
    return best if best and known[best] >= _NEARLY_HALF * len(words) else guess


def greeting_line(body: str) -> tuple[int, str]:
    """Where the first line with words begins, and the line."""
    start = len(body) - len(body.lstrip())
    return start, body[start:].split("\n", 1)[0]


def finding(rule: Rule, start: int = 0, words: str = "", part: Part = Part.BODY, instead: str = "") -> Finding:
    """A finding with its level; without words it is about the whole."""
    level = Level.HINT if rule in HINTS else Level.WARNING
    return Finding(rule, level, start, len(words), (words,) if words else (), part, instead)


def hits(rule: Rule, text: str, lower: str, rules: LanguageRules, name: str) -> list[Finding]:
    """A finding for each place of a listed word in a draft."""
    return [finding(rule, hit.start(), text[hit.start() : hit.end()]) for hit in rules.of(name).all(lower)]
