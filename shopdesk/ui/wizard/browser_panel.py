"""Signing in by browser: the shop's own client id, two ways, and what is waited for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.wizard.fields import LineField, SecretLine
from shopdesk.ui.wizard.providers import provider_name
from shopdesk.ui.wizard.state import Browser, Shown
from shopdesk.ui.words import translate


class BrowserPanel(QFrame):
    """Stands in the place of the password."""

    client_typed = Signal(str, str)
    here_asked = Signal()
    elsewhere_asked = Signal()
    stop_asked = Signal()
    copy_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.client = LineField(theme, self._typed)
        self.secret = LineField(theme, self._typed, SecretLine(theme))
        self._hint = plain_label("meta", wrap=True)
        self._waiting = plain_label("text", wrap=True)
        self._code = plain_label("code", selectable=True)
        self._url = ""
        self.here = Button(theme, "soft", "external-link")
        self.elsewhere = Button(theme, "link")
        self.copy = Button(theme, "link")
        self.stop = Button(theme, "link")
        self.here.clicked.connect(self.here_asked)
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._url))
        self.stop.clicked.connect(self.stop_asked)
        self._arrange()

    @property
    def words(self) -> str:
        """What is waited for."""
        return f"{self._waiting.text()} {self._code.text()}".strip()

    def show_sign_in(self, shown: Shown) -> None:
        """Draw how it stands."""
        found = shown.entry.found
        oauth = found.oauth if found is not None else None
        state = shown.browser
        self.setVisible(state is not Browser.OFF)
        wanted = state is Browser.WANTED
        for field in (self.client, self._hint):
            field.setVisible(wanted)
        self.secret.setVisible(wanted and oauth is not None and oauth.client_secret_needed)
        self.client.put(shown.entry.client_id)
        self.here.setVisible(wanted)
        self.here.setEnabled(bool(shown.entry.client_id))
        self.elsewhere.setVisible(wanted and oauth is not None and bool(oauth.device_url))
        self.elsewhere.setEnabled(bool(shown.entry.client_id))
        self._url = shown.browser_url
        self.copy.setVisible(bool(self._url))
        self.stop.setVisible(state in (Browser.WAITING, Browser.CODE))
        self._say(shown)

    def _say(self, shown: Shown) -> None:
        name = provider_name(shown.entry.found.provider) if shown.entry.found is not None else ""
        words = {
            Browser.WAITING: translate("Wizard", "Waiting for you to sign in with the browser …"),
            Browser.CODE: translate("Wizard", "Open %1 at any device and type this code:").replace(
                "%1", shown.browser_url
            ),
            Browser.SIGNED_IN: translate("Wizard", "Signed in with the browser."),
        }.get(shown.browser, "")
        self._waiting.setText(words)
        self._waiting.setVisible(bool(words))
        self._code.setText(shown.code)
        self._code.setVisible(bool(shown.code))
        self.client.name(translate("Wizard", "Client id of your shop"))
        self.secret.name(translate("Wizard", "Client secret"))
        self._hint.setText(
            translate("Wizard", "Register an app of your own once at %1; so nobody stands between you and your mail.")
            .replace("%1", name)
        )  # fmt: skip
        self.here.setText(translate("Wizard", "Sign in with the browser"))
        self.elsewhere.setText(translate("Wizard", "Use a code at another device"))
        self.copy.setText(translate("Wizard", "Copy the address"))
        self.stop.setText(translate("Wizard", "Stop waiting"))

    def _typed(self, _text: str) -> None:
        self.client_typed.emit(self.client.text, self.secret.text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for widget in (self.client, self.secret, self._hint, self._waiting, self._code):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.here, self.elsewhere, self.copy, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
