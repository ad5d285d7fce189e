"""The conversations of a case: shown, further ones linked, parted again."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.case import Case
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.case_desk import CaseDesk
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.desk import Now
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker, PickerWords
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import conversation_line, translate


class LinkRoom(Protocol):
    """What conversations are found and shown with."""

    @property
    def desk(self) -> CaseDesk: ...
    @property
    def find(self) -> Callable[[Case, str], Sequence[Conversation]]: ...
    @property
    def arrived(self) -> Callable[[Case], datetime | None]: ...
    @property
    def answer(self) -> Callable[[Case, ConversationId, str], None]: ...
    @property
    def go_to(self) -> Callable[[ConversationId], None]: ...
    @property
    def reading(self) -> WorkLane: ...
    @property
    def now(self) -> Now: ...


class CaseLinks(QObject):
    """Makes the lines, and does what is asked there."""

    told = Signal(str, str)

    def __init__(self, page: QWidget, theme: Theme, room: LinkRoom, presenter: CasesPresenter) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._room = room
        self._presenter = presenter
        self.rows: Sequence[Conversation] = ()
        """The conversations of the case that is shown."""
        self.picker: ChoicePicker | None = None

    def add_lines(self, column: QVBoxLayout, case: Case) -> None:
        """A head with a button that links a further one, and a line for each."""
        head = QHBoxLayout()
        head.addWidget(plain_label("head", translate("Cases", "Conversations")), 1)
        more = Button(self._theme, "secondary", "plus")
        more.setText(translate("Cases", "Link…"))
        more.setAccessibleName(translate("Cases", "Link a conversation"))
        more.clicked.connect(lambda _=False: self.ask(case))
        head.addWidget(more)
        column.addLayout(head)
        for row in self.rows:
            column.addLayout(self._line(case, row))

    def ask(self, case: Case) -> None:
        """Which one?"""
        words = PickerWords(
            translate("Cases", "Link a conversation with %1").replace("%1", case.number),
            translate("Cases", "Customer, subject or order number"),
            translate("Cases", "Its mails stand beside those of the case, and in the evidence pack. Z takes it back."),
            translate("Cases", "Type a customer, a subject or an order number to find the conversation."),
        )

        def find(typed: str, hand_over: Callable[[Sequence[Choice]], None]) -> None:
            def have(rows: Sequence[Conversation]) -> None:
                known, now = {row.id for row in self.rows}, self._room.now()
                hand_over([Choice(row.id, conversation_line(row, now)) for row in rows if row.id not in known])

            self._room.reading.submit(lambda: self._room.find(case, typed), have, lambda _: hand_over(()))

        picker = ChoicePicker(self._theme, self._page.window(), words, find)
        picker.chosen.connect(lambda number: self.link(case, number))
        self.picker = picker
        picker.start()

    def link(self, case: Case, conversation: ConversationId) -> None:
        """Tie a conversation to the case."""
        words = translate("Cases", "Conversation linked with %1").replace("%1", case.number)
        self._presenter.do(lambda: self._room.desk.link(case.id, conversation), self._teller(words))

    def part(self, case: Case, conversation: ConversationId) -> None:
        """Part them again."""
        words = translate("Cases", "Conversation parted from %1").replace("%1", case.number)
        self._presenter.do(lambda: self._room.desk.unlink(case.id, conversation), self._teller(words))

    def _teller(self, words: str) -> Callable[[Case], None]:
        return lambda _: self.told.emit(words, translate("Toast", "Undo  Z"))

    def _line(self, case: Case, row: Conversation) -> QHBoxLayout:
        line, text = QHBoxLayout(), conversation_line(row, self._room.now())
        line.setSpacing(self._theme.px(4))
        label = ElidedLabel("text")
        label.setText(text)
        label.setToolTip(text)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        show, part = IconButton(self._theme, "inbox", 28), IconButton(self._theme, "x", 28)
        show.name(translate("Cases", "Show “%1” in the inbox").replace("%1", row.subject))
        part.name(translate("Cases", "Part “%1” from the case").replace("%1", row.subject))
        show.clicked.connect(lambda _=False: self._room.go_to(row.id))
        part.clicked.connect(lambda _=False: self.part(case, row.id))
        for button in (show, part):
            line.addWidget(button)
        return line
