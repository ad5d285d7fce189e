"""The settings: pages on the left, the page on the right, no button to apply anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.settings.controls import Page, Words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button
from shopdesk.ui.words import translate

USUAL = (900, 600)
_LINE = 152


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the list; the page is made when it is first turned to."""

    key: str
    icon: str
    words: Words
    make: Callable[[], Page]


class SettingsDialog(QDialog):
    """Shows one page at a time and remembers which."""

    def __init__(self, theme: Theme, preferences: Preferences, pages: Sequence[PageEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._entries = {entry.key: entry for entry in pages}
        self._made: dict[str, Page] = {}
        self.areas: dict[str, QScrollArea] = {}
        self.buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._nav = QFrame()
        self._side = SideArea(self._nav)
        self._lines = QVBoxLayout(self._nav)
        self._arrange()
        self.resize(*USUAL)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def page(self, key: str) -> Page:
        """A page, made now if need be."""
        if key not in self._made:
            self._made[key] = made = self._entries[key].make()
            made.setProperty("kind", "surface")
            made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(made)
            self.areas[key] = area
            self._stack.addWidget(area)
        return self._made[key]

    def turn_to(self, key: str = "") -> None:
        """Show a page, the last one when none is named."""
        wanted = key or self._preferences.settings_page
        chosen = wanted if wanted in self._entries else next(iter(self._entries))
        page = self.page(chosen)
        self.buttons[chosen].setChecked(True)
        self._side.ensureWidgetVisible(self.buttons[chosen])
        self._stack.setCurrentWidget(self.areas[chosen])
        self._preferences.settings_page = chosen
        page.opened()

    def open_at(self, key: str = "") -> None:
        """Show the dialog with a page; the list has the focus, so that arrows turn pages."""
        self.turn_to(key)
        self.show()
        self.activateWindow()
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def leave(self) -> None:
        """The window goes for good."""
        for page in self._made.values():
            page.leave()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("Settings", "Settings"))
        self._nav.setAccessibleName(translate("Settings", "Pages"))
        for key, entry in self._entries.items():
            self.buttons[key].setText(entry.words())
        for page in self._made.values():
            page.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # there is nothing to confirm
        super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._nav.setProperty("kind", "canvas")
        for number, (key, entry) in enumerate(self._entries.items()):
            button = Button(self._theme, "nav", entry.icon)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            self._lines.addWidget(button)
            self.buttons[key] = button
        self._lines.addStretch(1)
        self._group.idToggled.connect(self._toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)

    def _toggled(self, number: int, checked: bool) -> None:
        key = list(self._entries)[number]
        if checked and (key not in self.areas or self._stack.currentWidget() is not self.areas[key]):
            self.turn_to(key)

    def _restyle(self) -> None:
        theme, gap = self._theme, self._theme.px(12)
        self._lines.setContentsMargins(gap, theme.px(20), gap, gap)
        self._lines.setSpacing(theme.px(4))
        for button in self.buttons.values():
            button.setMinimumWidth(theme.px(_LINE))


class SideArea(QScrollArea):
    """As wide as the longest line of what is in it; in a low window, or with large text, it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._inside.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(), super().minimumSizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def _width(self) -> int:
        return self._inside.sizeHint().width() + self.verticalScrollBar().sizeHint().width()
