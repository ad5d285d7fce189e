"""In which order the cards of the panel stand, and which are folded; kept as a few words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

ORDERS, CASES, PROMISES, EARLIER, NOTES = "orders", "cases", "promises", "earlier", "notes"
USUAL = (ORDERS, CASES, PROMISES, EARLIER, NOTES)


@dataclass(frozen=True, slots=True)
class CardOrder:
    """The cards from top to bottom."""

    cards: tuple[str, ...] = USUAL
    folded: frozenset[str] = frozenset()

    @classmethod
    def read(cls, words: str) -> "CardOrder":
        """In: `notes -orders earlier` (a minus says folded); unknown words are ignored, missing cards come last."""
        found = dict.fromkeys(word for word in words.split() if word.lstrip("-") in USUAL)
        cards = tuple(dict.fromkeys(word.lstrip("-") for word in found))
        return cls(
            cards + tuple(card for card in USUAL if card not in cards),
            frozenset(word[1:] for word in found if word.startswith("-")),
        )

    def words(self) -> str:
        """What `read` reads."""
        return " ".join(f"-{card}" if card in self.folded else card for card in self.cards)

    def moved(self, card: str, by: int, shown: Sequence[str] = USUAL) -> "CardOrder":
        """One card further up (-1) or down (+1) among those that are shown; at the end nothing changes."""
        seen = [each for each in self.cards if each in shown]
        place = seen.index(card) + by
        if not 0 <= place < len(seen):
            return self
        rest = [each for each in self.cards if each != card]
        rest.insert(rest.index(seen[place]) + (by > 0), card)
        return replace(self, cards=tuple(rest))

    def toggled(self, card: str) -> "CardOrder":
        """A card folded or unfolded."""
        return replace(self, folded=self.folded ^ {card})
