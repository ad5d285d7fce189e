"""Opens the mailbox wizard in the window: by itself for a new shop, later when somebody asks for it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import MailboxId
from shopdesk.jobs.link import MailboxesChanged, Problem, Progress, SyncFinished
from shopdesk.ui.actions import Actions, Do
from shopdesk.ui.desk import Desk
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.wizard.wizard import Wizard

STILL_WORKS = (Do.LARGER, Do.SMALLER, Do.USUAL_SIZE)
"""Actions that the wizard leaves alone; the others would touch what it covers."""


class WizardRoom(QObject):
    """One wizard at a time; while it is open it has the window for itself."""

    def __init__(
        self,
        window: QMainWindow,
        inbox: "InboxScreen",
        desk: Desk,
        actions: Actions,
        around: Surroundings,
        choose_language: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._actions = actions
        self._around = around
        self._desk = desk
        self._choose_language = choose_language
        self._sample: tuple[str, ...] = ()
        self._engine: EngineRoom | None = None
        self._covered: list[QWidget] = []
        self._was_offered = False
        self.wizard: Wizard | None = None

    def listen(self, engine: "EngineRoom", sample: Sequence[str]) -> None:
        """Follow the import, and offer the first mailbox when there is none.

        In: the command that opens the sample shop in a window of its own; empty in the sample shop itself.
        """
        self._engine, self._sample = engine, tuple(sample)
        engine.link.progress.connect(self._progressed)
        engine.link.sync_finished.connect(self._finished)
        engine.link.problem.connect(self._stopped)
        engine.health.connected_changed.connect(self._offer)

    def open(self, *, is_first: bool = False) -> None:
        """Show the wizard; the sample shop connects no mailboxes and says so."""
        if self.wizard is not None:
            return
        if not self._sample:
            told = self._inbox.stage.told
            told.emit(translate("Wizard", "This is the sample shop. Start Shopdesk itself to connect your mailbox."))
            return
        from shopdesk.ui.wizard.wizard import Wizard, WizardAround

        around = self._around
        parts = WizardAround(
            self._desk.connecting,
            around.theme,
            around.lanes.network,
            around.lanes.writing,
            around.now,
            self._open_link,
            around.preferences.language,
            self._choose_language,
        )
        self.wizard = Wizard(parts, is_first=is_first, sample=is_first)
        self.wizard.finished.connect(self.close)
        self.wizard.connected.connect(self._connected)
        self.wizard.sample_asked.connect(self._open_sample)
        self.wizard.failed.connect(self._inbox.stage.failed)
        self._cover(self.wizard)

    def close(self) -> None:
        """Back to what was there before."""
        wizard, self.wizard = self.wizard, None
        if wizard is None:
            return
        wizard.hide()
        wizard.setParent(None)
        wizard.deleteLater()
        for widget in self._covered:
            widget.show()
        for do in Do:
            self._actions[do].setEnabled(True)
        self._inbox.focus_list()

    # --- inside -----------------------------------------------------------------------------------------------

    def _cover(self, wizard: "Wizard") -> None:
        page: QWidget | None = self._window.centralWidget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return
        children = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._covered = [child for child in children if child.isVisibleTo(page)]
        for widget in self._covered:
            widget.hide()
        for do in Do:
            self._actions[do].setEnabled(do in STILL_WORKS)
        layout.addWidget(wizard)
        wizard.show()
        wizard.go(wizard.current)

    def _offer(self, connected: bool) -> None:
        if not connected and not self._was_offered and self._sample:
            self.open(is_first=True)
        self._was_offered = True

    def _connected(self, _mailbox: MailboxId) -> None:
        if self._engine is not None:
            self._engine.link.send(MailboxesChanged())
            self._engine.health.look()

    def _open_link(self, url: str) -> None:
        try:
            self._around.opener.open_link(url)
        except ShopdeskError as error:
            self._inbox.stage.failed.emit(error)

    def _open_sample(self) -> None:
        QProcess.startDetached(self._sample[0], list(self._sample[1:]))

    def _progressed(self, progress: Progress) -> None:
        if self._is_ours(progress.mailbox):
            cast("Wizard", self.wizard).importing.show_progress(progress.done, progress.total, self._around.now())

    def _finished(self, event: SyncFinished) -> None:
        if self._is_ours(event.mailbox):
            cast("Wizard", self.wizard).importing.show_finished()

    def _stopped(self, problem: Problem) -> None:
        from shopdesk.ui.error_texts import problem_text

        if self._is_ours(problem.mailbox):
            sentence = problem_text(problem.error, problem.host)
            cast("Wizard", self.wizard).importing.show_problem(sentence)

    def _is_ours(self, mailbox: MailboxId) -> bool:
        return self.wizard is not None and self.wizard.mailbox == mailbox
