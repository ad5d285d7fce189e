"""Notices about new mail, the tray, and what closing the window means: joined to one window."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMessageBox, QWidget

from shopdesk.domain.conversation import Conversation, TabCounts
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.domain.quiet_hours import QuietHours
from shopdesk.domain.waiting_reminder import Reminder
from shopdesk.ui.desk import Desk
from shopdesk.ui.engine_room import EngineRoom
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.muting import Mute, mute_until, muted_words
from shopdesk.ui.notices.presenter import NoticePresenter, NoticeRules
from shopdesk.ui.notices.wording import notice_words
from shopdesk.ui.preferences import Closing
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate


class TrayLike(Protocol):
    """The tray; tests bring one that only writes down."""

    opened: SignalInstance
    notice_clicked: SignalInstance
    sync_asked: SignalInstance
    quit_asked: SignalInstance
    mute_asked: SignalInstance
    menu_opening: SignalInstance

    @property
    def is_available(self) -> bool: ...
    def want(self, *, wanted: bool) -> None: ...
    def say(self, title: str, text: str) -> None: ...
    def show_count(self, needs_reply: int) -> None: ...
    def show_mute(self, words: str) -> None: ...
    def retranslate(self) -> None: ...


class NoticeRoom(QObject):
    """Fits `NoticeView`; `presenter` decides what is announced."""

    def __init__(
        self,
        window: QMainWindow,
        inbox: InboxScreen,
        desk: Desk,
        around: Surroundings,
        engine: EngineRoom,
        tray: TrayLike,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._engine = engine
        self._told: Sequence[ConversationId] = ()
        self.tray = tray
        self._burst = QTimer(self)
        self._burst.setSingleShot(True)
        self.ask: Callable[[], Closing | None] = self._asked
        """Asks what closing means; None when the person changed their mind."""
        self._leaving = False
        self.presenter = NoticePresenter(
            desk.conversations, around.lanes.reading, self._rules, self, around.now, on_duty=self._on_duty
        )
        self._burst.timeout.connect(self.presenter.burst_ended)
        engine.feed.changed.connect(self.presenter.heard)
        inbox.stage.counts_changed.connect(self._show_counts)
        tray.opened.connect(self.bring_back)
        tray.notice_clicked.connect(self._open_told)
        tray.sync_asked.connect(engine.care.sync_all)
        tray.quit_asked.connect(self.leave)
        tray.mute_asked.connect(self._turn_mute)
        tray.menu_opening.connect(self._show_mute)
        around.theme.changed.connect(tray.retranslate)
        self.apply_preferences()
        self._show_counts(inbox.presenter.counts)

    def apply_preferences(self) -> None:
        """The preferences about the tray, or about muting, changed."""
        self.tray.want(wanted=self._around.preferences.tray)
        self._show_mute()

    # --- what the presenter asks --------------------------------------------------------------------------------

    def call_after(self, length: timedelta) -> None:
        """See `NoticeView`."""
        self._burst.start(round(length.total_seconds() * 1000))

    def is_focused(self) -> bool:
        """See `NoticeView`; a dialog of ours counts as well."""
        return QApplication.activeWindow() is not None

    def show_notice(self, new: Sequence[Conversation]) -> None:
        """See `NoticeView`."""
        self._told = [row.id for row in new]
        self.tray.say(*notice_words(new, hide_content=self._around.preferences.hide_content))

    def say_waiting(self, reminder: Reminder, words: str) -> None:
        """The reminder came: where the window has not the keys, one notice says so; a click opens the oldest."""
        if self._around.preferences.notifications and not self.is_focused():
            self._told = [reminder.first]
            self.tray.say(translate("Reminder", "Customers are waiting"), words)

    # --- the window goes and comes ----------------------------------------------------------------------------

    def keeps_window(self) -> bool:
        """The window is being closed. Out: True when it shall stay, hidden beside the tray or by a change of mind.

        The first time, and only where there is a tray to come back by, the person is asked.
        """
        if self._leaving or not self.tray.is_available:
            return False
        preferences = self._around.preferences
        if preferences.keep_running is Closing.ASK:
            answer = self.ask()
            if answer is None:
                return True
            preferences.keep_running = answer
        if preferences.keep_running is not Closing.KEEP:
            return False
        preferences.tray = True
        self.tray.want(wanted=True)
        QApplication.setQuitOnLastWindowClosed(False)  # a dialog that closes later must not end the program
        self._window.hide()
        self._engine.tell_state(visible=False, is_open=False)
        return True

    def bring_back(self) -> None:
        """Show the window again, in front."""
        QApplication.setQuitOnLastWindowClosed(True)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._engine.tell_state(visible=True)

    def let_go(self) -> None:
        """The next close ends the program without a question: the session ends, or a person chose Quit."""
        self._leaving = True

    def leave(self) -> None:
        """End the program."""
        self.let_go()
        QApplication.setQuitOnLastWindowClosed(True)
        QApplication.quit()

    # --- inside -----------------------------------------------------------------------------------------------

    def _on_duty(self) -> AgentId | None:
        """Asked in the reading lane."""
        agent = self._desk.agents.on_duty()
        return None if agent is None else agent.id

    def _rules(self) -> NoticeRules:
        preferences = self._around.preferences
        quiet = QuietHours(preferences.quiet_begin, preferences.quiet_end) if preferences.quiet else None
        return NoticeRules(
            preferences.notifications, preferences.while_focused, quiet, muted_until=preferences.muted_until
        )

    def _open_told(self) -> None:
        """The conversation of the notice, or the tab when it was about several."""
        self.bring_back()
        self._inbox.presenter.choose_tab(Tab.NEEDS_REPLY)
        if len(self._told) == 1:
            self._inbox.presenter.select(self._told[0], by_person=True)

    def _show_mute(self) -> None:
        """A mute that ended by itself is seen when the menu opens, or with the next mail."""
        self.tray.show_mute(muted_words(self._around.preferences.muted_until, self._around.now()))

    def _turn_mute(self) -> None:
        preferences, now = self._around.preferences, self._around.now()
        is_muted = bool(muted_words(preferences.muted_until, now))
        preferences.muted_until = None if is_muted else mute_until(Mute.HOUR, now)
        self._show_mute()

    def _show_counts(self, counts: TabCounts) -> None:
        self._show_mute()
        self.tray.show_count(counts.needs_reply)

    def _asked(self) -> Closing | None:
        box, answers = close_question(self._window)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return answers.get(clicked)


def close_question(parent: QWidget) -> tuple[QMessageBox, dict[QAbstractButton, Closing]]:
    """The box that asks what closing means, and what each button answers."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("Notices", "Close Shopdesk"))
    box.setText(translate("Notices", "Keep syncing when the window is closed?"))
    box.setInformativeText(
        translate("Notices", "An icon in the tray leads back. You can change this in Settings.")
    )
    keep = box.addButton(translate("Notices", "Keep syncing"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("Notices", "Quit"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(translate("Notices", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    return box, {keep: Closing.KEEP, leave: Closing.QUIT}
