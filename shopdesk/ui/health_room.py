"""The mailboxes' health at work: opens the panel, carries out what it asks for, shows the alarm over the list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.jobs.link import MailboxesChanged, SyncNow
from shopdesk.ui.desk import Desk
from shopdesk.ui.engine_link import EngineLink
from shopdesk.ui.health.presenter import Fix
from shopdesk.ui.health_watch import HealthWatch
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.domain.silence import Silence
    from shopdesk.ui.health.panel import HealthPanel
    from shopdesk.ui.health.protocol import ProtocolViewer
    from shopdesk.ui.health.strip import AlarmStrip

Door = Callable[[Mailbox], object]


class HealthRoom(QObject):
    """One for a window; panel and strip are made when they are first needed.

    `doors` leads to what other screens do about a trouble: whoever can show a certificate, settings or a sign-in by
    browser puts a callable there that takes the `Mailbox`; without one the panel has no such button.
    `open_set_aside` leads to the list of mails that were set aside; None while there is none.
    """

    notices_changed = Signal()
    """Notifications were muted in the panel, or turned on again."""

    def __init__(
        self,
        window: QWidget,
        inbox: InboxScreen,
        desk: Desk,
        around: Surroundings,
        link: EngineLink,
        watch: HealthWatch,
    ) -> None:
        super().__init__(window)
        self.doors: dict[Fix, Door] = {}
        self.open_set_aside: Callable[[MailboxId], object] | None = None
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._link = link
        self._watch = watch
        self.panel: HealthPanel | None = None
        self.strip: AlarmStrip | None = None
        self._silent: Sequence[Silence] = ()
        inbox.column.foot.health_asked.connect(self.open)
        watch.silent_changed.connect(self._show_alarm)

    def open(self, mailbox: MailboxId | None = None) -> None:
        """Show the panel, at a mailbox if one is given; the first one in trouble otherwise."""
        if self.panel is None:
            self.panel = self._made()
        board = self._watch.board
        self.panel.show_failure("")
        self.panel.show_board(board)
        self.panel.attend(mailbox or next((line.id for line in board.troubled), None))
        self._watch.look()

    def sync_now(self, mailbox: MailboxId | None = None) -> None:
        """Look for news at once; None means in all mailboxes."""
        self._link.send(SyncNow(mailbox))

    def sync_all(self) -> None:
        """Look for news in all mailboxes at once."""
        self.sync_now(None)

    def show_folder(self) -> None:
        """Open the log folder in the system's file browser."""
        self._around.lanes.reading.submit(self._desk.logs.show, None, self.tell_failure)

    # --- inside -----------------------------------------------------------------------------------------------

    def _made(self) -> "HealthPanel":
        from shopdesk.ui.health.panel import HealthPanel
        from shopdesk.ui.widgets.mute_box import MuteBox

        around = self._around
        aside = self.open_set_aside
        mute = MuteBox(around.theme, around.preferences, around.now)
        mute.changed.connect(self.notices_changed)
        panel = HealthPanel(
            around.theme, around.now, self._window, self.doors, links_set_aside=aside is not None, mute=mute
        )
        self._watch.board_changed.connect(panel.show_board)
        panel.sync_asked.connect(self.sync_now)
        panel.pause_asked.connect(self._pause)
        panel.secret_given.connect(self._renew)
        panel.fix_asked.connect(self._fix)
        panel.restart_asked.connect(self._link.restart_now)
        panel.log_asked.connect(self._show_protocol)
        panel.folder_asked.connect(self.show_folder)
        if aside is not None:
            panel.set_aside_asked.connect(aside)
        return panel

    def _fix(self, fix: Fix, mailbox: Mailbox) -> None:
        door = self.doors.get(fix)
        if door is not None:
            door(mailbox)

    def _pause(self, mailbox: MailboxId, paused: bool) -> None:
        self.write(lambda: self._desk.mailboxes.pause(mailbox, paused=paused), None if paused else mailbox)

    def _renew(self, mailbox: MailboxId, secret: str) -> None:
        self.write(lambda: self._desk.mailboxes.renew_secret(mailbox, secret), mailbox)

    def write(self, work: Callable[[], None], then_sync: MailboxId | None) -> None:
        """Write about mailboxes in the store lane, then let the engine know and perhaps try one at once."""

        def done(_: None) -> None:
            self._link.send(MailboxesChanged())
            if then_sync is not None:
                self._link.send(SyncNow(then_sync))
            self._watch.look()

        self._around.lanes.writing.submit(work, done, self.tell_failure)

    def tell_failure(self, error: Exception) -> None:
        """Say in the panel, or in the window without one, what did not work."""
        from shopdesk.ui.error_texts import error_text

        if self.panel is not None and self.panel.isVisible() and isinstance(error, ShopdeskError):
            self.panel.show_failure(error_text(error))
        else:
            self._inbox.stage.failed.emit(error)

    def _show_protocol(self, mailbox: Mailbox | None) -> None:
        from shopdesk.ui.health.protocol import ProtocolViewer

        mailboxes = [line.health.mailbox for line in self._watch.board.lines]
        viewer = ProtocolViewer(self._around.theme, mailboxes, mailbox, self.panel or self._window)
        viewer.refresh_asked.connect(lambda: self._read_protocol(viewer))
        viewer.show()
        self._read_protocol(viewer)

    def _read_protocol(self, viewer: "ProtocolViewer") -> None:
        self._around.lanes.reading.submit(self._desk.logs.protocol, viewer.take_lines, self.tell_failure)

    # --- the alarm --------------------------------------------------------------------------------------------

    def _show_alarm(self, silent: "Sequence[Silence]") -> None:
        self._silent = silent
        if not silent:
            if self.strip is not None:
                self.strip.hide()
            return
        from shopdesk.ui.health.wording import alarm_text

        if self.strip is None:
            self.strip = self._made_strip()
        board = self._watch.board
        ids = {one.health.mailbox.id for one in silent}
        stopped = [line for line in board.lines if line.id in ids and line.health.next_try is None]
        text = alarm_text(silent, self._around.now(), engine_down=board.engine_down)
        restarts = board.engine_down or not any(one.health.problem for one in silent)
        button = translate("Health", "Restart the sync") if restarts else translate("Health", "See what helps")
        self.strip.show_alarm(text, button, urgent=bool(stopped) and not restarts)

    def _made_strip(self) -> "AlarmStrip":
        from shopdesk.ui.health.strip import AlarmStrip

        strip = AlarmStrip(self._around.theme)
        self._inbox.column.put_over_list(strip)
        strip.closed.connect(self._watch.dismiss_alarm)
        strip.fix_asked.connect(self._answer_alarm)
        return strip

    def _answer_alarm(self) -> None:
        """A mailbox that is silent without a reason hangs: another engine helps; else the panel knows more."""
        if self._watch.board.engine_down or not any(one.health.problem for one in self._silent):
            self._link.renew()
            self._inbox.stage.told.emit(translate("Inbox", "The sync is started again."))
        else:
            self.open(self._silent[0].health.mailbox.id)
