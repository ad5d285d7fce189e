"""Who does what, and by when: the named and the dated action."""

import re
from collections.abc import Sequence

from shopdesk.domain.reply_check.phrases import Phrases
from shopdesk.domain.reply_check.rules import LanguageRules
from shopdesk.domain.reply_check.sentences import Sentence

_DATE = re.compile(
    r"(?<![\w.,/-])(?:20[0-9]{2}-[01]?[0-9]-[0-3]?[0-9]|[0-3]?[0-9]\.[01]?[0-9]\.(?:20[0-9]{2})?|[0-3]?[0-9]/[01]?[0-9]"
    r"(?:/20[0-9]{2})?|[0-2]?[0-9]:[0-5][0-9])(?![\w/-])"
)
_NEAR = 28
_NEAR_EASTERN = 14
_NOT_BEFORE = 12
_CLAUSE_END = re.compile("[,，;；:：。！!？?()（）]")


def is_dated(lower: str, rules: LanguageRules) -> bool:
    """Whether a sentence names a day, a time or a span."""
    return _DATE.search(lower) is not None or rules.of("dated").first(lower) is not None


def acting(sentences: Sequence[Sentence], rules: LanguageRules) -> Sentence | None:
    """The first sentence in which somebody does something that has a name, or anything on a day that has one."""
    return next((one for one in sentences if _is_named(one.lower, rules) or _is_dated_deed(one, rules)), None)


def knows_actions(rules: LanguageRules) -> bool:
    """Whether the language's lists are there."""
    return bool(rules.of("deed"))


def _is_named(lower: str, rules: LanguageRules) -> bool:
    near = _NEAR_EASTERN if rules.language == "zh" else _NEAR
    if _follows(lower, rules.of("doer"), rules.of("deed"), near, rules):
        return True
    if any(not _is_negated(lower, hit.start(), rules) for hit in rules.of("done").all(lower)):
        return True
    return _follows(lower, rules.of("asking"), rules.of("please"), near, rules)


def _follows(lower: str, first: Phrases, then: Phrases, near: int, rules: LanguageRules) -> bool:
    """Whether one of the second list stands close after one of the first, in the same clause and not negated."""
    starts = [hit.end() for hit in first.all(lower)]
    if not starts:
        return False
    for hit in then.all(lower):
        close = [end for end in starts if 0 <= hit.start() - end <= near]
        if not close or _CLAUSE_END.search(lower, max(close), hit.start()):
            continue
        if not _is_negated(lower, hit.start(), rules):
            return True
    return False


def _is_dated_deed(sentence: Sentence, rules: LanguageRules) -> bool:
    """A day alone may be a day that has gone by: something must be done on it, and not in an apology only."""
    lower = sentence.lower
    if not is_dated(lower, rules):
        return False
    deed = next((hit for name in ("deed", "mild") for hit in rules.of(name).all(lower)), None)
    if deed is None:
        return False
    return rules.of("apology").first(lower) is None and not _is_negated(lower, deed.start(), rules)


def _is_negated(lower: str, start: int, rules: LanguageRules) -> bool:
    reach = 2 if rules.language == "zh" else _NOT_BEFORE
    before = _CLAUSE_END.split(lower[max(start - reach, 0) : start])[-1]
    return rules.of("negation").first(before) is not None
