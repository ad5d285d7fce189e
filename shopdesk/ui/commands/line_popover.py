"""What palette and snooze popover share: a line to type in over lines that run."""

from PySide6.QtWidgets import QWidget

from shopdesk.ui.commands.entries import Entry
from shopdesk.ui.commands.line_list import LineList
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.step_field import StepField


class LinePopover(Overlay):
    """Runs the line that is chosen, and closes before."""

    def __init__(self, theme: Theme, window: QWidget, *, scrim: bool) -> None:
        super().__init__(theme, window, scrim=scrim)
        self.field = StepField()
        self.list = LineList(theme)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._run_chosen)
        self.list.ran.connect(self._run)
        self.list.moved.connect(self.field.say)

    def _run_chosen(self) -> None:
        if self.list.chosen is not None:
            self._run(self.list.chosen)

    def _run(self, entry: Entry) -> None:
        self.close_now()
        entry.run()
