"""Every field of a case in one form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import Case
from shopdesk.domain.case_fields import FIELDS, FieldKind, filled
from shopdesk.domain.errors import InputRefused
from shopdesk.ui.cases.forms import CaseForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

_UNSHOWN = {"currency", "evidence_at", "owner", "playbook", "sku"}
EDITED = tuple(
    name for name, one in FIELDS.items() if one.kind is not FieldKind.LISTED and name not in _UNSHOWN
)
_ORDER = (
    "kind customer_name customer_email order_number item variant reason value next_step next_at platform_deadline"
    " evidence_note resolution amount consent approved_by return_parcel executed_at follow_up_at follow_up_result"
    " root_cause lesson"
).split()


class EditForm(CaseForm):
    """Says what was typed anew."""

    changed = Signal(object)
    """The new values by name."""

    def __init__(self, theme: Theme, window: QWidget, now: Now, case: Case) -> None:
        title = translate("Cases", "Edit %1").replace("%1", case.number)
        super().__init__(theme, window, now, title, translate("Cases", "Save"))
        self._case = case
        self.form.build([name for name in _ORDER if name in EDITED], case)

    def show_form(self) -> None:
        """Open it, with the keys in the reason."""
        self.open(self.form.editors["reason"])

    @override
    def submit(self) -> None:
        values = self.form.values()
        try:
            filled(self._case, values, self.form.zone())
        except InputRefused as refused:
            self.refuse(refused)
            return
        self.close_now()
        if values:
            self.changed.emit(values)
