"""Mutes notifications for a while, says so as long as it holds, and turns them on again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.muting import Mute, mute_until, mute_words, muted_words
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate


class MuteBox(QWidget):
    """Writes the preference; `refresh` shows it as it is by now."""

    changed = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._preferences = preferences
        self._now = now
        self._words = plain_label("text", wrap=True)
        self.choices = {mute: Button(theme, "link") for mute in Mute}
        self.turn_on = Button(theme, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for mute, button in self.choices.items():
            button.clicked.connect(lambda _=False, mute=mute: self._mute(mute))
            row.addWidget(button)
        row.addWidget(self.turn_on)
        row.addStretch(1)
        column.addLayout(row)
        self.turn_on.clicked.connect(lambda: self._keep(None, self.choices[Mute.HOUR]))
        for one in (*self.choices.values(), self.turn_on):
            one.setAutoDefault(False)
        self.retranslate()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def refresh(self) -> None:
        """Show how it stands now; a mute ends by itself."""
        muted = muted_words(self._preferences.muted_until, self._now())
        self._words.setText(muted or translate("Muting", "Mute notifications:"))
        for button in self.choices.values():
            button.setVisible(not muted)
        self.turn_on.setVisible(bool(muted))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for mute, button in self.choices.items():
            button.setText(mute_words(mute))
            name = translate("Muting", "Mute notifications: %1").replace("%1", mute_words(mute))
            button.setAccessibleName(name)
        self.turn_on.setText(translate("Muting", "Turn them on"))
        self.turn_on.setAccessibleName(translate("Muting", "Turn notifications on"))
        self.refresh()

    def _mute(self, mute: Mute) -> None:
        self._keep(mute_until(mute, self._now()), self.turn_on)

    def _keep(self, until: datetime | None, then: QWidget) -> None:
        self._preferences.muted_until = until
        self.refresh()
        then.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
