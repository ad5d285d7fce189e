"""What was given away: by month and reason, against the limits per case and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from shopdesk.domain.case import PAYING, Case, CaseKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from shopdesk.domain.case_rules import CaseRules
    from shopdesk.domain.ids import CaseId
    from shopdesk.services.ports import Store, Work

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one case may still give away without somebody's approval."""

    a_case: Decimal | None
    """Most for the case; None without a limit."""
    left: Decimal | None
    """What the other cases of the month left; None without a limit."""
    month: Decimal | None = None
    """Most for the month."""

    def is_beyond(self, amount: Decimal) -> bool:
        """Whether an amount wants an approval."""
        return any(limit is not None and amount > limit for limit in (self.a_case, self.left))


@dataclass(frozen=True, slots=True)
class MonthOfPayments:
    """What was decided to be paid in one month, in one currency."""

    currency: str
    cases: tuple[Case, ...]
    total: Decimal
    goodwill: Decimal
    """The part that the limits count."""
    limit: Decimal | None
    by_kind: Mapping[CaseKind, Decimal]
    a_case: Decimal | None = None
    """Most for one case; None without a limit."""
    counted: frozenset[CaseId] = frozenset()
    """The cases that the limits count."""

    @property
    def left(self) -> Decimal | None:
        """What may still be given without approval; None without a limit."""
        return None if self.limit is None else max(self.limit - self.goodwill, Decimal(0))


class PaymentLedger:
    """Reads what cases cost."""

    def __init__(self, store: Store, rules: Callable[[], CaseRules]) -> None:
        self._store = store
        self._rules = rules

    def month(self, at: datetime) -> tuple[MonthOfPayments, ...]:
        """The month (UTC) in which a moment lies, one part a currency, by currency."""
        rules = self._rules()
        with self._store.reading() as work:
            paid = [case for case in work.cases.decided(*_month_of(at)) if _is_paid(case)]
        currencies = sorted({case.currency for case in paid} | set(rules.limits))
        return tuple(_summed(currency, paid, rules) for currency in currencies)

    def allowances(self, case: Case, now: datetime) -> Mapping[str, Allowance]:
        """What a case may still give away, by currency, in the month in which it is or would be decided."""
        rules = self._rules()
        with self._store.reading() as work:
            return {currency: _allowance(work, case, currency, rules, now) for currency in rules.limits}


def asks_approval(work: Work, case: Case, rules: CaseRules, now: datetime) -> bool:
    """Whether what a case gives away goes beyond the limits of its own or of the month."""
    if case.currency not in rules.limits or case.amount is None or case.resolution not in rules.counted:
        return False
    return _allowance(work, case, case.currency, rules, now).is_beyond(case.amount)


def _allowance(work: Work, case: Case, currency: str, rules: CaseRules, now: datetime) -> Allowance:
    limit = rules.limits[currency]
    if limit.a_month is None:
        return Allowance(limit.a_case, None)
    others = [one for one in work.cases.decided(*_month_of(case.decided_at or now)) if one.id != case.id]
    return Allowance(limit.a_case, limit.a_month - _goodwill(others, currency, rules), limit.a_month)


def _month_of(at: datetime) -> tuple[datetime, datetime]:
    begin = datetime(at.astimezone(UTC).year, at.astimezone(UTC).month, 1, tzinfo=UTC)
    year, month = (begin.year + 1, 1) if begin.month == _DECEMBER else (begin.year, begin.month + 1)
    return begin, datetime(year, month, 1, tzinfo=UTC)


def _is_paid(case: Case) -> bool:
    return case.amount is not None and case.resolution in PAYING


def _goodwill(cases: Iterable[Case], currency: str, rules: CaseRules) -> Decimal:
    counted = [one for one in cases if one.currency == currency and one.resolution in rules.counted]
    return sum((one.amount for one in counted if one.amount is not None), Decimal(0))


def _summed(currency: str, paid: Iterable[Case], rules: CaseRules) -> MonthOfPayments:
    cases = tuple(case for case in paid if case.currency == currency)
    by_kind: dict[CaseKind, Decimal] = defaultdict(Decimal)
    for case in cases:
        by_kind[case.kind] += case.amount or Decimal(0)
    limit = rules.limits.get(currency)
    return MonthOfPayments(
        currency=currency,
        cases=cases,
        total=sum(by_kind.values(), Decimal(0)),
        goodwill=_goodwill(cases, currency, rules),
        limit=limit.a_month if limit else None,
        by_kind=dict(by_kind),
        a_case=limit.a_case if limit else None,
        counted=frozenset(case.id for case in cases if case.resolution in rules.counted),
    )
