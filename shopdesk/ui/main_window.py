"""The frame: rail, inbox, toast; the keys are in `deeds.py`."""

import logging
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from shopdesk.domain.conversation import TabCounts
from shopdesk.domain.errors import ShopdeskError
from shopdesk.ui.actions import Actions, Do
from shopdesk.ui.deeds import Deeds
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.list_room import ListRoom
from shopdesk.ui.message_doors import MessageDoors
from shopdesk.ui.order_room import OrderRoom, insert_into
from shopdesk.ui.overriding import override
from shopdesk.ui.page_table import INBOX, PAGE_KEYS, RAIL, SETTINGS, page_titles
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import Rail
from shopdesk.ui.widgets.toast import Toast
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.case_marks import CaseMarks
    from shopdesk.ui.crash_room import CrashRoom
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.notice_room import NoticeRoom
    from shopdesk.ui.pages import Pages
    from shopdesk.ui.reminder_room import ReminderRoom
    from shopdesk.ui.sending_room import SendingRoom
    from shopdesk.ui.wizard_room import WizardRoom

LEAST = (960, 620)
USUAL = (1440, 900)
TICK_MS = 30_000

_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Puts the parts together."""

    ticked = Signal()
    """Half a minute went by."""
    state_changed = Signal(bool)
    """Whether the window can be seen (not minimised)."""

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._desk = desk
        self.engine: EngineRoom | None = None
        self.crashes: CrashRoom | None = None
        self.notices: NoticeRoom | None = None
        self.actions_table = Actions(self, around.theme)
        self.rail = Rail(around.theme, RAIL)
        self.inbox = InboxScreen(desk, around, self.actions_table)
        self._arrange()
        self.toast = Toast(around.theme, self.inbox)
        self.deeds = Deeds(self, self.inbox, self.rail, self.actions_table, desk, around)
        self.list_room = ListRoom(self, self.inbox, self.deeds, self.actions_table, desk, around)
        self.orders = OrderRoom(self, desk, around)
        self.messages = MessageDoors(self, self.inbox, self.deeds, desk, around)
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Show the first page of the inbox."""
        self.inbox.start()
        last = next((tab for tab in Tab if tab.name.lower() == self._around.preferences.tab), Tab.NEEDS_REPLY)
        if last is not Tab.NEEDS_REPLY:
            self.inbox.presenter.choose_tab(last)
        self.inbox.focus_list()

    def go_on(self, command: Sequence[str], sample: Sequence[str] = ()) -> None:
        """What may cost time, so after the first paint: open a conversation, start the engine by this command.

        In: `sample` opens the sample shop in a window of its own; empty in the sample shop itself.
        """
        from shopdesk.ui.engine_room import EngineRoom

        self.inbox.stage.opening.go_on()
        self.engine = EngineRoom(self, self.inbox, self._desk, self._around, command)
        self.state_changed.connect(self.engine.tell_state)
        self.ticked.connect(self.engine.health.tick)
        self.engine.feed.changed.connect(self.orders.apply)
        self.list_room.attend(self.engine)
        self.messages.engine = self.engine
        self.setting_up.listen(self.engine, sample)
        self.deeds.add({Do.ADD_MAILBOX: self.setting_up.open})
        self.deeds.room.listen_for_alt()
        self.deeds.add({Do.HEALTH: self.engine.care.open, Do.LOG_FOLDER: self.engine.care.show_folder})
        self._open_rooms(self.engine)

    def stop_engine(self) -> None:
        """End the engine, and what the settings do; returns when it is gone."""
        if self.engine is not None:
            self.deeds.settings.leave()
            self.engine.stop()
        if self.crashes is not None:
            self.crashes.end()

    def let_go(self) -> None:
        """The next close ends the program without a question."""
        if self.notices is not None:
            self.notices.let_go()
        if "answers" in self.__dict__:
            self.answers.let_go()
        self.pages.let_go()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("Window", "Shopdesk"))
        self.actions_table.retranslate()
        for key, title in page_titles().items():
            self.rail.items[key].setText(title)
        self.inbox.retranslate()
        if self.engine is not None:
            self.engine.health.tell()

    def _open_rooms(self, engine: "EngineRoom") -> None:
        """What tells of bugs and of new mail."""
        from shopdesk.ui.backup_room import BackupRoom
        from shopdesk.ui.crash_room import CrashRoom
        from shopdesk.ui.mending_room import MendingRoom
        from shopdesk.ui.notice_room import NoticeRoom
        from shopdesk.ui.notices.tray import Tray
        from shopdesk.ui.peak_room import PeakRoom

        around = self._around
        self.crashes = CrashRoom(self, self._desk, around, engine.link)
        tray = Tray(around.theme.icon("store", "accent"), self)
        self.notices = NoticeRoom(self, self.inbox, self._desk, around, engine, tray)
        MendingRoom(self, self._desk, around, engine.care)
        peak = PeakRoom(self.inbox, self._desk, around, self.deeds.settings)
        self.ticked.connect(peak.tick)
        peak.look()
        backups = BackupRoom(self._desk, around, self)
        backups.told.connect(self.toast.say)
        self.ticked.connect(backups.tick)
        engine.feed.changed.connect(self.reminders.heard)
        self.reminders.join(self.notices, self.deeds.settings)
        self.answers.attend(engine)
        self.case_marks.look()
        self.ticked.connect(self.case_marks.tick)
        engine.feed.changed.connect(lambda changes: self.case_marks.look() if changes.cases else None)
        self._join_settings(engine, self.notices)

    def _join_settings(self, engine: "EngineRoom", notices: "NoticeRoom") -> None:
        from shopdesk.ui.health.presenter import Fix

        settings = self.deeds.settings
        settings.mailboxes_changed.connect(engine.mailboxes_changed)
        settings.mailbox_removed.connect(self.inbox.presenter.start)
        settings.mail_wanted.connect(engine.care.sync_now)
        settings.notices_changed.connect(notices.apply_preferences)
        engine.care.notices_changed.connect(notices.apply_preferences)
        engine.care.doors[Fix.SETTINGS] = lambda mailbox: settings.open_mailbox(mailbox.id)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        page = QWidget()
        row, self._over_pages, self._room = QHBoxLayout(page), QVBoxLayout(), QHBoxLayout()
        for layout in (row, self._over_pages, self._room):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._over_pages, 1)
        self._over_pages.addLayout(self._room, 1)
        self._room.addWidget(self.inbox, 1)
        self.setCentralWidget(page)
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.restoreGeometry(self._around.preferences.geometry)
        self.rail.show_chosen(INBOX)

    def _connect(self) -> None:
        inbox = self.inbox
        inbox.stage.counts_changed.connect(self._show_counts)
        inbox.stage.done.connect(lambda text: self.toast.say(text, translate("Toast", "Undo  Z")))
        inbox.stage.told.connect(self.toast.say)
        inbox.stage.failed.connect(self._tell_failure)
        inbox.stage.connect_asked.connect(lambda: self.setting_up.open())  # noqa: PLW0108 - not made before
        self.toast.undo_asked.connect(lambda: self.deeds.run(Do.UNDO))
        self.rail.chosen.connect(self._rail_chosen)
        self.orders.told.connect(self.toast.say)
        inbox.insert_asked.connect(lambda words: insert_into(self.answers, words))
        self.deeds.add({Do.IMPORT_ORDERS: self.orders.open})
        self.orders.watch_asked.connect(lambda: self.deeds.run(Do.GO_ORDERS))
        inbox.case_asked.connect(lambda number: self.pages.show_case(number))  # noqa: PLW0108 - not made before that
        self.deeds.add({do: partial(self._show_page, key) for do, key in PAGE_KEYS.items()})
        self.deeds.add({Do.LONGEST: lambda: self.reminders.open_longest(), Do.REST: lambda: self.reminders.ask_rest()})  # noqa: PLW0108
        self.deeds.add({Do.FACTS: lambda: self.pages.edit_facts()})  # noqa: PLW0108 - not made before that
        self.deeds.add({Do.NEW_CASE: lambda: self.pages.new_case()})  # noqa: PLW0108 - not made before that
        self.deeds.add({Do.LINK_CASE: lambda: self.pages.link_case()})  # noqa: PLW0108
        self.deeds.add({Do.PAYMENTS: lambda: self.pages.show_payments()})  # noqa: PLW0108
        self.deeds.add({Do.NEW_TEMPLATE: lambda: self.pages.new_template()})  # noqa: PLW0108 - not made before that
        inbox.pane.put_under_thread(lambda: self.answers.place, self._under_thread)
        for do in (Do.REPLY, Do.REPLY_ALL, Do.FORWARD, Do.NOTE, Do.NEW_MAIL, Do.OUTBOX, Do.TEMPLATE_OF_REPLY):
            self.deeds.add({do: partial(self._answer, do)})
        timer = QTimer(self)
        timer.setInterval(TICK_MS)
        timer.timeout.connect(self.ticked)
        timer.start()
        self.ticked.connect(inbox.presenter.tick)

    @cached_property
    def setting_up(self) -> "WizardRoom":
        """Connects mailboxes."""
        from shopdesk.ui.wizard_room import WizardRoom

        return WizardRoom(self, self.inbox, self._desk, self.actions_table, self._around, self.deeds.choose_language)

    @cached_property
    def pages(self) -> "Pages":
        """The pages beside the inbox."""
        from shopdesk.ui.page_makers import PageMakers
        from shopdesk.ui.pages import Pages

        makers = PageMakers(self._desk, self._around, lambda: self.inbox.presenter.current)
        pages = Pages(self, self._room, self.inbox, self.rail, self.deeds, makers)
        pages.toast, pages.tell_failure = self.toast, self._tell_failure
        pages.cases_changed = lambda: self.case_marks.look()  # noqa: PLW0108 - made then
        makers.answers = lambda: self.answers
        makers.import_orders = self.orders.open
        if self.engine is not None:
            self.engine.feed.changed.connect(pages.apply)
        return pages

    @cached_property
    def reminders(self) -> "ReminderRoom":
        """Reminds of everybody who waits too long."""
        from shopdesk.ui.reminder_room import ReminderRoom

        room = ReminderRoom(self, self._over_pages, self._desk, self._around)
        room.told.connect(self.toast.say)
        room.settings_asked.connect(lambda: self.deeds.settings.open("notices"))
        room.show_conversation = lambda row: self.pages.show_conversation(row)  # noqa: PLW0108 - not made before
        room.give_keys_back = lambda: self.pages.give_keys()  # noqa: PLW0108 - not made before
        self.ticked.connect(room.look)
        return room

    @cached_property
    def case_marks(self) -> "CaseMarks":
        """Cases on the rail and in the list."""
        from shopdesk.ui.case_marks import CaseMarks

        return CaseMarks(self, self.inbox, self.rail, self._desk, self._around)

    @cached_property
    def answers(self) -> "SendingRoom":
        """Writes answers and lets them leave."""
        from shopdesk.ui.conversation.wishes import Want
        from shopdesk.ui.sending_room import SendingRoom

        answers = SendingRoom(self, self.inbox, self._desk, self._around)
        answers.tell = self.toast.say
        answers.new_template = lambda words: self.pages.new_template(words)  # noqa: PLW0108 - not made before
        self.messages.elsewhere[Want.TEMPLATE] = lambda message: answers.templates.begin(message)  # noqa: PLW0108
        return answers

    def _answer(self, do: Do) -> None:
        self.answers.run(do)

    def _under_thread(self) -> list[QWidget]:
        return self.answers.focus_targets()

    def _tell_failure(self, error: Exception) -> None:
        from shopdesk.ui.error_texts import error_text

        if not isinstance(error, ShopdeskError):
            _log.error("unexpected failure", exc_info=error)  # the log is also how the crash dialog hears of it
        self.toast.say(error_text(error))

    def _show_counts(self, counts: TabCounts) -> None:
        self.rail.items[INBOX].show_count(counts.needs_reply)

    def _show_page(self, key: str) -> None:
        self.pages.show(key)

    def _rail_chosen(self, key: str) -> None:
        if key == SETTINGS:
            self.deeds.open_settings()
        self.pages.show(self.pages.current if key == SETTINGS else key)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        from shopdesk.ui.tab_order import step

        bar = [self.reminders.bar] if "reminders" in self.__dict__ else []
        goes = self.inbox.isVisible() and step(self, [self.rail, *bar, *self.inbox.regions()], forward=next)
        return goes or super().focusNextPrevChild(next)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.WindowStateChange:
            self.state_changed.emit(not self.isMinimized())
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._around.preferences.geometry = self.saveGeometry()
        self._around.preferences.tab = self.inbox.presenter.tab.name.lower()
        if self.notices is not None and self.notices.keeps_window():
            event.ignore()
            return
        if not self.pages.may_close() or ("answers" in self.__dict__ and self.answers.keep_window()):
            event.ignore()
            return
        super().closeEvent(event)
