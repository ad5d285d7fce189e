"""What marketplaces forbid in answers to their buyers, and what they want kept."""

import re
from collections.abc import Iterator

from shopdesk.domain.numbers import find_numbers
from shopdesk.domain.reply_check.facts import Finding, Part, Rule
from shopdesk.domain.reply_check.phrases import lowered
from shopdesk.domain.reply_check.reading import Texts, finding
from shopdesk.domain.reply_check.rules import MarketRules, Rules

_ENDINGS = "com|net|org|info|shop|store|io|eu|de|at|ch|fr|es|it|nl|pl|co\\.uk|uk|cn|com\\.cn|jp|co\\.jp|us|ca|example"
_LINK = re.compile(
    r"https?://[^\s<>\"'，。）)]{3,300}|www\.[^\s<>\"'，。）)]{3,300}"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{1,40}}\.){{1,4}}(?:{_ENDINGS})(?![\w@.-]*[\w@])(?:/[^\s<>\"'，。）)]{{0,300}})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w#/.,-])(?:\+|00)?\(?[0-9][0-9 ()/.\-\u2010-\u2013]{5,20}[0-9](?![\w-])")
_DATE = re.compile(r"[0-3]?[0-9][./-][01]?[0-9][./-](?:20)?[0-9]{2}|20[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9].*")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_FEWEST, _MOST = 7, 15
_NEAR = 40
_REFERENCE = re.compile(r"\[#?[\w-]{3,80}\](?:_\[#?[\w-]{3,80}\])?|\(#[\w-]{4,80}\)|(?<![\w-])[0-9]{12}(?![\w-])")


def market_findings(texts: Texts, rules: Rules) -> list[Finding]:
    """All that the rules of the draft's marketplace say about it."""
    facts = texts.situation
    found = [finding(Rule.MARKET_ON_SITE)] if facts.on_site else []
    market = rules.markets.get(facts.market) if facts.market else None
    if facts.approved and facts.sender and facts.sender not in facts.approved:
        rule = Rule.MARKET_SENDER if market is not None and market.sender else Rule.OTHER_SENDER
        found.append(Finding(rule, finding(rule).level, words=(facts.sender,)))
    if market is None:
        return found
    return [*found, *_contacts(texts, market, rules), *_words(texts, market, rules), *_lost(texts, market)]


def _contacts(texts: Texts, market: MarketRules, rules: Rules) -> Iterator[Finding]:
    if "address" in market.forbids:
        yield from (finding(Rule.MARKET_ADDRESS, hit.start(), hit[0]) for hit in _ADDRESS.finditer(texts.body))
    if "link" in market.forbids:
        for hit in _LINK.finditer(texts.body):
            if not _is_allowed(hit[0], market):
                yield finding(Rule.MARKET_LINK, hit.start(), hit[0])
    if "phone" in market.forbids:
        yield from _phones(texts, rules)


def _is_allowed(link: str, market: MarketRules) -> bool:
    host = re.split("[/?#]", lowered(link).removeprefix("https://").removeprefix("http://"), maxsplit=1)[0]
    labels = host.split(".")[-3:]
    return any(name in labels for name in market.links_allowed)


def _phones(texts: Texts, rules: Rules) -> Iterator[Finding]:
    known = find_numbers(texts.situation.subject, texts.body, texts.situation.market)
    facts = texts.situation
    numbers = {_digits(one) for one in (*known.orders, *known.parcels, *facts.orders, *facts.parcels)}
    for hit in _PHONE.finditer(texts.body):
        said, digits = hit[0].strip(), _digits(hit[0])
        if not _FEWEST <= len(digits) <= _MOST or digits in numbers or _DATE.fullmatch(said):
            continue
        near = texts.lower[max(hit.start() - _NEAR, 0) : hit.start()]
        words = rules.market_words.get("phone")
        is_told = words is not None and words.first(near) is not None
        if is_told or said.startswith(("+", "0", "(0")) or _MOBILE.fullmatch(digits):
            yield finding(Rule.MARKET_PHONE, hit.start(), said)


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _words(texts: Texts, market: MarketRules, rules: Rules) -> Iterator[Finding]:
    by_word = (
        ("review", Rule.MARKET_REVIEW), ("outside", Rule.MARKET_OUTSIDE), ("promotion", Rule.MARKET_PROMOTION),
    )  # fmt: skip
    for word, rule in by_word:
        listed = rules.market_words.get(word)
        if word in market.forbids and listed is not None:
            for hit in listed.all(texts.lower):
                yield finding(rule, hit.start(), texts.body[hit.start() : hit.end()])


def _lost(texts: Texts, market: MarketRules) -> Iterator[Finding]:
    """Numbers of the customer's subject that the draft's subject has no more."""
    facts = texts.situation
    subject = facts.mail_subject
    kept: list[str] = []
    if "reference" in market.keeps:
        kept += _REFERENCE.findall(subject[:1_000])
    if "order" in market.keeps:
        kept += [one for one in find_numbers(subject, "", facts.market).orders if one in subject]
        kept += [one for one in facts.orders if one and one in subject]
    for number in dict.fromkeys(kept):
        if number not in facts.subject:
            level = finding(Rule.MARKET_REFERENCE).level
            yield Finding(Rule.MARKET_REFERENCE, level, words=(number,), part=Part.SUBJECT)
