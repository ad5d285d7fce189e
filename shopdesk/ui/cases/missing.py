"""What a closed gate still wants before a case may go on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case, Column, Stage
from shopdesk.domain.case_fields import filled
from shopdesk.domain.errors import InputRefused
from shopdesk.ui.case_words import column_text, field_text, stage_text
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate


class MissingForm(CaseForm):
    """What has to be filled before a case may go where the person wants it."""

    filled_in = Signal(object)
    """The typed values by name."""

    def __init__(
        self, theme: Theme, window: QWidget, now: Now, case: Case, to: Stage | Column | None, missing: Sequence[str],
        team: Sequence[Agent] = (),
    ) -> None:  # fmt: skip
        """In: the case with what was typed already; where it goes, None when it stays and is only to be changed."""
        place = column_text(to) if isinstance(to, Column) else stage_text(to or case.stage)
        title = translate("Cases", "%1 to “%2”").replace("%1", case.number).replace("%2", place)
        button = translate("Cases", "Save and move") if to is not None else translate("Cases", "Save")
        super().__init__(theme, window, now, title, button, team)
        names = ", ".join(field_text(name) for name in missing)
        self.words.setText(translate("Cases", "Still needed: %1").replace("%1", names))
        self.words.show()
        self._case = case
        self.form.build(missing, case)
        self.form.put("executed_at", f"{now().astimezone():%Y-%m-%d %H:%M}")

    def show_form(self) -> None:
        """Open it, with the keys in the first field."""
        self.open(self.form.first())

    @override
    def submit(self) -> None:
        values = {name: text for name, text in self.form.all_values().items() if text}
        try:
            filled(self._case, values, self.form.zone())
        except InputRefused as refused:
            self.refuse(refused)
            return
        self.close_now()
        self.filled_in.emit(values)
