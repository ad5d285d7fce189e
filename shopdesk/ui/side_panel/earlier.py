"""Other conversations with the same customer, newest first; a few at once, all of them on demand."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import short_date, translate

FEW = 5
_ICONS = {
    ConversationState.NEEDS_REPLY: "mail",
    ConversationState.WAITING: "clock",
    ConversationState.SNOOZED: "calendar-clock",
    ConversationState.DONE: "circle-check",
}


def state_word(state: ConversationState) -> str:
    """How the state of a conversation is called."""
    return {
        ConversationState.NEEDS_REPLY: translate("Panel", "Needs reply"),
        ConversationState.WAITING: translate("Panel", "Waiting"),
        ConversationState.SNOOZED: translate("Panel", "Snoozed"),
        ConversationState.DONE: translate("Panel", "Done"),
    }[state]


class EarlierLine(PaintedButton):
    """One conversation: state, subject, date; what is not done says so in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: Conversation | None = None
        self._date = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def row(self) -> Conversation | None:
        """What is shown."""
        return self._row

    def show_row(self, row: Conversation, now: datetime) -> None:
        """Show this conversation from now on."""
        self._row, self._date = row, short_date(row.last_at, now)
        subject, state = row.subject or translate("Conversation", "(no subject)"), state_word(row.state)
        self.setText(subject)
        self.setAccessibleName(f"{subject}, {state}, {self._date}")
        self.setToolTip(f"{subject}\n{state} · {self._date}")
        self.show()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(28))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        theme, painter, row = self._theme, QPainter(self), self._row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), theme.px(6), theme.px(6))
        middle, side, small = self.rect().center().y() + 1, theme.px(16), theme.metrics(12)
        is_done = row.state is ConversationState.DONE
        icon = QRect(0, middle - side // 2, side, side)
        theme.icons.draw(painter, _ICONS[row.state], icon, theme.colour("text3" if is_done else "text2"))
        right = self._date if is_done else f"{state_word(row.state)} · {self._date}"
        at = self.width() - small.horizontalAdvance(right)
        draw_text(painter, QPoint(at, middle), right, theme.font(12), small, theme.colour("text3"))
        usual, left = theme.metrics(13), side + theme.px(8)
        subject = shortened(usual, self.text(), at - left - theme.px(8))
        draw_text(painter, QPoint(left, middle), subject, theme.font(13), usual, theme.colour("text2"))
        if self.shows_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.end()


class EarlierLines(QWidget):
    """The lines; they are used again for the next customer."""

    chosen = Signal(object)
    """A `ConversationId`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[EarlierLine] = []
        self._rows: tuple[Conversation, ...] = ()
        self._all = False
        self._now: datetime | None = None
        self.none = plain_label("meta", wrap=True)
        self.more = Button(theme, "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.none)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.none.hide()
        self.more.hide()
        self.more.clicked.connect(self._show_all)

    @property
    def lines(self) -> list[EarlierLine]:
        """The lines that are shown."""
        return [line for line in self._lines if not line.isHidden()]

    def show_rows(self, rows: Sequence[Conversation], now: datetime, *, same: bool) -> None:
        """Show these; `same` keeps a list that somebody unfolded."""
        self._all = self._all and same
        self._rows, self._now = tuple(rows), now
        self._fill()

    def clear(self) -> None:
        """Show nothing, not even that there is nothing."""
        self._rows, self._all = (), False
        for hidden in (*self._lines, self.none, self.more):
            hidden.hide()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        if self._now is not None and (self._rows or not self.none.isHidden()):
            self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if len(self._rows) > FEW:
            self._lines[FEW].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        if self._now is None:
            return
        shown = self._rows if self._all or len(self._rows) <= FEW + 1 else self._rows[:FEW]
        while len(self._lines) < len(shown):
            line = EarlierLine(self._theme)
            line.clicked.connect(lambda _=False, line=line: self._choose(line))
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            if number < len(shown):
                line.show_row(shown[number], self._now)
            else:
                line.hide()
        self.none.setText(translate("Panel", "This is the first conversation with this customer."))
        self.none.setVisible(not self._rows)
        self.more.setText(translate("Panel", "Show all %1").replace("%1", str(len(self._rows))))
        self.more.setVisible(len(shown) < len(self._rows))

    def _choose(self, line: EarlierLine) -> None:
        if line.row is not None:
            self.chosen.emit(line.row.id)
