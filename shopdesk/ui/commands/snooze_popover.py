"""When shall it come back? A few offers, and a field that understands words."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.snooze_reason import moment_and_reason
from shopdesk.domain.snooze_words import SnoozeProblem
from shopdesk.ui.actions import Do
from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.key_caps import caps_of
from shopdesk.ui.commands.line_list import EDGE
from shopdesk.ui.commands.line_popover import LinePopover
from shopdesk.ui.overriding import override
from shopdesk.ui.snooze import SnoozeChoice, snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import future_time, translate

WIDTH = 380


def choice_text(choice: SnoozeChoice) -> str:
    """An offer, without its time."""
    return {
        SnoozeChoice.LATER_TODAY: translate("Snooze", "Later today"),
        SnoozeChoice.TOMORROW: translate("Snooze", "Tomorrow morning"),
        SnoozeChoice.MONDAY: translate("Snooze", "Monday morning"),
        SnoozeChoice.IN_A_WEEK: translate("Snooze", "In a week"),
    }[choice]


def problem_text(problem: SnoozeProblem) -> str:
    """Why a text is no moment to come back."""
    return {
        SnoozeProblem.PAST: translate("Snooze", "That is already past."),
        SnoozeProblem.TOO_FAR: translate("Snooze", "That is more than five years away."),
        SnoozeProblem.NOT_UNDERSTOOD: translate("Snooze", "Not understood. Try “friday 14:00” or “in 3 days”."),
    }[problem]


def long_date(when: datetime) -> str:
    """The day of a moment (UTC) in full, in local time."""
    local = when.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.LongFormat)


class SnoozePopover(LinePopover):
    """Opens at a place of the window; says which moment was chosen."""

    chosen = Signal(object)
    """The moment (UTC), a `datetime`."""
    chosen_for = Signal(object, str)
    """The moment, and what is to be done then."""
    until_reply_chosen = Signal()
    takes_reason = True
    """Whether what is typed may go on with what is to be done."""
    widest = WIDTH
    """In px at 100 %."""

    def __init__(self, theme: Theme, window: QWidget, now: Callable[[], datetime], at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._now = now
        self._at = window.mapFromGlobal(at)
        self.refusal = plain_label("failed", wrap=True)
        self._column = QVBoxLayout(self.frame)
        for widget in (self.field, self.refusal, self.list):
            self._column.addWidget(widget)
        self.setAccessibleName(translate("Snooze", "Snooze"))
        self.field.setAccessibleName(translate("Snooze", "When shall it come back?"))
        self.field.setPlaceholderText(translate("Snooze", "When? “tomorrow 9”, “friday: ask the carrier”"))
        self.list.setAccessibleName(translate("Snooze", "Moments"))
        self.field.textChanged.connect(self._typed)

    def show_offers(self) -> None:
        """Open it with the usual moments."""
        self._typed("")
        self.open(self.field)

    # --- inside -----------------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        understood, reason = moment_and_reason(text, self._now()) if text.strip() else (None, "")
        if reason and not self.takes_reason:
            understood, reason = SnoozeProblem.NOT_UNDERSTOOD, ""
        refused = isinstance(understood, SnoozeProblem)
        self.refusal.setText(problem_text(understood) if isinstance(understood, SnoozeProblem) else "")
        self.refusal.setVisible(refused)
        if isinstance(understood, datetime):
            soon = future_time(understood, self._now())
            line = self._moment(soon, long_date(understood), understood)
            self.list.show_lines([self._with_reason(soon, understood, reason) if reason else line])
        else:
            self.list.show_lines([] if refused else self._offers())
        self.list.setVisible(not refused)
        self.arrange()

    def _offers(self) -> Sequence[Entry]:
        now = self._now()
        offers = [
            self._moment(choice_text(offer.choice), future_time(offer.until, now), offer.until)
            for offer in snooze_offers(now)
        ]
        title = translate("Snooze", "Until the customer replies")
        until_reply = Entry(Kind.HERE, title, self.until_reply_chosen.emit, "mail", caps=caps_of(Do.UNTIL_REPLY))
        return [*offers, until_reply]

    def _with_reason(self, title: str, until: datetime, reason: str) -> Entry:
        words = translate("Snooze", "To do: %1").replace("%1", reason)
        return Entry(Kind.HERE, title, lambda: self.chosen_for.emit(until, reason), "list-checks", words)

    def _moment(self, title: str, detail: str, until: datetime) -> Entry:
        return Entry(Kind.HERE, title, lambda: self.chosen.emit(until), "clock", detail)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        edge = px(EDGE)
        self.field.setFixedHeight(px(36))
        self._column.setSpacing(edge)
        self.field.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(edge, edge, edge, edge)
        width = min(px(self.widest), self.width() - px(48))
        inside = self.list.full_height() if self.list.lines else self.refusal.heightForWidth(width - 2 * edge)
        height = min(3 * edge + px(36) + inside + 2, self.height() - px(24))
        left = min(max(self._at.x(), px(12)), self.width() - width - px(12))
        top = min(max(self._at.y(), px(12)), self.height() - height - px(12))
        return QRect(left, top, width, height)
