"""In which order and under which heading the conversations of a list stand."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.inbox.sections import Section

SortKey = Callable[[Conversation], float]
SectionOf = Callable[[Conversation], Section]
Place = tuple[int, float]
"""The rank of a section and the key within it."""
Known = Callable[[int], Conversation | None]
"""The facts of one conversation by its number; None when it vanished."""
Many = Callable[[Iterable[int]], Sequence[Conversation]]
"""The facts of many, fetched together."""


class Order:
    """Sorted by `key` when there is one, in the store's order otherwise; headings, and their order before that of the
    key, only with `section`."""

    def __init__(
        self, known: Known, many: Many, key: SortKey | None = None, section: SectionOf | None = None
    ) -> None:
        self._known = known
        self._many = many
        self._key = key
        self._section = section

    def place(self, numbers: "array[int]", conversation: Conversation) -> int:
        """The index at which a conversation that is not among the numbers belongs."""
        if self._key is None:
            return len(numbers)
        return bisect_left(numbers, self._place_of(conversation), key=self._key_of)

    def fits(self, numbers: "array[int]", index: int, conversation: Conversation) -> bool:
        """Whether a conversation, as it is now, stands right between its neighbours."""
        if self._key is None:
            return True
        key = self._place_of(conversation)
        above = index == 0 or self._key_of(numbers[index - 1]) <= key
        return above and (index == len(numbers) - 1 or key <= self._key_of(numbers[index + 1]))

    def section_of(self, conversation: Conversation) -> Section | None:
        """The heading that a conversation belongs under; None in a list without headings."""
        return None if self._section is None else self._section(conversation)

    def count_sections(self, numbers: "array[int]") -> list[tuple[Section, int]]:
        """Which headings these numbers need and how many conversations stand under each."""
        if self._section is None:
            return []
        sections, start = [], 0
        for section in Section:
            end = bisect_left(numbers, section + 1, lo=start, key=self._section_by_number)
            if end > start:
                sections.append((section, end - start))
            start = end
        return sections

    def at_present(self, numbers: "array[int]", counts: Sequence[tuple[Section, int]]) -> "array[int]":
        """These numbers, counted into sections some time ago, in the order of now; the same array if nothing moves."""
        known = dict(counts)
        overdue, angry = known.get(Section.OVERDUE, 0), known.get(Section.ANGRY, 0)
        calm = overdue + angry
        stays = self._overdue_until(numbers, 0, overdue)
        calm_end = self._overdue_until(numbers, calm, len(numbers)) if angry else calm
        if self._section is None or (stays == overdue and calm_end == calm):
            return numbers  # angry ones alone turn overdue where they stand
        angry_end = self._overdue_until(numbers, overdue, calm)
        moved = sorted(self._many(numbers[stays:angry_end] + numbers[calm:calm_end]), key=self._place_of)
        if stays == overdue:  # they became overdue after all that were so already
            return numbers[:stays] + _ids(moved) + numbers[angry_end:calm] + numbers[calm_end:]
        rest = numbers[:stays] + numbers[angry_end:calm] + numbers[calm_end:]
        for row in moved:  # the clock was put back
            rest.insert(self.place(rest, row), row.id)
        return rest

    def _overdue_until(self, numbers: "array[int]", first: int, end: int) -> int:
        """The end of those that are overdue now, in a part that is ordered by due time."""
        return bisect_left(numbers, 1, lo=first, hi=end, key=lambda number: self._section_by_number(number).rank)

    def _key_of(self, number: int) -> Place:
        row = self._known(number)
        return (0, 0.0) if row is None else self._place_of(row)

    def _place_of(self, row: Conversation) -> Place:
        rank = 0 if self._section is None else self._section(row).rank
        return rank, 0.0 if self._key is None else self._key(row)

    def _section_by_number(self, number: int) -> Section:
        row = self._known(number)
        return Section.LATER if row is None or self._section is None else self._section(row)


def _ids(rows: Sequence[Conversation]) -> "array[int]":
    return array("q", [row.id for row in rows])
