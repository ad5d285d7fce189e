"""The words and limits that the rules work with, made from plain lists that anybody may edit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shopdesk.domain.reply_check.phrases import Phrases, lowered
from shopdesk.domain.reply_check.sentences import eastern_pieces, stem, words_of

_LISTS = (
    "apology", "opener", "anger", "promise", "attachment", "attachment_not", "vague_not", "question", "ask", "yes",
    "dated", "doer", "deed", "done", "asking", "please", "mild", "negation", "trouble",
)  # fmt: skip
_NOTHING = Phrases(())


@dataclass(frozen=True, slots=True)
class Limits:
    """Words (or Chinese characters) from which a text is long or hard; 0: no limit."""

    length: int = 0
    sentence: int = 0
    average: int = 0
    clause: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of question: how it is asked, and what its answer holds."""

    name: str
    asked: Phrases
    answered: Phrases
    """Empty for the sort that is answered by a date."""
    is_loose: bool = False
    """Whether these words say too little without a telling word of the question."""


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """The words of one language; a list that is missing switches its rule off."""

    language: str
    lists: Mapping[str, Phrases]
    vague: Phrases
    instead: Mapping[str, str]
    kinds: tuple[Kind, ...]
    greeting: tuple[str, ...]
    title: frozenset[str]
    anybody: frozenset[str]
    common: frozenset[str]
    common_phrases: Phrases
    generic: frozenset[str]
    acts: frozenset[str]
    same: Phrases
    groups: Mapping[str, str]
    limits: Limits

    def of(self, name: str) -> Phrases:
        """A list by its name."""
        return self.lists.get(name, _NOTHING)

    @property
    def knows_subjects(self) -> bool:
        """Whether it can tell what a sentence is about."""
        return bool(self.common)

    def keys(self, lower: str) -> frozenset[str]:
        """What a text is about: its telling words, those that mean the same as one."""
        found = {self.groups[_bare(hit[0])] for hit in self.same.all(lower) if _bare(hit[0]) in self.groups}
        return frozenset(found) | self.words(self.same.without(lower))

    def words(self, lower: str) -> frozenset[str]:
        """Its telling words."""
        left = self.common_phrases.without(lower)
        latin = {stem(word) for word in words_of(left) if word not in self.common}
        return frozenset(latin | eastern_pieces(left))

    def things(self, lower: str) -> frozenset[str]:
        """Its words that may be the name of a thing."""
        named = self.words(lower) - self.generic - self.acts
        return frozenset(word for word in named if not word.isdigit() or len(word) > 3)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class MarketRules:
    """What a marketplace forbids and wants."""

    forbids: frozenset[str] = frozenset()
    links_allowed: tuple[str, ...] = ()
    sender: bool = False
    """Whether it takes mails from registered addresses only."""
    keeps: frozenset[str] = frozenset()
    """What the subject must keep: `order`, `reference`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """All of it."""

    languages: Mapping[str, LanguageRules]
    markets: Mapping[str, MarketRules]
    market_words: Mapping[str, Phrases]


def read_rules(sources: Mapping[str, object]) -> Rules:
    """Rules from what the files hold, by their names: one for each language, and `markets`.

    What has another shape than expected is left out: a slip in an edited list must not stop an answer.
    """
    languages = {}
    for name, content in sources.items():
        if name != "markets" and isinstance(content, Mapping):
            language = str(content.get("language") or name)
            languages[language] = _language(language, content)
    return Rules(languages, *_markets(sources.get("markets")))


def _language(language: str, content: Mapping[str, object]) -> LanguageRules:
    numbers = _texts(content.get("numbers"))
    vague = {_bare(word): str(good) for word, good in _mapping(content.get("vague")).items()}
    same = [_texts(group) for group in _items(content.get("same"))]
    common = str(content.get("common") or "").split()
    is_eastern = any(sign in word for word in common[:20] for sign in "您我的")
    generic = _texts(content.get("generic"))
    acts = str(content.get("acts") or "").split()
    return LanguageRules(
        language=language,
        lists={name: Phrases(_texts(content.get(name)), numbers) for name in _LISTS},
        vague=Phrases(vague),
        instead=vague,
        kinds=tuple(_kind(name, kind, numbers) for name, kind in _mapping(content.get("kinds")).items()),
        greeting=tuple(sorted(map(_bare, _texts(content.get("greeting"))), key=len, reverse=True)),
        title=frozenset(map(_bare, _texts(content.get("title")))),
        anybody=frozenset(map(_bare, _texts(content.get("anybody")))),
        common=frozenset(common),
        common_phrases=Phrases(common) if is_eastern else _NOTHING,
        generic=_telling(generic),
        acts=_telling(acts),
        same=Phrases(word for group in same for word in group),
        groups={_bare(word): f"={number}" for number, group in enumerate(same) for word in group},
        limits=Limits(**{name: _whole(_mapping(content.get("limits")).get(name)) for name in Limits.__slots__}),
    )


def _telling(words: Iterable[str]) -> frozenset[str]:
    plain = [lowered(word) for word in words]
    stems = {stem(word) for word in plain if word.isascii()}
    return frozenset(stems.union(*(eastern_pieces(word) for word in plain)))


def _kind(name: str, content: object, numbers: tuple[str, ...]) -> Kind:
    parts = _mapping(content)
    asked, answered = Phrases(_texts(parts.get("asked"))), Phrases(_texts(parts.get("answered")), numbers)
    return Kind(name, asked, answered, parts.get("loose") is True)


def _markets(content: object) -> tuple[Mapping[str, MarketRules], Mapping[str, Phrases]]:
    parts = _mapping(content)
    markets = {name: _market(_mapping(rules)) for name, rules in _mapping(parts.get("markets")).items()}
    words = {name: Phrases(_texts(listed)) for name, listed in _mapping(parts.get("words")).items()}
    return markets, words


def _market(content: Mapping[str, object]) -> MarketRules:
    return MarketRules(
        frozenset(_texts(content.get("forbids"))),
        tuple(map(_bare, _texts(content.get("links_allowed")))),
        content.get("sender") is True,
        frozenset(_texts(content.get("keeps"))),
    )


def _bare(word: str) -> str:
    return " ".join(lowered(word).replace("’", "'").split())


def _mapping(content: object) -> Mapping[str, object]:
    return {str(name): one for name, one in content.items()} if isinstance(content, Mapping) else {}


def _items(content: object) -> tuple[object, ...]:
    return tuple(content) if isinstance(content, list | tuple) else ()


def _texts(content: object) -> tuple[str, ...]:
    return tuple(one for one in _items(content) if isinstance(one, str) and one.strip())


def _whole(content: object) -> int:
    return content if isinstance(content, int) and content > 0 else 0
