"""Asks for another time of a promise, or why it is not going to happen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.line_list import EDGE
from shopdesk.ui.commands.line_popover import LinePopover
from shopdesk.ui.commands.snooze_popover import SnoozePopover, choice_text
from shopdesk.ui.overriding import override
from shopdesk.ui.snooze import snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import future_time, translate

WIDTH = 380


class MovePromise(SnoozePopover):
    """The words of the snooze popover, without a customer's reply to wait for."""

    takes_reason = False

    def __init__(self, theme: Theme, window: QWidget, now: Callable[[], datetime], at: QPoint) -> None:
        super().__init__(theme, window, now, at)
        self.setAccessibleName(translate("Promises", "Another time"))
        self.field.setAccessibleName(translate("Promises", "By when shall it be done?"))

    @override
    def _offers(self) -> Sequence[Entry]:
        now = self._now()
        return [
            self._moment(choice_text(offer.choice), future_time(offer.until, now), offer.until)
            for offer in snooze_offers(now)
        ]


class BreakPromise(LinePopover):
    """A reason is optional: Enter is enough."""

    chosen = Signal(str)
    """The reason; may be empty."""

    def __init__(self, theme: Theme, window: QWidget, at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._at = window.mapFromGlobal(at)
        self._column = QVBoxLayout(self.frame)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list)
        self.setAccessibleName(translate("Promises", "Not going to happen"))
        self.field.setAccessibleName(translate("Promises", "Why? (optional)"))
        self.field.setPlaceholderText(translate("Promises", "Why? (optional)"))
        self.list.setAccessibleName(self.accessibleName())
        self.field.textChanged.connect(self._typed)

    def ask(self) -> None:
        """Open it."""
        self._typed("")
        self.open(self.field)

    def _typed(self, text: str) -> None:
        reason = text.strip()
        line = Entry(Kind.HERE, self.accessibleName(), lambda: self.chosen.emit(reason), "x", reason)
        self.list.show_lines([line])
        self.arrange()

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        edge = px(EDGE)
        self.field.setFixedHeight(px(36))
        self._column.setSpacing(edge)
        self._column.setContentsMargins(edge, edge, edge, edge)
        width = min(px(WIDTH), self.width() - px(48))
        height = 3 * edge + px(36) + self.list.full_height() + 2
        left = min(max(self._at.x(), px(12)), self.width() - width - px(12))
        top = min(max(self._at.y(), px(12)), self.height() - height - px(12))
        return QRect(left, top, width, height)
