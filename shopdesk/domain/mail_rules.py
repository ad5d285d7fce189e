"""The lists that tell what a mail is about, made ready to be looked for; anybody may edit them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shopdesk.domain.mood import Mood
from shopdesk.domain.phrase_index import PhraseIndex, plain
from shopdesk.domain.reading_of_mail import Topic, WorkLane

URGENCY = "urgency"
MOOD = "mood"
SARCASM = "sarcasm"
_MORE = "+"
"""Before the name of a list: these words come to those that the list has."""
_CHOICES = "choices"
_LISTS = frozenset({*(topic.value for topic in Topic if topic), MOOD, URGENCY, SARCASM})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a phrase stands for."""

    language: str
    name: str
    """A topic, `mood`, `urgency` or `sarcasm`."""
    points: float


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn a feeling into its absence."""

    before: frozenset[str] = frozenset()
    """Latin words within three words before it."""
    eastern_before: tuple[str, ...] = ()
    eastern_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """The limits, and what follows from a topic."""

    subject: float = 1.5
    """What a word in the subject counts, compared with one in the text."""
    least: float = 1.0
    """Points below which a topic is not taken."""
    unhappy: float = 2.0
    angry: float = 4.0
    angry_word: float = 3.0
    """Points that one word at least must have; many words of disappointment are no anger."""
    urgent: float = 3.0
    exclamations: float = 1.0
    capitals: float = 1.5
    again: float = 1.0
    """For each mail that the customer wrote since our last one, besides the newest (three at most)."""
    ready_to_be_angry: float = 1.0
    """Points of words without which capitals and exclamation marks are no anger."""
    order: tuple[Topic, ...] = ()
    """Among topics with as many points the first of these is taken."""
    asks_nothing: frozenset[Topic] = frozenset()
    """Topics that a question speaks against."""
    question: float = 1.5
    never_unhappy: frozenset[Topic] = frozenset()
    """Topics of mails in which no ill feeling is."""
    troubles: frozenset[Topic] = frozenset()
    """Topics with which praise is sarcasm."""
    urgent_topics: frozenset[Topic] = frozenset()
    complex_topics: frozenset[Topic] = frozenset()
    complex_moods: frozenset[Mood] = frozenset()

    def lane(self, topic: Topic, mood: Mood, *, urgent: bool) -> WorkLane:
        """Routine or complex: by topic and mood; what is routine stays so when it is urgent."""
        del urgent  # cancelling before the parcel leaves is quick to do, and it is the urgent one
        is_complex = topic in self.complex_topics or mood in self.complex_moods
        return WorkLane.COMPLEX if is_complex else WorkLane.ROUTINE


@dataclass(frozen=True, slots=True)
class MailRules:
    """All of it."""

    phrases: PhraseIndex[Mark]
    common: Mapping[str, tuple[str, ...]]
    """Words by which a language is known, each with the languages that have it."""
    negations: Mapping[str, Negation]
    choices: Choices


def read_mail_rules(sources: Mapping[str, object]) -> MailRules:
    """Rules from what the files hold, by their names: one for each language, and `choices`.

    What has another shape than expected is left out: a slip in an edited list must not stop the desk.
    """
    index: PhraseIndex[Mark] = PhraseIndex()
    negations: dict[str, Negation] = {}
    common: dict[str, tuple[str, ...]] = {}
    for name, content in sources.items():
        if name != _CHOICES and isinstance(content, Mapping):
            language = str(content.get("language") or name)
            for phrase, mark in _marks(language, content):
                index.add(phrase, mark)
            negations[language] = _negation(content)
            for word in plain(str(content.get("common") or "")).split():
                common[word] = (*common.get(word, ()), language)
    return MailRules(index, common, negations, _choices(_mapping(sources.get(_CHOICES))))


def _marks(language: str, content: Mapping[str, object]) -> Iterator[tuple[str, Mark]]:
    for name, weights in content.items():
        if (bare := name.removeprefix(_MORE)) in _LISTS:
            for points, phrases in _mapping(weights).items():
                for phrase in _texts(phrases):
                    yield phrase, Mark(language, bare, _number(points, 0))


def _negation(content: Mapping[str, object]) -> Negation:
    words = _texts(content.get("negation"))
    return Negation(
        frozenset(plain(word) for word in words if word.isascii() or plain(word).isascii()),
        tuple(word for word in words if not plain(word).isascii()),
        _texts(content.get("negation_after")),
    )


def _choices(content: Mapping[str, object]) -> Choices:
    usual = Choices()
    numbers = {
        name: _number(content.get(name), getattr(usual, name))
        for name, usual_one in ((name, getattr(usual, name)) for name in Choices.__slots__)
        if isinstance(usual_one, float)
    }
    moods = frozenset(Mood(word) for word in _texts(content.get("complex_moods")) if word in set(Mood))
    return Choices(
        **numbers,
        order=_topics(content.get("order")),
        asks_nothing=frozenset(_topics(content.get("asks_nothing"))),
        never_unhappy=frozenset(_topics(content.get("never_unhappy"))),
        troubles=frozenset(_topics(content.get("troubles"))),
        urgent_topics=frozenset(_topics(content.get("urgent_topics"))),
        complex_topics=frozenset(_topics(content.get("complex_topics"))),
        complex_moods=moods,
    )


def _topics(content: object) -> tuple[Topic, ...]:
    return tuple(Topic(word) for word in _texts(content) if word in set(Topic))


def _mapping(content: object) -> Mapping[str, object]:
    return {str(name): one for name, one in content.items()} if isinstance(content, Mapping) else {}


def _texts(content: object) -> tuple[str, ...]:
    found = content if isinstance(content, list | tuple) else ()
    return tuple(one for one in found if isinstance(one, str) and one.strip())


def _number(content: object, otherwise: float) -> float:
    try:
        return float(str(content)) if content is not None else otherwise
    except ValueError:
        return otherwise
