"""The pills that say which open cases a conversation has; a click opens one."""

from collections.abc import Callable, Sequence
from datetime import datetime

from shopdesk.domain.case import Case
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import column_text, due_line, kind_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import PillButton
from shopdesk.ui.words import Urgency, translate

MOST = 2
ICON = "package-search"
_TONES = {Urgency.LATE: "red", Urgency.SOON: "amber"}


def case_texts(cases: Sequence[Case]) -> list[str]:
    """Number and column of each."""
    return [f"{case.number} · {column_text(case.column, short=True)}" for case in cases[:MOST]]


def case_pills(
    theme: Theme, cases: Sequence[Case], now: datetime, open_case: Callable[[CaseId], object]
) -> list[PillButton]:
    """A pill for each, in the colour of its haste."""
    return [
        _pill(theme, case, text, now, open_case) for case, text in zip(cases, case_texts(cases), strict=False)
    ]


def _pill(
    theme: Theme, case: Case, text: str, now: datetime, open_case: Callable[[CaseId], object]
) -> PillButton:
    due = due_line(case, now)
    pill = PillButton(theme, _TONES.get(due.urgency, "grey"), ICON, text)
    said = " · ".join(part for part in (kind_text(case.kind), due.text) if part)
    pill.setToolTip(said)
    words = translate("Cases", "Open case %1").replace("%1", case.number)
    pill.setAccessibleName(f"{words}. {column_text(case.column)}. {said}")
    pill.clicked.connect(lambda _=False: open_case(case.id))
    return pill
