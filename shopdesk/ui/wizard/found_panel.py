"""The soft panel under the address: which servers were found, or that they are being looked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.domain.mailbox import Server
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Picture, plain_label, restate
from shopdesk.ui.wizard.state import Search, Shown
from shopdesk.ui.words import translate

_FITS = 76
"""Characters that fit beside each other at the usual width."""


class FoundPanel(QFrame):
    """Says it in two lines; strange servers are asked about."""

    edit_asked = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "found")
        self._icon = Picture(theme, "badge-check", 16, "accent_t")
        self._title = plain_label("found", wrap=True)
        self._servers = plain_label("meta2", wrap=True, selectable=True)
        self.edit = Button(theme, "link")
        self.accept = Button(theme, "secondary")
        self.edit.clicked.connect(self.edit_asked)
        self.accept.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._title, 1)
        row.addWidget(self.edit)
        column.addLayout(row)
        column.addWidget(self._servers)
        below = QHBoxLayout()
        below.addWidget(self.accept)
        below.addStretch(1)
        column.addLayout(below)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return f"{self._title.text()} {self._servers.text()}".strip()

    def show_search(self, shown: Shown) -> None:
        """Draw the state of the search."""
        entry, found = shown.entry, shown.search is Search.FOUND
        self.setVisible(shown.search is not Search.IDLE)
        tone = "doubt" if shown.asks or shown.search is Search.NOTHING else "found"
        restate(self, "kind", tone)
        restate(self._title, "type", tone)
        self._icon.setVisible(found and not shown.asks)
        self._title.setText(_title(shown))
        self._servers.setText(servers_text(entry.imap, entry.smtp) if found else _hint(shown))
        self._servers.setVisible(bool(self._servers.text()))
        self.edit.setText(translate("Wizard", "Edit"))
        self.edit.setAccessibleName(translate("Wizard", "Edit the servers"))
        self.edit.setVisible(not shown.is_editing and shown.is_possible)
        self.accept.setText(translate("Wizard", "Use these servers"))
        self.accept.setVisible(shown.asks)


def servers_text(imap: Server | None, smtp: Server | None) -> str:
    """Both servers in one line, as the design writes them."""
    parts = [("IMAP", imap), ("SMTP", smtp)]
    words = [f"{name}  {each.host} : {each.port} · {each.security.value.upper()}" for name, each in parts if each]
    one_line = "     ".join(words)
    return one_line if len(one_line) <= _FITS else "\n".join(words)


def _title(shown: Shown) -> str:
    domain = shown.entry.domain
    if shown.search is Search.RUNNING:
        return translate("Wizard", "Looking for the settings of %1 …").replace("%1", domain)
    if shown.search is Search.NOTHING:
        return translate("Wizard", "No settings found for %1").replace("%1", domain)
    if not shown.is_possible:
        return translate("Wizard", "This mailbox cannot be connected")
    if shown.asks:
        return translate("Wizard", "%1 names servers outside of its own domain. Do you know them?").replace(
            "%1", domain
        )
    return translate("Wizard", "Settings found for %1").replace("%1", domain)


def _hint(shown: Shown) -> str:
    if shown.search is Search.NOTHING:
        return translate("Wizard", "Enter the servers below; your provider's help page has them.")
    return ""
