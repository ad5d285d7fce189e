"""What stands under mails: one signature for each mailbox, and the name that signs."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.answer_desk import SignatureDesk
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

PAUSE_MS = 600
"""After so long a pause what was typed is kept."""
_HEIGHT = 132
_NAME = 220


class SignaturesPage(Page):
    """Keeps what is typed by itself; what cannot be filled in is told and not kept."""

    def __init__(self, doors: Doors, signatures: SignatureDesk) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._signatures = signatures
        self._mailboxes: Sequence[Mailbox] = ()
        self._shown: MailboxId | None = None
        self._kept = "", ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.heading(lambda: translate("Settings", "Signatures"))
        self._add_name()
        self._add_signature()
        self.column.addStretch(1)

    @override
    def opened(self) -> None:
        """Show what is kept."""
        mailboxes, signatures = self._doors.mailboxes, self._signatures
        self._doors.reading.submit(lambda: (mailboxes.all(), signatures.agent_name()), self._show)

    def keep(self) -> None:
        """Write down what was typed."""
        self._pause.stop()
        mailbox, source, name = self._shown, self.source.toPlainText(), self.name.text()
        if mailbox is None or (source, name) == self._kept:
            return
        signatures = self._signatures
        wrong = [fault.word for fault in signatures.faults(source)]
        self._tell(wrong[0] if wrong else None)
        self._kept = source, name

        def work() -> str:
            signatures.name_agent(name)
            if not wrong:
                signatures.save(mailbox, source)
            return signatures.preview(mailbox, source)

        self._doors.writing.submit(work, self._preview, lambda _: self._tell(""))

    # --- inside -----------------------------------------------------------------------------------------------

    def _add_name(self) -> None:
        part = self.section(lambda: translate("Settings", "Who signs"))
        self.name = QLineEdit()
        self.name.setProperty("kind", "field")
        self.name.setMinimumWidth(self.theme.px(_NAME))
        self.name.setMaxLength(200)
        self.row(
            part,
            lambda: translate("Settings", "Your name"),
            self.name,
            lambda: translate("Settings", "Stands where a signature or a template names the agent."),
        )
        self.name.textEdited.connect(lambda _: self._pause.start())

    def _add_signature(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Signature"),
            lambda: translate("Settings", "It is put under every mail of the mailbox, and can be left out of one."),
        )
        self.mailbox, self.source = CalmBox(self.theme), QPlainTextEdit()
        self.row(part, lambda: translate("Settings", "Mailbox"), self.mailbox)
        self.source.setProperty("kind", "source")
        self.source.setTabChangesFocus(True)
        self.source.setFixedHeight(self.theme.px(_HEIGHT))
        self.say(self.source.setAccessibleName, lambda: translate("Settings", "Text of the signature"))
        self.fault, self.filled = plain_label("failed", wrap=True), plain_label("meta", wrap=True)
        part.addWidget(self.source)
        part.addWidget(self.fault)
        part.addWidget(
            self.label(
                "meta",
                lambda: translate(
                    "Settings", "{{ agent.name }}, {{ shop.name }} and {{ shop.email }} are filled in."
                ),
            )
        )
        part.addWidget(self.filled)
        self.fault.hide()
        self.source.textChanged.connect(self._pause.start)
        self.mailbox.activated.connect(self._choose)

    def _show(self, found: tuple[Sequence[Mailbox], str]) -> None:
        self._mailboxes, name = found
        places = [place for place, one in enumerate(self._mailboxes) if one.id == self._shown]
        self.mailbox.clear()
        self.mailbox.addItems([f"{one.shown} <{one.address}>" for one in self._mailboxes])
        self.name.setText(name)
        for widget in (self.mailbox, self.source):
            widget.setEnabled(bool(self._mailboxes))
        if self._mailboxes:
            place = places[0] if places else 0
            self.mailbox.setCurrentIndex(place)
            self._read(self._mailboxes[place].id)

    def _choose(self, place: int) -> None:
        self.keep()
        self._read(self._mailboxes[place].id)

    def _read(self, mailbox: MailboxId) -> None:
        signatures = self._signatures

        def work() -> tuple[MailboxId, str, str]:
            source = signatures.of(mailbox)
            return mailbox, source, signatures.preview(mailbox, source)

        self._doors.reading.submit(work, self._put)

    def _put(self, found: tuple[MailboxId, str, str]) -> None:
        self._shown, source, filled = found
        with QSignalBlocker(self.source):
            self.source.setPlainText(source)
        self._kept = source, self.name.text()
        self._tell(None)
        self._preview(filled)

    def _preview(self, filled: str) -> None:
        self.filled.setText(f"-- \n{filled}" if filled else "")

    def _tell(self, word: str | None) -> None:
        text = translate("Settings", "“%1” cannot stand in a signature. This text is not kept.")
        self.fault.setText("" if word is None else text.replace("%1", word))
        self.fault.setVisible(word is not None)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
