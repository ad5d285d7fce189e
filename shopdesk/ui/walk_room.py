"""Leads through the conversations of a task of the day: the inbox shows exactly those, with a slim bar over it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from shopdesk.domain.day import DayKind, Run, Walk
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.inbox_screen import InboxScreen
    from shopdesk.ui.surroundings import Surroundings
    from shopdesk.ui.theme.theme import Theme


NEXT_KEYS = QKeySequence("Ctrl+Return")


class WalkBar(QFrame):
    """Where one is, the next conversation, the way back."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.setProperty("kind", "found")
        self.words = plain_label("found")
        self.next, self.back = Button(theme, "secondary", "arrow-right"), Button(theme, "ghost")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(Picture(theme, "list-checks", 16, "accent_t"))
        row.addWidget(self.words, 1)
        row.addWidget(self.next)
        row.addWidget(self.back)

    def show_place(self, kind: DayKind, walk: Walk) -> None:
        """Such as "Morning review 1 of 2"."""
        name = translate("Today", "Morning review") if kind is DayKind.MORNING else translate("Today", "Wrap-up")
        words = translate("Today", "%1 · %2 of %3").replace("%1", name).replace("%2", str(walk.place))
        self.words.setText(words.replace("%3", str(len(walk.conversations))))
        keys = NEXT_KEYS.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "↵")
        words = translate("Today", "Next")
        self.next.setText(f"{words}  {keys}")
        self.next.setAccessibleName(words)
        self.back.setText(translate("Today", "Back to list"))


class WalkRoom(QWidget):
    """One for a window; it stands behind the bar."""

    back_asked = Signal()
    """Turn to the list again: by hand, or since the last one is handled."""

    def __init__(self, inbox: "InboxScreen", desk: "Desk", around: "Surroundings", parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._inbox = inbox
        self._desk = desk
        self._lanes = around.lanes
        self._kind = DayKind.MORNING
        self._walk: Walk | None = None
        self.bar = WalkBar(around.theme)
        self.bar.hide()
        inbox.put_on_top(self.bar)
        # Where an answer is written, these keys send it.
        self.keys = QShortcut(NEXT_KEYS, inbox, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.keys.setEnabled(False)
        self.keys.activated.connect(self.go_on)
        self.bar.next.clicked.connect(lambda _=False: self.go_on())
        self.bar.back.clicked.connect(lambda _=False: self.stop())

    @property
    def is_on(self) -> bool:
        """Whether somebody is led through."""
        return self._walk is not None

    def begin(self, kind: DayKind, walk: Walk) -> None:
        """Show exactly the conversations that are left of it."""
        self._kind, self._walk = kind, walk
        self.bar.show_place(kind, walk)
        self.bar.show()
        self.keys.setEnabled(True)
        self._inbox.presenter.show_these(walk.left or walk.conversations)
        self._inbox.focus_list()

    def go_on(self) -> None:
        """To the first one that is left after the present one."""
        if self._walk is None:
            return
        left, here = self._walk.left, self._inbox.presenter.current
        behind = left[left.index(here) + 1 :] if here in left else left
        following = next(iter(behind), None) or next(iter(left), None)
        if following is not None:
            self._inbox.presenter.select(following, by_person=True)
            self._inbox.focus_list()

    def look(self) -> None:
        """Something changed: is the last one handled?"""
        if self._walk is not None:
            self._lanes.writing.submit(self._desk.day.keep_up, self._heard, lambda _: None)

    def stop(self) -> None:
        """Back to the list, wherever one is."""
        if self._walk is not None:
            kind = self._kind
            self._lanes.writing.submit(lambda: self._desk.day.stop(kind), lambda _: None, lambda _: None)
            self._leave()

    def _heard(self, runs: Sequence[Run]) -> None:
        run = next((run for run in runs if run.kind is self._kind), None)
        if self._walk is None or run is None:
            return
        if run.walk is None:
            self._leave()
            return
        self._walk = run.walk
        self.bar.show_place(self._kind, run.walk)

    def _leave(self) -> None:
        self._walk = None
        self.bar.hide()
        self.keys.setEnabled(False)
        if self._inbox.presenter.shows_these:
            self._inbox.presenter.choose_tab(self._inbox.presenter.tab)
        self.back_asked.emit()
