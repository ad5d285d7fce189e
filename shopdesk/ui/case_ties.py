"""Ties the conversation that is read to a case, or parts them: a picker of cases at Shift+C."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Undo
from shopdesk.domain.ids import CaseId, ConversationId
from shopdesk.ui.case_words import column_text, kind_text
from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker, PickerWords
from shopdesk.ui.words import translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.domain.case_changes import CaseUndo
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.surroundings import Surroundings

MOST = 60
CLOSED = 200
"""So many closed cases are looked through."""


class CaseTies(QObject):
    """One for a window."""

    changed = Signal()
    """Cases are other ones now; asked for in the store's lane, heard in the screen's thread."""
    _written = Signal()

    def __init__(
        self, window: "QWidget", inbox: "InboxScreen", desk: "Desk", around: "Surroundings",
        failed: Callable[[Exception], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._failed = failed
        self.picker: ChoicePicker | None = None
        self._written.connect(self._tell)

    def ask(self, conversation: ConversationId) -> None:
        """Which case?"""

        def read() -> tuple[Sequence[Case], frozenset[CaseId]]:
            cases = (*self._desk.cases.board().cases, *self._desk.cases.closed(CLOSED))
            linked = frozenset(case.id for case in self._desk.cases.of_conversation(conversation))
            return sorted(cases, key=lambda case: (case.id in linked, not case.is_open, -case.id)), linked

        reading = self._around.lanes.reading
        reading.submit(read, lambda found: self._open(conversation, *found), self._failed)

    def _open(self, conversation: ConversationId, cases: Sequence[Case], linked: frozenset[CaseId]) -> None:
        words = PickerWords(
            translate("Cases", "Link this conversation with a case"),
            translate("Cases", "Number, customer, order or item"),
            translate("Cases", "Both show each other from then on. Z takes it back."),
            translate("Cases", "No such case. Press Esc, then C for a new one."),
        )

        def find(typed: str, hand_over: Callable[[Sequence[Choice]], None]) -> None:
            wanted = typed.casefold().split()
            lines = ((case, case_line(case, linked=case.id in linked)) for case in cases)
            fitting = [
                Choice(case.id, text) for case, text in lines if all(word in _known(case, text) for word in wanted)
            ]
            hand_over(fitting[:MOST])

        self.picker = ChoicePicker(self._around.theme, self._window, words, find)
        self.picker.chosen.connect(lambda case: self._take(conversation, case, parts=case in linked))
        self.picker.start()

    def _take(self, conversation: ConversationId, case: CaseId, *, parts: bool) -> None:
        desk = self._desk.cases
        done: list[CaseUndo] = []

        def write() -> Undo:
            done.append(desk.unlink(case, conversation) if parts else desk.link(case, conversation))
            self._written.emit()
            return Undo()

        def reverse() -> None:
            desk.undo(done.pop())
            self._written.emit()

        deed, inbox = Deed.CASE_PARTED if parts else Deed.CASE_LINKED, self._inbox
        step = (write, reverse, lambda: None)
        inbox.triage.answer(conversation, lambda row: row, step, go_on=False, deed=deed)
        inbox.stage.show_deed(deed)

    def _tell(self) -> None:
        self.changed.emit()


def case_line(case: Case, *, linked: bool) -> str:
    """A case in the picker."""
    state = translate("Cases", "linked – choose it to part them") if linked else column_text(case.column)
    parts = (case.number, kind_text(case.kind), case.item or case.reason, case.customer_name, state)
    return " · ".join(part for part in parts if part)


def _known(case: Case, text: str) -> str:
    return f"{text} {case.order_number} {case.customer_email}".casefold()
