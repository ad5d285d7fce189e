"""Turns a written reply into a template: names, numbers, dates and amounts become placeholders."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.numbers import find_numbers
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant

_LONGEST = 20_000
_SHORTEST_NAME = 2
_LIQUID = re.compile("[{}%]*[{}][{}%]*")
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Signs that go on a word; Chinese stands between words without a space."""
_MONTHS = (
    "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?"
)
_DATE = re.compile(
    rf"(?<![{_LETTER}.-])(?:"
    r"\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?:{_MONTHS})\b(?:,?\s\d{{4}})?"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]"
    rf")(?![{_LETTER}-])|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}[日号]",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[.,' ]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_CODE = "EUR|USD|GBP|CNY|RMB|JPY|AUD|CAD|CHF|PLN|SEK"
_MONEY = re.compile(
    rf"(?:(?:US|A|C)?[€$£¥￥]|\b(?:{_CODE})\b)\s?(?:{_NUMBER})(?![\d])"
    rf"|(?<![{_LETTER}.,])(?:{_NUMBER})\s?(?:[€$£]|(?:{_CODE})\b|元|欧元|美元|英镑)"
)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What is known of the conversation that a reply belongs to."""

    customer: str = ""
    first_name: str = ""
    email: str = ""
    orders: tuple[str, ...] = ()
    shop: str = ""
    shop_email: str = ""
    agent: str = ""
    market: str = ""
    gaps: tuple[str, ...] = ()
    """Placeholders that are still open in it, each written as `[placeholder]`."""


@dataclass(slots=True)
class _Asked:
    """Inputs that came up so far."""

    found: dict[str, AskedInput] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def placeholder(self, kind: InputKind, value: str, ending: str) -> str:
        """The placeholder of a value; the same value is asked once."""
        name = self.values.get(f"{kind}:{value}")
        if name is None:
            many = sum(one.kind is kind for one in self.found.values())
            name = kind.value if not many else f"{kind.value}_{many + 1}"
            self.values[f"{kind}:{value}"] = name
            self.found[name] = AskedInput(name, kind)
        return f"{{{{ input.{name} | {ending} }}}}"


def template_from_text(subject: str, body: str, known: KnownWords, language: str = "") -> Template:
    """A template that is not saved yet, without name and key.

    In: what was written, and what is known of its conversation. Whatever looks like Liquid in it stays text. Dates
    and amounts are asked for; the order number and parcel number that come first become those of the conversation,
    further ones are asked for.
    """
    asked = _Asked()
    words = _words(subject, body[:_LONGEST], known)
    made = [_replaced(text, words, asked) for text in (subject, body[:_LONGEST])]
    variant = Variant(language or guess_language(body) or "en", made[1].strip(), " ".join(made[0].split()))
    used = re.findall(r"\{\{ input\.(\w+)", "\n".join(made))
    inputs = (asked.found.get(name) or AskedInput(name) for name in dict.fromkeys(used))
    return Template(TemplateId(0), "", "", (variant,), inputs=tuple(inputs))


def _words(subject: str, body: str, known: KnownWords) -> dict[str, str]:
    """Words and the placeholders that take their place, the longest first."""
    numbers = find_numbers(subject, body, known.market)
    orders = tuple(dict.fromkeys((*known.orders, *numbers.orders)))
    spoken = [one for one in orders if _found(one, subject, body)]
    found = {
        known.email: "customer.email",
        known.shop_email: "shop.email",
        known.customer: "customer.name",
        known.first_name: "customer.first_name",
        known.shop: "shop.name",
        known.agent: "agent.name",
    }
    found |= _numbered(spoken, "order.number", 2)
    found |= _numbered(numbers.parcels, "order.tracking", 2 + max(len(spoken) - 1, 0))
    found |= {f"[{name}]": name for name in known.gaps}
    usable = {word: name for word, name in found.items() if len(word) >= _SHORTEST_NAME}
    return dict(sorted(usable.items(), key=lambda pair: -len(pair[0])))


def _found(word: str, *texts: str) -> bool:
    return any(word.casefold() in text.casefold() for text in texts)


def _numbered(values: Sequence[str], name: str, start: int) -> dict[str, str]:
    return {value: f"input.number_{start + at - 1}" if at else name for at, value in enumerate(values)}


def _replaced(text: str, words: Mapping[str, str], asked: _Asked) -> str:
    """A text with placeholders; finds are taken from left to right, and nothing is replaced twice."""
    pieces, end = [], 0
    for start, stop, put in _finds(text, words, asked):
        pieces += [_as_text(text[end:start]), put()]
        end = stop
    return "".join([*pieces, _as_text(text[end:])])


def _finds(text: str, words: Mapping[str, str], asked: _Asked) -> Iterator[tuple[int, int, Callable[[], str]]]:
    """Places that do not overlap, in order, each with what makes its placeholder."""
    found: list[tuple[int, int, int, Callable[[], str]]] = []
    if words:
        for one in _any_of(words).finditer(text):
            name = next(name for word, name in words.items() if word.casefold() == one[0].casefold())
            found.append((one.start(), 0, one.end(), _naming(name)))
    for order, form, kind, ending in ((1, _MONEY, InputKind.AMOUNT, "money"), (2, _DATE, InputKind.DATE, "day")):
        for one in form.finditer(text):
            put = _asking(asked, kind, one[0], ending)
            found.append((one.start(), order, one.end(), put))
    end = 0
    for start, _, stop, put in sorted(found, key=lambda each: (each[0], each[1], -each[2])):
        if start >= end:
            yield start, stop, put
            end = stop


def _naming(name: str) -> Callable[[], str]:
    return lambda: f"{{{{ {name} }}}}"


def _asking(asked: _Asked, kind: InputKind, value: str, ending: str) -> Callable[[], str]:
    return lambda: asked.placeholder(kind, value, ending)


def _any_of(words: Mapping[str, str]) -> re.Pattern[str]:
    """Whole words; Chinese has no spaces between them."""
    forms = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![{_LETTER}])(?:{forms})(?![{_LETTER}])", re.IGNORECASE)


def _as_text(text: str) -> str:
    """Text in which nothing is Liquid."""
    return _LIQUID.sub(lambda found: f"{{% raw %}}{found[0]}{{% endraw %}}", text)
