"""The steps of a case's playbook: ticked with their dates; another playbook is chosen over them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.domain.case import Case, CaseStep
from shopdesk.domain.case_rules import Playbook
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import moment_text
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.cases.step_tick import StepTick
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate


class CaseSteps(QObject):
    """Makes the lines, and does what is asked there."""

    told = Signal(str, str)
    answer_asked = Signal(str)
    """The key of a template."""

    def __init__(self, page: QWidget, theme: Theme, presenter: CasesPresenter) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._presenter = presenter
        self.ticks: dict[str, StepTick] = {}
        self.may_answer = False
        """Whether there is a conversation in which the customer can be told."""
        self.menu: QMenu | None = None
        self.chooser: Button | None = None
        """Names the playbook, and asks for another one."""

    def add_lines(self, column: QVBoxLayout, case: Case) -> None:
        """A head with the playbook's name, and a tick for each step."""
        self.ticks, self.chooser = {}, None
        books, language = self._presenter.shown.rules.playbooks, QLocale().name()
        book = books.get(case.playbook)
        if not case.steps and not (books and case.is_open):
            return
        head = QHBoxLayout()
        head.addWidget(plain_label("head", translate("Cases", "Steps")), 1)
        if books and case.is_open:
            head.addWidget(self._chooser(case, book.said(language) if book else translate("Cases", "No playbook")))
        column.addLayout(head)
        words = {step.key: step.said(language) for step in book.steps} if book else {}
        for step in case.steps:
            tick = StepTick(
                self._theme, words.get(step.key, step.key), self._note(step), done=step.done_at is not None
            )
            tick.toggled.connect(self._ticker(case.id, step.key))
            self.ticks[step.key] = tick
            column.addWidget(tick)
        if book is not None and book.template and case.is_open and self.may_answer:
            answer = Button(self._theme, "link")
            answer.setText(translate("Cases", "Answer with /%1").replace("%1", book.template))
            answer.clicked.connect(lambda _=False, key=book.template: self.answer_asked.emit(key))
            column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self, case: Case) -> None:
        """Which playbook shall it follow?"""
        language = QLocale().name()
        books: Sequence[Playbook] = tuple(self._presenter.shown.rules.playbooks.values())
        self.menu = menu = QMenu(self._page)
        menu.setAccessibleName(translate("Cases", "Playbook"))
        for book in books:
            action = QAction(book.said(language), menu)
            action.setCheckable(True)
            action.setChecked(book.key == case.playbook)
            action.triggered.connect(partial(self._follow, case, book))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.chooser is not None:
            menu.popup(self.chooser.mapToGlobal(self.chooser.rect().bottomLeft()))

    def _follow(self, case: Case, book: Playbook, _: bool = False) -> None:  # noqa: FBT002 - an action says so
        words = translate("Cases", "%1 follows “%2” now; what was ticked stays").replace("%1", case.number)
        words = words.replace("%2", book.said(QLocale().name()))
        self._presenter.change(
            case.id, {"playbook": book.key}, lambda _: self.told.emit(words, translate("Toast", "Undo  Z"))
        )

    def _chooser(self, case: Case, name: str) -> Button:
        self.chooser = button = Button(self._theme, "secondary", "list-checks")
        button.setText(name)
        button.setAccessibleName(translate("Cases", "Playbook: %1").replace("%1", name))
        button.setToolTip(translate("Cases", "Follow another playbook"))
        button.clicked.connect(lambda _=False: self.ask(case))
        return button

    def _note(self, step: CaseStep) -> str:
        when = moment_text(step.done_at, self._presenter.now())
        return " · ".join(part for part in (when, step.by) if part)

    def _ticker(self, number: CaseId, key: str) -> Callable[[bool], None]:
        return lambda on: self._presenter.tick(number, key, done=on)
