"""Conversation and side panel next to each other; on narrower windows the panel lies over the conversation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import fill
from shopdesk.ui.widgets.parts import line

WIDTH = 336
"""Width of the panel in px at 100 %."""
WIDE = 1320
"""From this window width on the panel has room of its own, in px at 100 %."""


class ConversationArea(QWidget):
    """Places two widgets by hand, since one of them may float over the other."""

    panel_shown = Signal(bool)
    """The panel came into sight, or went out of it."""

    def __init__(self, theme: Theme, pane: QWidget, make_panel: Callable[[], QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._pane = pane
        self._make_panel = make_panel
        self._panel: QWidget | None = None
        self._edge = line(self)
        self._has_customer = False
        self._overlay_open = False
        self._focus_before: QWidget | None = None
        self._is_shown = False
        self.shown_wide = True
        """Whether a person wants to see the panel on wide windows."""
        pane.setParent(self)
        self.setMinimumWidth(320)
        theme.changed.connect(self.place)

    @property
    def is_wide(self) -> bool:
        """True when the panel has room of its own."""
        return self.window().width() >= self._theme.px(WIDE)

    @property
    def overlay_open(self) -> bool:
        """True while the panel lies over the conversation."""
        return self._overlay_open and not self.is_wide and self.has_panel

    @property
    def has_panel(self) -> bool:
        """True while the panel can be seen."""
        return self._is_shown and self._panel is not None

    def toggle(self) -> None:
        """Show the panel or hide it; over the conversation it takes the keys, and gives them back."""
        if self.is_wide:
            self.shown_wide = not self.shown_wide
            self.place()
        elif self.overlay_open:
            self.close_overlay()
        elif self._has_customer:
            self._open_overlay()

    def open(self) -> None:
        """Show the panel if it is not in sight."""
        if not self.has_panel:
            self.toggle()

    def close_overlay(self) -> bool:
        """Take the panel away from over the conversation; False when it was not there."""
        was_open = self.overlay_open
        had_keys = self._has_keys()
        self._overlay_open = False
        self.place()
        if was_open and had_keys:
            before = self._focus_before or self._pane
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None
        return was_open

    def show_panel_for(self, *, shown: bool) -> None:
        """There is a customer to show, or none."""
        self._has_customer = shown
        self.place()

    def place(self) -> None:
        """Put both where they belong now."""
        width, height, panel = self.width(), self.height(), self._theme.px(WIDTH)
        wide = self.is_wide
        shown = self._has_customer and (self.shown_wide if wide else self._overlay_open)
        beside = shown and wide
        self._pane.setGeometry(0, 0, width - panel - 1 if beside else width, height)
        if shown and self._panel is None:
            self._panel = self._make_panel()
        if self._panel is not None:
            self._panel.setVisible(shown)
            self._panel.setGeometry(width - panel, 0, panel, height)
            self._panel.raise_()
        self._edge.setVisible(shown and not wide)
        self._edge.setGeometry(width - panel - 1, 0, 1, height)
        self._edge.raise_()
        self.update()
        if shown != self._is_shown:
            self._is_shown = shown
            self.panel_shown.emit(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("border"))
        painter.end()

    def _open_overlay(self) -> None:
        self._focus_before = self.window().focusWidget()
        self._overlay_open = True
        self.place()
        if self._panel is not None and self.has_panel:
            self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _has_keys(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is None or (self._panel is not None and self._panel.isAncestorOf(focused))
