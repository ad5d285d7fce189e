"""Carries a card with the mouse from column to column; lists scroll while it is held near their edges."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget

from shopdesk.domain.case import Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.cases.card_list import CardList
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

EDGE = 48
"""So close to an edge, in px at 100 %, a list begins to scroll."""
FASTEST = 18
"""Px a step, right at the edge."""
STEP_MS = 15


class DropRoom(Protocol):
    """The board under the card."""

    @property
    def across(self) -> QScrollBar: ...
    def column_at(self, place: QPoint) -> Column | None: ...
    def cards_at(self, place: QPoint) -> CardList | None: ...
    def mark_target(self, column: Column | None) -> None: ...


class CardDrag(QObject):
    """Watches the lists of a board."""

    dropped = Signal(object, object)
    """A `CaseId` and a `Column`."""

    def __init__(self, theme: Theme, board: QWidget, room: DropRoom) -> None:
        """In: the board twice, as the widget that it is and as what lies under a card."""
        super().__init__(board)
        self._theme = theme
        self._board = board
        self._room = room
        self._pressed: QPoint | None = None
        self._from: CardList | None = None
        self._row = -1
        self._grip = QPoint()
        self._at = QPoint()
        self.card: QLabel | None = None
        """What is carried."""
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._scroll)

    def watch(self, cards: CardList) -> None:
        """Let its cards be carried away."""
        cards.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        cards = watched.parent()
        if not isinstance(cards, CardList):
            return False
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                    self._press(cards, event)
                case QEvent.Type.MouseMove if self._from is not None:
                    return self._move(event)
                case QEvent.Type.MouseButtonRelease if self._from is not None:
                    return self._release(event)
                case _:
                    pass
        return False

    def cancel(self) -> bool:
        """Put the card back. Out: whether one was carried."""
        was = self.card is not None
        self._end()
        return was

    # --- inside -----------------------------------------------------------------------------------------------

    def _press(self, cards: CardList, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = cards.indexAt(place)
        if index.isValid():
            self._pressed, self._from, self._row = place, cards, index.row()
            self._grip = place - cards.visualRect(index).topLeft()

    def _move(self, event: QMouseEvent) -> bool:
        cards, pressed = self._from, self._pressed
        if cards is None or pressed is None:
            return False
        if self.card is None:
            far = (event.position().toPoint() - pressed).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return False
            self._lift(cards)
        self._at = self._board.mapFromGlobal(event.globalPosition().toPoint())
        self._follow()
        return True

    def _lift(self, cards: CardList) -> None:
        card = QLabel(self._board)
        card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.setPixmap(cards.picture(self._row))
        card.adjustSize()
        card.show()
        self.card = card
        cards.lifted = cards.rows.cases[self._row].id
        cards.viewport().update()
        self._timer.start()

    def _follow(self) -> None:
        if self.card is not None:
            self.card.move(self._at - self._grip)
            self.card.raise_()
            self._room.mark_target(self._room.column_at(self._at))

    def _scroll(self) -> None:
        """Scroll what lies under the card, the faster the nearer it is to the edge."""
        edge = self._theme.px(EDGE)
        cards = self._room.cards_at(self._at)
        if cards is not None:
            top = cards.mapTo(self._board, QPoint(0, 0)).y()
            bar = cards.verticalScrollBar()
            bar.setValue(bar.value() + _speed(self._at.y() - top, cards.height(), edge))
        across = self._room.across
        across.setValue(across.value() + _speed(self._at.x(), self._board.width(), edge))
        self._follow()

    def _release(self, event: QMouseEvent) -> bool:
        carried: CaseId | None = None
        if self.card is not None and self._from is not None:
            carried = self._from.lifted
            self._at = self._board.mapFromGlobal(event.globalPosition().toPoint())
        to: Column | None = self._room.column_at(self._at)
        self._end()
        if carried is None:
            return False
        if to is not None:
            self.dropped.emit(carried, to)
        return True

    def _end(self) -> None:
        self._timer.stop()
        if self._from is not None and self._from.lifted is not None:
            self._from.lifted = None
            self._from.viewport().update()
        self._room.mark_target(None)
        if self.card is not None:
            card: QWidget = self.card
            card.hide()
            card.deleteLater()
        self.card = self._from = self._pressed = None


def _speed(place: int, length: int, edge: int) -> int:
    if place < edge:
        return -max(1, round(FASTEST * min(edge - place, edge) / edge))
    if place > length - edge:
        return max(1, round(FASTEST * min(place - length + edge, edge) / edge))
    return 0
