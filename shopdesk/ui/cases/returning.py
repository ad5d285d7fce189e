"""The return wizard: reason, days and condition in, what the policy says out, with its template."""

from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case, CaseKind, Resolution
from shopdesk.domain.case_rules import CaseRules, Condition, ReturnDecision, ReturnVerdict
from shopdesk.ui.case_words import money_text
from shopdesk.ui.cases.choice_box import ChoiceBox
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import short_date, translate

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
    answer_asked = Signal(str)
    """The key of the template that tells the customer."""

    def __init__(self, theme: Theme, window: QWidget, now: Now, case: Case, rules: CaseRules) -> None:
        title = translate("Cases", "Return by the policy")
        super().__init__(theme, window, now, title, translate("Cases", "Use this decision"))
        self._now = now
        self._case = case
        self._rules = rules
        self.reason, self.days, self.condition = ChoiceBox(theme), QLineEdit("0"), ChoiceBox(theme)
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
        self.answer = Button(theme, "secondary", "reply")
        self.answer.setText(translate("Cases", "Use it and answer"))
        self.answer.clicked.connect(lambda _=False: self._use_and_answer())
        self.answer.hide()
        self._buttons.insertWidget(self._buttons.count() - 1, self.answer)
        self.words.show()
        self._tell()

    def show_form(self) -> None:
        """Open it, with the keys in the reason."""
        self.open(self.reason)

    def offer_answer(self, *, offered: bool) -> None:
        """Whether there is a conversation in which the customer can be told."""
        self.answer.setVisible(offered)

    def tell_arrived(self, arrived: datetime | None) -> None:
        """When the parcel arrived, if that is known; what was typed already stays."""
        if arrived is None or not isValid(self) or self.days.isModified():
            return
        now = self._now()
        self.days.setText(str(max((now - arrived).days, 0)))
        words = translate("Cases", "It arrived on %1.").replace("%1", short_date(arrived, now))
        self.days.setToolTip(words)
        self.days.setAccessibleDescription(words)

    def decision(self) -> ReturnDecision:
        """What the policy says to what is chosen."""
        typed = self.days.text().strip()
        days = int(typed) if typed.isascii() and typed.isdigit() else 0
        condition = Condition(self.condition.currentData())
        return self._rules.decide_return(str(self.reason.currentData()), days, condition, self._case.value)

    @override
    def typed_case(self, case: Case) -> Case:
        found = self.decision()
        return replace(case, resolution=_resolution(found), amount=paid_back(found, case))

    @override
    def submit(self) -> None:
        found = self.decision()
        values = {"resolution": _resolution(found).value, "next_step": decision_text(found, self._case)}
        amount = paid_back(found, self._case)
        if amount is not None:
            values["amount"] = f"{amount} {self._case.currency}".strip()
        self.close_now()
        self.decided.emit(values)

    def _use_and_answer(self) -> None:
        template = self.decision().template
        self.submit()
        self.answer_asked.emit(template)

    def _tell(self) -> None:
        self.words.setText(decision_text(self.decision(), self._case))
        self.form.typed.emit()


def _resolution(found: ReturnDecision) -> Resolution:
    return {
        ReturnVerdict.PARTLY: Resolution.PARTIAL_REFUND,
        ReturnVerdict.REFUSE: Resolution.REFUSE,
    }.get(found.verdict, Resolution.REFUND)
