"""A question to the supplier, the warehouse or the owner, with a date until which the answer is awaited."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from shopdesk.domain.snooze_words import snooze_moment
from shopdesk.ui.case_desk import EscalationDesk
from shopdesk.ui.cases.choice_box import ChoiceBox
from shopdesk.ui.cases.fields import LongText
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

WHO = ("supplier", "warehouse", "owner")
_USUAL = timedelta(days=2)


def who_text(to: str) -> str:
    """Who is asked."""
    return {
        "supplier": translate("Cases", "Supplier"),
        "warehouse": translate("Cases", "Warehouse"),
        "owner": translate("Cases", "Owner of the shop"),
    }.get(to, to)


class AskForm(CaseForm):
    """Who, where, what, until when."""

    asked = Signal(str, str, str, object)
    """Who, address, words, moment."""

    def __init__(self, theme: Theme, window: QWidget, now: Now, desk: EscalationDesk) -> None:
        super().__init__(theme, window, now, translate("Cases", "Ask by mail"), translate("Cases", "Send"))
        self._now = now
        self._desk = desk
        self.who, self.address, self.question, self.due = ChoiceBox(theme), QLineEdit(), LongText(), QLineEdit()
        for to in WHO:
            self.who.addItem(who_text(to), to)
        labels = (
            translate("Cases", "Who"),
            translate("Cases", "Address"),
            translate("Cases", "Question"),
            translate("Cases", "Answer until"),
        )
        grid = self.form.layout()
        fields = (self.who, self.address, self.question, self.due)
        for row, (label, field) in enumerate(zip(labels, fields, strict=True)):
            field.setAccessibleName(label)
            if isinstance(field, QLineEdit):
                field.setProperty("kind", "field")
                field.returnPressed.connect(self.submit)
            if isinstance(grid, QGridLayout):
                grid.addWidget(plain_label("label", label), row, 0)
                grid.addWidget(field, row, 1)
        self.question.setFixedHeight(theme.px(90))
        self.question.entered.connect(self.submit)
        soon = (now() + _USUAL).astimezone()
        self.due.setText(f"{soon:%Y-%m-%d} 17:00")
        self.who.currentIndexChanged.connect(lambda _: self._offer())
        self._offer()
        self.words.setText(translate("Cases", "The customer’s newest mail is put under your question."))
        self.words.show()

    def show_form(self) -> None:
        """Open it."""
        self.open(self.address if not self.address.text() else self.question)

    @override
    def submit(self) -> None:
        due = self._moment()
        address, words = self.address.text().strip(), self.question.toPlainText().strip()
        refusal = ""
        if "@" not in address.strip("@ "):
            refusal = translate("Cases", "Type a mail address.")
        elif not words:
            refusal = translate("Cases", "Write your question.")
        elif due is None:
            refusal = translate("Cases", "Type a date to come, such as “friday 17:00”.")
        if refusal:
            self.refusal.setText(refusal)
            self.refusal.show()
            self.arrange()
            return
        self.close_now()
        self.asked.emit(str(self.who.currentData()), address, words, due)

    def _moment(self) -> datetime | None:
        text = self.due.text().strip()
        try:
            typed = datetime.fromisoformat(text).astimezone()
        except ValueError:
            understood = snooze_moment(text, self._now())
            return understood if isinstance(understood, datetime) else None
        return typed if typed > self._now() else None

    def _offer(self) -> None:
        self.address.setText(self._desk.address_of(str(self.who.currentData())))
