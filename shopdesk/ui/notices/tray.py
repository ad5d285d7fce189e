"""The icon in the system's tray and the notices that come out of it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from shopdesk.ui.words import counted, translate

SHOWN_MS = 15_000
"""A notice stays for so long where the system lets us choose; a click on it is heard as long."""


class Tray(QObject):
    """The tray of this system; without one nothing is shown and nothing breaks."""

    opened = Signal()
    notice_clicked = Signal()
    sync_asked = Signal()
    quit_asked = Signal()
    mute_asked = Signal()
    """Mute for an hour, or turn notifications on again."""
    menu_opening = Signal()

    def __init__(self, icon: QIcon, window: QWidget) -> None:
        super().__init__(window)
        self._wanted = False
        self._muted = ""
        self._needs_reply = 0
        self._icon = QSystemTrayIcon(icon, self)
        self._menu = QMenu(window)
        # Ours, not the menu's: Qt's own would be gone from Python's side while the menu still shows them.
        self._open, self._sync, self._mute, self._quit = (QAction(self) for _ in range(4))
        self._menu.addActions([self._open, self._sync, self._mute])
        self._menu.addSeparator()
        self._menu.addAction(self._quit)
        self._open.triggered.connect(self.opened)
        self._sync.triggered.connect(self.sync_asked)
        self._mute.triggered.connect(self.mute_asked)
        self._quit.triggered.connect(self.quit_asked)
        self._menu.aboutToShow.connect(self.menu_opening)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.notice_clicked)
        self._notice_over = QTimer(self)
        self._notice_over.setSingleShot(True)
        self._notice_over.timeout.connect(self._rest)
        self.retranslate()

    @property
    def is_available(self) -> bool:
        """Whether this system has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def want(self, *, wanted: bool) -> None:
        """Show the icon all the time, or only while a notice is shown."""
        self._wanted = wanted
        self._rest()

    def say(self, title: str, text: str) -> None:
        """Show a notice."""
        if not self.is_available or not self._icon.supportsMessages():
            return
        self._icon.show()
        self._icon.showMessage(title, text, self._icon.icon(), SHOWN_MS)
        self._notice_over.start(SHOWN_MS)

    def show_count(self, needs_reply: int) -> None:
        """How many, in the words under the pointer."""
        self._needs_reply = needs_reply
        self._show_tip()

    def show_mute(self, words: str) -> None:
        """Say under the pointer, and by the line of the menu, that notifications are muted; empty: they are not."""
        self._muted = words
        self._mute.setText(
            translate("Notices", "Turn notifications on") if words else translate("Notices", "Mute for 1 hour")
        )
        self._show_tip()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._open.setText(translate("Notices", "Open Shopdesk"))
        self._sync.setText(translate("Notices", "Sync now"))
        self._quit.setText(translate("Notices", "Quit"))
        self.show_mute(self._muted)

    def _show_tip(self) -> None:
        many = translate("Notices", "%1 conversations need a reply")
        count = counted(self._needs_reply, translate("Notices", "One conversation needs a reply"), many)
        lines = ("Shopdesk", count if self._needs_reply else "", self._muted)
        self._icon.setToolTip("\n".join(line for line in lines if line))

    def _rest(self) -> None:
        if not self._notice_over.isActive():
            self._icon.setVisible(self._wanted and self.is_available)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()
