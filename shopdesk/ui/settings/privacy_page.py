"""Whose pictures from the internet are loaded without asking; each sender can be taken off the list again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import translate


class PrivacyPage(Page):
    """Asks for the list each time it is turned to: conversations add to it."""

    def __init__(self, doors: Doors) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._senders: Sequence[str] = ()
        self.lines: list[SenderLine] = []
        self.heading(lambda: translate("Settings", "Privacy"))
        part = self.section(
            lambda: translate("Settings", "Pictures from the internet"),
            lambda: translate(
                "Settings",
                "Whoever sends a mail can see when such a picture is loaded. Shopdesk asks each time, but for the "
                "senders below.",
            ),
        )
        self.empty = self.label(
            "text",
            lambda: translate("Settings", "Nobody. “Always for this sender” above a message puts its sender here."),
        )
        self.empty.hide()
        part.addWidget(self.empty)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._list = QVBoxLayout(self._card)
        self._card.hide()
        part.addWidget(self._card)
        self.said = plain_label("meta2", wrap=True)
        self.said.hide()
        part.addWidget(self.said)
        self.column.addStretch(1)

    @override
    def opened(self) -> None:
        """Ask whom it concerns."""
        self._doors.reading.submit(
            self._doors.outside.pictures.senders, self._took, lambda error: self._tell(error_text(error), "failed")
        )

    @override
    def retranslate(self) -> None:
        super().retranslate()
        for line in self.lines:
            line.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _took(self, senders: Sequence[str]) -> None:
        self._senders = list(senders)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [SenderLine(self._doors, sender) for sender in self._senders]
        for line in self.lines:
            self._list.addWidget(line)
            line.remove.clicked.connect(lambda _=False, one=line.address: self._ask_again(one))
        self._card.setVisible(bool(self.lines))
        self.empty.setVisible(not self.lines)

    def _ask_again(self, sender: str) -> None:
        pictures, place = self._doors.outside.pictures, self._senders.index(sender)

        def done() -> None:
            self._took([one for one in self._senders if one != sender])
            text = translate("Settings", "You are asked again before pictures from %1 are loaded.")
            self._tell(text.replace("%1", sender))
            if self.lines:
                following = self.lines[min(place, len(self.lines) - 1)]
                following.remove.setFocus(Qt.FocusReason.OtherFocusReason)

        self._doors.write(lambda: pictures.ask_again(sender), done, lambda sentence: self._tell(sentence, "failed"))

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.show()


class SenderLine(QFrame):
    """One sender, and the way off the list."""

    def __init__(self, doors: Doors, sender: str) -> None:
        super().__init__()
        self.address = sender
        self.remove = Button(doors.theme, "ghost", "trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label("text", sender, wrap=True), 1)
        row.addWidget(self.remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.remove.setText(translate("Settings", "Remove"))
        self.remove.setAccessibleName(translate("Settings", "Remove %1").replace("%1", self.address))
