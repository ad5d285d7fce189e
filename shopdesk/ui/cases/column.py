"""One column of the board: its head over its cards; the last one can be folded to its name."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.case import Case, Column
from shopdesk.domain.ids import CaseId
from shopdesk.ui.case_words import COLUMN_TONES, column_text
from shopdesk.ui.cases.card_list import CardList
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.words import translate

FOLDED = 44


class Dot(QWidget):
    """The coloured dot before a column's name."""

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        theme.changed.connect(self._restyle)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._tone))
        painter.drawEllipse(self.rect())
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(8), self._theme.px(8))
        self.update()


class ColumnView(QFrame):
    """Head, cards, and words where there are none."""

    new_asked = Signal(object)
    """A `Column`."""
    fold_asked = Signal()

    def __init__(self, theme: Theme, column: Column, now: Now, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = column
        self._is_target = False
        self.name = ElidedLabel("head")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count = plain_label("meta")
        is_closed = column is Column.CLOSED
        self.plus = IconButton(theme, "chevron-right" if is_closed else "plus", 28, self)
        self.plus.clicked.connect(lambda _=False: self.fold_asked.emit() if is_closed else self.new_asked.emit(column))
        self.cards = CardList(theme, now, self)
        self.empty = plain_label("meta", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        theme.changed.connect(self._restyle)
        self.retranslate()

    def show_cases(self, cases: Sequence[Case], current: CaseId | None, count: int) -> None:
        """Show these; `count` may be more than are shown."""
        self.cards.show_cases(cases, current)
        self.count.setText(str(count) if count else "")
        self.empty.setVisible(not cases)
        self.cards.setVisible(bool(cases))

    def mark_target(self, *, marked: bool) -> None:
        """Whether a card would be dropped here."""
        if marked is not self._is_target:
            self._is_target = marked
            self.setProperty("target", "yes" if marked else "")
            self.update()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        whole, short = column_text(self.column), column_text(self.column, short=True)
        self.name.setText(short)
        self.name.setAccessibleName(whole)
        self.cards.setAccessibleName(whole)
        self.empty.setText(translate("Cases", "Drag a case here or press N"))
        if self.column is Column.CLOSED:
            self.plus.name(translate("Cases", "Fold"))
        else:
            self.plus.name(translate("Cases", "New case in %1").replace("%1", whole))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2) if self._is_target else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("well"))
        radius = self._theme.px(12)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(Dot(self._theme, COLUMN_TONES[self.column]))
        self._head.addWidget(self.name)
        self._head.addWidget(self.count)
        self._head.addStretch(1)
        self._head.addWidget(self.plus)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.cards, 1)
        self._column.addWidget(self.empty, 1)
        self._restyle()

    def _restyle(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(4), 0, 0, 0)
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(px(8), px(4), px(8), px(4))
        self._column.setSpacing(px(4))


class FoldedColumn(PaintedButton):
    """The closed cases as a narrow strip with the name written downwards; a click unfolds it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.is_target = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_count(self, count: int) -> None:
        """How many are in it."""
        self._count = count
        self.setText(column_text(Column.CLOSED))
        self.setAccessibleName(f"{column_text(Column.CLOSED)} {count}")
        self.setToolTip(translate("Cases", "Show closed cases"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(FOLDED), self._theme.px(200))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.shows_ring or self.is_target
        painter.setPen(QPen(theme.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover" if self.underMouse() else "well"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(12), px(12))
        place = QRect((self.width() - px(14)) // 2, px(14), px(14), px(14))
        theme.icons.draw(painter, "chevron-left", place, theme.colour("text2"))
        painter.translate(self.width() / 2, px(40))
        painter.rotate(90)
        metrics, small = theme.metrics(13, 600), theme.metrics(12)
        words = column_text(Column.CLOSED)
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.colour("text"))
        base = QPoint(0, (metrics.ascent() - metrics.descent()) // 2)
        painter.drawText(base, words)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text3"))
        after = metrics.horizontalAdvance(words) + px(8)
        painter.drawText(QPoint(after, (small.ascent() - small.descent()) // 2), str(self._count))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(FOLDED))
        self.update()
