"""The settings in the window: made when they are first asked for, joined to the shop and the engine."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import MailboxId
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.triage import Triage
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.domain.blocking import BlockedSender
    from shopdesk.domain.reading_of_mail import Lesson
    from shopdesk.ui.settings.dialog import PageEntry, SettingsDialog
    from shopdesk.ui.settings.doors import Doors


class SettingsRoom(QObject):
    """One dialog for a window."""

    mailboxes_changed = Signal()
    """The engine shall look at the mailboxes, or at the way out of this computer, again."""
    mailbox_removed = Signal()
    """Conversations went away with a mailbox."""
    mail_wanted = Signal(object)
    """A `MailboxId` whose pass shall begin now."""
    targets_changed = Signal()
    """A rule of targets, or the peak, is another one."""
    notices_changed = Signal()
    """What is announced, or the tray, was changed."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        around: Surroundings,
        choose_language: Callable[[str], None],
        add_mailbox: Callable[[], None],
        triage: Triage,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._around = around
        self._choose_language = choose_language
        self._add_mailbox = add_mailbox
        self._triage = triage

    def open(self, page: str = "") -> None:
        """Show the settings at a page (see `_pages`), else at the last one."""
        self.dialog.open_at(page)

    def leave(self) -> None:
        """The window goes for good: what pages do in the background stops."""
        if "dialog" in self.__dict__:
            self.dialog.leave()

    def open_mailbox(self, mailbox: MailboxId) -> None:
        """Show the settings of one mailbox."""
        from shopdesk.ui.settings.mailboxes_page import MailboxesPage

        self.open("mailboxes")
        page = self.dialog.page("mailboxes")
        if isinstance(page, MailboxesPage):
            page.edit(mailbox)

    @cached_property
    def dialog(self) -> "SettingsDialog":
        """The dialog, not shown yet."""
        from shopdesk.ui.settings.dialog import SettingsDialog

        return SettingsDialog(self._around.theme, self._around.preferences, self._pages(), self._window)

    # --- inside -----------------------------------------------------------------------------------------------

    def _pages(self) -> "list[PageEntry]":
        from shopdesk.ui.settings.about_page import AboutPage
        from shopdesk.ui.settings.connection_page import ConnectionPage
        from shopdesk.ui.settings.dialog import PageEntry
        from shopdesk.ui.settings.look_page import LookPage
        from shopdesk.ui.settings.mailboxes_page import MailboxesPage
        from shopdesk.ui.settings.notices_page import NoticesPage
        from shopdesk.ui.settings.privacy_page import PrivacyPage
        from shopdesk.ui.settings.sending_page import SendingPage

        around, doors = self._around, self._doors

        def notices() -> NoticesPage:
            page = NoticesPage(around.theme, around.preferences, around.now)
            page.changed.connect(self.notices_changed)
            return page

        return [
            PageEntry("mailboxes", "mail", lambda: translate("Settings", "Mailboxes"), lambda: MailboxesPage(doors)),
            PageEntry(
                "look",
                "palette",
                lambda: translate("Settings", "Look"),
                lambda: LookPage(around.theme, around.preferences, self._choose_language),
            ),
            PageEntry(
                "sending",
                "send",
                lambda: translate("Settings", "Sending"),
                lambda: SendingPage(around.theme, around.preferences),
            ),
            *(self._signatures(), self._targets(), self._learned(), self._blocked()),
            PageEntry("notices", "bell", lambda: translate("Settings", "Notifications"), notices),
            PageEntry("privacy", "shield", lambda: translate("Settings", "Privacy"), lambda: PrivacyPage(doors)),
            self._backups(),
            PageEntry(
                "connection", "globe", lambda: translate("Settings", "Connection"), lambda: ConnectionPage(doors)
            ),
            PageEntry("about", "info", lambda: translate("Settings", "About"), lambda: AboutPage(doors)),
        ]

    def _targets(self) -> "PageEntry":
        from shopdesk.ui.settings.dialog import PageEntry
        from shopdesk.ui.settings.targets_page import TargetsPage

        def make() -> TargetsPage:
            page = TargetsPage(self._doors)
            page.changed.connect(self.targets_changed)
            return page

        return PageEntry("targets", "clock", lambda: translate("Targets", "Targets"), make)

    def _learned(self) -> "PageEntry":
        from shopdesk.ui.settings.dialog import PageEntry
        from shopdesk.ui.settings.learned_page import LearnedPage

        triage, topics = self._triage, self._desk.topics

        def forget(lesson: "Lesson") -> None:
            triage.write(Deed.UNLEARNED, [], lambda: topics.forget(lesson.id))

        def make() -> LearnedPage:
            return LearnedPage(self._doors, topics, forget, self._undo_of(Deed.UNLEARNED))

        return PageEntry("learned", "tag", lambda: translate("Learned", "Learned"), make)

    def _blocked(self) -> "PageEntry":
        from shopdesk.ui.settings.blocked_page import BlockedPage
        from shopdesk.ui.settings.dialog import PageEntry

        triage, blocking = self._triage, self._desk.blocking

        def unblock(sender: "BlockedSender") -> None:
            triage.write(Deed.UNBLOCKED, [], lambda: blocking.unblock(sender.key))

        def make() -> BlockedPage:
            return BlockedPage(self._doors, blocking, unblock, self._undo_of(Deed.UNBLOCKED))

        return PageEntry("blocked", "ban", lambda: translate("People", "Blocked senders"), make)

    def _undo_of(self, deed: Deed) -> Callable[[], bool]:
        """Takes the newest step back if it is of one kind."""

        def undo() -> bool:
            is_ours = self._triage.newest is deed
            if is_ours:
                self._triage.undo()
            return is_ours

        return undo

    def _backups(self) -> "PageEntry":
        from shopdesk.ui.settings.backup_page import BackupPage
        from shopdesk.ui.settings.dialog import PageEntry

        words, backups = lambda: translate("Backup", "Backups"), self._desk.backups
        return PageEntry("backups", "archive", words, lambda: BackupPage(self._doors, backups))

    def _signatures(self) -> "PageEntry":
        from shopdesk.ui.settings.dialog import PageEntry
        from shopdesk.ui.settings.signatures_page import SignaturesPage

        words, signatures = lambda: translate("Settings", "Signatures"), self._desk.signatures
        return PageEntry("signatures", "square-pen", words, lambda: SignaturesPage(self._doors, signatures))

    @cached_property
    def _doors(self) -> "Doors":
        from shopdesk.ui.settings.doors import Doors

        around, desk = self._around, self._desk
        return Doors(
            theme=around.theme,
            preferences=around.preferences,
            now=around.now,
            mailboxes=desk.mailboxes,
            outside=desk.outside,
            targets=desk.targets,
            reading=around.lanes.reading,
            writing=around.lanes.writing,
            waiting=around.lanes.network,
            add_mailbox=self._leave_and_add,
            mailboxes_changed=self.mailboxes_changed.emit,
            mailbox_removed=self.mailbox_removed.emit,
            look_for_mail=self.mail_wanted.emit,
        )

    def _leave_and_add(self) -> None:
        """The wizard wants the window for itself."""
        self.dialog.close()
        self._add_mailbox()
