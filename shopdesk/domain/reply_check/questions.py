"""The customer's questions, and which sentence of the draft answers each.

A question is a sentence that ends with a question mark, or holds words that ask ("let me know whether"). It counts as
answered when a sentence of the draft shares its telling words, or holds what its sort of question wants: a day for
"when", an amount for "how much", a reason for "why".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.domain.reply_check.actions import acting, is_dated
from shopdesk.domain.reply_check.facts import Question
from shopdesk.domain.reply_check.reading import Texts
from shopdesk.domain.reply_check.rules import Kind, LanguageRules, Rules
from shopdesk.domain.reply_check.sentences import Sentence, eastern_pieces, lone_signs, stem, words_of

MOST = 12
"""Questions that one mail is taken to ask."""
_ENOUGH = 2
_HALF = 0.5
_EARLY = 24
_TELLING = 4
_ASKING_WORDS = 2
_JAPANESE_ENDS = ("ますか", "ですか", "ませんか", "でしょうか", "ましたか")
"""Japanese asks with a full stop."""


@dataclass(frozen=True, slots=True)
class _Asked:
    sentence: Sentence
    keys: frozenset[str]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class _Reply:
    sentence: Sentence
    keys: frozenset[str]


def questions_of(texts: Texts, rules: Rules) -> tuple[Question, ...]:
    """Every question of the mail, in its order."""
    asking = rules.languages.get(texts.mail_language)
    telling = rules.languages.get(texts.language)
    asked = [_asked(one, asking) for one in texts.mail_sentences if _is_question(one, asking)]
    asked = [one for one in asked if one.keys or one.kinds or len(asked) == 1][:MOST]
    if not asked:
        return ()
    replies = [_Reply(one, _keys(one.lower, telling)) for one in texts.sentences if not one.is_asked]
    knows = all(rules is not None and rules.knows_subjects for rules in (asking, telling))
    answers = _Answers(replies, telling)
    found = [answers.to(one, is_only=len(asked) == 1, is_same=asking is telling) for one in asked]

    def _judged(one: _Asked) -> bool:
        return knows or (telling is not None and bool(one.kinds))

    return tuple(
        Question(one.sentence.text, bool(by), by, one.sentence.start, len(one.sentence.text), _judged(one))
        for one, by in zip(asked, found, strict=True)
    )


def _is_question(sentence: Sentence, rules: LanguageRules | None) -> bool:
    if sentence.is_asked or sentence.lower.rstrip("。. ").endswith(_JAPANESE_ENDS):
        return True
    if rules is None:
        return False
    if rules.of("ask").first(sentence.lower):
        return True
    first = next(rules.of("question").all(sentence.lower), None)
    # "Can you check …" asks also with a full stop; "When I opened it …" does not.
    return first is not None and first.start() == 0 and len(first[0].split()) >= _ASKING_WORDS


def _asked(sentence: Sentence, rules: LanguageRules | None) -> _Asked:
    kinds = tuple(kind for kind in rules.kinds if kind.asked.first(sentence.lower)) if rules else ()
    lower = rules.of("question").without(sentence.lower) if rules and rules.language == "zh" else sentence.lower
    return _Asked(sentence, _keys(lower, rules), kinds)


def _keys(lower: str, rules: LanguageRules | None) -> frozenset[str]:
    if rules is not None and rules.knows_subjects:
        return rules.keys(lower)
    return frozenset({stem(word) for word in words_of(lower) if len(word) > _TELLING} | eastern_pieces(lower))


class _Answers:
    """The sentences of a draft that may answer."""

    def __init__(self, replies: Sequence[_Reply], rules: LanguageRules | None) -> None:
        self._replies = replies
        self._rules = rules
        self._fitting: dict[str, frozenset[int]] = {}

    def to(self, asked: _Asked, *, is_only: bool, is_same: bool) -> str:
        """The sentence that answers; empty for none. `is_same`: mail and draft are in one language."""
        ranked = self._ranked(asked)
        rules = self._rules
        if rules is not None and asked.kinds:
            return self._of_kind(asked, ranked, rules, is_only=is_only)
        for shared, place in ranked:
            sentence = self._replies[place].sentence
            if shared >= _ENOUGH or (shared and shared >= _HALF * len(asked.keys)):
                return sentence.text
            if rules is not None and (shared or is_only) and _says_yes_or_no(sentence, rules):
                return sentence.text
        if rules is None or not is_only or (is_same and asked.keys):
            return ""
        doing = acting([reply.sentence for reply in self._replies], rules)
        return doing.text if doing is not None else ""

    def _ranked(self, asked: _Asked) -> list[tuple[int, int]]:
        """How many telling words each sentence shares, with its place; most first."""
        lone = lone_signs(asked.keys)
        counts = [
            len(asked.keys & one.keys | {key for key in lone if key in one.sentence.lower}) for one in self._replies
        ]
        return sorted(zip(counts, range(len(counts)), strict=True), key=lambda pair: (-pair[0], pair[1]))

    def _of_kind(
        self, asked: _Asked, ranked: list[tuple[int, int]], rules: LanguageRules, *, is_only: bool
    ) -> str:
        fitting = frozenset().union(*(self._fit(kind, rules) for kind in asked.kinds))
        has_subject = any(not key.isdigit() for key in asked.keys)
        alone = (is_only or not has_subject) and not any(kind.is_loose for kind in asked.kinds)
        for shared, place in ranked:
            if place in fitting and (alone or shared):
                return self._replies[place].sentence.text
        # The subject in one sentence, the day or the amount in the next.
        if fitting and ranked and ranked[0][0] >= _ENOUGH:
            return self._replies[ranked[0][1]].sentence.text
        return ""

    def _fit(self, kind: Kind, rules: LanguageRules) -> frozenset[int]:
        """Places of the sentences that hold what a sort of question wants, by the draft's own words for it."""
        if kind.name not in self._fitting:
            here = next((one for one in rules.kinds if one.name == kind.name), kind)
            lowers = [reply.sentence.lower for reply in self._replies]
            places = {at for at, lower in enumerate(lowers) if _fits(here, lower, rules)}
            self._fitting[kind.name] = frozenset(places)
        return self._fitting[kind.name]


def _fits(kind: Kind, lower: str, rules: LanguageRules) -> bool:
    return kind.answered.first(lower) is not None if kind.answered else is_dated(lower, rules)


def _says_yes_or_no(sentence: Sentence, rules: LanguageRules) -> bool:
    return any(hit.start() <= _EARLY for hit in rules.of("yes").all(sentence.lower[: 2 * _EARLY]))
