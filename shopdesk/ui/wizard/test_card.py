"""The card whose three lines tick as they happen, with the trouble beneath."""

from PySide6.QtCore import QLocale, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.mailbox import FolderRole
from shopdesk.domain.trial import Part, Tick
from shopdesk.ui.overriding import override
from shopdesk.ui.self_mail_words import offer_words, outcome_words, running_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.wizard.sentences import line_title, trouble_words
from shopdesk.ui.wizard.state import Shown, Stage
from shopdesk.ui.wizard.troubles import Kind, Trouble
from shopdesk.ui.words import counted, translate

_LOOKS = {
    "waiting": ("circle", "text3"),
    "running": ("circle-dot", "accent"),
    "works": ("circle-check", "accent"),
    "failed": ("circle-alert", "red"),
}
_LOOKABLE = {Kind.CERTIFICATE_UNKNOWN, Kind.CERTIFICATE_CHANGED}


class Mark(QWidget):
    """The round sign of a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.state = "waiting"
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: str) -> None:
        """One of `waiting`, `running`, `works`, `failed`."""
        self.state = state
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, token = _LOOKS[self.state]
        side = self._theme.px(18)
        self._theme.icons.draw(painter, icon, QRect(0, 0, side, side), self._theme.colour(token))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(18), self._theme.px(18))


class TestLine(QWidget):
    """One line: sign, title, detail."""

    __test__ = False  # pytest takes the name for a test

    def __init__(self, theme: Theme, part: Part) -> None:
        super().__init__()
        self._part = part
        self.mark = Mark(theme)
        self._title = plain_label("label")
        self._detail = plain_label("meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row.addLayout(words, 1)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._detail.text()}".strip()

    def show_line(self, tick: Tick | None, *, is_running: bool) -> None:
        """Draw what is known of it."""
        if tick is None or tick.is_left_out:
            self.mark.show_state("running" if is_running else "waiting")
            self._say(line_title(self._part, failed=False), "")
        elif tick.failure is not None:
            self.mark.show_state("failed")
            self._say(line_title(self._part, failed=True), "")
        else:
            self.mark.show_state("works")
            self._say(*_works(tick))

    def say_sent(self) -> None:
        """Of the last line: more than a sign-in is known."""
        self._say(self._title.text(), translate("Wizard", "A test mail to yourself left"))

    def _say(self, title: str, detail: str) -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())


class TestCard(QFrame):
    """The three lines, and what to do about a failure."""

    __test__ = False

    copy_asked = Signal()
    certificate_asked = Signal()
    page_asked = Signal(str)
    stop_asked = Signal()
    self_mail_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.lines = {part: TestLine(theme, part) for part in Part}
        self._sentence = plain_label("trouble", wrap=True, selectable=True)
        self._fix = plain_label("text", wrap=True, selectable=True)
        self._page = ""
        self.copy = Button(theme, "link")
        self.certificate = Button(theme, "secondary")
        self.page = Button(theme, "link")
        self.stop = Button(theme, "link")
        self.self_mail = Button(theme, "link")
        self._said = plain_label("meta2", wrap=True, selectable=True)
        self.self_mail.clicked.connect(self.self_mail_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.certificate.clicked.connect(self.certificate_asked)
        self.page.clicked.connect(lambda: self.page_asked.emit(self._page))
        self.stop.clicked.connect(self.stop_asked)
        self._arrange()

    @property
    def words(self) -> str:
        """The trouble and its fix; empty without."""
        return f"{self._sentence.text()} {self._fix.text()}".strip()

    @property
    def said(self) -> str:
        """What is said of the test mail; empty when nobody asked for one."""
        return self._said.text()

    def show_trial(self, shown: Shown) -> None:
        """Draw the trial."""
        trying = shown.stage is Stage.TRYING
        lines_shown = trying or bool(shown.ticks)
        running = next((part for part in Part if shown.tick(part) is None), None) if trying else None
        for part, line in self.lines.items():
            line.setVisible(lines_shown)
            line.show_line(shown.tick(part), is_running=part is running)
        self.stop.setText(translate("Wizard", "Stop"))
        self.stop.setVisible(trying)
        self._show_trouble(shown.trouble)
        self._show_self_mail(shown)
        self.certificate.setVisible(_is_lookable(shown.trouble) and shown.certificate is None)
        self.setVisible(lines_shown or shown.trouble is not None)

    def _show_self_mail(self, shown: Shown) -> None:
        outcome, address = shown.self_mail, shown.entry.address
        said = running_words(address) if shown.is_self_mailing else ""
        if outcome is not None:
            said = outcome_words(outcome, address)
            if outcome.failure is None:
                self.lines[Part.SENDING].say_sent()
        restate(self._said, "type", "trouble" if outcome is not None and outcome.failure is not None else "meta2")
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.self_mail.setText(offer_words())
        self.self_mail.setVisible(shown.offers_self_mail)

    def _show_trouble(self, trouble: Trouble | None) -> None:
        words = trouble_words(trouble) if trouble is not None else None
        self._sentence.setText(words.sentence if words else "")
        self._fix.setText(words.fix if words else "")
        self._page = words.page if words else ""
        for widget, wanted in (
            (self._sentence, bool(words)),
            (self._fix, bool(words)),
            (self.copy, trouble is not None and trouble.failure is not None),
            (self.page, bool(self._page)),
        ):
            widget.setVisible(wanted)
        self.copy.setText(translate("Wizard", "Copy details"))
        self.certificate.setText(translate("Wizard", "Show the certificate"))
        self.page.setText(translate("Wizard", "Open the provider's page"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for line in self.lines.values():
            column.addWidget(line)
        column.addWidget(self._sentence)
        column.addWidget(self._fix)
        column.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.self_mail, self.certificate, self.page, self.copy, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)


def _is_lookable(trouble: Trouble | None) -> bool:
    return trouble is not None and trouble.kind in _LOOKABLE


def _works(tick: Tick) -> tuple[str, str]:
    took = translate("Wizard", "%1 ms").replace("%1", QLocale().toString(tick.milliseconds))
    if tick.part is Part.SIGN_IN:
        way = tick.tls or translate("Wizard", "this computer")
        return translate("Wizard", "Signed in"), f"{way} · {took}"
    if tick.part is Part.SENDING:
        return translate("Wizard", "Sending works"), translate("Wizard", "Signed in for sending; nothing was sent")
    recent = counted(
        tick.recent,
        translate("Wizard", "1 message in the last 90 days"),
        translate("Wizard", "%1 messages in the last 90 days"),
    )
    return _folders_text(tick), recent


def _folders_text(tick: Tick) -> str:
    shown = [folder for folder in tick.folders if folder.selectable]
    if any(folder.role is FolderRole.SENT for folder in shown) and len(shown) > 2:  # noqa: PLR2004 - the two named
        more = len(shown) - 2
        return counted(
            more,
            translate("Wizard", "Inbox, Sent and 1 more folder"),
            translate("Wizard", "Inbox, Sent and %1 more folders"),
        )
    return counted(len(shown), translate("Wizard", "1 folder"), translate("Wizard", "%1 folders"))
