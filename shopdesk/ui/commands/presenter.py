"""The palette without Qt: what it lists for what was typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.matching import LOOSE, PART, WORD_STARTS, best_fit, folded

MOST_OF_A_KIND = 8
_CLEARLY = (0, 1, 1, 2, 3)
"""The fits that differ clearly, by fit."""
Lists = Callable[[str], Sequence[Entry]]
"""Entries made for what was typed, at once."""
Finds = Callable[[str, Callable[[Sequence[Entry]], None]], None]
"""Looks customers and orders up for what was typed, and hands them over later."""


class PaletteView(Protocol):
    """Shows entries; asks nothing."""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """In this order, each kind together."""


def _no_lists(_: str) -> Sequence[Entry]:
    return ()


class PalettePresenter:
    """Answers every key in the palette's field."""

    def __init__(self, entries: Iterable[Entry], finds: Finds, made: Lists = _no_lists) -> None:
        self._entries = tuple(entries)
        self._finds = finds
        self._made = made
        self._typed = ""
        self.view: PaletteView | None = None

    def type(self, text: str) -> None:
        """What was typed so far: commands and places at once, customers and orders as soon as they are found."""
        self._typed = typed = text.strip()
        if not typed:
            self._show(sorted((entry for entry in self._entries if not entry.only_when_typed), key=lambda e: e.kind))
            return
        fitting = self._fitting(typed)
        titles = {entry.title for entry in fitting}
        made = [entry for entry in self._made(typed) if entry.title not in titles]
        last = [entry for entry in made if entry.kind is Kind.SEARCH]
        guessed = [entry for entry in made if entry.kind is not Kind.SEARCH]
        is_sure = self._is_sure(fitting, typed)
        self._show(_in_kinds([*fitting, *guessed, *last] if is_sure else [*guessed, *fitting, *last]))

        def add(found: Sequence[Entry]) -> None:
            if typed == self._typed and found:
                self._show(
                    _in_kinds([*fitting, *guessed, *found, *last] if is_sure else [*guessed, *found, *fitting, *last])
                )

        self._finds(typed, add)

    def _fitting(self, typed: str) -> list[Entry]:
        wanted = folded(typed)
        fits = [(fit, entry) for entry in self._entries if (fit := best_fit(entry.titles, wanted)) is not None]
        best = min((fit for fit, _ in fits), default=0)
        # Parts in the middle of words only help while nothing better is there.
        fits = [(fit, entry) for fit, entry in fits if fit <= max(best, LOOSE)]
        best_of_kind = {kind: min((fit for fit, each in fits if each.kind is kind), default=PART) for kind in Kind}
        # Which kind comes first is a matter of clear differences only, else the order of kinds would jump about.
        kinds = sorted(Kind, key=lambda kind: (_CLEARLY[best_of_kind[kind]], kind))
        ranked = [entry for _, entry in sorted(fits, key=lambda pair: pair[0])]
        return [entry for kind in kinds for entry in [each for each in ranked if each.kind is kind][:MOST_OF_A_KIND]]

    @staticmethod
    def _is_sure(entries: Sequence[Entry], typed: str) -> bool:
        """Whether some command is meant for certain, so that people stand behind it."""
        fits = (best_fit(entry.titles, folded(typed)) for entry in entries)
        return any(fit is not None and fit <= WORD_STARTS for fit in fits)

    def _show(self, entries: Sequence[Entry]) -> None:
        if self.view is not None:
            self.view.show_entries(entries)


def _in_kinds(entries: Sequence[Entry]) -> list[Entry]:
    """Each kind together, in the order in which the kinds first come."""
    kinds = [*dict.fromkeys(entry.kind for entry in entries)]
    return sorted(entries, key=lambda entry: kinds.index(entry.kind))
