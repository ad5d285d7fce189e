"""Says before a payment what the limits of goodwill leave for it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from shiboken6 import isValid

from shopdesk.domain.case import Case
from shopdesk.domain.case_rules import CaseRules
from shopdesk.ui.case_words import money_text
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.jobs.lane import WorkLane
    from shopdesk.ui.case_desk import AllowanceReading, PaymentDesk
    from shopdesk.ui.desk import Now


class PaymentRoom(Protocol):
    """What tells of payments."""

    @property
    def payments(self) -> "PaymentDesk": ...
    @property
    def reading(self) -> "WorkLane": ...
    @property
    def now(self) -> "Now": ...


def warn_before_paying(form: CaseForm, case: Case, room: PaymentRoom, rules: CaseRules) -> None:
    """Watch what is typed into a form of a case; the figures come from the reader lane."""

    def have(allowances: "Mapping[str, AllowanceReading]") -> None:
        if not isValid(form) or form.isHidden():
            return

        def look() -> None:
            form.warn(caution_text(form.typed_case(case), allowances, rules))

        form.form.typed.connect(look)
        look()

    room.reading.submit(lambda: room.payments.allowances(case, room.now()), have, lambda _: None)


def caution_text(case: Case, allowances: "Mapping[str, AllowanceReading]", rules: CaseRules) -> str:
    """What speaks against a payment, or what is left after it; empty where no limit counts it."""
    allowance = allowances.get(case.currency)
    if allowance is None or case.amount is None or case.resolution not in rules.counted:
        return ""
    amount = money_text(case.amount, case.currency)
    if allowance.a_case is not None and case.amount > allowance.a_case:
        limit = money_text(allowance.a_case, case.currency)
        words = translate("Cases", "%1 is more than one case may give away (%2): somebody has to approve it.")
    elif allowance.left is not None and case.amount > allowance.left:
        limit = money_text(max(allowance.left, case.amount * 0), case.currency)
        words = translate("Cases", "%1 is more than what is left for this month (%2): somebody has to approve it.")
    elif allowance.left is not None:
        amount = money_text(allowance.left - case.amount, case.currency)
        limit = money_text(allowance.month, case.currency)
        words = translate("Cases", "After this, %1 of %2 are left for goodwill this month.")
    else:
        return ""
    return words.replace("%1", amount).replace("%2", limit)
