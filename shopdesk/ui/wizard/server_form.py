"""The servers by hand: names, ports, protection, and the name to sign in with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Security, Server
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.wizard.entry import Entry, is_this_computer, typed_server, usual_port
from shopdesk.ui.wizard.fields import Field, LineField, SecurityBox
from shopdesk.ui.words import translate


class _Line:
    """One server: three fields in a row."""

    def __init__(self, theme: Theme, form: "ServerForm", *, sends: bool) -> None:
        self._form = form
        self._sends = sends
        self.host = LineField(theme, self._host_typed)
        self.port = LineField(theme, self._typed)
        self.security = SecurityBox(theme)
        self.security_field = Field(theme, self.security)
        self.security.activated.connect(self._security_chosen)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the fields into a row of the form."""
        grid.addWidget(self.host, row, 0)
        grid.addWidget(self.port, row, 1)
        grid.addWidget(self.security_field, row, 2)

    def put(self, server: Server | None) -> None:
        """Show a server; fields in which somebody types stay as they are."""
        if server is None:
            return
        self.host.put(server.host)
        self.port.put(str(server.port))
        self.security.choose(server.security)

    def server(self) -> Server | None:
        """What was typed; raises `InputRefused`."""
        return typed_server(self.host.text, self.port.text, self.security.chosen, sends=self._sends)

    def _security_chosen(self) -> None:
        self.port.edit.setText(str(usual_port(self.security.chosen, sends=self._sends)))
        self._form.tell()

    def _host_typed(self, text: str) -> None:
        self.security.allow_none(allowed=is_this_computer(text))
        self._form.tell()

    def _typed(self, _text: str) -> None:
        self._form.tell()


class ServerForm(QFrame):
    """Shown when nothing was found, and behind "Edit"."""

    changed = Signal(object, object, str)
    """IMAP server, SMTP server (each may be None), sign-in name."""
    refused = Signal(object)
    """An `InputRefused`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.imap = _Line(theme, self, sends=False)
        self.smtp = _Line(theme, self, sends=True)
        self.user = LineField(theme, lambda _text: self.tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        self.imap.place(grid, 0)
        self.smtp.place(grid, 1)
        column.addLayout(grid)
        column.addWidget(self.user)
        self.retranslate()

    def put(self, entry: Entry) -> None:
        """Show what is known."""
        self.imap.put(entry.imap)
        self.smtp.put(entry.smtp)
        self.user.put(entry.user)
        self.user.edit.setPlaceholderText(entry.address)

    def clear(self) -> None:
        """Nothing is known of another address."""
        for line in (self.imap, self.smtp):
            line.host.edit.clear()
            line.port.edit.clear()
            line.security.choose(Security.TLS)
        self.user.edit.clear()

    def tell(self) -> None:
        """Something was typed or chosen."""
        try:
            self.changed.emit(self.imap.server(), self.smtp.server(), self.user.text.strip())
        except InputRefused as problem:
            self.refused.emit(problem)

    def retranslate(self) -> None:
        """Name everything in the present language."""
        self.imap.host.name(translate("Wizard", "Receiving server (IMAP)"))
        self.smtp.host.name(translate("Wizard", "Sending server (SMTP)"))
        for line, what in ((self.imap, "IMAP"), (self.smtp, "SMTP")):
            line.port.name(translate("Wizard", "Port"))
            line.port.edit.setAccessibleName(translate("Wizard", "Port, %1").replace("%1", what))
            line.security_field.name(translate("Wizard", "Security"))
            line.security.setAccessibleName(translate("Wizard", "Security, %1").replace("%1", what))
        self.user.name(translate("Wizard", "Sign-in name"))
