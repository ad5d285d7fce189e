"""Reads in what the first visits of other pages need, while nobody waits for it."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

REST_MS = 1_000
"""The window is at rest by then."""
GAP_MS = 15
"""Between two modules the window does what it is asked."""

MODULES = (
    "shopdesk.ui.page_makers",
    "shopdesk.ui.page",
    "shopdesk.ui.pages",
    "shopdesk.ui.case_words",
    "shopdesk.ui.widgets.elided",
    "shopdesk.ui.today.cases_card",
    "shopdesk.ui.snooze",
    "shopdesk.ui.today.left_rows",
    "shopdesk.ui.today.presenter",
    "shopdesk.ui.widgets.segments",
    "shopdesk.ui.today.lessons",
    "shopdesk.ui.today.painted",
    "shopdesk.ui.backup_words",
    "shopdesk.ui.error_texts",
    "shopdesk.ui.today.wording",
    "shopdesk.ui.today.tasks",
    "shopdesk.ui.today.list_card",
    "shopdesk.ui.widgets.promise_row",
    "shopdesk.ui.today.promised",
    "shopdesk.ui.today.side",
    "shopdesk.ui.today.page",
    "shopdesk.ui.today.editing",
    "shopdesk.ui.day_room",
    "shopdesk.ui.case_desk",
    "shopdesk.ui.cases.choice_box",
    "shopdesk.ui.cases.fields",
    "shopdesk.ui.widgets.overlay",
    "shopdesk.ui.cases.forms",
    "shopdesk.ui.cases.caution",
    "shopdesk.ui.cases.missing",
    "shopdesk.ui.cases.shown",
    "shopdesk.ui.cases.presenter",
    "shopdesk.ui.cases.asked",
    "shopdesk.ui.widgets.item_icons",
    "shopdesk.ui.cases.card_painter",
    "shopdesk.ui.cases.card_list",
    "shopdesk.ui.cases.column",
    "shopdesk.ui.cases.dragging",
    "shopdesk.ui.cases.board",
    "shopdesk.ui.cases.asking",
    "shopdesk.ui.cases.editing",
    "shopdesk.ui.cases.history_words",
    "shopdesk.ui.widgets.choice_picker",
    "shopdesk.ui.cases.linking",
    "shopdesk.ui.cases.returning",
    "shopdesk.ui.cases.step_tick",
    "shopdesk.ui.cases.steps",
    "shopdesk.ui.cases.facts",
    "shopdesk.ui.cases.mails",
    "shopdesk.ui.cases.stepper",
    "shopdesk.ui.cases.case_page",
    "shopdesk.ui.cases.head",
    "shopdesk.ui.cases.table",
    "shopdesk.ui.cases.overview",
    "shopdesk.ui.cases.owning",
    "shopdesk.ui.cases.page",
    "shopdesk.ui.case_room",
    "shopdesk.ui.order_desk",
    "shopdesk.ui.orders.watch_words",
    "shopdesk.ui.orders.watch_card",
    "shopdesk.ui.orders.watch_list",
    "shopdesk.ui.orders.watch_presenter",
    "shopdesk.ui.orders.watch_page",
    "shopdesk.ui.order_watch_room",
    "shopdesk.ui.customer_desk",
    "shopdesk.ui.customers.people_list",
    "shopdesk.ui.customers.presenter",
    "shopdesk.ui.customers.page",
    "shopdesk.ui.people_room",
    "shopdesk.ui.side_panel.order",
    "shopdesk.ui.side_panel.section",
    "shopdesk.ui.side_panel.cards",
    "shopdesk.ui.side_panel.cases",
    "shopdesk.ui.side_panel.earlier",
    "shopdesk.ui.people_words",
    "shopdesk.ui.side_panel.addresses",
    "shopdesk.ui.finding_texts",
    "shopdesk.ui.side_panel.flow",
    "shopdesk.ui.topic_words",
    "shopdesk.ui.side_panel.habits",
    "shopdesk.ui.side_panel.tags",
    "shopdesk.ui.side_panel.head",
    "shopdesk.ui.side_panel.note_editor",
    "shopdesk.ui.side_panel.notes",
    "shopdesk.ui.side_panel.order_steps",
    "shopdesk.ui.side_panel.orders",
    "shopdesk.ui.side_panel.case_presenter",
    "shopdesk.ui.side_panel.clock_presenter",
    "shopdesk.ui.side_panel.drafts",
    "shopdesk.ui.side_panel.join_presenter",
    "shopdesk.ui.side_panel.order_presenter",
    "shopdesk.ui.side_panel.promise_presenter",
    "shopdesk.ui.side_panel.presenter",
    "shopdesk.ui.side_panel.promises",
    "shopdesk.ui.side_panel.panel",
    "shopdesk.ui.customer_room",
    "shopdesk.ui.placeholder_words",
    "shopdesk.ui.templates.pick_list",
    "shopdesk.ui.templates.library",
    "shopdesk.ui.templates.wording",
    "shopdesk.ui.widgets.announcing",
    "shopdesk.ui.templates.completion",
    "shopdesk.ui.widgets.calm_box",
    "shopdesk.ui.widgets.switch",
    "shopdesk.ui.templates.fields",
    "shopdesk.ui.widgets.file_chip",
    "shopdesk.ui.templates.files_row",
    "shopdesk.ui.templates.inputs_editor",
    "shopdesk.ui.templates.preview_presenter",
    "shopdesk.ui.templates.fault_lines",
    "shopdesk.ui.templates.languages_bar",
    "shopdesk.ui.templates.source_paint",
    "shopdesk.ui.templates.source_edit",
    "shopdesk.ui.templates.words_editor",
    "shopdesk.ui.templates.editor",
    "shopdesk.ui.template_desk",
    "shopdesk.ui.templates.exchange",
    "shopdesk.ui.templates.library_list",
    "shopdesk.ui.templates.library_column",
    "shopdesk.ui.templates.keeping",
    "shopdesk.ui.templates.presenter",
    "shopdesk.ui.templates.preview",
    "shopdesk.ui.templates.keys",
    "shopdesk.ui.widgets.leaving",
    "shopdesk.ui.templates.leaving",
    "shopdesk.ui.templates.tools",
    "shopdesk.ui.templates.try_out",
    "shopdesk.ui.templates.page",
    "shopdesk.ui.report_desk",
    "shopdesk.ui.reports.chart_card",
    "shopdesk.ui.reports.charts",
    "shopdesk.ui.reports.presenter",
    "shopdesk.ui.reports.head",
    "shopdesk.ui.reports.wording",
    "shopdesk.ui.reports.rise_bar",
    "shopdesk.ui.widgets.bar_pairs",
    "shopdesk.ui.widgets.tile",
    "shopdesk.ui.reports.page",
)
"""Each after those that it needs, so that each costs a few milliseconds."""


class WarmUp(QObject):
    """Begins a while after the window's first picture. In: who owns it; the shop; a lane where nothing else waits."""

    def __init__(self, owner: QObject, desk: Desk, lane: WorkLane, done: Callable[[], object] = lambda: None) -> None:
        super().__init__(owner)
        self._desk = desk
        self._lane = lane
        self._done = done
        self._left = list(reversed(MODULES))
        QTimer.singleShot(REST_MS, self, self.begin)

    @property
    def is_under_way(self) -> bool:
        """False when everything was read in."""
        return bool(self._left)

    def begin(self) -> None:
        """Read in now: what has no widgets in a thread of its own, the others here, one at a time."""
        self._lane.submit(self._read_services, self._step, self._step)

    def _read_services(self) -> None:
        desk = self._desk
        desk.conversations.get_ready()
        for service in (lambda: desk.templates, lambda: desk.day, lambda: desk.escalations, lambda: desk.figures):
            service()

    def _step(self, _: object = None) -> None:
        if not self._left:
            self._done()
            return
        import_module(self._left.pop())
        QTimer.singleShot(GAP_MS, self, self._step)
