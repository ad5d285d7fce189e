"""How a customer feels, which language they write, and what their clock shows."""

from datetime import datetime

from shopdesk.domain.customer import CustomerCard
from shopdesk.domain.mood import Mood
from shopdesk.domain.their_zone import Certainty, ZoneGuess
from shopdesk.ui.finding_texts import language_name
from shopdesk.ui.side_panel.flow import Flow
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.topic_words import mood_text
from shopdesk.ui.widgets.parts import Pill
from shopdesk.ui.words import translate

_TONES = {Mood.ANGRY: ("red", "angry"), Mood.UNHAPPY: ("amber", "circle-alert")}


class HabitRow(Flow):
    """Up to three pills; what is not known has none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._card: CustomerCard | None = None
        self._zone: ZoneGuess | None = None
        self._now: datetime | None = None
        self.pills: list[Pill] = []
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What the pills say."""
        return [pill.text() for pill in self.pills]

    def forget(self) -> None:
        """Somebody else is shown now."""
        self._card = self._zone = None
        self._build()

    def show_card(self, card: CustomerCard, now: datetime) -> None:
        """Mood and language, as far as their mails tell."""
        self._card, self._now = card, now
        self._build()

    def show_zone(self, zone: ZoneGuess | None, now: datetime) -> None:
        """Where their clock may stand."""
        self._zone, self._now = zone, now
        self._build()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._build()

    def _build(self) -> None:
        for old in self.pills:
            old.hide()
            old.deleteLater()
        self.pills = [*self._of_card(), *self._clock()]
        self.hold(self.pills)
        for pill in self.pills:
            pill.show()
        self.setVisible(bool(self.pills))
        self.place()

    def _of_card(self) -> list[Pill]:
        card, found = self._card, list[Pill]()
        if card is None:
            return found
        if card.mood in _TONES:
            tone, icon = _TONES[card.mood]
            found.append(Pill(self._theme, tone, icon, mood_text(card.mood)))
        if card.language:
            words = translate("People", "Writes %1").replace("%1", language_name(card.language))
            found.append(Pill(self._theme, "grey", "globe", words))
        return found

    def _clock(self) -> list[Pill]:
        zone, now = self._zone, self._now
        if zone is None or now is None:
            return []
        words = translate("People", "%1 in %2")
        if zone.certainty is Certainty.GUESS:
            words = translate("People", "%1 there, perhaps in %2")
        there = zone.clock(now)
        words = words.replace("%1", f"{there.hour:02}:{there.minute:02}").replace("%2", zone.city)
        return [Pill(self._theme, "grey", "clock", words)]
