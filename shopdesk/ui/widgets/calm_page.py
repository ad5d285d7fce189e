"""The page that stands where a conversation would be: all caught up, nothing chosen, nothing connected."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label


class CalmWords(NamedTuple):
    """What the page says; `button` is empty for none, `lines` can be selected and copied."""

    icon: str
    title: str
    words: str
    button: str = ""
    lines: Sequence[str] = ()


class Illustration(QWidget):
    """A soft circle with a card and an icon on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = "mail-check"
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_icon(self, icon: str) -> None:
        """Put another icon on the card."""
        self._icon = icon
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft"))
        painter.drawEllipse(px(8), px(4), px(88), px(88))
        painter.setBrush(theme.colour("amber_s"))
        painter.drawEllipse(px(3), px(66), px(12), px(12))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(px(86), px(14), px(8), px(8))
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(px(26), px(22), px(52), px(52)), px(12), px(12))
        theme.icons.draw(painter, self._icon, QRect(px(38), px(34), px(28), px(28)), theme.colour("accent"))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(QSize(self._theme.px(104), self._theme.px(96)))


class CalmPage(QWidget):
    """Illustration, title, a line, and at most one button."""

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = Illustration(theme)
        self._title = plain_label("pane", wrap=True)
        self._words = plain_label("body", wrap=True)
        self._lines = plain_label("meta2", selectable=True)
        self.button = Button(theme, "secondary")
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 0, 40, 0)
        column.setSpacing(8)
        column.addStretch(3)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for label in (self._title, self._words, self._lines):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(5)

    @property
    def title(self) -> str:
        """What it says in large letters."""
        return self._title.text()

    def say(self, words: CalmWords) -> None:
        """Change everything it says."""
        self._picture.show_icon(words.icon)
        self._title.setText(words.title)
        self._words.setText(words.words)
        self._lines.setText("\n".join(words.lines))
        self._lines.setVisible(bool(words.lines))
        self.button.setText(words.button)
        self.button.setVisible(bool(words.button))
