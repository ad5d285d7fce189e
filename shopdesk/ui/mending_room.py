"""Two repairs that the health panel leads to: look at a certificate and trust it, sign in by browser again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.connection import Tokens
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.desk import Desk
from shopdesk.ui.health.presenter import Fix
from shopdesk.ui.health_room import HealthRoom
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.wizard.certificate_box import CertificateBox
from shopdesk.ui.words import translate

WIDTH = 520


class MendingRoom(QObject):
    """Puts its doors into the health room; everything slow is done in the lane of the network."""

    def __init__(self, window: QWidget, desk: Desk, around: Surroundings, care: HealthRoom) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._care = care
        self._screen = ScreenThread()
        self._sign_in: SimpleControl | None = None
        care.doors[Fix.CERTIFICATE] = self.show_certificate
        care.doors[Fix.BROWSER] = self.sign_in

    def show_certificate(self, mailbox: Mailbox) -> None:
        """Fetch what the server shows, for a person to look at."""
        self._around.lanes.network.submit(
            lambda: self._desk.connecting.certificate(mailbox.imap, sends=False),
            lambda seen: self._ask(mailbox, seen),
            self._care.tell_failure,
        )

    def sign_in(self, mailbox: Mailbox) -> None:
        """Open the browser; a second wish ends the first one."""
        setup = mailbox.oauth
        if setup is None:
            return
        if self._sign_in is not None:
            self._sign_in.cancel()
        control = self._sign_in = SimpleControl()

        def work() -> Tokens:
            return self._desk.connecting.sign_in_by_browser(setup, "", mailbox.address, self._open, control)

        self._around.lanes.network.submit(
            work, lambda tokens: self._renew(mailbox.id, tokens), self._care.tell_failure
        )

    # --- inside -----------------------------------------------------------------------------------------------

    def _open(self, url: str) -> None:
        """Called in the lane's thread."""
        self._screen.post(lambda: self._around.opener.open_link(url))

    def _renew(self, mailbox: MailboxId, tokens: Tokens) -> None:
        self._care.write(lambda: self._desk.mailboxes.renew_secret(mailbox, tokens.refresh), mailbox)

    def _ask(self, mailbox: Mailbox, seen: SeenCertificate) -> None:
        parent = self._care.panel or self._window
        if not isValid(parent):
            return
        dialog = certificate_dialog(self._around, seen, parent, lambda: self._trust(mailbox, seen))
        dialog.show()

    def _trust(self, mailbox: Mailbox, seen: SeenCertificate) -> None:
        """For this server alone, and only the certificate that was seen."""
        trusted = replace(mailbox, imap=replace(mailbox.imap, fingerprint=seen.fingerprint))
        self._care.write(lambda: self._desk.mailboxes.change(trusted), mailbox.id)


def certificate_dialog(
    around: Surroundings, seen: SeenCertificate, parent: QWidget, trust: Callable[[], None]
) -> QDialog:
    """A window with the certificate; `trust` is called when a person says so, and the window closes."""
    dialog = QDialog(parent)
    dialog.setProperty("kind", "canvas")
    dialog.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Health", "Look at the certificate"))
    box = CertificateBox(around.theme)
    box.trust.setAutoDefault(False)
    box.trusted.connect(trust)
    box.trusted.connect(dialog.close)
    column = QVBoxLayout(dialog)
    margin = around.theme.px(16)
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(box)
    column.addStretch(1)
    box.show_certificate(seen)
    dialog.resize(around.theme.px(WIDTH), dialog.sizeHint().height())
    return dialog
