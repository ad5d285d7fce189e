"""Password and servers of a mailbox; they are kept, then tried, and what the servers say is shown."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from shopdesk.domain.mailbox import Mailbox, Security, Server, SignIn
from shopdesk.domain.trial import SelfMail, Trial
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.self_mail_words import offer_words, outcome_words, running_words, self_mail_words
from shopdesk.ui.settings.controls import Page, Words, numbers
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import translate

_SECURITIES = (Security.TLS, Security.STARTTLS, Security.NONE)
_HIGHEST_PORT = 65_535


class ServersBox(Page):
    """In: the mailbox as it is now."""

    saved = Signal(object)
    """The `Mailbox` as it was kept."""

    def __init__(self, doors: Doors, mailbox: Callable[[], Mailbox]) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._mailbox = mailbox
        self._is_self_mailing = False
        if mailbox().sign_in is SignIn.PASSWORD:
            self._add_password()
        self._add_servers()
        self.result = plain_label("meta2", wrap=True)
        self.result.hide()
        self.column.addWidget(self.result)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _add_password(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Password"),
            lambda: translate("Settings", "It is kept in the system's keychain. Many providers want an app password."),
        )
        self.password = self.field(lambda: translate("Settings", "New password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep_password = Button(self.theme, "secondary")
        self.say(self.keep_password.setText, lambda: translate("Settings", "Keep and try"))
        self.say(self.keep_password.setAccessibleName, lambda: translate("Settings", "Keep the password and try it"))
        row = QHBoxLayout()
        row.addWidget(self.password, 1)
        row.addWidget(self.keep_password)
        part.addLayout(row)
        self.keep_password.clicked.connect(self._save_password)
        self.password.returnPressed.connect(self._save_password)

    def _add_servers(self) -> None:
        mailbox = self._mailbox()
        part = self.section(lambda: translate("Settings", "Servers"))
        self.user = self.field(lambda: translate("Settings", "User name"))
        self.user.setText(mailbox.user)
        part.addWidget(self.label("meta", lambda: translate("Settings", "User name")))
        part.addWidget(self.user)
        self.imap = ServerFields(self, lambda: translate("Settings", "Receiving (IMAP)"), mailbox.imap, 993)
        self.smtp = ServerFields(self, lambda: translate("Settings", "Sending (SMTP)"), mailbox.smtp, 465)
        part.addWidget(self.imap)
        part.addWidget(self.smtp)
        self.keep_servers = Button(self.theme, "secondary")
        self.say(self.keep_servers.setText, lambda: translate("Settings", "Keep and try the servers"))
        self.self_mail = Button(self.theme, "link")
        self.say(self.self_mail.setText, offer_words)
        self.self_mail.setVisible(mailbox.smtp is not None)
        row = QHBoxLayout()
        row.addWidget(self.keep_servers)
        row.addWidget(self.self_mail)
        row.addStretch(1)
        part.addLayout(row)
        self.keep_servers.clicked.connect(self._save_servers)
        self.self_mail.clicked.connect(self._send_to_oneself)

    def field(self, name: Words) -> QLineEdit:
        """A line to type into."""
        made = QLineEdit()
        made.setProperty("kind", "field")
        self.say(made.setAccessibleName, name)
        return made

    # --- what is done -----------------------------------------------------------------------------------------

    def _save_password(self) -> None:
        word, mailbox, doors = self.password.text(), self._mailbox(), self._doors
        if not word:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._tell(translate("Settings", "Trying …"))
        doors.write(lambda: doors.mailboxes.renew_secret(mailbox.id, word), self._try, self._tell_failure)
        self.password.clear()

    def _save_servers(self) -> None:
        imap, smtp = self.imap.server, self.smtp.server
        if imap is None:
            self._tell_failure(translate("Settings", "Name the server that receives."))
            return
        before = self._mailbox()
        after = replace(before, imap=imap, smtp=smtp, user=self.user.text().strip() or before.address)
        doors = self._doors
        self._tell(translate("Settings", "Trying …"))

        def done() -> None:
            self.saved.emit(after)
            self.self_mail.setVisible(after.smtp is not None)
            self._try()

        doors.write(lambda: doors.mailboxes.change(after), done, self._tell_failure)

    def _try(self) -> None:
        self._doors.mailboxes_changed()
        address = self._mailbox().address
        mailboxes = self._doors.mailboxes

        def failed(error: Exception) -> None:
            self._tell_failure(error_text(error))

        self._doors.waiting.submit(lambda: mailboxes.test(address), self._tried, failed)

    def _tried(self, trial: Trial) -> None:
        problems = [error_text(one) for one in (trial.receiving, trial.sending) if one is not None]
        if problems:
            self._tell_failure("\n".join(dict.fromkeys(problems)))
        else:
            self._tell(translate("Settings", "Works: signed in to all servers."))

    def _send_to_oneself(self) -> None:
        """By the servers that are kept; what was only typed is not tried."""
        if self._is_self_mailing:
            return
        self._is_self_mailing = True
        address, words, mailboxes = self._mailbox().address, self_mail_words(), self._doors.mailboxes
        self._tell(running_words(address))

        def sent(outcome: SelfMail) -> None:
            self._is_self_mailing = False
            sentence = outcome_words(outcome, address)
            self._tell(sentence, "meta2" if outcome.failure is None else "failed")

        def failed(error: Exception) -> None:
            self._is_self_mailing = False
            self._tell_failure(error_text(error))

        self._doors.waiting.submit(lambda: mailboxes.send_to_oneself(address, *words), sent, failed)

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.result, "type", kind)
        self.result.setText(sentence)
        self.result.show()

    def _tell_failure(self, sentence: str) -> None:
        self._tell(sentence, "failed")


class ServerFields(QFrame):
    """Host, port and encryption of one server, and the certificate that is trusted by hand there."""

    def __init__(self, box: ServersBox, name: Words, server: Server | None, usual_port: int) -> None:
        super().__init__()
        self._fingerprint = server.fingerprint if server is not None else ""
        self.host = box.field(lambda: name() + ": " + translate("Settings", "server"))
        self.port = numbers(QSpinBox())
        self.port.setRange(1, _HIGHEST_PORT)
        self.security = CalmBox(box.theme)
        for kind in _SECURITIES:
            self.security.addItem("", kind)
        box.say(self.port.setAccessibleName, lambda: name() + ": " + translate("Settings", "port"))
        box.say(self.security.setAccessibleName, lambda: name() + ": " + translate("Settings", "encryption"))
        box.does(self._say_securities)
        self.host.setText(server.host if server is not None else "")
        self.port.setValue(server.port if server is not None else usual_port)
        self.security.setCurrentIndex(_SECURITIES.index(server.security if server is not None else Security.TLS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box.label("meta", name))
        column.addWidget(self.host)
        row = QHBoxLayout()
        row.addWidget(self.port)
        row.addWidget(self.security)
        row.addStretch(1)
        column.addLayout(row)
        self._add_trust(box, column)

    @property
    def server(self) -> Server | None:
        """What was typed; None without a host."""
        host = self.host.text().strip()
        if not host:
            return None
        return Server(host, self.port.value(), self.security.currentData(), self._fingerprint)

    def _add_trust(self, box: ServersBox, column: QVBoxLayout) -> None:
        self.distrust = Button(box.theme, "link", parent=self)
        if not self._fingerprint:
            self.distrust.hide()
            return
        self._trust = QWidget()
        row = QHBoxLayout(self._trust)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box.label("meta", self._trust_words, selectable=True), 1)
        box.say(self.distrust.setText, lambda: translate("Settings", "Trust it no more"))
        row.addWidget(self.distrust)
        column.addWidget(self._trust)
        self.distrust.clicked.connect(self._drop_trust)

    def _trust_words(self) -> str:
        upper = self._fingerprint.upper()
        pairs = " ".join(upper[place : place + 4] for place in range(0, len(upper), 4))
        return translate("Settings", "Only this certificate is trusted here: %1").replace("%1", pairs)

    def _drop_trust(self) -> None:
        self._fingerprint = ""
        self._trust.hide()

    def _say_securities(self) -> None:
        words = (
            translate("Settings", "TLS"),
            translate("Settings", "STARTTLS"),
            translate("Settings", "None (this computer only)"),
        )
        for place, text in enumerate(words):
            self.security.setItemText(place, text)
