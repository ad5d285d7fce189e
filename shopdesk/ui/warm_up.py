"""Reads in what the first visits of other pages need, while nobody waits for it."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

REST_MS = 2_000
"""The window is at rest by then."""
GAP_MS = 25
"""Between two modules the window does what it is asked."""

MODULES = (
    "shopdesk.ui.placeholder_words",
    "shopdesk.ui.templates.library",
    "shopdesk.ui.templates.wording",
    "shopdesk.ui.widgets.calm_box",
    "shopdesk.ui.templates.completion",
    "shopdesk.ui.templates.fields",
    "shopdesk.ui.templates.pick_list",
    "shopdesk.ui.templates.source_paint",
    "shopdesk.ui.templates.source_edit",
    "shopdesk.ui.templates.fault_lines",
    "shopdesk.ui.templates.inputs_editor",
    "shopdesk.ui.templates.files_row",
    "shopdesk.ui.templates.preview_presenter",
    "shopdesk.ui.templates.words_editor",
    "shopdesk.ui.templates.editor",
    "shopdesk.ui.templates.library_list",
    "shopdesk.ui.templates.library_column",
    "shopdesk.ui.templates.preview",
    "shopdesk.ui.widgets.calm_page",
    "shopdesk.ui.templates.exchange",
    "shopdesk.ui.templates.keeping",
    "shopdesk.ui.templates.presenter",
    "shopdesk.ui.templates.keys",
    "shopdesk.ui.templates.leaving",
    "shopdesk.ui.templates.tools",
    "shopdesk.ui.templates.try_out",
    "shopdesk.ui.templates.page",
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

    def begin(self) -> None:
        """Read in now: what has no widgets in a thread of its own, the others here, one at a time."""
        self._lane.submit(lambda: self._desk.templates, self._step, self._step)

    def _step(self, _: object = None) -> None:
        if not self._left:
            self._done()
            return
        import_module(self._left.pop())
        QTimer.singleShot(GAP_MS, self, self._step)
