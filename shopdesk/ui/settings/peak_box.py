"""Peak time: begin it for some days, see how long it still lasts, end it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.target import Peak
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import duration, future_time, translate

LENGTHS = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
_MINUTE = 60_000


class PeakBox(QWidget):
    """Says how it stands; `asked` hands over until when it shall last, None to end it."""

    asked = Signal(object)
    """A moment (UTC) or None."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._peak: Peak | None = None
        self._words = plain_label("text", wrap=True)
        self.begin = [Button(theme, "secondary") for _ in LENGTHS]
        self.end = Button(theme, "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        row = QHBoxLayout()
        for button, length in zip(self.begin, LENGTHS, strict=True):
            button.clicked.connect(lambda _=False, length=length: self.asked.emit(self._now() + length))
            row.addWidget(button)
        self.end.clicked.connect(lambda: self.asked.emit(None))
        row.addWidget(self.end)
        row.addStretch(1)
        column.addLayout(row)
        for each in (*self.begin, self.end):
            each.setAutoDefault(False)
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self.retranslate)
        self.retranslate()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_peak(self, peak: Peak | None) -> None:
        """Show how it stands; the keys stay here."""
        had_keys = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._peak = peak
        self.retranslate()
        if had_keys:
            (self.end if self.end.isVisibleTo(self) else self.begin[0]).setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language, and how long it lasts from now on."""
        left = None if self._peak is None else self._peak.left(self._now())
        lengths = (translate("Targets", "1 day"), translate("Targets", "3 days"), translate("Targets", "1 week"))
        for button, length in zip(self.begin, lengths, strict=True):
            button.setText(length)
            button.setAccessibleName(translate("Targets", "Begin peak time for %1").replace("%1", length))
            button.setVisible(left is None)
        self.end.setText(translate("Targets", "End peak time now"))
        self.end.setVisible(left is not None)
        if left is None or self._peak is None:
            self._timer.stop()
            self._words.setText(translate("Targets", "Begin peak time for:"))
            return
        self._timer.start()
        text = translate("Targets", "Peak time, %1 left (until %2)").replace("%1", duration(left))
        self._words.setText(text.replace("%2", future_time(self._peak.until, self._now())))
