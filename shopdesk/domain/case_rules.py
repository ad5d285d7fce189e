"""Playbooks, the return policy and the limits of goodwill; all from files that the shop may edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING

from shopdesk.domain.case import CaseKind, Column, Resolution
from shopdesk.domain.case_gates import Gates, read_gates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class PlaybookStep:
    """One step: its key and its words by language."""

    key: str
    words: Mapping[str, str]

    def said(self, language: str) -> str:
        """In a language such as `en` or `zh_CN`, else in English, else its key."""
        return _said(self.words, language) or self.key


def _said(words: Mapping[str, str], language: str) -> str:
    short = language.replace("-", "_").partition("_")[0].casefold()
    return words.get(short) or words.get("en") or ""


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is done for one sort of case, step by step, and which template answers first."""

    key: str
    name: Mapping[str, str]
    kinds: tuple[CaseKind, ...]
    steps: tuple[PlaybookStep, ...]
    template: str = ""

    def said(self, language: str) -> str:
        """Its name in a language such as `en` or `zh_CN`, else in English, else its key."""
        return _said(self.name, language) or self.key


class Condition(StrEnum):
    """How the goods come back."""

    SEALED = "sealed"
    UNUSED = "unused"
    USED = "used"
    DAMAGED = "damaged"


class ReturnVerdict(StrEnum):
    """What the policy says about a return."""

    ACCEPT = "accept"
    PARTLY = "partly"
    """Taken back for a part of the price."""
    REFUSE = "refuse"
    KEEP = "keep"
    """Paid back; the customer keeps the goods."""


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One line of the policy; the first that fits counts."""

    reasons: frozenset[str]
    """`changed_mind`, `wrong_size`, `damaged`, `wrong_item`, `not_as_described`, `defect`; empty: any."""
    days: int
    """Since the parcel arrived; 0: any number."""
    conditions: frozenset[Condition]
    """Empty: any."""
    verdict: ReturnVerdict
    shop_pays: bool
    """Who pays the way back."""
    share: int = 100
    """Per cent of the price that is paid back."""
    up_to: Decimal | None = None
    """Only for goods of at most this price."""
    template: str = ""


@dataclass(frozen=True, slots=True)
class ReturnDecision:
    """What the wizard found."""

    verdict: ReturnVerdict
    shop_pays: bool
    share: int
    template: str
    line: int
    """Which line of the policy decided, from 1; 0 when none fitted."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Most that may be given away in one currency without somebody's approval; None: no limit."""

    a_case: Decimal | None = None
    a_month: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CaseRules:
    """All of it."""

    gates: Gates = field(default_factory=Gates)
    playbooks: Mapping[str, Playbook] = field(default_factory=dict)
    returns: tuple[ReturnRow, ...] = ()
    limits: Mapping[str, Limit] = field(default_factory=dict)
    """By currency."""
    counted: frozenset[Resolution] = frozenset({Resolution.COMPENSATE, Resolution.PARTIAL_REFUND})
    """What the limits count; paying back goods that came back is owed, not given."""

    reminders: Mapping[Column, int] = field(default_factory=dict)
    """After how many days in a column somebody looks at it again, unless a date was given."""

    def playbook_for(self, kind: CaseKind) -> Playbook | None:
        """The first that names a kind."""
        return next((book for book in self.playbooks.values() if kind in book.kinds), None)

    def decide_return(self, reason: str, days: int, condition: Condition, price: Decimal | None) -> ReturnDecision:
        """What the policy says. In: the reason's word, days since the parcel arrived, condition, price of the goods.

        The first line that fits decides; where none does it is refused, and the customer pays the way.
        """
        for line, row in enumerate(self.returns, start=1):
            if _fits(row, reason, days, condition, price):
                return ReturnDecision(row.verdict, row.shop_pays, row.share, row.template, line)
        return ReturnDecision(ReturnVerdict.REFUSE, shop_pays=False, share=0, template="return-late", line=0)


def _fits(row: ReturnRow, reason: str, days: int, condition: Condition, price: Decimal | None) -> bool:
    if row.reasons and reason not in row.reasons:
        return False
    if row.days and days > row.days:
        return False
    if row.conditions and condition not in row.conditions:
        return False
    return row.up_to is None or (price is not None and price <= row.up_to)


def read_case_rules(sources: Mapping[str, object]) -> CaseRules:
    """Rules from what the files `gates`, `playbooks`, `returns` and `limits` hold; what has another shape than expected
    is left out: a slip in an edited list must not stop the work."""
    playbooks = [_playbook(key, content) for key, content in _mapping(sources.get("playbooks")).items()]
    limits = _mapping(sources.get("limits"))
    counted = frozenset(Resolution(one) for one in _texts(limits.get("counts")) if one in set(Resolution))
    return CaseRules(
        gates=read_gates(sources.get("gates")),
        reminders=_reminders(_mapping(_mapping(sources.get("gates")).get("days"))),
        playbooks={book.key: book for book in playbooks},
        returns=tuple(_row(_mapping(line)) for line in _items(_mapping(sources.get("returns")).get("lines"))),
        limits={currency.upper(): _limit(value) for currency, value in _mapping(limits.get("currencies")).items()},
        **({"counted": counted} if "counts" in limits else {}),
    )


def _reminders(days: Mapping[str, object]) -> dict[Column, int]:
    found = {column: days.get(column.value) for column in Column}
    return {column: count for column, count in found.items() if isinstance(count, int) and count >= 0}


def _playbook(key: str, content: object) -> Playbook:
    parts = _mapping(content)
    steps = [_mapping(step) for step in _items(parts.get("steps"))]
    return Playbook(
        key=key,
        name=_words(parts.get("name")),
        kinds=tuple(CaseKind(one) for one in _texts(parts.get("kinds")) if one in set(CaseKind)),
        steps=tuple(PlaybookStep(str(step["key"]), _words(step)) for step in steps if step.get("key")),
        template=str(parts.get("template") or ""),
    )


def _row(line: Mapping[str, object]) -> ReturnRow:
    verdict, days, share = str(line.get("decision")), line.get("days"), line.get("share")
    return ReturnRow(
        reasons=frozenset(_texts(line.get("reasons"))),
        days=days if isinstance(days, int) else 0,
        conditions=frozenset(Condition(one) for one in _texts(line.get("conditions")) if one in set(Condition)),
        verdict=ReturnVerdict(verdict) if verdict in set(ReturnVerdict) else ReturnVerdict.REFUSE,
        shop_pays=line.get("pays") == "shop",
        share=share if isinstance(share, int) and 0 <= share <= 100 else 100,  # noqa: PLR2004 - per cent
        up_to=_amount(line.get("up_to")),
        template=str(line.get("template") or ""),
    )


def _limit(content: object) -> Limit:
    parts = _mapping(content)
    return Limit(_amount(parts.get("case")), _amount(parts.get("month")))


def _amount(content: object) -> Decimal | None:
    if not isinstance(content, str | int):
        return None
    try:
        amount = Decimal(content)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 else None


def _mapping(content: object) -> Mapping[str, object]:
    return content if isinstance(content, dict) else {}


def _items(content: object) -> Sequence[object]:
    return content if isinstance(content, list) else ()


def _texts(content: object) -> list[str]:
    return [text for text in _items(content) if isinstance(text, str)]


def _words(content: object) -> dict[str, str]:
    return {language: text for language, text in _mapping(content).items() if isinstance(text, str)}
