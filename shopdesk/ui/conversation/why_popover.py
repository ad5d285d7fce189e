"""Why this time: the sum behind a due time, below the pill that shows it."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.target import Explanation
from shopdesk.ui.conversation import why_words
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

WIDTH = 400
_EDGE = 12


class WhyPopover(Overlay):
    """Shows an explanation; a button leads to the target itself."""

    change_clicked = Signal()

    def __init__(self, theme: Theme, window: QWidget, told: Explanation, now: datetime, at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._at = window.mapFromGlobal(at)
        self._steps = QGridLayout()
        self._column = QVBoxLayout(self.frame)
        self.words: list[str] = []
        """All that it says, from top to bottom."""
        self._add("head", why_words.headline(told, now))
        for line, pair in enumerate(why_words.lines(told, now)):
            for place, text in enumerate(pair):
                self._add("meta", text, line, place)
        self._column.addLayout(self._steps)
        self._add("label", why_words.outcome(told, now))
        self._add("meta", why_words.mode_line(told))
        self.change = Button(theme, "link")
        self.change.setText(translate("Targets", "Change the target…"))
        self.close_button = Button(theme, "secondary")
        self.close_button.setText(translate("Targets", "Close"))
        self._foot()
        self.setAccessibleName(translate("Targets", "Why this time"))
        self.setAccessibleDescription("\n".join(self.words))
        self.change.clicked.connect(self._leave)
        self.close_button.clicked.connect(self.close_now)

    def start(self) -> None:
        """Show it."""
        self.open(self.close_button)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(10))
        self._steps.setHorizontalSpacing(px(16))
        self._steps.setVerticalSpacing(px(4))
        width = min(px(WIDTH), self.width() - 2 * px(_EDGE))
        height = max(self.frame.heightForWidth(width), self.frame.sizeHint().height())
        left = max(px(_EDGE), min(self._at.x(), self.width() - width - px(_EDGE)))
        top = max(px(_EDGE), min(self._at.y() + px(4), self.height() - height - px(_EDGE)))
        return QRect(left, top, width, height)

    # --- inside -------------------------------------------------------------------------------------------

    def _add(self, kind: str, text: str, line: int = -1, place: int = 0) -> None:
        if not text:
            return
        self.words.append(text)
        label = plain_label(kind, text, wrap=line < 0 or place == 1)
        if line < 0:
            self._column.addWidget(label)
            return
        self._steps.addWidget(label, line, place)
        if place == 1:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._steps.setColumnStretch(1, 1)

    def _foot(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self._column.addLayout(foot)
        for button in (self.change, self.close_button):
            button.setAutoDefault(False)

    def _leave(self) -> None:
        self.close_now()
        self.change_clicked.emit()
