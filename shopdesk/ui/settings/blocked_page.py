"""Whose mails ask for nothing; each sender can be heard again, and that can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.domain.blocking import BlockedSender
from shopdesk.ui.customer_desk import BlockingDesk
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import card_time, translate


class BlockedPage(Page):
    """Asks for the list each time it is turned to: conversations add to it."""

    def __init__(
        self, doors: Doors, blocking: BlockingDesk, unblock: Callable[[str], None], undo: Callable[[], bool]
    ) -> None:
        """In: `unblock` takes a sender off the list as a step that can be undone; `undo` takes the newest such step
        back, False when something else was done since."""
        super().__init__(doors.theme)
        self._doors = doors
        self._blocking = blocking
        self._write = unblock
        self._undo = undo
        self._senders: Sequence[BlockedSender] = ()
        self.lines: list[BlockedLine] = []
        self.heading(
            lambda: translate("People", "Blocked senders"),
            lambda: translate(
                "People",
                "Their mails are kept and found by the search, but they stand among the notices, ask for no answer and "
                "ring no bell.",
            ),
        )
        self.empty = self.label("text", self._empty_words)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._list = QVBoxLayout(self._card)
        self.said, self.back = plain_label("meta2", wrap=True), Button(doors.theme, "secondary", "undo-2")
        self._arrange()
        self.back.clicked.connect(lambda _=False: self._take_back())

    @override
    def opened(self) -> None:
        self._tell("")
        self._look()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._took(self._senders)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and self.back.isVisible():
            self._take_back()
            return
        super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for widget in (self.empty, self._card, self.back):
            widget.hide()
        told = QHBoxLayout()
        told.addWidget(self.said, 1)
        told.addWidget(self.back)
        self.say(self.back.setText, lambda: translate("Learned", "Undo  Z"))
        self.column.addLayout(told)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._card)
        self.column.addStretch(1)

    def _empty_words(self) -> str:
        words = translate("People", "Nobody. %1 above a conversation puts its sender here.")
        return words.replace("%1", "Shift+B")

    def _look(self, place: int = -1) -> None:
        """Read anew, and give the keys to a line."""

        def took(senders: Sequence[BlockedSender]) -> None:
            self._took(senders)
            if place >= 0 and self.lines:
                self.lines[min(place, len(self.lines) - 1)].unblock.setFocus(Qt.FocusReason.OtherFocusReason)

        self._doors.reading.submit(self._blocking.all, took, self._failed)

    def _took(self, senders: Sequence[BlockedSender]) -> None:
        self._senders = list(senders)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [BlockedLine(self._doors, one) for one in self._senders]
        for place, line in enumerate(self.lines):
            self._list.addWidget(line)
            line.unblock.clicked.connect(lambda _=False, place=place: self._hear(place))
        self._card.setVisible(bool(self.lines))
        self.empty.setVisible(not self.lines)

    def _hear(self, place: int) -> None:
        sender = self._senders[place]
        self._write(sender.key)
        words = translate("People", "%1 is heard again, also with what came meanwhile.")
        self._tell(words.replace("%1", _shown(sender)))
        self.back.show()
        self._afterwards(place)

    def _take_back(self) -> None:
        self.back.hide()
        if self._undo():
            self._tell(translate("People", "Blocked again."))
            self._afterwards(0)

    def _afterwards(self, place: int) -> None:
        """The store lane is in order: what was asked of it before is done then."""
        self._doors.writing.submit(lambda: None, lambda _: self._look(place), self._failed)

    def _failed(self, error: Exception) -> None:
        self._tell(error_text(error), "failed")

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.back.hide()


def _shown(sender: BlockedSender) -> str:
    return translate("People", "Everybody at %1").replace("%1", sender.key[1:]) if sender.is_domain else sender.key


class BlockedLine(QFrame):
    """One sender, and the way off the list."""

    def __init__(self, doors: Doors, sender: BlockedSender) -> None:
        super().__init__()
        self.unblock = Button(doors.theme, "ghost", "check")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label("text", _shown(sender), wrap=True))
        since = translate("People", "since %1").replace("%1", card_time(sender.blocked_at, doors.now()))
        words.addWidget(plain_label("meta2", since))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.unblock)
        self.unblock.setText(translate("People", "Unblock"))
        self.unblock.setAccessibleName(translate("People", "Unblock %1").replace("%1", _shown(sender)))
