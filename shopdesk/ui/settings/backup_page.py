"""Backups: where to, how old the newest is, one now, and the way to a new computer."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
)

from shopdesk.domain.backup import BackupState
from shopdesk.ui.backup_desk import BackupDesk
from shopdesk.ui.backup_words import age_pill, age_title, restore_command
from shopdesk.ui.error_texts import error_text, problem_text
from shopdesk.ui.overriding import override
from shopdesk.ui.screen_thread import ScreenThread
from shopdesk.ui.settings.backup_presenter import STEPS, BackupPresenter
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.parts import Button, Pill, plain_label, restate
from shopdesk.ui.words import card_time, counted, since_time, size_text, translate


class BackupPage(Page):
    """Fits `BackupView`; `pick` asks for a folder, empty when the person changed their mind."""

    def __init__(self, doors: Doors, desk: BackupDesk) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._state = BackupState()
        self._screen = ScreenThread()
        self.presenter = BackupPresenter(desk, (doors.reading, doors.waiting), self._screen.post, self)
        self.pick: Callable[[str], str] = self._asked
        self.heading(
            lambda: translate("Backup", "Backups"),
            lambda: translate(
                "Backup",
                "Once a day everything is copied to another drive. When this computer breaks, little is lost.",
            ),
        )
        self._add_card()
        self._add_folder()
        self._add_steps()
        self.column.addStretch(1)
        self.does(lambda: self.show_state(self._state))

    @override
    def leave(self) -> None:
        """A backup under way stops; the engine makes it later."""
        self.presenter.cancel()

    @override
    def opened(self) -> None:
        """Ask how it fares."""
        self.presenter.look()

    # --- what the presenter shows -----------------------------------------------------------------------------

    def show_state(self, state: BackupState) -> None:
        """See `BackupView`."""
        self._state = state
        now = self._doors.now()
        age = state.age(now)
        self.age.setText(age_title(age))
        self._show_pill(age)
        self.facts.setText(_facts(state, card_time(state.last, now) if state.last is not None else ""))
        self.facts.setVisible(bool(self.facts.text()))
        self.trouble.setText(_trouble(state, since_time(state.failing_since, now) if state.failing_since else ""))
        self.trouble.setVisible(bool(self.trouble.text()))
        self._show_folder(state)
        self._show_command()

    def show_progress(self, done: int, total: int) -> None:
        """See `BackupView`."""
        self.bar.setRange(0, STEPS if total else 0)
        self.bar.setValue(done * STEPS // total if total else 0)
        if total:
            words = translate("Backup", "%1 of %2").replace("%1", size_text(done)).replace("%2", size_text(total))
            self._tell(words)

    def show_running(self, *, running: bool) -> None:
        """See `BackupView`."""
        had = self.make.hasFocus() or self.cancel.hasFocus()
        self._tell(translate("Backup", "Looking at what is new …") if running else "")
        self.bar.setRange(0, 0 if running else STEPS)
        for widget in (self.bar, self.cancel):
            widget.setVisible(running)
        self.make.setVisible(not running)
        for button in (self.choose, self.stop):
            button.setEnabled(not running)
        if had:
            (self.cancel if running else self.make).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stopped(self) -> None:
        """See `BackupView`."""
        self._tell(translate("Backup", "Stopped. Older copies are as they were."))

    def show_failure(self, error: Exception) -> None:
        """See `BackupView`."""
        self._tell(error_text(error), "failed")

    # --- inside -----------------------------------------------------------------------------------------------

    def _add_card(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        side = self.theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(self.theme.px(8))
        self.age, self._pills = plain_label("card-title"), QHBoxLayout()
        first = QHBoxLayout()
        first.setSpacing(self.theme.px(12))
        first.addWidget(self.age)
        first.addLayout(self._pills)
        first.addStretch(1)
        self.facts, self.trouble = plain_label("meta", wrap=True), plain_label("failed", wrap=True, selectable=True)
        self.bar, self.said = QProgressBar(), plain_label("meta2", wrap=True)
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, lambda: translate("Backup", "Progress of the backup"))
        column.addLayout(first)
        for widget in (self.facts, self.trouble, self.bar, self.said):
            column.addWidget(widget)
        self.make = self._button("primary", "archive", lambda: translate("Backup", "Back up now"), self._make)
        self.cancel = self._button("secondary", "x", lambda: translate("Backup", "Cancel"), self.presenter.cancel)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.column.addWidget(card)
        for hidden in (self.bar, self.said, self.cancel):
            hidden.hide()

    def _add_folder(self) -> None:
        part = self.section(
            lambda: translate("Backup", "Backup folder"),
            lambda: translate(
                "Backup",
                "Best on a drive of its own: a USB stick, an external disk, a network drive. The copies of the last "
                "7 days and 4 weeks are kept. They hold all mails, but no password.",
            ),
        )
        self.path = plain_label("label", wrap=True, selectable=True)
        self.near = plain_label("warning", wrap=True)
        part.addWidget(self.path)
        part.addWidget(self.near)
        self.choose = self._button("secondary", "folder-open", self._choose_words, self._choose)
        self.stop = self._button(
            "ghost", "pause", lambda: translate("Backup", "Make no more backups"), self.presenter.stop
        )
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.stop)
        row.addStretch(1)
        part.addLayout(row)

    def _add_steps(self) -> None:
        part = self.section(lambda: translate("Backup", "To a new computer in 5 steps"))
        self.steps: list[QLabel] = []
        for words in (
            lambda: translate("Backup", "1. Install Shopdesk on the new computer, and do not open it yet."),
            lambda: translate("Backup", "2. Connect the drive with the backup folder."),
            lambda: translate("Backup", "3. Open a terminal and run this, with the folder as it is called there:"),
            lambda: translate(
                "Backup", "4. Open Shopdesk and sign in to each mailbox again: no backup holds a password."
            ),
            lambda: translate(
                "Backup", "5. Open the outbox: what was about to leave is held there until you decide about it."
            ),
        ):
            self.steps.append(self.label("text", words))
            part.addWidget(self.steps[-1])
            if len(self.steps) == 3:  # noqa: PLR2004 - the third step has something to type
                part.addLayout(self._command())

    def _command(self) -> QHBoxLayout:
        self.command = QLineEdit()
        self.command.setProperty("kind", "field")
        self.command.setReadOnly(True)
        self.say(self.command.setAccessibleName, lambda: translate("Backup", "What is typed on the new computer"))
        self.copy = self._button("ghost", "copy", lambda: translate("Backup", "Copy"), self._copy)
        row = QHBoxLayout()
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        return row

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.command.text())

    def _button(self, kind: str, icon: str, words: Callable[[], str], act: Callable[[], None]) -> Button:
        button = Button(self.theme, kind, icon)
        button.setAutoDefault(False)
        self.say(button.setText, words)
        button.clicked.connect(lambda _=False: act())
        return button

    def _make(self) -> None:
        """The first one needs a place."""
        if self._state.folder:
            self.presenter.make()
        else:
            self._choose()

    def _choose(self) -> None:
        folder = self.pick(self._state.folder)
        if folder:
            self._tell("")
            self.presenter.choose(folder)

    def _choose_words(self) -> str:
        chosen = bool(self._state.folder)
        return translate("Backup", "Choose another folder …") if chosen else translate("Backup", "Choose a folder …")

    def _asked(self, folder: str) -> str:
        begin = folder if folder and Path(folder).exists() else str(Path.home())
        return QFileDialog.getExistingDirectory(self, translate("Backup", "Backup folder"), begin)

    def _show_folder(self, state: BackupState) -> None:
        none = translate("Backup", "None chosen yet")
        self.path.setText(state.folder.replace("/", "/\u200b") if state.folder else none)
        self.path.setAccessibleName(state.folder or none)
        self.near.setText(
            translate("Backup", "On the same disk as the data: when that breaks, both are gone. Choose another drive.")
        )
        self.near.setVisible(state.same_disk and bool(state.folder))
        self.choose.setText(self._choose_words())
        self.stop.setVisible(bool(state.folder))

    def _show_command(self) -> None:
        self.command.setText(restore_command(self._state.folder or translate("Backup", "backup folder")))
        self.command.setCursorPosition(0)

    def _show_pill(self, age: timedelta | None) -> None:
        while (taken := self._pills.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        worry = age_pill(age)
        if worry is not None and age is not None:
            self._pills.addWidget(Pill(self.theme, worry[0], "", worry[1]))

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))


def _facts(state: BackupState, last: str) -> str:
    """When, how many, how large."""
    if state.last is None:
        return ""
    copies = counted(state.copies, translate("Backup", "1 copy"), translate("Backup", "%1 copies"))
    parts = [translate("Backup", "Last: %1").replace("%1", last), copies, size_text(state.bytes)]
    if state.forgets is not None:
        parts.append(translate("Backup", "The customer you erased goes out of all copies with the next backup."))
    return " · ".join(parts)


def _trouble(state: BackupState, since: str) -> str:
    if not state.problem:
        return ""
    words = translate("Backup", "Since %1: %2")
    return words.replace("%1", since).replace("%2", problem_text(state.problem))
