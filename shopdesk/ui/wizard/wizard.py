"""The wizard as a whole: the left third, and one page after the other beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.ids import MailboxId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConnectingDesk
from shopdesk.ui.overriding import override
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.wizard.connect_page import ConnectPage
from shopdesk.ui.wizard.history_page import HistoryPage
from shopdesk.ui.wizard.import_page import ImportPage
from shopdesk.ui.wizard.page import Page
from shopdesk.ui.wizard.presenter import ConnectPresenter
from shopdesk.ui.wizard.side import WizardSide
from shopdesk.ui.wizard.state import Browser, Shown, Stage
from shopdesk.ui.wizard.welcome_page import WelcomePage
from shopdesk.ui.words import translate

FORM_WIDTH = 520
SIDE_SHARE = 0.29
SIDE_LEAST = 280
PATIENCE_MS = 6_000
"""An engine that says nothing for so long does not keep anybody from beginning."""


class Step(StrEnum):
    """The pages in their order."""

    WELCOME = "welcome"
    CONNECT = "connect"
    HISTORY = "history"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class WizardAround:
    """What the wizard is made with."""

    desk: ConnectingDesk
    theme: Theme
    network: WorkLane
    writing: WorkLane
    now: Callable[[], datetime]
    open_link: Callable[[str], None]
    language: str
    """What was chosen; empty for the system's."""
    choose_language: Callable[[str], None]


class Wizard(QWidget):
    """First run (four steps, with language and sample data) or one more mailbox (three steps)."""

    connected = Signal(object)
    """The `MailboxId` of a mailbox that is kept now: the engine should know."""
    finished = Signal()
    """To the inbox, with or without a mailbox."""
    sample_asked = Signal()
    failed = Signal(object)
    """An exception that nobody expected."""

    def __init__(self, around: WizardAround, *, is_first: bool, sample: bool = False) -> None:
        super().__init__()
        self._around = around
        self.mailbox: MailboxId | None = None
        self._shown = Shown()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme = around.theme
        self.welcome = WelcomePage(theme, around.language, around.choose_language)
        self.connect_page = ConnectPage(theme)
        self.history = HistoryPage(theme)
        self.importing = ImportPage(theme)
        self.pages: dict[Step, Page] = {
            Step.WELCOME: self.welcome,
            Step.CONNECT: self.connect_page,
            Step.HISTORY: self.history,
            Step.IMPORT: self.importing,
        }
        self.steps = tuple(step for step in Step if is_first or step is not Step.WELCOME)
        self.side = WizardSide(theme, len(self.steps), sample=sample)
        self._screen = ScreenThread()
        self.presenter = ConnectPresenter(around.desk, self, around.network, around.writing, self._screen.post)
        self.connect_page.attach(self.presenter)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._arrange()
        self._connect()
        self.current = self.steps[0]
        self.retranslate()
        self.go(self.current)

    def go(self, step: Step) -> None:
        """Show a page and give it the keys."""
        self.current = step
        for name, page in self.pages.items():
            page.setVisible(name is step)
        self._name_steps()
        self._scroll.verticalScrollBar().setValue(0)
        self.pages[step].take_keys()

    def leave(self) -> None:
        """Esc and "Not now": what is under way is given up; a mailbox that is kept stays."""
        self.presenter.board.give_up()
        self.finished.emit()

    # --- what the presenter says ------------------------------------------------------------------------------

    def show_state(self, shown: Shown) -> None:
        """Draw the page "Connect a mailbox"; a failure while keeping leads back to it."""
        before = self._shown
        self._shown = shown
        self.connect_page.show_state(shown)
        if shown.trouble != before.trouble or shown.certificate != before.certificate:
            QTimer.singleShot(0, self, self._show_end)
        if self.current is Step.HISTORY and shown.trouble is not None:
            self.history.primary.setEnabled(True)
            self.go(Step.CONNECT)

    def show_kept(self, mailbox: MailboxId) -> None:
        """It is connected: let the import begin."""
        self.mailbox = mailbox
        self.go(Step.IMPORT)
        self._patience.start()
        self.connected.emit(mailbox)

    def show_bug(self, error: Exception) -> None:
        """Something that nobody expected."""
        self.history.primary.setEnabled(True)
        self.failed.emit(error)

    # --- inside -----------------------------------------------------------------------------------------------

    def _primary(self) -> None:
        if self.current is Step.WELCOME:
            self.go(Step.CONNECT)
        elif self.current is Step.CONNECT:
            self._connect_or_go_on()
        elif self.current is Step.HISTORY:
            self.history.primary.setEnabled(False)
            self.presenter.choose(self.history.name.text, self.history.since_days)
            self.presenter.trials.keep()
        else:
            self.finished.emit()

    def _connect_or_go_on(self) -> None:
        if self.presenter.board.shown.stage is Stage.WORKS:
            self._to_history()
        else:
            self.presenter.go_on()

    def _to_history(self) -> None:
        self.presenter.board.change(trouble=None)
        self.history.primary.setEnabled(True)
        self.history.name.edit.setPlaceholderText(self.presenter.board.entry.address)
        if not self.history.name.text:
            self.history.name.edit.setText(self.welcome.shop.text.strip())
        self.go(Step.HISTORY)

    def _back(self) -> None:
        place = self.steps.index(self.current)
        if place == 0:
            self.leave()
        else:
            self.go(self.steps[place - 1])

    def _show_end(self) -> None:
        """What is new stands at the end of the page."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _copy_details(self) -> None:
        self._copy(self.presenter.board.details())

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 40, 24, 40)
        column.addStretch(1)
        for page in self.pages.values():
            column.addWidget(page)
        column.addStretch(1)
        self._form = QWidget()
        self._form.setLayout(column)
        inner = QWidget()
        inner.setProperty("kind", "canvas")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._form)
        row.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        for page in self.pages.values():
            page.back_asked.connect(self._back)
            page.primary_asked.connect(self._primary)
        page = self.connect_page
        page.between.clicked.connect(self._to_history)
        page.card.copy_asked.connect(self._copy_details)
        page.page_asked.connect(self._around.open_link)
        page.browser.here_asked.connect(lambda: self.presenter.browser.here(self._around.open_link))
        page.browser.copy_asked.connect(self._copy)
        self.side.sample_asked.connect(self.sample_asked)
        self._patience.timeout.connect(self.importing.may_start)
        self._around.theme.changed.connect(self._resize)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for page in self.pages.values():
            page.retranslate()
        first = self.steps[0] is Step.CONNECT
        self.connect_page.back.setText(translate("Wizard", "Cancel") if first else translate("Wizard", "Back"))
        self.side.retranslate()
        self._name_steps()

    def _name_steps(self) -> None:
        names = {
            Step.WELCOME: translate("Wizard", "Language and shop"),
            Step.CONNECT: translate("Wizard", "Connect a mailbox"),
            Step.HISTORY: translate("Wizard", "How far back"),
            Step.IMPORT: translate("Wizard", "Bring the mail in"),
        }
        self.side.show_steps([names[step] for step in self.steps], self.steps.index(self.current))

    def _resize(self) -> None:
        px = self._around.theme.px
        self.side.setFixedWidth(max(round(self.width() * SIDE_SHARE), min(px(SIDE_LEAST), self.width() // 2)))
        room = self.width() - self.side.width()
        self._form.setFixedWidth(min(px(FORM_WIDTH) + 48, room))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.presenter.board.shown.stage is Stage.TRYING:
            self.presenter.trials.stop()
        elif self.presenter.board.shown.browser in (Browser.WAITING, Browser.CODE):
            self.presenter.browser.stop()
        else:
            self.leave()
