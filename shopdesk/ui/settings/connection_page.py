"""The way out of this computer: a proxy in between, and certificate authorities of one's own."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.network import Authority, NetworkSettings, Proxy, ProxyKind
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page, Words, numbers
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.words import translate

_KINDS = (ProxyKind.NONE, ProxyKind.SYSTEM, ProxyKind.SOCKS5, ProxyKind.HTTP)
_USUAL_PORTS = {ProxyKind.SOCKS5: 1080, ProxyKind.HTTP: 8080}
_LARGEST_FILE = 2 << 20
_HIGHEST_PORT = 65_535


class ConnectionPage(Page):
    """Proxy and authorities hold for receiving, sending, the search for servers, sign-ins and pictures."""

    def __init__(self, doors: Doors, ask_file: Callable[[QWidget], Path | None] | None = None) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._ask_file = ask_file or ask_certificate_file
        self._known = NetworkSettings()
        self.heading(lambda: translate("Settings", "Connection"))
        self._add_proxy()
        self._add_authorities()
        self.column.addStretch(1)

    @override
    def opened(self) -> None:
        """Ask what is in force."""
        self._doors.reading.submit(self._doors.outside.connection.settings, self._took, lambda _: None)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._show_authorities()

    # --- proxy ------------------------------------------------------------------------------------------------

    def _add_proxy(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Proxy"),
            lambda: translate("Settings", "For mail, the search for servers, sign-ins and pictures."),
        )
        self.kinds = Segments(len(_KINDS))
        self.does(lambda: self.kinds.say(_kind_words(), translate("Settings", "Proxy")))
        part.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        part.addWidget(self._proxy_fields())
        self.said = plain_label("meta2", wrap=True)
        self.said.hide()
        part.addWidget(self.said)
        self.kinds.chosen.connect(self._choose_kind)
        self.keep.clicked.connect(self._use)
        for one in (self.host, self.user, self.password):
            one.returnPressed.connect(self._use)

    def _proxy_fields(self) -> QWidget:
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        self.host = self._field(lambda: translate("Settings", "Proxy server"))
        self.port = numbers(QSpinBox())
        self.port.setRange(1, _HIGHEST_PORT)
        self.say(self.port.setAccessibleName, lambda: translate("Settings", "Proxy port"))
        first = QHBoxLayout()
        first.addWidget(self.host, 1)
        first.addWidget(self.port)
        self.user = self._field(lambda: translate("Settings", "User name, if it wants one"))
        self.password = self._field(lambda: translate("Settings", "Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = Button(self.theme, "secondary")
        self.say(self.keep.setText, lambda: translate("Settings", "Use this proxy"))
        column.addLayout(first)
        column.addWidget(self.user)
        column.addWidget(self.password)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        return self.fields

    def _field(self, words: Words) -> QLineEdit:
        made = QLineEdit()
        made.setProperty("kind", "field")
        self.say(made.setAccessibleName, words)
        self.say(made.setPlaceholderText, words)
        return made

    def _choose_kind(self, place: int) -> None:
        kind = _KINDS[place]
        self.fields.setVisible(kind in _USUAL_PORTS)
        self._tell("")
        if kind in _USUAL_PORTS:
            if self.port.value() in (1, *_USUAL_PORTS.values()):
                self.port.setValue(_USUAL_PORTS[kind])
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keep(Proxy(kind), None)

    def _use(self) -> None:
        proxy = Proxy(_KINDS[self.kinds.current], self.host.text().strip(), self.port.value(), self.user.text().strip())
        self._keep(proxy, self.password.text() or None)

    def _keep(self, proxy: Proxy, password: str | None) -> None:
        doors = self._doors

        def done(_: object) -> None:
            self._tell(translate("Settings", "Used from the next connection on."))
            self.password.clear()
            doors.mailboxes_changed()

        def failed(error: Exception) -> None:
            self._tell(why(error), "failed")

        doors.writing.submit(lambda: doors.outside.connection.choose_proxy(proxy, password), done, failed)

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    # --- authorities ------------------------------------------------------------------------------------------

    def _add_authorities(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Certificate authorities of your own"),
            lambda: translate("Settings", "Trusted besides the system's, for servers of your company or network."),
        )
        self._list = QVBoxLayout()
        self.cards: list[AuthorityCard] = []
        part.addLayout(self._list)
        self.add = Button(self.theme, "secondary", "plus")
        self.say(self.add.setText, lambda: translate("Settings", "Add a certificate file"))
        part.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = plain_label("meta2", wrap=True)
        self.trouble.hide()
        part.addWidget(self.trouble)
        self.add.clicked.connect(self._add_file)

    def _took(self, settings: NetworkSettings) -> None:
        self._known = settings
        proxy = settings.proxy
        self.kinds.show_chosen(_KINDS.index(proxy.kind))
        self.fields.setVisible(proxy.kind in _USUAL_PORTS)
        self.host.setText(proxy.host)
        self.port.setValue(proxy.port or _USUAL_PORTS.get(proxy.kind, 1080))
        self.user.setText(proxy.user)
        self._show_authorities()

    def _show_authorities(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [AuthorityCard(self._doors, authority) for authority in self._known.authorities]
        for card in self.cards:
            self._list.addWidget(card)
            card.remove.clicked.connect(lambda _=False, one=card.authority: self._distrust(one))

    def _add_file(self) -> None:
        path = self._ask_file(self)
        if path is None:
            return
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST_FILE)
        except OSError as problem:
            text = translate("Settings", "The file cannot be read: %1").replace("%1", problem.strerror or str(problem))
            self._tell_trouble(text)
            return
        connection = self._doors.outside.connection
        self._write(lambda: connection.trust(content), translate("Settings", "Trusted from now on."))

    def _distrust(self, authority: Authority) -> None:
        text = translate("Settings", "%1 is not trusted any more.").replace("%1", authority.subject)
        self._write(lambda: self._doors.outside.connection.distrust(authority.fingerprint), text)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, work: Callable[[], object], sentence: str) -> None:
        def done(_: object) -> None:
            self._tell_trouble(sentence, "meta2")
            self._doors.mailboxes_changed()
            self.opened()

        self._doors.writing.submit(work, done, lambda error: self._tell_trouble(why(error)))

    def _tell_trouble(self, sentence: str, kind: str = "failed") -> None:
        restate(self.trouble, "type", kind)
        self.trouble.setText(sentence)
        self.trouble.show()


class AuthorityCard(QFrame):
    """One authority: whom it names, how long it holds, and the fingerprint to compare."""

    def __init__(self, doors: Doors, authority: Authority) -> None:
        super().__init__()
        self.authority = authority
        theme = doors.theme
        self.setProperty("kind", "card")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label("name", authority.subject, wrap=True))
        over = authority.valid_to <= doors.now()
        words = translate("Settings", "Expired on %2") if over else translate("Settings", "Valid from %1 to %2")
        words = words.replace("%1", _date(authority.valid_from)).replace("%2", _date(authority.valid_to))
        texts.addWidget(plain_label("failed" if over else "meta", words, wrap=True))
        upper = authority.fingerprint.upper()
        pairs = " ".join(upper[place : place + 4] for place in range(0, len(upper), 4))
        text = translate("Settings", "SHA-256 fingerprint: %1").replace("%1", pairs)
        texts.addWidget(plain_label("meta", text, wrap=True, selectable=True))
        self.remove = Button(theme, "ghost", "trash-2")
        self.remove.setText(translate("Settings", "Remove"))
        self.remove.setAccessibleName(translate("Settings", "Remove %1").replace("%1", authority.subject))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        row.addLayout(texts, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


def ask_certificate_file(parent: QWidget) -> Path | None:
    """Which file to trust; None when the person changed their mind."""
    title = translate("Settings", "Certificate of an authority")
    kinds = translate("Settings", "Certificates (*.pem *.crt *.cer *.der);;All files (*)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None


def why(error: Exception) -> str:
    """A sentence about what was chosen or typed here, and the usual one for everything else."""
    if not isinstance(error, InputRefused):
        return error_text(error)
    said = {
        "no certificate": translate("Settings", "There is no certificate in this file."),
        "a private key": translate("Settings", "This file holds a private key. Choose the certificate alone."),
        "too large": translate("Settings", "This file is far too large for a certificate."),
        "too many": translate("Settings", "This file holds more than 20 certificates. Choose the one you need."),
        "damaged": translate("Settings", "The certificate in this file is damaged."),
        "no authority": translate(
            "Settings", "This is the certificate of one server, not of an authority. Trust it while adding the mailbox."
        ),
    }
    fields = {
        "proxy host": translate("Settings", "This is not the name of a server."),
        "proxy port": translate("Settings", "This is not a port number."),
        "proxy user": translate("Settings", "A user name may not hold a colon."),
    }
    return said.get(error.why) or fields.get(error.field) or error_text(error)


def _kind_words() -> list[str]:
    return [
        translate("Settings", "None", "proxy"),
        translate("Settings", "The system's"),
        translate("Settings", "SOCKS 5"),
        translate("Settings", "HTTP"),
    ]


def _date(moment: datetime) -> str:
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
