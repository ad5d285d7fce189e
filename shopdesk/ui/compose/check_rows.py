"""One line of the reply check: an icon and a sentence; what was found can be clicked, and dismissed."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.compose.check_lines import CheckLine, Tone
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import IconButton, Picture, plain_label
from shopdesk.ui.words import translate

_LOOKS = {
    Tone.ANSWERED: ("circle-check", "accent", "text3"),
    Tone.OPEN: ("circle", "text3", "text2"),
    Tone.FORBIDDEN: ("circle-alert", "red", "red"),
    Tone.WARNING: ("triangle-alert", "amber", "text2"),
    Tone.HINT: ("info", "text3", "text2"),
}
"""Icon, its colour, the colour of the words."""
_HEIGHT = 24
_ICON = 14
_TEXT = 12
_AHEAD = 22
"""Where the words begin, in px at 100 %."""


def spoken(line: CheckLine) -> str:
    """A line as a screen reader says it."""
    said = {
        Tone.ANSWERED: translate("ReplyCheck", "Answered: %1"),
        Tone.OPEN: translate("ReplyCheck", "Not answered yet: %1"),
        Tone.FORBIDDEN: translate("ReplyCheck", "Not allowed: %1"),
        Tone.WARNING: translate("ReplyCheck", "Warning: %1"),
        Tone.HINT: translate("ReplyCheck", "Hint: %1"),
    }[line.tone]
    return said.replace("%1", line.text)


class FindingButton(PaintedButton):
    """Leads to the words that it is about; as high as its sentence needs."""

    def __init__(self, theme: Theme, line: CheckLine) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self.setText(line.text)
        self.setAccessibleName(spoken(line))
        self.setToolTip(line.tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fit(self, width: int) -> None:
        """Take the height that the sentence needs in so much width."""
        self.setFixedHeight(max(self._theme.px(_HEIGHT), self._words_room(width).height() + self._theme.px(6)))

    def _words_room(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - self._theme.px(_AHEAD), 1), self._theme.px(400))
        return self._theme.metrics(_TEXT).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        px = theme.px
        icon, tint, letters = _LOOKS[self._line.tone]
        theme.icons.draw(painter, icon, QRect(px(2), px(5), px(_ICON), px(_ICON)), theme.colour(tint))
        painter.setFont(theme.font(_TEXT))
        painter.setPen(theme.colour("text" if self.underMouse() and letters != "red" else letters))
        place = QRect(px(_AHEAD), px(4), self.width() - px(_AHEAD), self.height() - px(4))
        painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.text())
        if self.shows_ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()


class CheckRow(QWidget):
    """A finding with its button, or a question that only says something."""

    pointed = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, line: CheckLine) -> None:
        super().__init__()
        self._theme = theme
        self.line = line
        self.button: FindingButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        if line.finding is None:
            self._add_question(row)
            return
        self.button = FindingButton(theme, line)
        self.button.clicked.connect(self.pointed)
        away = self.away = IconButton(theme, "x", _HEIGHT)
        away.name(translate("ReplyCheck", "Dismiss: %1").replace("%1", line.text))
        away.setToolTip(translate("ReplyCheck", "Dismiss for this draft"))
        away.clicked.connect(self.dismissed)
        row.addWidget(self.button, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: int) -> None:
        """Take the height that the words need."""
        if self.button is None:
            room = width - self._theme.px(_AHEAD + 4)
            cut = self._theme.metrics(_TEXT).elidedText(self.line.text, Qt.TextElideMode.ElideRight, room)
            self._words.setText(cut)
            self.setFixedHeight(self._theme.px(_HEIGHT))
        else:
            self.button.fit(width - self._theme.px(_HEIGHT + 4))
            self.setFixedHeight(self.button.height())

    def _add_question(self, row: QHBoxLayout) -> None:
        icon, tint, _ = _LOOKS[self.line.tone]
        row.setContentsMargins(self._theme.px(2), 0, 0, 0)
        row.setSpacing(self._theme.px(_AHEAD - _ICON - 2))
        self._words = plain_label("meta" if self.line.tone is Tone.ANSWERED else "meta2")
        self._words.setAccessibleName(spoken(self.line))
        self._words.setToolTip(self.line.text)
        row.addWidget(Picture(self._theme, icon, _ICON, tint))
        row.addWidget(self._words, 1)
