"""How mails leave: how long each one can be taken back."""

from PySide6.QtCore import Qt

from shopdesk.ui.overriding import override
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.words import translate

HOLDS = (0, 5, 10, 20, 30, 60)
"""Seconds to choose from; the next mail that is sent is held so long."""


class SendingPage(Page):
    """Writes the preferences; whoever sends reads them for each mail anew."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme)
        self._preferences = preferences
        self.heading(lambda: translate("Settings", "Sending"))
        part = self.section(
            lambda: translate("Settings", "Take back a mail"),
            lambda: translate(
                "Settings",
                "Every mail waits so long before it leaves; until then Undo brings it back. "
                "Quitting Shopdesk sends it.",
            ),
        )
        self.holds = Segments(len(HOLDS))
        self.does(lambda: self.holds.say(_hold_words(), translate("Settings", "Take back a mail")))
        part.addWidget(self.holds, 0, Qt.AlignmentFlag.AlignLeft)
        self.holds.chosen.connect(self._choose)
        self.column.addStretch(1)
        self.opened()

    @override
    def opened(self) -> None:
        """Show what holds; of another number of seconds the nearest choice."""
        kept = self._preferences.undo_send_seconds
        self.holds.show_chosen(min(range(len(HOLDS)), key=lambda place: abs(HOLDS[place] - kept)))

    def _choose(self, place: int) -> None:
        self._preferences.undo_send_seconds = HOLDS[place]


def _hold_words() -> list[str]:
    off, seconds = translate("Settings", "Off", "mails leave at once"), translate("Settings", "%1 s", "seconds")
    return [off, *(seconds.replace("%1", str(one)) for one in HOLDS[1:])]
