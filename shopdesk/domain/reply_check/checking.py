"""The check as a whole: facts and rules in, questions and findings out; nothing else is looked at."""

from shopdesk.domain.reply_check.facts import HINTS, CheckResult, Finding, Rule, Situation
from shopdesk.domain.reply_check.greeting import wrong_name
from shopdesk.domain.reply_check.market import market_findings
from shopdesk.domain.reply_check.questions import questions_of
from shopdesk.domain.reply_check.reading import Texts, finding, hits, read_texts
from shopdesk.domain.reply_check.rules import Limits, Rules
from shopdesk.domain.reply_check.wording import (
    action,
    asks_for_more,
    forgotten_file,
    hard,
    ignored_anger,
    own_thing,
    reading_of,
    shouting,
    vague,
)

_BY_SCRIPT = frozenset({"zh", "ja", "ko", "ru"})
MOST = 60
"""Findings that one draft gets."""
_LIMITS = Limits(length=230, sentence=40, average=28)
"""For languages without rules of their own."""


def check_reply(situation: Situation, rules: Rules) -> CheckResult:
    """Look at a draft with every rule that its language has words for; an empty draft has no findings."""
    texts = read_texts(situation, rules)
    if not texts.body.strip():
        return CheckResult(questions_of(texts, rules))
    ours = rules.languages.get(texts.language or situation.language or texts.mail_language)
    limits = ours.limits if ours is not None else _LIMITS
    questions = questions_of(texts, rules)
    found = [*wrong_name(texts, rules), *market_findings(texts, rules), *_other_language(texts, rules)]
    if ours is not None:
        found += vague(texts, ours)
        found += hits(Rule.EMPTY_PROMISE, texts.body, texts.lower, ours, "promise")
        found += forgotten_file(texts, ours)
        theirs = rules.languages.get(texts.mail_language)
        if theirs is not None:
            found += ignored_anger(texts, theirs, ours)
        matters = bool(texts.mail.strip()) and asks_for_more(texts, theirs, questions)
        found += own_thing(texts, ours, matters=matters)
        found += action(texts, ours, matters=matters)
    reading = reading_of(texts, limits)
    found += [*shouting(texts), *hard(texts, reading, limits)]
    found.sort(key=_order)
    return CheckResult(questions, tuple(found[:MOST]), texts.language, reading)


def _other_language(texts: Texts, rules: Rules) -> list[Finding]:
    """The draft is in another language than the mail, as far as both can be told.

    Two languages of Latin script without lists are not told apart: short Spanish is easily taken for Portuguese.
    """
    both = {texts.language, texts.mail_language}
    if "" in both or len(both) == 1 or not both & {*rules.languages, *_BY_SCRIPT}:
        return []
    plain = finding(Rule.OTHER_LANGUAGE)
    return [Finding(plain.rule, plain.level, words=(texts.language, texts.mail_language))]


def _order(found: Finding) -> tuple[bool, int]:
    """Warnings first, then by place."""
    return found.rule in HINTS, found.start
