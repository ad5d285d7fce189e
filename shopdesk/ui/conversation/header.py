"""The head of a conversation: subject, pills, and what can be done."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.actions import Actions, Do, action_text, shown_keys
from shopdesk.ui.conversation.pills import AnyPill, PillMaker
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.topic_words import pill_text
from shopdesk.ui.widgets.drawing import pill_width
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, Pill, restate
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.domain.case import Case

MORE = (
    Do.SNOOZE, Do.UNREAD, Do.REOPEN, Do.UNFOLD, Do.ORIGINAL, Do.LOAD_IMAGES, Do.FIND, Do.SOURCE,
    Do.TOPIC, Do.MERGE, Do.PANEL, Do.JOIN_CUSTOMER, Do.BLOCK,
)  # fmt: skip


class KeyButton(Button):
    """A button that ends with its key in small letters."""

    def __init__(self, theme: Theme, kind: str, icon: str, keys: str) -> None:
        super().__init__(theme, kind, icon)
        self._keys = keys
        self._words = ""
        self.is_short = False
        self.setProperty("keys", "yes" if keys else "")

    def say(self, words: str) -> None:
        """What it does; a short button says it in its tool tip."""
        self._words = words
        self.setAccessibleName(words)
        self.shorten(shall=self.is_short)

    def shorten(self, *, shall: bool) -> None:
        """Show only the icon where there is no room for words."""
        self.is_short = shall
        self.setText("" if shall else self._words)
        self.setToolTip(f"{self._words} ({self._keys})" if shall and self._keys else self._words if shall else "")
        restate(self, "keys", "yes" if self._keys and not shall else "")

    def width_of_words(self) -> int:
        """How wide it is with its words and its key."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        keys = self._theme.metrics(11, 500).horizontalAdvance(self._keys) + self._theme.px(14) if self._keys else 0
        return words + keys + self._theme.px(24 + 16 + 6)

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        size.setHeight(self._theme.px(32))
        return size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_short:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(11, 500))
        painter.setPen(self._theme.colour("text3"))
        right = self.rect().adjusted(0, 0, -self._theme.px(12), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)
        painter.end()


class Header(QWidget):
    """82 px over the thread."""

    order_clicked = Signal(str)
    snooze_clicked = Signal()
    case_clicked = Signal(object)
    """A `CaseId`."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._actions = actions
        self._row: Conversation | None = None
        self._folds = False
        self._is_tight = False
        self._now: datetime | None = None
        self.subject = ElidedLabel("subject")
        self._pills = QHBoxLayout()
        self._pills.addStretch(1)
        self._shown_pills: list[AnyPill] = []
        self._maker = PillMaker(theme, actions, self.order_clicked.emit, self.case_clicked.emit)
        self.snooze = IconButton(theme, "clock")
        self.more = IconButton(theme, "ellipsis")
        self.panel = IconButton(theme, "panel-right")
        self.done = KeyButton(theme, "secondary", "check", shown_keys(Do.DONE))
        self.reopen = KeyButton(theme, "secondary", "inbox", "")
        self._arrange()
        self.snooze.clicked.connect(self.snooze_clicked)
        self.panel.clicked.connect(actions[Do.PANEL].trigger)
        self.done.clicked.connect(actions[Do.DONE].trigger)
        self.reopen.clicked.connect(actions[Do.REOPEN].trigger)
        self.more.clicked.connect(self._show_more)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(self._theme.px(7))
        left.addStretch(1)
        left.addWidget(self.subject)
        self._pills.setSpacing(self._theme.px(6))
        left.addLayout(self._pills)
        left.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(self._theme.px(4))
        self._line.addLayout(left, 1)
        for button in (self.snooze, self.panel, self.more):
            self._line.addWidget(button)
        self._line.addSpacing(self._theme.px(6))
        self._line.addWidget(self.done)
        self._line.addWidget(self.reopen)

    def show_row(self, row: Conversation, now: datetime) -> None:
        """Show a conversation's facts."""
        self._row, self._now = row, now
        self.subject.setText(row.subject or translate("Conversation", "(no subject)"))
        closed = row.state is ConversationState.DONE
        self.done.setVisible(not closed)
        self.reopen.setVisible(closed)
        self._fill_pills(row, now)
        self._fit()

    def show_cases(self, cases: "Mapping[ConversationId, Sequence[Case]]") -> None:
        """The open cases of conversations; the shown one's get a pill each."""
        number = self._row.id if self._row is not None else ConversationId(0)
        changed = cases.get(number) != self._maker.cases.get(number)
        self._maker.cases = cases
        if changed and self._row is not None and self._now is not None:
            self._fill_pills(self._row, self._now)
            self._fit()

    def fold_pills(self, folds: bool, now: datetime) -> None:
        """On narrow windows only the due time stays, the rest hides behind "…"."""
        if folds != self._folds:
            self._folds = folds
            if self._row is not None:
                self._fill_pills(self._row, now)
                self._fit()

    def pill_texts(self) -> list[str]:
        """What the pills say, from left to right."""
        return [pill.text() for pill in self._shown_pills]

    def below_due(self) -> QPoint:
        """The place below the due time, on the screen."""
        over = self._shown_pills[0] if self._shown_pills else self.subject
        return over.mapToGlobal(over.rect().bottomLeft())

    def below_topic(self) -> QPoint:
        """The place below the pill that says what it is about, on the screen; below "…" where there is none."""
        topic = self._maker.topic
        over = topic if topic is not None and isValid(topic) else self.more
        return over.mapToGlobal(over.rect().bottomLeft())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.snooze.name(action_text(Do.SNOOZE), shown_keys(Do.SNOOZE))
        self.panel.name(action_text(Do.PANEL), shown_keys(Do.PANEL))
        self.more.name(translate("Conversation", "More"))
        self.done.say(action_text(Do.DONE))
        self.reopen.say(translate("Conversation", "Reopen"))
        self._fit()

    # --- inside ------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Give way where the pane is narrow or the letters are large: first the pills, then the button's words."""
        if self._row is None or self._now is None or not self.isVisible():
            return
        tight = self._needs(short=False, pills=self._pills_width(self._row, self._now, folded=False)) > self.width()
        if tight is not self._is_tight:
            self._is_tight = tight
            self._fill_pills(self._row, self._now)
        folded = self._pills_width(self._row, self._now, folded=True)
        shall = tight and self._needs(short=False, pills=folded) > self.width()
        for button in (self.done, self.reopen):
            if button.is_short is not shall:
                button.shorten(shall=shall)
        few = shall and self._needs(short=True, pills=folded) > self.width()
        for icon in (self.snooze, self.panel):
            icon.setHidden(few)  # both are in the menu behind "…" too
        left, right = (12, 8) if few else (24, 16)
        self._line.setContentsMargins(self._theme.px(left), 0, self._theme.px(right), 0)

    def _needs(self, *, short: bool, pills: int) -> int:
        shown = self.reopen if self.reopen.isVisibleTo(self) else self.done
        words = self._theme.px(16 + 24) if short else shown.width_of_words()
        icons = sum(button.width() + self._line.spacing() for button in (self.snooze, self.panel, self.more))
        return pills + words + icons + self._theme.px(24 + 16 + 6 + 8)

    def _pills_width(self, row: Conversation, now: datetime, *, folded: bool) -> int:
        due = [pill_width(self._theme, text, "clock") for text in self._maker.due_texts(row, now)]
        others = ["…"] if folded else self._maker.other_texts(row)
        about = "" if self._folds else pill_text(row.topic, row.mood)
        others += [about] if about else []
        others += [] if self._folds else self._maker.case_texts(row)
        return sum([*due, *(pill_width(self._theme, text, "package") for text in others)]) + self._theme.px(6) * 4

    def _fill_pills(self, row: Conversation, now: datetime) -> None:
        for pill in self._shown_pills:
            self._pills.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        folds = self._folds or self._is_tight
        pills = self._maker.due_pills(row, now)
        pills += [] if self._folds else [*self._maker.topic_pills(row), *self._maker.case_pills(row, now)]
        pills += [] if folds else self._maker.other_pills(row)
        if folds and self._maker.other_texts(row):
            pills.append(self._folded(row))
        for place, pill in enumerate(pills):
            self._pills.insertWidget(place, pill)
        self._shown_pills = pills

    def _folded(self, row: Conversation) -> Pill:
        pill = Pill(self._theme, "grey", "", "…")
        pill.setToolTip("\n".join(self._maker.other_texts(row)))
        return pill

    def _show_more(self) -> None:
        menu = QMenu(self)
        for do in MORE:
            menu.addAction(self._actions[do])
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.deleteLater()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("border"))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(82))
        self._line.setContentsMargins(self._theme.px(24), 0, self._theme.px(16), 0)
        self._fit()
