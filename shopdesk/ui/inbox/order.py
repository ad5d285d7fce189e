"""In which order and under which heading the conversations of a list stand."""

from array import array
from bisect import bisect_left
from collections.abc import Callable

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.inbox.sections import Section

SortKey = Callable[[Conversation], float]
SectionOf = Callable[[Conversation], Section]
Known = Callable[[int], Conversation | None]
"""The facts of one conversation by its number; None when it vanished."""


class Order:
    """Sorted by `key` when there is one, in the store's order otherwise; headings only with `section`."""

    def __init__(self, known: Known, key: SortKey | None = None, section: SectionOf | None = None) -> None:
        self._known = known
        self._key = key
        self._section = section

    def place(self, numbers: "array[int]", conversation: Conversation) -> int:
        """The index at which a conversation that is not among the numbers belongs."""
        if self._key is None:
            return len(numbers)
        return bisect_left(numbers, self._key(conversation), key=self._key_of)

    def fits(self, numbers: "array[int]", index: int, conversation: Conversation) -> bool:
        """Whether a conversation, as it is now, stands right between its neighbours."""
        if self._key is None:
            return True
        key = self._key(conversation)
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

    def dated_first(self, numbers: "array[int]") -> "array[int]":
        """Those that nobody waits for have no due time; the store puts them first, here they come last."""
        if self._section is None:
            return numbers
        undated = bisect_left(numbers, 1, key=lambda number: int(not self._is_undated(number)))
        return numbers[undated:] + numbers[:undated]

    def _key_of(self, number: int) -> float:
        row = self._known(number)
        return self._key(row) if row is not None and self._key is not None else 0.0

    def _section_by_number(self, number: int) -> Section:
        row = self._known(number)
        return Section.LATER if row is None or self._section is None else self._section(row)

    def _is_undated(self, number: int) -> bool:
        row = self._known(number)
        return row is not None and row.due_at is None
