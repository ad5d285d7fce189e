"""One mailbox in the health panel: its state in words, and the buttons that help."""

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.health.presenter import Fix, MailboxLine, Standing
from shopdesk.ui.health.wording import (
    cause_text,
    fix_text,
    running_text,
    set_aside_text,
    standing_look,
    standing_text,
    times_text,
)
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import translate

_LABELS = {"accent": "meta2", "text3": "meta", "amber": "warning", "red": "failed"}


class Mark(QWidget):
    """The icon of a standing; only decorates, the word stands beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look = ("circle-check", "accent")
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_look(self, look: tuple[str, str]) -> None:
        """Another icon in another colour."""
        self._look = look
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, token = self._look
        self._theme.icons.draw(painter, icon, self.rect(), self._theme.colour(token))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(18), self._theme.px(18))


class Bar(QWidget):
    """How far an import is; the words under it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(4)

    def show_share(self, share: float) -> None:
        """From 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        painter.fillRect(QRect(0, 0, round(self.width() * self._share), self.height()), self._theme.colour("accent"))
        painter.end()


class MailboxCard(QFrame):
    """Shows a `MailboxLine`; a password that is being typed survives every news."""

    sync_asked = Signal()
    pause_asked = Signal(bool)
    """Whether to pause (or to go on)."""
    secret_given = Signal(str)
    fix_asked = Signal(object)
    """A `Fix` that is made elsewhere."""
    log_asked = Signal()
    set_aside_asked = Signal()

    def __init__(self, theme: Theme, fixes: Collection[Fix], *, links_set_aside: bool) -> None:
        """`fixes` are those that somebody makes; the panel itself asks for passwords and tries again."""
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._fixes = {*fixes, Fix.PASSWORD, Fix.TRY_NOW}
        self._links_set_aside = links_set_aside
        self._line: MailboxLine | None = None
        self._mark, self._bar = Mark(theme), Bar(theme)
        self._name, self._address = plain_label("name"), plain_label("meta")
        self._standing = plain_label("meta2")
        self._cause = plain_label("text", wrap=True, selectable=True)
        self._detail = plain_label("meta", wrap=True, selectable=True)
        self._running, self._times = plain_label("meta2", wrap=True), plain_label("meta", wrap=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.fix, self.try_password = Button(theme, "primary"), Button(theme, "primary")
        self.sync, self.pause = Button(theme, "secondary", "refresh-cw"), Button(theme, "secondary")
        self.log, self.set_aside = Button(theme, "ghost"), Button(theme, "link")
        self._asking = QWidget()
        self._arrange()
        self._connect()

    @property
    def mailbox(self) -> Mailbox | None:
        """Whose card it is."""
        return None if self._line is None else self._line.health.mailbox

    def show_line(self, line: MailboxLine, now: datetime) -> None:
        """Show how the mailbox is now."""
        self._line = line
        mailbox, health = line.health.mailbox, line.health
        look = standing_look(line.standing)
        self._mark.show_look(look)
        self._name.setText(mailbox.shown)
        self._address.setText(mailbox.address if mailbox.name else "")
        self._standing.setText(standing_text(line.standing))
        restate(self._standing, "type", _LABELS[look[1]])
        self._show(self._cause, cause_text(health) if line.is_trouble else "")
        said = translate("Health", "The server says: %1").replace("%1", health.problem_detail)
        self._show(self._detail, said if line.is_trouble and health.problem_detail else "")
        self._show_running(line)
        self.tick(now)
        self._show_buttons(line)

    def tick(self, now: datetime) -> None:
        """A second went by."""
        if self._line is not None:
            self._times.setText(times_text(self._line, now))

    def ask_password(self) -> None:
        """Open the field for another password and give it the keys."""
        self._asking.show()
        self.fix.hide()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        head, asking, buttons = QHBoxLayout(), QHBoxLayout(self._asking), QHBoxLayout()
        head.addWidget(self._mark)
        head.addWidget(self._name)
        head.addWidget(self._address)
        head.addStretch(1)
        head.addWidget(self._standing)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.password, 1)
        asking.addWidget(self.try_password)
        for button in (self.fix, self.sync, self.pause, self.log):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.set_aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(head)
        for widget in (self._cause, self._detail, self._bar, self._running, self._times, self._asking):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._asking.hide()
        for one in (self.fix, self.sync, self.pause, self.log, self.set_aside, self.try_password):
            one.setAutoDefault(False)  # else Enter in the password's field would press a button of the dialog as well
        self._restyle()
        self._theme.changed.connect(self._restyle)

    def _connect(self) -> None:
        self.fix.clicked.connect(self._fix)
        self.sync.clicked.connect(self.sync_asked)
        self.pause.clicked.connect(self._pause)
        self.log.clicked.connect(self.log_asked)
        self.set_aside.clicked.connect(self.set_aside_asked)
        self.try_password.clicked.connect(self._give)
        self.password.returnPressed.connect(self._give)
        self.password.textChanged.connect(lambda text: self.try_password.setEnabled(bool(text)))

    def _show_running(self, line: MailboxLine) -> None:
        self._show(self._running, running_text(line))
        total = line.running.total if line.running is not None else 0
        self._bar.setVisible(line.standing is Standing.IMPORTING and total > 0)
        if line.running is not None and total:
            self._bar.show_share(line.running.done / total)

    def _show_buttons(self, line: MailboxLine) -> None:
        name, paused = line.health.mailbox.shown, line.standing is Standing.PAUSED
        words = fix_text(self._possible(line.fix))
        self.fix.setText(words)
        self.fix.setVisible(bool(words) and not self._asking.isVisibleTo(self))
        if line.fix is not Fix.PASSWORD and self._asking.isVisibleTo(self):
            self.password.clear()
            self._asking.hide()
        self.sync.setText(translate("Health", "Sync now"))
        self.sync.setVisible(not paused and line.fix is not Fix.TRY_NOW and line.standing is not Standing.IMPORTING)
        self.pause.setText(self._pause_text(line.standing))
        self.log.setText(translate("Health", "Protocol"))
        self.try_password.setText(translate("Health", "Try it"))
        self.try_password.setEnabled(bool(self.password.text()))
        self.password.setPlaceholderText(translate("Health", "Password or app password"))
        self.password.setAccessibleName(translate("Health", "Password of %1").replace("%1", name))
        aside = line.health.set_aside
        self.set_aside.setText(set_aside_text(aside))
        self.set_aside.setVisible(bool(aside))
        self.set_aside.setEnabled(self._links_set_aside)
        for button in (self.fix, self.sync, self.pause, self.log, self.set_aside, self.try_password):
            button.setAccessibleName(f"{button.text()}: {name}")

    def _possible(self, fix: Fix) -> Fix:
        """What nobody makes is looked for in the settings."""
        if fix in self._fixes:
            return fix
        return Fix.SETTINGS if fix is not Fix.NONE and Fix.SETTINGS in self._fixes else Fix.NONE

    def _pause_text(self, standing: Standing) -> str:
        if standing is Standing.PAUSED:
            return translate("Health", "Go on")
        if standing is Standing.IMPORTING:
            return translate("Health", "Stop the import")
        return translate("Health", "Pause")

    def _fix(self) -> None:
        if self._line is None:
            return
        if self._line.fix is Fix.PASSWORD:
            self.ask_password()
        elif self._line.fix is Fix.TRY_NOW:
            self.sync_asked.emit()
        else:
            self.fix_asked.emit(self._possible(self._line.fix))

    def _pause(self) -> None:
        if self._line is not None:
            self.pause_asked.emit(self._line.standing is not Standing.PAUSED)

    def _give(self) -> None:
        given = self.password.text()
        if given:
            self.password.clear()
            self._asking.hide()
            self.sync.setFocus(Qt.FocusReason.OtherFocusReason)
            self.secret_given.emit(given)

    def _show(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _restyle(self) -> None:
        self.password.setMinimumHeight(self._theme.px(32))
