"""The mailboxes: how they fare, their order, and the way to each one's own settings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, MailboxState
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.settings.mailbox_editor import MailboxEditor
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import counted, translate


class MailboxesPage(Page):
    """A list of cards; one mailbox's settings take the page over until they are left."""

    def __init__(self, doors: Doors) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._health: Sequence[Health] = ()
        self._after_change: MailboxId | None = None
        self.editor: MailboxEditor | None = None
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.cards: dict[MailboxId, MailboxCard] = {}
        self._head = self.label("pane", lambda: translate("Settings", "Mailboxes"))
        self.column.addWidget(self._head)
        self._failure = plain_label("failed", wrap=True)
        self._failure.hide()
        self.column.addWidget(self._failure)
        self.column.addWidget(self._list)
        self.add = Button(self.theme, "primary", "plus")
        self.say(self.add.setText, lambda: translate("Settings", "Add a mailbox"))
        self.add.clicked.connect(self._ask_for_more)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @override
    def opened(self) -> None:
        """Ask how the mailboxes fare."""
        self._doors.reading.submit(self._doors.mailboxes.health, self._took, lambda _: None)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._show()
        if self.editor is not None:
            self.editor.retranslate()

    def edit(self, mailbox: MailboxId) -> None:
        """Open the settings of one mailbox, as soon as it is known."""
        self._after_change = mailbox
        self._open_wanted()
        self.opened()

    def leave_editor(self) -> None:
        """Back to the list."""
        if self.editor is not None:
            before, self.editor = self.editor.mailbox.id, None
            self._swap_editor(None)
            card = self.cards.get(before)
            (card.change if card is not None else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened()

    # --- inside -----------------------------------------------------------------------------------------------

    def _ask_for_more(self) -> None:
        self._doors.add_mailbox()

    def _took(self, health: Sequence[Health]) -> None:
        self._health = health
        if self._after_change is None or self.editor is not None:
            self._show()
        self._open_wanted()

    def _open_wanted(self) -> None:
        found = next((one for one in self._health if one.mailbox.id == self._after_change), None)
        if found is None:
            return
        self._after_change = None
        self.editor = MailboxEditor(self._doors, found.mailbox)
        self.editor.left.connect(self.leave_editor)
        self._swap_editor(self.editor)
        self.editor.opened()
        self.editor.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap_editor(self, editor: MailboxEditor | None) -> None:
        for last in self.findChildren(MailboxEditor):
            self.column.removeWidget(last)
            last.hide()
            last.deleteLater()
        if editor is not None:
            self.column.insertWidget(1, editor)
        for part in (self._head, self._list, self.add):
            part.setVisible(editor is None)

    def _show(self) -> None:
        for card in self.cards.values():
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        many = len(self._health)
        for place, health in enumerate(self._health):
            card = MailboxCard(self._doors, health, first=place == 0, last=place == many - 1)
            number = health.mailbox.id
            card.change.clicked.connect(lambda _=False, number=number: self.edit(number))
            card.up.clicked.connect(lambda _=False, number=number: self._move(number, -1))
            card.down.clicked.connect(lambda _=False, number=number: self._move(number, 1))
            self._lines.addWidget(card)
            self.cards[number] = card

    def _move(self, mailbox: MailboxId, step: int) -> None:
        order = [one.mailbox.id for one in self._health]
        place = order.index(mailbox)
        order.insert(place + step, order.pop(place))
        by_id = {one.mailbox.id: one for one in self._health}
        self._health = [by_id[number] for number in order]
        self._show()
        card = self.cards[mailbox]
        wanted = card.up if step < 0 else card.down
        (wanted if wanted.isEnabled() else card.change).setFocus(Qt.FocusReason.OtherFocusReason)
        self._doors.write(
            lambda: self._doors.mailboxes.arrange(order), self._doors.mailboxes_changed, self._tell_failure
        )

    def _tell_failure(self, sentence: str) -> None:
        self._failure.setText(sentence)
        self._failure.setVisible(bool(sentence))


class MailboxCard(QFrame):
    """One mailbox in the list."""

    def __init__(self, doors: Doors, health: Health, *, first: bool, last: bool) -> None:
        super().__init__()
        theme, mailbox = doors.theme, health.mailbox
        self.setProperty("kind", "card")
        name = plain_label("name", mailbox.shown, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        if mailbox.shown != mailbox.address:
            texts.addWidget(plain_label("meta", mailbox.address, wrap=True))
        texts.addWidget(self._state(health))
        self.up, self.down = IconButton(theme, "arrow-up"), IconButton(theme, "arrow-down")
        self.up.name(translate("Settings", "Move %1 up").replace("%1", mailbox.shown))
        self.down.name(translate("Settings", "Move %1 down").replace("%1", mailbox.shown))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.change = Button(theme, "secondary")
        self.change.setText(translate("Settings", "Change"))
        self.change.setAccessibleName(translate("Settings", "Change %1").replace("%1", mailbox.shown))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        row.addLayout(texts, 1)
        for control in (self.up, self.down, self.change):
            row.addWidget(control)

    @staticmethod
    def _state(health: Health) -> QLabel:
        bad = bool(health.problem) and not health.mailbox.paused
        return plain_label("failed" if bad else "meta", state_text(health), wrap=True)


def state_text(health: Health) -> str:
    """How a mailbox fares, in one line."""
    count = counted(health.messages, translate("Settings", "1 message here"), translate("Settings", "%1 messages here"))
    if health.mailbox.paused:
        return translate("Settings", "Paused") + f" · {count}"
    if health.problem:
        return problem_text(health.problem, health.problem_host or health.mailbox.shown)
    if health.state is MailboxState.IMPORTING:
        return translate("Settings", "Importing") + f" · {count}"
    if health.last_success is None:
        return translate("Settings", "Nothing came in yet")
    return translate("Settings", "Works") + f" · {count}"
