"""The settings of one mailbox."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.settings.folders_box import FoldersBox
from shopdesk.ui.settings.servers_box import ServersBox
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import counted, translate

HORIZONS = (30, 90, 365, 1_095, None)
"""How many days back mail is imported; None means all of it."""


class MailboxEditor(Page):
    """Every change acts at once, but for servers and passwords, which need all of their fields."""

    left = Signal()

    def __init__(self, doors: Doors, mailbox: Mailbox) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self.mailbox = mailbox
        self.column.setContentsMargins(0, 0, 0, 0)
        self.back = Button(self.theme, "ghost", "arrow-left")
        self.say(self.back.setText, lambda: translate("Settings", "All mailboxes"))
        self.back.clicked.connect(self.left)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(plain_label("pane", mailbox.address, wrap=True))
        self._failure = plain_label("failed", wrap=True)
        self._failure.hide()
        self.column.addWidget(self._failure)
        self._add_name()
        self._add_import()
        self.folders = FoldersBox(doors, mailbox.id)
        self.folders.failed.connect(self._tell_failure)
        self._add_box(self.folders)
        self.servers = ServersBox(doors, lambda: self.mailbox)
        self.servers.saved.connect(self._saved)
        self._add_box(self.servers)
        self._add_removal()

    @override
    def opened(self) -> None:
        """Ask which folders there are."""
        self.folders.opened()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.folders.retranslate()
        self.servers.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _add_box(self, box: Page) -> None:
        box.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(box)

    def _add_name(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Name"), lambda: translate("Settings", "What lists call this mailbox.")
        )
        self.name = QLineEdit(self.mailbox.name)
        self.name.setProperty("kind", "field")
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(self.mailbox.address)
        self.say(self.name.setAccessibleName, lambda: translate("Settings", "Name"))
        self.name.editingFinished.connect(self._rename)
        part.addWidget(self.name)

    def _add_import(self) -> None:
        part = self.section(lambda: translate("Settings", "Mail"))
        self.sync = self.switch_row(part, lambda: translate("Settings", "Bring in new mail"))
        self.sync.setChecked(not self.mailbox.paused)
        self.sync.toggled.connect(self._pause)
        self.horizon = CalmBox(self.theme)
        for days in HORIZONS:
            self.horizon.addItem("", days)
        if self.mailbox.since_days not in HORIZONS:
            self.horizon.addItem("", self.mailbox.since_days)
        self.horizon.setCurrentIndex(self.horizon.findData(self.mailbox.since_days))
        self.does(self._say_horizons)
        self.row(
            part,
            lambda: translate("Settings", "Import mail of"),
            self.horizon,
            lambda: translate("Settings", "A shorter time takes nothing away that is here already."),
        )
        self.horizon.activated.connect(self._choose_horizon)

    def _say_horizons(self) -> None:
        for place in range(self.horizon.count()):
            self.horizon.setItemText(place, horizon_text(self.horizon.itemData(place)))

    def _add_removal(self) -> None:
        part = self.section(lambda: translate("Settings", "Remove"))
        self.remove = Button(self.theme, "danger", "trash-2")
        self.say(self.remove.setText, lambda: translate("Settings", "Remove this mailbox"))
        part.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.question = QWidget()
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label("text", self._removal_words))
        self.really, self.keep = Button(self.theme, "danger"), Button(self.theme, "secondary")
        self.say(self.really.setText, lambda: translate("Settings", "Remove for good"))
        self.say(self.keep.setText, lambda: translate("Settings", "Keep it"))
        row = QHBoxLayout()
        row.addWidget(self.really)
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addLayout(row)
        self.question.hide()
        part.addWidget(self.question)
        self.remove.clicked.connect(lambda: self._ask(asked=True))
        self.keep.clicked.connect(lambda: self._ask(asked=False))
        self.really.clicked.connect(self._remove)

    def _removal_words(self) -> str:
        text = translate(
            "Settings",
            "This takes %1 off this computer: its password, its mails, and the conversations that only it has, with "
            "their notes. The mails at the provider stay as they are. This cannot be undone.",
        )
        return text.replace("%1", self.mailbox.address)

    def _ask(self, *, asked: bool) -> None:
        self.question.setVisible(asked)
        self.remove.setVisible(not asked)
        (self.keep if asked else self.remove).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        doors, address = self._doors, self.mailbox.address
        self.really.setEnabled(False)
        self.really.setText(translate("Settings", "Removing …"))

        def done(_: None) -> None:
            doors.mailboxes_changed()
            doors.mailbox_removed()
            self.left.emit()

        def failed(error: Exception) -> None:
            self.really.setEnabled(True)
            self.really.setText(translate("Settings", "Remove for good"))
            self._tell_failure(error_text(error))

        # Thousands of mails take a while; a lane of its own, so that no other write waits for it.
        doors.waiting.submit(lambda: doors.mailboxes.remove(address), done, failed)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name != self.mailbox.name:
            self.mailbox = replace(self.mailbox, name=name)
            number = self.mailbox.id
            self._write(lambda: self._doors.mailboxes.rename(number, name))

    def _pause(self, wanted: bool) -> None:
        self.mailbox = replace(self.mailbox, paused=not wanted)
        number = self.mailbox.id
        self._write(lambda: self._doors.mailboxes.pause(number, paused=not wanted))

    def _choose_horizon(self, place: int) -> None:
        days = self.horizon.itemData(place)
        if days != self.mailbox.since_days:
            self.mailbox = changed = replace(self.mailbox, since_days=days)
            self._write(lambda: self._doors.mailboxes.change(changed))

    def _saved(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    def _write(self, work: Callable[[], object]) -> None:
        self._tell_failure("")
        self._doors.write(work, self._doors.mailboxes_changed, self._tell_failure)

    def _tell_failure(self, sentence: str) -> None:
        self._failure.setText(sentence)
        self._failure.setVisible(bool(sentence))


def horizon_text(days: int | None) -> str:
    """How far back, in words."""
    words = {
        30: translate("Settings", "the last month"),
        90: translate("Settings", "the last 3 months"),
        365: translate("Settings", "the last year"),
        1_095: translate("Settings", "the last 3 years"),
        None: translate("Settings", "all years"),
    }
    if days in words:
        return words[days]
    return counted(days or 1, translate("Settings", "the last day"), translate("Settings", "the last %1 days"))
