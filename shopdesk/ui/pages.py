"""The pages of the window: the inbox, and others that are made at the first visit."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.actions import Do
from shopdesk.ui.deeds import Deeds
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.page import Page
from shopdesk.ui.page_makers import PageMakers
from shopdesk.ui.page_table import CASES, INBOX, ORDERS, TEMPLATES, TODAY
from shopdesk.ui.widgets.rail import Rail
from shopdesk.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from shopdesk.domain.changes import Changes
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.day import Check, DayKind, Walk
    from shopdesk.domain.ids import CaseId
    from shopdesk.domain.template import Template
    from shopdesk.ui.case_room import NewCases
    from shopdesk.ui.case_ties import CaseTies
    from shopdesk.ui.templates.page import TemplatesPage
    from shopdesk.ui.walk_room import WalkRoom


class Pages(QObject):
    """Shows one page at a time beside the rail; each keeps its scroll, its selection and its focus."""

    def __init__(
        self, window: QWidget, room: QHBoxLayout, inbox: InboxScreen, rail: Rail, deeds: Deeds, makers: PageMakers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._room = room
        self._inbox = inbox
        self._rail = rail
        self._deeds = deeds
        self._makers = makers
        self._made: dict[str, Page] = {}
        self.current = INBOX
        self._new_cases: NewCases | None = None
        self._ties: CaseTies | None = None
        self.cases_changed: Callable[[], None] = lambda: None
        """Somebody changed cases in this window."""
        self.toast: Toast | None = None
        self.tell_failure: Callable[[Exception], None] = lambda _: None
        makers.show_conversation = self.show_conversation
        makers.remember = lambda deed, write: inbox.triage.write(deed, [], write)
        makers.undo, makers.show_case = (inbox.triage.undo, lambda: inbox.triage.can_undo), self.show_case
        makers.forget_steps = lambda: _forget_steps(inbox, self._made.values(), self.toast)
        makers.begin_walk, makers.show_place = self._begin_walk, self._show_place
        self._walks: WalkRoom | None = None
        inbox.wanted.connect(lambda: self.show(INBOX))

    @property
    def templates(self) -> "TemplatesPage":
        """The page of templates, made now if need be."""
        from shopdesk.ui.templates.page import TemplatesPage

        page = self.page(TEMPLATES)
        if not isinstance(page, TemplatesPage):
            raise TypeError(page)
        return page

    def page(self, key: str) -> Page:
        """A page by its key in the table of pages, made now if need be; not the inbox."""
        if key not in self._made:
            page = self._makers.make(key)
            page.hide()
            self._room.addWidget(page, 1)
            page.told.connect(self._tell)
            page.failed.connect(self._failed)
            if key == CASES:
                page.changed.connect(lambda: self.cases_changed())  # noqa: PLW0108 - set later
            self._made[key] = page
        return self._made[key]

    def show(self, key: str) -> None:
        """Turn to a page; the widget that had the keys on it gets them back."""
        if key != self.current:
            page, before = self._widget(key), self._widget(self.current)
            focused = page.focusWidget()
            self.current = key
            if self.toast is not None:
                self.toast.float_over(page)
            before.hide()
            page.show()
            self._open(key, focused)
        self._rail.show_chosen(key)

    def show_conversation(self, row: "Conversation") -> None:
        """Turn to the inbox, at a conversation."""
        self.show(INBOX)
        self._deeds.room.open_conversation(row)

    def give_keys(self) -> None:
        """Give the page that is shown the keys: who had them is gone."""
        if self.current == INBOX:
            self._inbox.focus_list()
        else:
            self.page(self.current).focus_list()

    def new_template(self, words: "Template | None" = None) -> None:
        """Begin a template, wherever the person is: empty, or with words made of a reply."""
        self.show(TEMPLATES)
        self.templates.begin(words)

    def edit_facts(self) -> None:
        """Turn to today, and open its board of facts."""
        from shopdesk.ui.today.page import TodayPage

        self.show(TODAY)
        page = self.page(TODAY)
        if isinstance(page, TodayPage):
            page.facts_asked.emit()

    def show_case(self, number: "CaseId") -> None:
        """Turn to a case."""
        from shopdesk.ui.cases.page import CasesPage

        self.show(CASES)
        page = self.page(CASES)
        if isinstance(page, CasesPage):
            page.open_case(number)

    def new_case(self) -> None:
        """Begin a case from the conversation that is read."""
        number = self._inbox.presenter.current
        if self._new_cases is None:
            self._new_cases = self._makers.new_cases(self._window, lambda words: self._tell(words, ""), self._failed)
            self._new_cases.opened = lambda _: self.cases_changed()
        if number is not None:
            self._new_cases.begin(number)

    def link_case(self) -> None:
        """Tie the conversation that is read to a case, or part them."""
        number = self._inbox.presenter.current
        if self._ties is None:
            self._ties = self._makers.case_ties(self._window, self._inbox, self._failed)
            self._ties.changed.connect(lambda: self.cases_changed())  # noqa: PLW0108 - set later
        if number is not None:
            self._ties.ask(number)

    def show_payments(self) -> None:
        """Turn to what cases cost."""
        from shopdesk.ui.cases.page import CasesPage

        self.show(CASES)
        page = self.page(CASES)
        if isinstance(page, CasesPage):
            page.show_payments()

    def apply(self, changes: "Changes") -> None:
        """Something was written by the engine."""
        if self._walks is not None and (changes.conversations or changes.day):
            self._walks.look()
        for page in self._made.values():
            page.apply(changes)

    def may_close(self) -> bool:
        """The window is being closed. Out: False when a person wants to go on with what is not saved."""
        return all(page.may_close() for page in self._made.values())

    def let_go(self) -> None:
        """The next close ends the program without a question."""
        for page in self._made.values():
            page.leaving = True

    def _begin_walk(self, kind: "DayKind", walk: "Walk") -> None:
        if self._walks is None:
            self._walks = self._makers.walks(self._inbox, self._rail)
            self._walks.back_asked.connect(lambda: self.show(TODAY))
        self.show(INBOX)
        self._walks.begin(kind, walk)

    def _show_place(self, check: "Check | CaseId") -> None:
        from shopdesk.domain.day import Check

        if not isinstance(check, Check):
            self.show_case(check)
            return
        page = {Check.CASES: CASES, Check.ORDERS: ORDERS, Check.TEMPLATES: TEMPLATES}.get(check)
        if page is not None:
            self.show(page)
            if page is TEMPLATES:
                self.templates.show_to_review()
        elif check is Check.BACKUP:
            self._deeds.settings.open("backups")
        else:
            self._deeds.run(Do.OUTBOX if check is Check.UNSENT else Do.HEALTH)

    # --- inside -----------------------------------------------------------------------------------------------

    def _widget(self, key: str) -> QWidget:
        return self._inbox if key == INBOX else self.page(key)

    def _open(self, key: str, focused: QWidget | None) -> None:
        page = None if key == INBOX else self.page(key)
        self._deeds.elsewhere = None if page is None else page.runs()
        if page is not None:
            page.opened()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.focus_list()
        else:
            self._inbox.focus_list()

    def _tell(self, text: str, undo: str) -> None:
        if self.toast is not None:
            self.toast.say(text, undo)

    def _failed(self, error: Exception) -> None:
        self.tell_failure(error)


def _forget_steps(inbox: InboxScreen, pages: Iterable[Page], toast: Toast | None) -> None:
    inbox.triage.forget_steps()
    for page in pages:
        page.forget_steps()
    if toast is not None:
        toast.withdraw_undo()
