"""Opens what is edited and read from the page of today: own tasks, facts, the team, reports of days."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from shopdesk.ui.today.page import TodayPage
from shopdesk.ui.widgets.parts import Button
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.jobs.lane import WorkLane
    from shopdesk.ui.desk import Desk, Now
    from shopdesk.ui.theme.theme import Theme
    from shopdesk.ui.today.list_editor import LineForm, ListEditor
    from shopdesk.ui.today.reports import ReportsPopover


class DayEditing(QObject):
    """One for the page; what it opens is made when it is asked for."""

    def __init__(
        self, page: TodayPage, desk: "Desk", theme: "Theme", lanes: "tuple[WorkLane, WorkLane]", now: "Now"
    ) -> None:
        """In: the lanes of reading and writing."""
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._now = now
        self._lanes = lanes
        self.editor: ListEditor[Any] | None = None
        """The popover while it is open."""
        self.reports: ReportsPopover | None = None
        page.own_asked.connect(self.edit_own)
        page.facts_asked.connect(self.edit_facts)
        page.team_asked.connect(self.edit_team)
        page.reports_asked.connect(self.open_reports)
        page.may_leave = self.may_leave

    def edit_own(self) -> None:
        """The shop's own tasks."""
        from shopdesk.ui.today.own_form import OwnItemForm

        form = OwnItemForm(self._theme, self._desk.own_items)
        editor = self._open(form)
        self._add_button(editor, translate("Today", "Add suggested ones"), form.suggest)

    def edit_facts(self) -> None:
        """The board of facts."""
        from shopdesk.ui.today.fact_form import FactForm

        self._open(FactForm(self._theme, self._desk.facts, self._now))

    def edit_team(self) -> None:
        """Who works here, and who is on duty."""
        from shopdesk.ui.today.person_form import PersonForm

        form = PersonForm(self._theme, self._desk.agents)
        editor = self._open(form)
        button = self._add_button(editor, translate("Today", "Go on duty"), form.sit_down)
        editor.list.marked.connect(lambda row: button.setEnabled(row >= 0))

    def open_reports(self) -> None:
        """The days that were, each as a report."""
        from shopdesk.ui.today.reports import ReportsPopover

        self.reports = popover = ReportsPopover(self._theme, self._page.window(), self._desk.day, self._lanes[0])
        popover.failed.connect(self._page.failed)
        popover.told.connect(lambda words: self._page.told.emit(words, ""))
        popover.closed.connect(self._closed)
        popover.show_days()

    def may_leave(self) -> bool:
        """The window is being closed. Out: False when it stays: for good, or until what was typed is saved."""
        editor, window = self.editor, self._page.window()
        if editor is None or not editor.is_unsaved:
            return True
        if self._page.leaving:  # nobody can be asked any more: what can be kept is kept
            editor.submit(lambda: None)
            return True
        return editor.leave_line(lambda: None, lambda: QTimer.singleShot(0, window, window.close))

    # --- inside ---------------------------------------------------------------------------------------------

    def _open(self, form: "LineForm[Any]") -> "ListEditor[Any]":
        from shopdesk.ui.today.list_editor import ListEditor

        self.editor = editor = ListEditor(self._theme, self._page.window(), self._lanes, form)
        editor.changed.connect(self._page.presenter.look)
        editor.failed.connect(self._page.failed)
        editor.closed.connect(self._closed)
        editor.show_lines()
        return editor

    def _add_button(self, editor: "ListEditor[Any]", words: str, run: Callable[[], object]) -> Button:
        def done(key: object) -> None:
            self._page.presenter.look()
            if self.editor is editor:
                editor.look(key)

        button = Button(self._theme, "secondary")
        button.setText(words)
        def submit() -> None:
            self._lanes[1].submit(run, done, self._page.failed.emit)

        button.clicked.connect(lambda _=False: editor.leave_line(submit))
        editor.more.addWidget(button)
        return button

    def _closed(self) -> None:
        self.editor = self.reports = None
