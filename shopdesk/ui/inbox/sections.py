"""Headings of a list: which stand where, and how rows and conversations count through them."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.mood import Mood


class Section(IntEnum):
    """A heading, in the order in which they stand."""

    OVERDUE = 0
    ANGRY = 1
    DUE_TODAY = 2
    LATER = 3

    @property
    def rank(self) -> int:
        """What stands before what: overdue, then angry, then the calm ones by their due time alone."""
        return min(self, Section.DUE_TODAY)


class Heading(NamedTuple):
    """A heading row with the number of conversations under it."""

    section: Section
    number: int


def section_at(conversation: Conversation, now: datetime) -> Section:
    """The heading that a conversation stands under at a moment."""
    due = conversation.due_at
    if due is not None and due <= now:
        return Section.OVERDUE
    if conversation.mood is Mood.ANGRY:
        return Section.ANGRY
    if due is None:
        return Section.LATER
    return Section.DUE_TODAY if due.astimezone().date() <= now.astimezone().date() else Section.LATER


class Headings:
    """The headings of a list in order; conversations behind the last counted one are plain rows."""

    def __init__(self) -> None:
        self.counts: list[tuple[Section, int]] = []

    def __len__(self) -> int:
        return len(self.counts)

    def rows(self) -> list[int]:
        """The rows that are headings."""
        return [start + place for place, start in enumerate(self._starts())]

    def at(self, row: int) -> Heading | int:
        """The heading in a row, or the index of its conversation among all."""
        for place, start in enumerate(self._starts()):
            first = start + place
            section, count = self.counts[place]
            if row == first:
                return Heading(section, count)
            if row <= first + count:
                return row - place - 1
        return row - len(self.counts)

    def row(self, index: int) -> int:
        """The row of the conversation at an index."""
        passed = 0
        for headings, (_, count) in enumerate(self.counts, start=1):
            passed += count
            if index < passed:
                return index + headings
        return index + len(self.counts)

    def over(self, index: int) -> Section | None:
        """The heading that the conversation at an index stands under."""
        for section, count in self.counts:
            if index < count:
                return section
            index -= count
        return None

    def place_of(self, section: Section) -> tuple[int, int, bool]:
        """Place of a heading among the headings, index of its first conversation, and whether it is there already."""
        place = bisect_left(self.counts, section, key=lambda pair: pair[0])
        there = place < len(self.counts) and self.counts[place][0] is section
        return place, self.start(place), there

    def start(self, place: int) -> int:
        """The index of the first conversation under the heading at a place."""
        return sum(count for _, count in self.counts[:place])

    def change(self, place: int, by: int) -> int:
        """Count one more or one less; returns the new number."""
        section, count = self.counts[place]
        self.counts[place] = (section, count + by)
        return count + by

    def _starts(self) -> Iterator[int]:
        passed = 0
        for _, count in self.counts:
            yield passed
            passed += count
