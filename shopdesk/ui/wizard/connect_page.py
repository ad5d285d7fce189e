"""The page on which the address is typed, its servers appear, and the trial ticks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.domain.discovery import Need
from shopdesk.ui.overriding import override
from shopdesk.ui.self_mail_words import self_mail_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.announcing import announce
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.wizard.browser_panel import BrowserPanel
from shopdesk.ui.wizard.certificate_box import CertificateBox
from shopdesk.ui.wizard.fields import LineField, SecretLine, TickedLine
from shopdesk.ui.wizard.found_panel import FoundPanel
from shopdesk.ui.wizard.page import Page
from shopdesk.ui.wizard.presenter import ConnectPresenter
from shopdesk.ui.wizard.providers import help_for, provider_name
from shopdesk.ui.wizard.sentences import trouble_words
from shopdesk.ui.wizard.server_form import ServerForm
from shopdesk.ui.wizard.state import Browser, Search, Shown, Stage
from shopdesk.ui.wizard.test_card import TestCard
from shopdesk.ui.words import translate

_WAITING = (Browser.WANTED, Browser.WAITING, Browser.CODE)


class ConnectPage(Page):
    """Draws a `Shown`; every decision is the presenter's."""

    page_asked = Signal(str)
    """Open a provider's page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = Shown()
        self._presenter: ConnectPresenter | None = None
        self._address_line = TickedLine(theme)
        self.address = LineField(theme, self._address_typed, self._address_line)
        self.address.edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.secret_line = SecretLine(theme)
        self.password = LineField(theme, self._password_typed, self.secret_line)
        self.help = plain_label("meta2", wrap=True)
        self.help_page = Button(theme, "link", "external-link")
        self.other_way = Button(theme, "link")
        self.browser = BrowserPanel(theme)
        self.found = FoundPanel(theme)
        self.form = ServerForm(theme)
        self.card = TestCard(theme)
        self.certificate = CertificateBox(theme)
        self._arrange()
        self._connect()
        self.retranslate()

    def attach(self, presenter: ConnectPresenter) -> None:
        """Who decides."""
        self._presenter = presenter
        self.found.edit_asked.connect(presenter.servers.edit)
        self.found.accepted.connect(presenter.servers.accept)
        self.form.changed.connect(presenter.type_servers)
        self.form.refused.connect(presenter.refuse_typed)
        self.browser.client_typed.connect(presenter.browser.type_client)
        self.browser.elsewhere_asked.connect(presenter.browser.elsewhere)
        self.browser.stop_asked.connect(presenter.browser.stop)
        self.card.certificate_asked.connect(presenter.trials.look_at_certificate)
        self.card.stop_asked.connect(presenter.trials.stop)
        self.card.self_mail_asked.connect(lambda: presenter.trials.send_to_oneself(*self_mail_words()))
        self.certificate.trusted.connect(presenter.trials.trust)
        self.address.edit.editingFinished.connect(presenter.servers.run)
        self.other_way.clicked.connect(lambda: presenter.browser.prefer(self._shown.browser is Browser.OFF))

    @override
    def first(self) -> QWidget:
        return self.address.edit if not self.address.text else self.password.edit

    def show_state(self, shown: Shown) -> None:
        """Draw it."""
        old, self._shown = self._shown, shown
        has_keys = self.card.self_mail.hasFocus()
        if shown.entry.address != old.entry.address and old.search is not Search.IDLE:
            self.form.clear()
        self._address_line.show_tick(shown=shown.search is Search.FOUND)
        self.found.show_search(shown)
        self.form.put(shown.entry)
        self.form.setVisible(shown.is_editing and shown.is_possible)
        self.browser.show_sign_in(shown)
        self.card.show_trial(shown)
        self.certificate.show_certificate(shown.certificate)
        self._show_help(shown)
        self._show_buttons(shown)
        self._measure()
        if shown.trouble is not None and shown.trouble != old.trouble:
            words = trouble_words(shown.trouble)
            self._announce(f"{words.sentence} {words.fix}")
        if shown.self_mail is not None and shown.self_mail != old.self_mail:
            self._announce(self.card.said)
            if has_keys and not shown.offers_self_mail:
                self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        if shown.stage is not old.stage and shown.stage in (Stage.WORKS, Stage.RECEIVES_ONLY):
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        if shown.certificate is not None and old.certificate is None:
            self.certificate.trust.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Wizard", "Connect a mailbox"))
        self.words.setText(translate("Wizard", "Enter the address your marketplaces and customers write to."))
        self.address.name(translate("Wizard", "Email address"))
        self.secret_line.retranslate()
        self.form.retranslate()
        self.show_state(self._shown)

    # --- inside -----------------------------------------------------------------------------------------------

    def _announce(self, sentence: str) -> None:
        announce(self, sentence)

    def _show_help(self, shown: Shown) -> None:
        found = shown.entry.found
        words = help_for(found) if found is not None else None
        self.password.name(_password_name(shown))
        self.password.setVisible(shown.browser is Browser.OFF and shown.is_possible)
        self.password.edit.setEnabled(not shown.asks)
        self.help.setText(words.words if words else "")
        self.help.setVisible(bool(words and words.words))
        self.help_page.setVisible(bool(words and words.page))
        name = provider_name(found.provider) if found is not None else ""
        self.help_page.setText(translate("Wizard", "Open the page of %1").replace("%1", name))
        self.other_way.setVisible(_has_both(shown))
        by_password = shown.browser is Browser.OFF
        self.other_way.setText(
            translate("Wizard", "Sign in with the browser instead")
            if by_password
            else translate("Wizard", "Use an app password instead")
        )

    def _show_buttons(self, shown: Shown) -> None:
        through = shown.stage in (Stage.WORKS, Stage.RECEIVES_ONLY)
        self.primary.setText(translate("Wizard", "Continue") if through else translate("Wizard", "Connect"))
        if shown.stage is Stage.RECEIVES_ONLY:
            self.primary.setText(translate("Wizard", "Try again"))
        self.between.setText(translate("Wizard", "Go on without sending"))
        self.between.setVisible(shown.stage is Stage.RECEIVES_ONLY)
        can = shown.is_possible and not shown.asks and shown.stage is not Stage.TRYING
        self.primary.setEnabled(can and bool(shown.entry.address) and shown.browser not in _WAITING)

    def _measure(self) -> None:
        """Ask every part for its height anew: Qt keeps the old one of parts within parts that wrap their words."""
        for line in self.card.lines.values():
            line.updateGeometry()
        for part in (self.card, self.found, self.form, self.certificate, self.browser, self):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
            part.updateGeometry()

    def _address_typed(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.type_address(text)

    def _password_typed(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.type_password(text)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.help_page, self.other_way):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.address)
        self.body.addWidget(self.password)
        self.body.addWidget(self.help)
        self.body.addLayout(row)
        for part in (self.browser, self.found, self.form, self.card, self.certificate):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.password.edit.returnPressed.connect(self._return_pressed)
        self.address.edit.returnPressed.connect(self._address_returned)
        self.help_page.clicked.connect(self._open_help)
        self.card.page_asked.connect(self.page_asked)

    def _return_pressed(self) -> None:
        if self.primary.isEnabled():
            self.primary_asked.emit()

    def _address_returned(self) -> None:
        field = self.browser.client.edit if self.browser.isVisible() else self.password.edit
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_help(self) -> None:
        if self._shown.entry.found is not None:
            self.page_asked.emit(help_for(self._shown.entry.found).page)


def _has_both(shown: Shown) -> bool:
    """Whether the provider takes passwords of programs and sign-ins by browser."""
    found = shown.entry.found
    return found is not None and found.oauth is not None and Need.BROWSER not in found.needs


def _password_name(shown: Shown) -> str:
    if shown.has(Need.AUTHORIZATION_CODE):
        return translate("Wizard", "Authorization code")
    if shown.has(Need.APP_PASSWORD):
        return translate("Wizard", "App password")
    return translate("Wizard", "Password or app password")
