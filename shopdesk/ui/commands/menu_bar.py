"""The menu bar made from the table of actions: the system's own on the Mac, elsewhere hidden until Alt is pressed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from shopdesk.ui.actions import ACTIONS, Actions, Do, Group
from shopdesk.ui.commands.groups import group_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

Possible = Callable[[Do], bool]

_ROLES = {Do.SETTINGS: QAction.MenuRole.PreferencesRole}


class CommandMenus(QObject):
    """Fills a menu bar, and shows it for as long as it has the keys."""

    def __init__(
        self, window: QMainWindow, actions: Actions, is_possible: Possible, theme: Theme, *, hidden: bool
    ) -> None:
        super().__init__(window)
        # Ours, as its menus are: what Qt makes itself is gone for Python as soon as anything is that once led to it.
        self.bar = QMenuBar(window)
        window.setMenuBar(self.bar)
        self._window = window
        self._actions = actions
        self._is_possible = is_possible
        self._back: QWidget | None = None
        self._menus = {group: self._made(group) for group in Group if _of(group)}
        self.retranslate()
        theme.changed.connect(self.retranslate)  # also emitted when the language changes
        if hidden:
            self.bar.setNativeMenuBar(False)
            self.bar.hide()
            self.bar.installEventFilter(self)

    def retranslate(self) -> None:
        """Title the menus in the present language."""
        for group, menu in self._menus.items():
            menu.setTitle(group_text(group))

    def show_for_keys(self) -> None:
        """Show the bar with its first menu marked."""
        if self.bar.isVisible():
            self._leave()
            return
        self._back = self._window.focusWidget()
        self.bar.show()
        self.bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        # `setActiveAction` would open the menu; a pointer over it only marks it, as Alt does elsewhere.
        place = QPointF(self.bar.actionGeometry(self.bar.actions()[0]).center())
        none = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        over = QMouseEvent(QEvent.Type.MouseMove, place, self.bar.mapToGlobal(place), *none)
        QCoreApplication.sendEvent(self.bar, over)

    def _made(self, group: Group) -> QMenu:
        menu = QMenu(self.bar)
        self.bar.addMenu(menu)
        for do in _of(group):
            action = self._actions[do]
            action.setMenuRole(_ROLES.get(do, QAction.MenuRole.NoRole))
            menu.addAction(action)
        menu.aboutToShow.connect(lambda: self._enable(group, only_possible=True))
        # A disabled action would swallow its keys, so that it is disabled only while it can be seen.
        menu.aboutToHide.connect(lambda: self._enable(group, only_possible=False))
        menu.triggered.connect(self._leave)
        return menu

    def _enable(self, group: Group, *, only_possible: bool) -> None:
        for do in _of(group):
            self._actions[do].setEnabled(not only_possible or self._is_possible(do))

    def _leave(self) -> None:
        """Hide the bar; the keys go back to where they were."""
        if self.bar.isNativeMenuBar():
            return
        had_keys = self.bar.hasFocus()
        self.bar.hide()
        if had_keys and self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.MenuBarFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar goes when the keys go elsewhere, except into one of its menus."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        is_in_menu = any(menu.isVisible() for menu in self._menus.values())
        if event.type() is QEvent.Type.FocusOut and not is_in_menu:
            self.bar.hide()
        return False


class AltKey(QObject):
    """Calls when Alt was pressed and let go alone."""

    def __init__(self, watched: QObject, pressed: Callable[[], None]) -> None:
        super().__init__(watched)
        self._pressed = pressed
        self._alone = False
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._alone = event.key() == Qt.Key.Key_Alt
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            if self._alone and event.key() == Qt.Key.Key_Alt:
                QTimer.singleShot(0, self, self._pressed)  # after the bar itself has seen the key
            self._alone = False
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.FocusOut):
            self._alone = False
        return False


def _of(group: Group) -> list[Do]:
    return [do for do, facts in ACTIONS.items() if facts.group is group]
