"""One case: where it stands on top, the facts on the left, its mails on the right, what can be done at the bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.case import Case, Resolution, Stage
from shopdesk.domain.conversation import Conversation, OpenConversation
from shopdesk.domain.ids import CaseId, ConversationId, MessageId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.case_desk import CaseDesk, EscalationDesk, PaymentDesk
from shopdesk.ui.case_words import due_line, kind_text, stage_text
from shopdesk.ui.cases.facts import CaseFacts
from shopdesk.ui.cases.mails import CaseMails
from shopdesk.ui.cases.presenter import CasesPresenter
from shopdesk.ui.cases.stepper import Stepper
from shopdesk.ui.day_desk import AgentDesk
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, line, plain_label, restate
from shopdesk.ui.words import translate


@dataclass(frozen=True, slots=True)
class CaseRoom:
    """What one case is looked at with."""

    desk: CaseDesk
    escalations: EscalationDesk
    payments: PaymentDesk
    agents: AgentDesk
    open_conversation: Callable[[ConversationId], OpenConversation]
    """Asked in the reader lane."""
    find: Callable[[Case, str], Sequence[Conversation]]
    """Conversations for a text, with nothing typed those of the case's customer; asked in the reader lane."""
    arrived: Callable[[Case], datetime | None]
    """When its order arrived; asked in the reader lane."""
    go_to: Callable[[ConversationId], None]
    """Shows a conversation in the inbox."""
    answer: Callable[[Case, ConversationId, str], None]
    """Begins an answer in one of its conversations, with the template of a key."""
    export: Callable[[Case], None]
    """Asks for a place and writes the evidence pack there."""
    reading: WorkLane
    now: Now


class CasePage(QWidget):
    """Shows one case; everything on it is done by the presenter of the page."""

    left = Signal()
    owner_asked = Signal()
    move_asked = Signal()
    told = Signal(str, str)
    failed = Signal(object)

    def __init__(self, theme: Theme, room: CaseRoom, presenter: CasesPresenter) -> None:
        super().__init__()
        self._theme = theme
        self.room = room
        self._presenter = presenter
        self.number: CaseId | None = None
        self.homes: Sequence[ConversationId] = ()
        self._case: Case | None = None
        self._beside: bool | None = None
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton(theme, "arrow-left")
        self.title, self.under = ElidedLabel("pane"), plain_label("text")
        self.due = plain_label("label")
        self.owner = Button(theme, "secondary", "user")
        self.stepper = Stepper(theme)
        self.facts = CaseFacts(theme, room, presenter)
        self.mails = CaseMails(theme, room.now)
        self.primary = Button(theme, "primary")
        self.mover = Button(theme, "secondary", "square-kanban")
        self.ask = Button(theme, "secondary", "send")
        self.export = Button(theme, "secondary", "file-down")
        self.policy = Button(theme, "secondary", "undo-2")
        self.payments = Button(theme, "ghost", "hand-coins")
        self.show_inbox = Button(theme, "ghost", "inbox")
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()

    def open(self, number: CaseId) -> None:
        """Look at a case; its mails come from the reader lane."""
        self.number = number
        self.homes = ()
        self.mails.show_messages((), self._presenter.case(number))
        self.show_case(self._presenter.case(number))
        self.look()

    def look(self) -> None:
        """Read its mails and history anew."""
        number, room = self.number, self.room
        if number is None:
            return

        def read() -> tuple[Case, Sequence[ConversationId], list[OpenConversation]]:
            homes = room.desk.homes(number)
            return room.desk.get(number), homes, [room.open_conversation(home) for home in homes]

        def have(found: tuple[Case, Sequence[ConversationId], list[OpenConversation]]) -> None:
            if number == self.number and isValid(self):
                case, self.homes, opened = found
                self.show_case(self._presenter.case(number) or case)  # what is shown may be newer than what was read
                messages = [message for each in opened for message in each.messages]
                messages.sort(key=lambda message: (message.at, message.id))
                self.mails.show_messages(messages, case)
                self.facts.show_links([each.conversation for each in opened])
                self.show_inbox.setEnabled(bool(self.homes))
                self.ask.setEnabled(bool(self.homes))

        room.reading.submit(read, have, self.failed.emit)
        self.facts.look(number)

    def show_case(self, case: Case | None) -> None:
        """Show it as it is now."""
        if case is None:
            return
        before, self._case = self._case, case
        if before is not None and before.id == case.id and before.messages != case.messages:
            self.look()  # its mails are other ones
        now = self.room.now()
        self.title.setText(" · ".join(part for part in (case.number, case.item or case.reason) if part))
        under = (kind_text(case.kind), case.customer_name, case.variant)
        self.under.setText(" · ".join(part for part in under if part))
        due = due_line(case, now)
        self.due.setText(due.text)
        restate(self.due, "type", {"red": "failed", "amber": "warning"}.get(due.tone, "meta2"))
        name = self._presenter.shown.owner_name(case) or translate("Cases", "Nobody’s")
        self.owner.setText(name)
        self.owner.setAccessibleName(translate("Cases", "Owner: %1").replace("%1", name))
        self.stepper.show_stage(case.stage)
        self.facts.show_case(case)
        self.mails.mark(case)
        self._name_primary()

    def focus_first(self) -> None:
        """Give the main button the keys."""
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next stage; where something is missing the person is asked for it."""
        case, stages = self._case, list(Stage)
        if case is not None and case.is_open:
            self._presenter.move(case.id, stages[stages.index(case.stage) + 1])

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.back.name(translate("Cases", "Back to the board"), "Esc")
        self.mover.setText(translate("Cases", "Move to… (M)"))
        self.ask.setText(translate("Cases", "Ask by mail…"))
        self.export.setText(translate("Cases", "Evidence pack…"))
        self.policy.setText(translate("Cases", "Return…"))
        self.show_inbox.setText(translate("Cases", "Show in inbox"))
        self.payments.setText(translate("Cases", "Ledger"))
        self.payments.setToolTip(translate("Cases", "What cases cost, and what the limits leave"))
        self.owner.setToolTip(translate("Cases", "Whose case it is (A)"))
        self.mails.retranslate()
        self.facts.retranslate()
        self.show_case(self._case)

    def fit(self) -> None:
        """Stand side by side where there is room."""
        beside = self.width() >= self._theme.px(900)
        if self._beside is not beside:
            self._beside = beside
            self._sides.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            whole = self.width() if beside else self.height()
            self._sides.setSizes([whole * 46 // 100, whole * 54 // 100])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # --- inside -----------------------------------------------------------------------------------------------

    def _name_primary(self) -> None:
        case, stages = self._case, list(Stage)
        open_ = case is not None and case.is_open
        self.primary.setVisible(open_)
        self.policy.setVisible(open_)
        if case is not None and open_:
            following = stages[stages.index(case.stage) + 1]
            words = translate("Cases", "Go on: %1  E").replace("%1", stage_text(following))
            if following is Stage.ANSWERED and case.resolution in {Resolution.REFUND, Resolution.COMPENSATE}:
                words = translate("Cases", "Decided: tell the customer  E")
            self.primary.setText(words)

    def _arrange(self) -> None:
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setWidget(self.facts)
        self.facts.setAutoFillBackground(False)
        left.viewport().setAutoFillBackground(False)
        for place, side in enumerate((left, self.mails)):
            self._sides.addWidget(side)
            self._sides.setStretchFactor(place, 1)
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(line())
        column.addWidget(self._sides, 1)
        column.addWidget(line())
        column.addLayout(self._buttons())

    def _top(self) -> QVBoxLayout:
        px = self._theme.px
        head, words, top = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        head.setSpacing(px(12))
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.under)
        head.addWidget(self.back)
        head.addLayout(words, 1)
        head.addWidget(self.due)
        head.addWidget(self.owner)
        head.addWidget(self.show_inbox)
        top.setContentsMargins(px(24), px(16), px(24), px(12))
        top.setSpacing(px(12))
        top.addLayout(head)
        top.addWidget(self.stepper)
        return top

    def _buttons(self) -> QHBoxLayout:
        px = self._theme.px
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(24), px(12), px(24), px(12))
        buttons.setSpacing(px(8))
        for button in (self.primary, self.mover, self.policy, self.ask, self.export):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.payments)
        return buttons

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _=False: self.left.emit())
        self.owner.clicked.connect(lambda _=False: self.owner_asked.emit())
        self.primary.clicked.connect(lambda _=False: self.go_on())
        self.mover.clicked.connect(lambda _=False: self.move_asked.emit())
        self.ask.clicked.connect(lambda _=False: self.facts.ask_outside())
        self.policy.clicked.connect(lambda _=False: self.facts.ask_policy())
        self.export.clicked.connect(lambda _=False: self._export())
        self.show_inbox.clicked.connect(lambda _=False: self._go())
        self.mails.taken.connect(self._attach)
        self.facts.failed.connect(self.failed)
        self.facts.told.connect(self.told)

    def _export(self) -> None:
        if self._case is not None:
            self.room.export(self._case)

    def _go(self) -> None:
        if self.homes:
            self.room.go_to(self.homes[0])

    def _attach(self, message: MessageId, number: int) -> None:
        case = self._case
        if case is not None:
            self._presenter.do(lambda: self.room.desk.attach(case.id, message, number))
