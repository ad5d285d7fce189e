"""The list of orders that need somebody, under the headings of their reasons."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.domain.order_watch import Watched, WatchReason
from shopdesk.ui.desk import Now
from shopdesk.ui.orders.watch_words import TONES, items_text, reason_text, since_text, what_is_wrong, who_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_text, shortened
from shopdesk.ui.words import initials, translate

ROW, HEADING = 60, 36
Index = QModelIndex | QPersistentModelIndex
Line = Watched | tuple[WatchReason, int]
"""An order, or a heading with its number of orders."""
_ROOT = QModelIndex()


class WatchModel(QAbstractListModel):
    """One row an order, one a heading."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        self.lines: list[Line] = []
        self.titles: Mapping[WatchReason, str] = {}

    def show_found(self, found: Sequence[Watched], titles: Mapping[WatchReason, str]) -> None:
        """Show these. In: the names of the templates that fit."""
        lines: list[Line] = []
        for reason, group in groupby(found, key=lambda one: one.reason):
            ones = list(group)
            lines += [(reason, len(ones)), *ones]
        if (lines, titles) != (self.lines, self.titles):
            self.beginResetModel()
            self.lines, self.titles = lines, titles
            self.endResetModel()

    def detail(self, one: Watched) -> str:
        """The second line of an order: its number, and what was bought."""
        return " · ".join(part for part in (one.order.number, items_text(one.order)) if part)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        is_order = index.isValid() and isinstance(self.lines[index.row()], Watched)
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsSelectable if is_order else Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        one = self.lines[index.row()]
        if not isinstance(one, Watched):
            return f"{reason_text(one[0])}, {one[1]}"
        parts = (who_text(one.order), self.detail(one), what_is_wrong(one, self.now()), self.titles.get(one.reason, ""))
        return translate("Words", ", ", "between the parts of a spoken sentence").join(part for part in parts if part)


class WatchDelegate(QStyledItemDelegate):
    """Draws rows and headings as the list of conversations does."""

    def __init__(self, theme: Theme, view: "WatchList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_order = isinstance(self._view.rows.lines[index.row()], Watched)
        return QSize(0, self._theme.px(ROW if is_order else HEADING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._view.rows.lines[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, Watched):
            self._draw_order(painter, option, one)
        else:
            self._draw_heading(painter, option.rect, one)

    def _draw_heading(self, painter: QPainter, rect: QRect, heading: tuple[WatchReason, int]) -> None:
        theme, (reason, count) = self._theme, heading
        metrics, font, left = theme.metrics(12, 600), theme.font(12, 600), rect.x() + theme.px(20)
        words, number = reason_text(reason), str(count)
        middle, tone = rect.center().y() + theme.px(3), theme.colour(TONES.get(reason, "text2"))
        draw_text(painter, QPoint(left, middle), words, font, metrics, tone)
        left += metrics.horizontalAdvance(words) + theme.px(8)
        draw_text(painter, QPoint(left, middle), number, font, metrics, theme.colour("text3"))

    def _draw_order(self, painter: QPainter, option: QStyleOptionViewItem, one: Watched) -> None:
        theme, rect, rows = self._theme, option.rect, self._view.rows
        px, inset = theme.px, rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(inset, px(10), px(10))
        side, who = px(36), who_text(one.order)
        avatar = QRect(rect.x() + px(20), rect.y() + (rect.height() - side) // 2, side, side)
        draw_avatar(painter, theme, avatar, initials(who), one.order.email or who)
        room = QRect(avatar.right() + px(13), rect.y(), inset.right() - px(10) - avatar.right() - px(13), rect.height())
        since = since_text(one, rows.now())
        self._draw_line(painter, room, px(21), (who, 500, "text"), (since, TONES.get(one.reason, "text3")))
        template = rows.titles.get(one.reason, "")
        self._draw_line(painter, room, px(40), (rows.detail(one), 400, "text2"), (template, "text3"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(inset.adjusted(1, 1, -1, -1), px(9), px(9))

    def _draw_line(
        self, painter: QPainter, room: QRect, below: int, left: tuple[str, int, str], right: tuple[str, str]
    ) -> None:
        """Words on the left, and shorter ones on the right that get half of the room at most."""
        theme, (words, weight, token), (more, tone) = self._theme, left, right
        small, size = theme.metrics(12), 13 if weight > 400 else 12  # noqa: PLR2004 - names are larger
        more = shortened(small, more, room.width() // 2)
        width = small.horizontalAdvance(more)
        metrics, colour = theme.metrics(size, weight), QColor(theme.colour(token))
        shown = shortened(metrics, words, room.width() - width - (theme.px(8) if width else 0))
        middle = room.y() + below
        draw_text(painter, QPoint(room.x(), middle), shown, theme.font(size, weight), metrics, colour)
        at = QPoint(room.right() - width, middle)
        draw_text(painter, at, more, theme.font(12), small, theme.colour(tone))


class WatchList(QListView):
    """Arrows choose and pass over headings; Enter writes; letters stay keys of the window."""

    chosen = Signal(object)
    """A `Watched`."""
    opened = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._showing = False
        self.rows = WatchModel(now)
        self.setModel(self.rows)
        self.setItemDelegate(WatchDelegate(theme, self))
        self.setProperty("kind", "lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's call
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme.changed.connect(self.doItemsLayout)

    def show_found(
        self, found: Sequence[Watched], titles: Mapping[WatchReason, str], current: Watched | None
    ) -> None:
        """Show these; the current one is marked without telling anybody."""
        self._showing = True
        self.rows.show_found(found, titles)
        row = next((row for row, one in enumerate(self.rows.lines) if one is current), -1)
        index = self.rows.index(row, 0) if row >= 0 else _ROOT
        self.setCurrentIndex(index)
        if row == 1:  # the heading of the first one too
            self.scrollToTop()
        self._showing = False

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the window."""

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _moved(self, index: QModelIndex) -> None:
        one = self.rows.lines[index.row()] if index.isValid() else None
        if isinstance(one, Watched) and not self._showing:
            self.chosen.emit(one)
