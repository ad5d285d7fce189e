"""One card of the panel: a head that folds it, a menu that moves it, and what it holds."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import IconButton
from shopdesk.ui.words import translate


class SectionHead(PaintedButton):
    """The title with a small arrow and a number; a click or Enter folds, Alt and an arrow key moves."""

    move_asked = Signal(int)
    """Up (-1) or down (+1)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.count = 0
        self.is_folded = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, title: str, count: int, *, folded: bool) -> None:
        """What the card is, how many things it holds, whether they are out of sight."""
        self.count, self.is_folded = count, folded
        self.setText(title)
        state = translate("Panel", "folded") if folded else translate("Panel", "unfolded")
        self.setAccessibleName(f"{title}, {count}, {state}" if count else f"{title}, {state}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(28))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in moves:
            self.move_asked.emit(moves[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, metrics = self.rect().center().y() + 1, theme.metrics(13, 600)
        title = shortened(metrics, self.text(), self.width() - theme.px(60))
        draw_text(painter, QPoint(0, middle), title, theme.font(13, 600), metrics, theme.colour("text"))
        x = metrics.horizontalAdvance(title) + theme.px(6)
        if self.count:
            small, number = theme.metrics(12), str(self.count)
            draw_text(painter, QPoint(x, middle), number, theme.font(12), small, theme.colour("text3"))
            x += small.horizontalAdvance(number) + theme.px(4)
        if self.is_folded or self.underMouse() or self.shows_ring:
            side = theme.px(14)
            icon = "chevron-right" if self.is_folded else "chevron-down"
            theme.icons.draw(painter, icon, QRect(x, middle - side // 2, side, side), theme.colour("text3"))
        if self.shows_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.end()


class Section(QFrame):
    """Title, buttons at its right, and a body that can be folded away."""

    fold_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, theme: Theme, body: QWidget, *, framed: bool, button: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._framed = framed
        self.setProperty("kind", "card" if framed else "section")
        self.head = SectionHead(theme)
        self.body = body
        self.add = IconButton(theme, button, 28) if button else None
        self.more = IconButton(theme, "ellipsis", 28)
        self._arrange()
        self.head.clicked.connect(self.fold_asked)
        self.head.move_asked.connect(self.move_asked)
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))

    def _arrange(self) -> None:
        px, top = self._theme.px, QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.head, 1)
        for button in (self.add, self.more):
            if button is not None:
                top.addWidget(button)
        column = QVBoxLayout(self)
        if self._framed:
            column.setContentsMargins(px(16), px(8), px(8), px(10))
        else:
            column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(4))
        column.addLayout(top)
        column.addWidget(self.body)

    def show_words(self, title: str, count: int, *, folded: bool) -> None:
        """Title and number; a folded card shows nothing else."""
        self.head.show_words(title, count, folded=folded)
        self.body.setVisible(not folded)
        self.more.name(translate("Panel", "%1: fold or move").replace("%1", title))

    def open_menu(self, place: QPoint) -> QMenu:
        """Fold, move up, move down."""
        menu = self.menu()
        menu.popup(place)
        return menu

    def menu(self) -> QMenu:
        """The menu of this card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folded = self.head.is_folded
        fold = menu.addAction(translate("Panel", "Unfold") if folded else translate("Panel", "Fold"))
        fold.triggered.connect(self.fold_asked)
        up = menu.addAction(translate("Panel", "Move up"))
        up.triggered.connect(lambda: self.move_asked.emit(-1))
        down = menu.addAction(translate("Panel", "Move down"))
        down.triggered.connect(lambda: self.move_asked.emit(1))
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())
