"""What was promised in a conversation: open ones to keep, move or give up, what became of the others, a new one."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.promise import Promise, PromiseState
from shopdesk.domain.snooze_reason import moment_and_reason
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.promise_row import PromiseRow, promise_words
from shopdesk.ui.words import card_time, translate

WIDTH = 520
_EDGE = 12
_MOST_SETTLED = 6


def settled_words(one: Promise, now: datetime) -> str:
    """What became of a promise, when, and why."""
    state = {
        PromiseState.KEPT: translate("Promises", "Kept"),
        PromiseState.MOVED: translate("Promises", "Moved"),
        PromiseState.BROKEN: translate("Promises", "Not kept"),
        PromiseState.OPEN: translate("Promises", "Open"),
    }[one.state]
    when = card_time(one.settled_at, now) if one.settled_at is not None else ""
    return " · ".join(part for part in (state, when, one.quoted, one.reason) if part)


class PromisesPopover(Overlay):
    """Below the subject; what is done to a promise closes it, and Undo takes it back."""

    kept = Signal(object)
    """A `Promise`."""
    move_asked = Signal(object, QPoint)
    break_asked = Signal(object, QPoint)
    added = Signal(str, object)
    """(what is promised, by when in UTC)"""

    def __init__(
        self, theme: Theme, window: QWidget, promises: Sequence[Promise], now: Callable[[], datetime], at: QPoint
    ) -> None:
        super().__init__(theme, window, scrim=False)
        self._now = now
        self._at = window.mapFromGlobal(at)
        self._column = QVBoxLayout(self.frame)
        self._column.addWidget(plain_label("head", translate("Promises", "What was promised")))
        open_ones = [one for one in promises if one.settled_at is None]
        settled = [one for one in promises if one.settled_at is not None]
        self.rows = [self._row(one) for one in open_ones]
        for row in self.rows:
            self._column.addWidget(row)
        if not self.rows:
            self._column.addWidget(plain_label("text", translate("Promises", "Nothing is promised here."), wrap=True))
        self.settled = [settled_words(one, now()) for one in reversed(settled[-_MOST_SETTLED:])]
        for words in self.settled:
            self._column.addWidget(plain_label("meta2", words, wrap=True))
        self.field, self.refusal = QLineEdit(), plain_label("failed", wrap=True)
        self.close_button = Button(theme, "secondary")
        self._arrange_foot()
        self.setAccessibleName(translate("Promises", "What was promised"))

    def start(self) -> None:
        """Show it."""
        self.open(self.rows[0].keep if self.rows else self.field)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(10))
        width = min(px(WIDTH), self.width() - 2 * px(_EDGE))
        height = max(self.frame.heightForWidth(width), self.frame.sizeHint().height())
        left = max(px(_EDGE), min(self._at.x(), self.width() - width - px(_EDGE)))
        top = max(px(_EDGE), min(self._at.y() + px(4), self.height() - height - px(_EDGE)))
        return QRect(left, top, width, height)

    # --- inside -------------------------------------------------------------------------------------------

    def _row(self, one: Promise) -> PromiseRow:
        words = promise_words(one.kind, one.quoted, one.by)
        row = PromiseRow(self._theme, "", words, one.due, self._now(), leads=False)

        def leave(run: Callable[[], None]) -> None:
            self.close_now()
            run()

        row.kept.connect(lambda: leave(lambda: self.kept.emit(one)))
        row.move_asked.connect(lambda at: leave(lambda: self.move_asked.emit(one, at)))
        row.break_asked.connect(lambda at: leave(lambda: self.break_asked.emit(one, at)))
        return row

    def _arrange_foot(self) -> None:
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(translate("Promises", "Promise something: “friday: send the invoice”"))
        self.field.setAccessibleName(translate("Promises", "By when, and what"))
        self.field.returnPressed.connect(self._add)
        self.refusal.hide()
        self.close_button.setText(translate("Promises", "Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close_now)
        foot = QHBoxLayout()
        foot.addWidget(self.field, 1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(foot)
        self._column.addWidget(self.refusal)

    def _add(self) -> None:
        until, words = moment_and_reason(self.field.text(), self._now())
        if isinstance(until, datetime) and words:
            self.close_now()
            self.added.emit(words, until)
            return
        self.refusal.setText(translate("Promises", "Say when, a colon, and what: “friday 14:00: send the invoice”."))
        self.refusal.show()
        self.arrange()
