"""The grey lines between the cards: one each, or folded to one where many stand together."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.message import Message
from shopdesk.domain.thread_event import EventKind, ThreadEvent
from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.event_words import ICONS, event_words, spoken_words
from shopdesk.ui.conversation.stack import OneLine
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import counted, translate

FOLDED = 3
"""From so many that stand together on they are one line until somebody looks."""
_HEIGHT = 24


def _paint(theme: Theme, one: QWidget, icon: str, text: str, colour: QColor) -> QRect:
    """Draw icon and words in the middle; out: where they stand."""
    painter = QPainter(one)
    side, gap = theme.px(14), theme.px(7)
    metrics = theme.metrics(12)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, one.width() - side - gap - theme.px(16))
    place = QRect(0, 0, side + gap + metrics.horizontalAdvance(words), one.height())
    place.moveLeft((one.width() - place.width()) // 2)
    icon_place = QRect(place.left(), (one.height() - side) // 2, side, side)
    theme.icons.draw(painter, icon, icon_place, colour)
    painter.setFont(theme.font(12))
    painter.setPen(colour)
    where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place.adjusted(side + gap, 0, 0, 0), where, words)
    painter.end()
    return place


class EventLine(QLabel):
    """An icon and words in the middle: what happened."""

    def __init__(self, theme: Theme, event: ThreadEvent, now: datetime) -> None:
        super().__init__(event_words(event, now))
        self._theme = theme
        self._icon = ICONS[event.kind]
        self.setAccessibleName(spoken_words(event, now))
        self.setToolTip(self.accessibleName())
        self.setFont(theme.font(12))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self._theme, self, self._icon, self.text(), self._theme.colour("text3"))


class FoldedEvents(PaintedButton):
    """Several that stand together, as one line; a click shows them."""

    def __init__(self, theme: Theme, words: str, tip: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        colour = theme.colour("text2" if self.underMouse() else "text3")
        place = _paint(theme, self, "chevrons-up-down", self.text(), colour)
        if self.shows_ring:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(place.adjusted(-theme.px(8), 1, theme.px(8), -1), theme.px(8), theme.px(8))
            painter.end()


class EventLines:
    """Puts the lines of a conversation between its cards, and takes them away again."""

    def __init__(self, theme: Theme, column: QVBoxLayout, now: datetime) -> None:
        self._theme = theme
        self._column = column
        self._now = now
        self.made: list[EventLine | FoldedEvents] = []

    def show(self, events: Sequence[ThreadEvent], first: datetime, folded_until: datetime | None) -> None:
        """Show lines in order of time; those before `folded_until` are in the stack with the mails around them.

        `first` is when the oldest mail came: what was sent before is old news, what arrived before is not.
        """
        self.clear()
        cards = self._cards()
        groups: dict[QWidget | None, list[ThreadEvent]] = {}
        for event in events:
            is_old = event.kind is EventKind.SHIPPED and event.at < first
            if is_old or (folded_until is not None and event.at < folded_until):
                continue
            before = next((card for card, message in cards if message.at > event.at), None)
            groups.setdefault(before, []).append(event)
        for before, group in groups.items():
            if len(group) < FOLDED:
                self._put(group, before)
            else:
                self._put_folded(group, before)

    def clear(self) -> None:
        """Take all lines away."""
        for line in self.made:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.made = []

    def _cards(self) -> list[tuple[QWidget, Message]]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [(one, one.message) for one in widgets if isinstance(one, MessageCard | OneLine)]

    def _put(self, events: Sequence[ThreadEvent], before: QWidget | None) -> None:
        for event in events:
            self._insert(EventLine(self._theme, event, self._now), before)

    def _put_folded(self, events: Sequence[ThreadEvent], before: QWidget | None) -> None:
        many = counted(len(events), translate("Thread", "1 event"), translate("Thread", "%1 events"))
        line = FoldedEvents(self._theme, many, "\n".join(spoken_words(one, self._now) for one in events))
        line.clicked.connect(partial(self._unfold, line, events))
        self._insert(line, before)

    def _unfold(self, line: FoldedEvents, events: Sequence[ThreadEvent]) -> None:
        self._put(events, line)
        self.made.remove(line)
        self._column.removeWidget(line)
        area = line.parentWidget()
        if line.hasFocus() and area is not None:
            area.focusNextChild()  # whoever unfolds by keys goes on at the same place
        line.hide()
        line.deleteLater()

    def _insert(self, line: EventLine | FoldedEvents, before: QWidget | None) -> None:
        place = self._column.indexOf(before) if before is not None else self._column.count() - 1  # before the stretch
        self._column.insertWidget(place, line)
        self.made.append(line)
