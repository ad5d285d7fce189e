"""The return wizard: reason, days and condition in, what the policy says out, with its template."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from shopdesk.domain.case import Case, CaseKind, Resolution
from shopdesk.domain.case_rules import CaseRules, Condition, ReturnDecision, ReturnVerdict
from shopdesk.ui.case_words import money_text
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

REASONS = ("changed_mind", "wrong_size", "damaged", "wrong_item", "not_as_described", "defect")
_USUAL = {
    CaseKind.DAMAGED: "damaged",
    CaseKind.EXCHANGE: "wrong_size",
    CaseKind.REPAIR: "defect",
    CaseKind.COMPLAINT: "not_as_described",
}
_CENT = Decimal("0.01")


def reason_text(reason: str) -> str:
    """Why something comes back."""
    return {
        "changed_mind": translate("Cases", "Changed their mind"),
        "wrong_size": translate("Cases", "Wrong size"),
        "damaged": translate("Cases", "Damaged"),
        "wrong_item": translate("Cases", "Wrong item sent"),
        "not_as_described": translate("Cases", "Not as described"),
        "defect": translate("Cases", "Defect"),
    }[reason]


def condition_text(condition: Condition) -> str:
    """How it comes back."""
    return {
        Condition.SEALED: translate("Cases", "Sealed"),
        Condition.UNUSED: translate("Cases", "Unused"),
        Condition.USED: translate("Cases", "Used"),
        Condition.DAMAGED: translate("Cases", "Damaged"),
    }[condition]


def decision_text(found: ReturnDecision, case: Case) -> str:
    """What the policy says, who pays, how much."""
    words = {
        ReturnVerdict.ACCEPT: translate("Cases", "Take it back and pay back %1."),
        ReturnVerdict.PARTLY: translate("Cases", "Take it back for a part: %1."),
        ReturnVerdict.KEEP: translate("Cases", "Pay back %1; the customer keeps it."),
        ReturnVerdict.REFUSE: translate("Cases", "Refuse the return."),
    }[found.verdict]
    amount = paid_back(found, case)
    shown = money_text(amount, case.currency) if amount is not None else f"{found.share} %"
    sentences = [words.replace("%1", shown)]
    if found.verdict in {ReturnVerdict.ACCEPT, ReturnVerdict.PARTLY}:
        shop, customer = translate("Cases", "The shop pays the way."), translate("Cases", "The customer pays the way.")
        sentences.append(shop if found.shop_pays else customer)
    if found.template:
        sentences.append(translate("Cases", "Answer with /%1.").replace("%1", found.template))
    return ("" if sentences[0].endswith("。") else " ").join(sentences)


def paid_back(found: ReturnDecision, case: Case) -> Decimal | None:
    """How much of the price; None when that is not known."""
    if case.value is None or found.verdict is ReturnVerdict.REFUSE:
        return None
    return (case.value * found.share / 100).quantize(_CENT, ROUND_HALF_UP)


class ReturnForm(CaseForm):
    """Says the decision while it is chosen; the button writes it into the case."""

    decided = Signal(object)
    """Values of fields by name."""

    def __init__(self, theme: Theme, window: QWidget, now: Now, case: Case, rules: CaseRules) -> None:
        title = translate("Cases", "Return by the policy")
        super().__init__(theme, window, now, title, translate("Cases", "Use this decision"))
        self._case = case
        self._rules = rules
        self.reason, self.days, self.condition = QComboBox(), QLineEdit("0"), QComboBox()
        for key in REASONS:
            self.reason.addItem(reason_text(key), key)
        for one in Condition:
            self.condition.addItem(condition_text(one), one.value)
        self.reason.setCurrentIndex(REASONS.index(_USUAL.get(case.kind, "changed_mind")))
        self.condition.setCurrentIndex(3 if case.kind is CaseKind.DAMAGED else 1)
        self.days.setProperty("kind", "field")
        self.days.returnPressed.connect(self.submit)
        labels = (
            translate("Cases", "Reason"),
            translate("Cases", "Days since it arrived"),
            translate("Cases", "Condition"),
        )
        grid = self.form.layout()
        for row, (label, field) in enumerate(zip(labels, (self.reason, self.days, self.condition), strict=True)):
            field.setAccessibleName(label)
            if isinstance(grid, QGridLayout):
                grid.addWidget(plain_label("label", label), row, 0)
                grid.addWidget(field, row, 1)
        for box in (self.reason, self.condition):
            box.currentIndexChanged.connect(lambda _: self._tell())
            box.installEventFilter(self.form)
        self.days.textChanged.connect(lambda _: self._tell())
        self.words.show()
        self._tell()

    def show_form(self, arrived: datetime | None, now: datetime) -> None:
        """Open it. In: when the parcel arrived, if that is known."""
        if arrived is not None:
            self.days.setText(str(max((now - arrived).days, 0)))
        self.open(self.reason)

    def decision(self) -> ReturnDecision:
        """What the policy says to what is chosen."""
        typed = self.days.text().strip()
        days = int(typed) if typed.isascii() and typed.isdigit() else 0
        condition = Condition(self.condition.currentData())
        return self._rules.decide_return(str(self.reason.currentData()), days, condition, self._case.value)

    @override
    def submit(self) -> None:
        found = self.decision()
        resolution = {
            ReturnVerdict.PARTLY: Resolution.PARTIAL_REFUND,
            ReturnVerdict.REFUSE: Resolution.REFUSE,
        }.get(found.verdict, Resolution.REFUND)
        values = {"resolution": resolution.value, "next_step": decision_text(found, self._case)}
        amount = paid_back(found, self._case)
        if amount is not None:
            values["amount"] = f"{amount} {self._case.currency}".strip()
        self.close_now()
        self.decided.emit(values)

    def _tell(self) -> None:
        self.words.setText(decision_text(self.decision(), self._case))
