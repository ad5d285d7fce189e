"""Small widgets in rows that break where the room ends."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

GAP = 6


class Flow(QWidget):
    """Places its shown children by their size hints, from left to right and then below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: list[QWidget] = []
        self._known: dict[int, list[list[tuple[QWidget, QSize]]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, items: Sequence[QWidget]) -> None:
        """Place these, in this order; Tab goes through them in it."""
        self._items = list(items)
        for before, item in zip([None, *self._items], self._items, strict=False):
            item.setParent(self)
            item.raise_()  # the window's own order of Tab goes by this
            if before is not None:
                QWidget.setTabOrder(before, item)
        self.place()

    def place(self) -> None:
        """Place them anew: one came, went or grew."""
        self._known.clear()
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._arrange(max(self.width(), self._theme.px(200)), move=False))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._arrange(self.width(), move=False))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def _arrange(self, width: int, *, move: bool) -> int:
        y = 0
        for row in self._rows(width):
            x, height = 0, max(size.height() for _, size in row)
            for item, size in row:
                if move:
                    item.setGeometry(x, y + (height - size.height()) // 2, size.width(), size.height())
                x += size.width() + self._theme.px(GAP)
            y += height + self._theme.px(4)
        return max(y - self._theme.px(4), 0)

    def _rows(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        if width in self._known:  # a layout asks for the height many times before it places anything
            return self._known[width]
        rows: list[list[tuple[QWidget, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), item.sizeHint().height()))
            if not rows or size.width() > left:
                rows.append([])
                left = width
            rows[-1].append((item, size))
            left -= size.width() + self._theme.px(GAP)
        self._known[width] = rows
        return rows
