"""Whom a draft greets, and whether that is the customer."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from shopdesk.domain.reply_check.facts import Finding, Rule
from shopdesk.domain.reply_check.phrases import EASTERN, LATIN, lowered
from shopdesk.domain.reply_check.reading import Texts, finding, greeting_line
from shopdesk.domain.reply_check.rules import LanguageRules, Rules

_LONGEST = 60
_WORD = re.compile(f"[{LATIN}]+|[{EASTERN}]+")
_EASTERN = re.compile(f"[{EASTERN}]")
_SHORTEST_SHORT_NAME = 3
_SIGNATURE = 3
_FORMAL = re.compile("尊敬的|亲爱的|敬爱的")


def wrong_name(texts: Texts, rules: Rules) -> list[Finding]:
    """The greeted name when it is nobody's whom the customer is known by."""
    start, line = greeting_line(texts.body)
    if not line or len(line) > _LONGEST:
        return []
    known = _known_names(texts)
    for language in _likely(texts, rules):
        words = _greeted(line, language)
        if words is None:
            continue
        named = [word for word in words if word not in language.title and word not in language.anybody]
        if not named or not _comparable(named, known) or any(_is_known(word, known) for word in named):
            return []
        at = lowered(line).find(named[0])
        return [finding(Rule.WRONG_NAME, start + at, line[at : at + len(named[0])])]
    return []


def _likely(texts: Texts, rules: Rules) -> Sequence[LanguageRules]:
    first = rules.languages.get(texts.language)
    others = [one for one in rules.languages.values() if one is not first]
    return [first, *others] if first is not None else others


def _greeted(line: str, rules: LanguageRules) -> list[str] | None:
    """The words of the greeted name; None when the line is no greeting of this language."""
    lower = lowered(line).strip()
    if rules.language == "zh":
        return _greeted_eastern(lower, rules)
    for word in rules.greeting:
        if lower.startswith(word) and not lower[len(word) : len(word) + 1].isalpha():
            name = re.split("[,!:;.]", lower[len(word) :].strip(" ,"), maxsplit=1)[0]
            words = _WORD.findall(name)
            return words if len(words) <= 5 else []  # noqa: PLR2004 - no name has more
    return None


def _greeted_eastern(lower: str, rules: LanguageRules) -> list[str] | None:
    hit = next((word for word in rules.greeting if word in lower), "")
    formal = _FORMAL.match(lower)
    if not hit and formal is None:
        return None
    plain = _FORMAL.sub("", lower.replace(hit, " ", 1) if hit else lower)
    words = []
    for word in _WORD.findall(plain):
        ending = next((one for one in sorted(rules.title, key=len, reverse=True) if word.endswith(one)), "")
        words.append(word.removesuffix(ending) or word)
    is_name = all(word.isascii() or len(word) <= 4 for word in words)  # noqa: PLR2004 - longer ones are sentences
    return words if is_name else []


def _known_names(texts: Texts) -> frozenset[str]:
    """Words of the customer's names, and of the last lines of the mail, where it is signed."""
    signed = [line for line in texts.mail.splitlines() if line.strip()][-_SIGNATURE:]
    lines = [*texts.situation.names, *(line for line in signed if len(line) <= _LONGEST)]
    return frozenset(_plain(word) for line in lines for word in _WORD.findall(lowered(line)))


def _comparable(named: Iterable[str], known: frozenset[str]) -> bool:
    """Whether some known name is in the same script; 艾玛 may well be Emma."""
    eastern = any(_is_eastern(word) for word in named)
    return any(_is_eastern(word) is eastern for word in known)


def _is_eastern(word: str) -> bool:
    return _EASTERN.match(word) is not None


def _is_known(word: str, known: frozenset[str]) -> bool:
    plain = _plain(word)
    if plain in known:
        return True
    if _is_eastern(plain):
        return any(name.startswith(plain) or plain in name for name in known)
    short = min(len(plain), _SHORTEST_SHORT_NAME + 1)
    return short >= _SHORTEST_SHORT_NAME and any(
        len(name) >= _SHORTEST_SHORT_NAME and (name.startswith(plain) or plain.startswith(name)) for name in known
    )


def _plain(word: str) -> str:
    """Without accents: Muller stands for Müller."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
