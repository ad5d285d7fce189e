"""The left side of a case: facts, money, evidence, the steps of its playbook, questions outside, history."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case
from shopdesk.domain.case_history import Entry
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import field_text, kind_text, moment_text, money_text, resolution_text
from shopdesk.ui.cases.asking import AskForm, who_text
from shopdesk.ui.cases.caution import PaymentRoom, warn_before_paying
from shopdesk.ui.cases.editing import EditForm
from shopdesk.ui.cases.history_words import Known, entry_text
from shopdesk.ui.cases.linking import CaseLinks, LinkRoom
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.cases.returning import ReturnForm
from shopdesk.ui.cases.steps import CaseSteps
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.case_desk import EscalationDesk

NEWEST = 12
"""Entries of the history that are shown."""


class FactsRoom(LinkRoom, PaymentRoom, Protocol):
    """What the facts are read and written with."""

    @property
    def escalations(self) -> "EscalationDesk": ...


class CaseFacts(QWidget):
    """Built anew whenever the case is another one."""

    failed = Signal(object)
    told = Signal(str, str)

    def __init__(self, theme: Theme, room: FactsRoom, presenter: CasesPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._room = room
        self._presenter = presenter
        self._case: Case | None = None
        self._history: Sequence[Entry] = ()
        self.steps = CaseSteps(self, theme, presenter)
        self.links = CaseLinks(self, theme, room, presenter)
        for part in (self.steps, self.links):
            part.told.connect(self.told)
        self.steps.answer_asked.connect(self._answer)
        self.form: EditForm | AskForm | ReturnForm | None = None
        self.setProperty("kind", "surface")
        self.edit = Button(theme, "secondary", "square-pen", self)
        self.edit.hide()
        self.edit.clicked.connect(lambda _=False: self._edit())
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def look(self, number: CaseId) -> None:
        """Read the history."""

        def have(entries: Sequence[Entry]) -> None:
            if isValid(self) and self._case is not None and self._case.id == number and entries != self._history:
                self._history = entries
                self._build()

        self._room.reading.submit(lambda: self._room.desk.history(number), have, self.failed.emit)

    def show_case(self, case: Case) -> None:
        """Show a case."""
        if case != self._case:
            if self._case is not None and case.id != self._case.id:
                self._history = ()
                self.links.rows = ()
                self.steps.may_answer = False
            self._case = case
            self._build()

    def show_links(self, rows: Sequence[Conversation]) -> None:
        """Its conversations, as they were read."""
        if list(rows) != list(self.links.rows):
            self.links.rows = tuple(rows)
            self.steps.may_answer = bool(rows)
            self._build()

    def ask_outside(self) -> None:
        """Ask somebody else by mail."""
        case = self._case
        if case is None:
            return
        form = AskForm(self._theme, self.window(), self._room.now, self._room.escalations)
        form.asked.connect(lambda to, address, words, due: self._ask(case, to, address, words, due))
        self.form = form
        form.show_form()

    def ask_policy(self) -> None:
        """What the return policy says to this case."""
        case = self._case
        if case is None:
            return
        form = ReturnForm(self._theme, self.window(), self._room.now, case, self._presenter.shown.rules)
        form.decided.connect(lambda values: self._presenter.change(case.id, values))
        homes = [row.id for row in self.links.rows]
        form.offer_answer(offered=bool(homes))
        form.answer_asked.connect(lambda key: self._room.answer(case, homes[0], key))
        self.form = form
        form.show_form()
        self._room.reading.submit(lambda: self._room.arrived(case), form.tell_arrived)
        warn_before_paying(form, case, self._room, self._presenter.shown.rules)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.edit.setText(translate("Cases", "Edit"))
        if self._case is not None:
            self._build()

    # --- inside -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        case, px = self._case, self._theme.px
        if case is None:
            return
        old, self._content = self._content, QWidget()
        self.edit.setParent(self)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(px(24), px(8), px(24), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(plain_label("head", translate("Cases", "Facts")), 1)
        head.addWidget(self.edit)
        column.addLayout(head)
        column.addLayout(self._grid(self._facts(case)))
        self.steps.add_lines(column, case)
        self.links.add_lines(column, case)
        self._add_escalations(column, case)
        self._add_history(column)
        column.addStretch(1)
        self._column.addWidget(self._content)
        self.edit.show()

    def _facts(self, case: Case) -> list[tuple[str, str]]:
        now = self._room.now()
        pieces = ", ".join(piece.name for piece in case.evidence)
        rows = [
            ("kind", kind_text(case.kind)),
            ("customer_name", " · ".join(part for part in (case.customer_name, case.customer_email) if part)),
            ("order_number", case.order_number),
            ("item", " · ".join(part for part in (case.item, case.variant, case.sku) if part)),
            ("reason", case.reason),
            ("value", money_text(case.value, case.currency)),
            ("evidence_at", " · ".join(p for p in (moment_text(case.evidence_at, now), pieces) if p)),
            ("evidence_note", case.evidence_note),
            ("resolution", resolution_text(case.resolution) if case.resolution else ""),
            ("amount", money_text(case.amount, case.currency)),
            ("consent", case.consent),
            ("approved_by", case.approved_by),
            ("return_parcel", case.return_parcel),
            ("executed_at", moment_text(case.executed_at, now)),
            ("follow_up_at", moment_text(case.follow_up_at, now)),
            ("follow_up_result", case.follow_up_result),
            ("root_cause", case.root_cause),
            ("lesson", case.lesson),
            ("platform_deadline", moment_text(case.platform_deadline, now)),
            ("next_step", case.next_step),
            ("next_at", moment_text(case.next_at, now)),
        ]
        return [(field_text(name), text) for name, text in rows if text]

    def _grid(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(6))
        for row, (label, text) in enumerate(rows):
            grid.addWidget(plain_label("meta2", label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label("text", text, wrap=True, selectable=True), row, 1)
        return grid

    def _add_escalations(self, column: QVBoxLayout, case: Case) -> None:
        if not case.escalations:
            return
        column.addWidget(plain_label("head", translate("Cases", "Asked by mail")))
        for place, one in enumerate(case.escalations):
            row = QHBoxLayout()
            state = translate("Cases", "answered") if one.answered_at else moment_text(one.due_at, self._room.now())
            words = f"{who_text(one.to)} · {one.address} · {state}\n{one.asked}"
            row.addWidget(plain_label("text", words, wrap=True), 1)
            if one.answered_at is None:
                done = Button(self._theme, "secondary")
                done.setText(translate("Cases", "Answered"))
                done.setAccessibleName(translate("Cases", "%1 has answered").replace("%1", one.address))
                done.clicked.connect(self._answerer(case.id, place))
                row.addWidget(done)
            column.addLayout(row)

    def _add_history(self, column: QVBoxLayout) -> None:
        if self._history:
            column.addWidget(plain_label("head", translate("Cases", "History")))
        known = self._known()
        for entry in reversed(self._history[-NEWEST:]):
            column.addWidget(plain_label("meta", entry_text(entry, self._room.now(), known), wrap=True))

    def _answer(self, key: str) -> None:
        if self._case is not None and self.links.rows:
            self._room.answer(self._case, self.links.rows[0].id, key)

    def _known(self) -> Known:
        shown, language = self._presenter.shown, QLocale().name()
        books = shown.rules.playbooks.values()
        return Known(
            people={str(one.id): one.name for one in shown.team},
            steps={step.key: step.said(language) for book in books for step in book.steps},
            playbooks={book.key: book.said(language) for book in books},
        )

    def _answerer(self, number: CaseId, place: int) -> Callable[[bool], None]:
        def answered(_: bool = False) -> None:  # noqa: FBT002 - a clicked button says so
            self._presenter.do(lambda: self._room.escalations.answered(number, place))

        return answered

    def _ask(self, case: Case, to: str, address: str, words: str, due: object) -> None:
        def ask() -> object:
            return self._room.escalations.ask(case.id, to, address, words, due)  # type: ignore[arg-type]

        def asked(_: object) -> None:
            self.told.emit(translate("Cases", "Asked %1; the mail is on its way").replace("%1", address), "")
            self._presenter.look()

        self._presenter.write(ask, asked, self.failed.emit)

    def _edit(self) -> None:
        case = self._case
        if case is None:
            return
        form = EditForm(self._theme, self.window(), self._room.now, case)
        form.changed.connect(lambda values: self._presenter.change(case.id, values))
        self.form = form
        form.show_form()
        warn_before_paying(form, case, self._room, self._presenter.shown.rules)
