"""What the reply check says, as calm lines under the text; it takes no room while there is nothing to say."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.ui.compose.check_lines import CheckLine
from shopdesk.ui.compose.check_rows import CheckRow
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import translate

FEW = 3
"""Lines that are shown at first."""
MOST = 8


class CheckPanel(QWidget):
    """Rows that stay as long as what they say holds."""

    pointed = Signal(object)
    """The `Finding` that was clicked."""
    dismissed = Signal(object)
    """The keys of findings that are to be left out for this draft."""
    changed = Signal()
    """It takes another room now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lines: tuple[CheckLine, ...] = ()
        self._unfolded = False
        self._few = FEW
        self._width = 0
        self.rows: dict[CheckLine, CheckRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = Button(theme, "link")
        self.more.clicked.connect(self._toggle)
        self.good = QWidget()
        self.good_words = plain_label("meta")
        good = QHBoxLayout(self.good)
        good.setContentsMargins(theme.px(2), 0, 0, 0)
        good.setSpacing(theme.px(6))
        good.addWidget(Picture(theme, "check", 14, "text3"))
        good.addWidget(self.good_words, 1)
        self._column.addWidget(self.good)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._rebuild)
        self.clear()

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """Everything that is to be said, shown or folded away."""
        return self._lines

    def clear(self) -> None:
        """Nothing is known of this draft yet."""
        self._unfolded = False
        self.show_lines((), good=False)

    def show_lines(self, lines: tuple[CheckLine, ...], *, good: bool) -> None:
        """Show these instead."""
        self.good_words.setText(translate("ReplyCheck", "Looks good"))
        if lines == self._lines and good is not self.good.isHidden() and self.isHidden() is not bool(lines or good):
            return
        self._lines = lines
        self._fill()
        self.good.setVisible(good)
        self.setVisible(bool(lines) or good)
        self.changed.emit()

    def fit(self, width: int, few: int = FEW) -> None:
        """Give every row the height that its words need. In: how many are shown while the rest is folded away."""
        if few != self._few:
            self._few = few
            self._fill()
        if width != self._width:  # this is asked with every key
            self._width = width
            for row in self.rows.values():
                row.fit(width)

    @override
    def sizeHint(self) -> QSize:
        rows = [row.height() for row in self.rows.values()]
        shown = [one for one in (self.good, self.more) if not one.isHidden()]
        return QSize(self._width, sum(rows) + sum(max(one.sizeHint().height(), self._theme.px(24)) for one in shown))

    # --- inside ---------------------------------------------------------------------------------------------

    def _shown(self) -> tuple[CheckLine, ...]:
        return self._lines[: MOST if self._unfolded else self._few]

    def _fill(self) -> None:
        """Rows that say the same stay: the keys may be on one of them."""
        shown = self._shown()
        for line in [line for line in self.rows if line not in shown]:
            row = self.rows.pop(line)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(shown):
            row = self.rows.get(line) or self._made(line)
            self._column.insertWidget(place, row)
            row.show()
        hidden = len(self._lines) - self._few
        self.more.setVisible(hidden > 0)
        more = translate("ReplyCheck", "%1 more").replace("%1", str(hidden))
        self.more.setText(translate("ReplyCheck", "Show less") if self._unfolded else more)

    def _made(self, line: CheckLine) -> CheckRow:
        row = self.rows[line] = CheckRow(self._theme, line)
        row.pointed.connect(lambda: self.pointed.emit(line.finding))
        row.dismissed.connect(lambda: self.dismissed.emit(line.keys))
        if self._width > 0:
            row.fit(self._width)
        return row

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fill()
        self.changed.emit()

    def _rebuild(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self._fill()
        self.changed.emit()
