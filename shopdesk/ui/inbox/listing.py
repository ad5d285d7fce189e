"""The rows of one list: conversation numbers in order, headings between them, a page of facts at a time."""

from array import array
from collections.abc import Iterable, Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.inbox.listed_rows import ListedRows
from shopdesk.ui.inbox.order import Order, SectionOf, SortKey
from shopdesk.ui.inbox.pages import Fetch
from shopdesk.ui.inbox.sections import Section
from shopdesk.ui.inbox.watcher import Nobody, Watcher, inserting, removing, resetting


class Listing(ListedRows):
    """Rows of a list; every change is told to the watcher in place, a reset only by `load`."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__(fetch)
        self._order = Order(self._pages.one, self._pages.all)
        self._watcher: Watcher = Nobody()

    def watch(self, watcher: Watcher) -> None:
        """Tell somebody about every change from now on."""
        self._watcher = watcher

    # --- changing ----------------------------------------------------------------------------------

    def load(
        self,
        ids: Iterable[int],
        key: SortKey | None = None,
        section: SectionOf | None = None,
        known: Sequence[Conversation] = (),
    ) -> None:
        """Begin anew with these conversations in this order; `known` saves fetching them."""
        with resetting(self._watcher):
            self._pages.forget_all()
            self._pages.keep(known)
            self._order = Order(self._pages.one, self._pages.all, key, section)
            self._numbers = array("q", ids)
            self._headings.counts = self._order.count_sections(self._numbers)

    def put(self, conversation: Conversation) -> None:
        """Show a conversation as it is now, at the place where it belongs now."""
        index = self._index_of(conversation.id)
        if index is not None:
            if self._stands_right(index, conversation):
                self._pages.keep([conversation])
                row = self._headings.row(index)
                self._watcher.changed(row, row)
                return
            self._take(index)
        self._pages.keep([conversation])
        self._insert(conversation)

    def drop(self, conversation: ConversationId) -> None:
        """Take a conversation out; nothing happens when it is not here."""
        index = self._index_of(conversation)
        if index is not None:
            self._take(index)
        self._pages.forget([conversation])

    def bring_in_line(self, ids: Iterable[int], touched: Iterable[int]) -> None:
        """Become these conversations in this order with few row changes; the facts of `touched` are fetched anew."""
        self._pages.forget(touched)
        self._become(array("q", ids))

    def _become(self, wanted: "array[int]") -> None:
        self._without_headings()
        head = _same_beginning(self._numbers, wanted)
        tail = _same_beginning(self._numbers[head:][::-1], wanted[head:][::-1])
        self._replace(head, len(self._numbers) - tail, wanted[head : len(wanted) - tail])
        self._with_headings(self._order.count_sections(self._numbers))
        if len(self):
            self._watcher.changed(0, len(self) - 1)

    def put_all(self, stay: Iterable[Conversation], leave: Iterable[ConversationId]) -> None:
        """Show many as they are now, and take others out, with few row changes."""
        coming = {row.id: row for row in stay}
        gone = set(leave) | coming.keys()
        rest = array("q", (number for number in self._numbers if number not in gone))
        self._pages.keep(coming.values())
        for row in coming.values():
            rest.insert(self._order.place(rest, row), row.id)
        self._become(rest)

    def regroup(self) -> None:
        """Bring rows and headings to where they belong at this moment, since time makes things overdue."""
        numbers = self._order.at_present(self._numbers, self._headings.counts)
        if numbers is not self._numbers:
            self._become(numbers)
            return
        sections = self._order.count_sections(self._numbers)
        if sections != self._headings.counts:
            self._without_headings()
            self._with_headings(sections)

    # --- where things are ----------------------------------------------------------------------------

    def _stands_right(self, index: int, conversation: Conversation) -> bool:
        fits = self._order.fits(self._numbers, index, conversation)
        return fits and self._headings.over(index) == self._order.section_of(conversation)

    # --- changes with their announcements --------------------------------------------------------------

    def _insert(self, conversation: Conversation) -> None:
        index = self._order.place(self._numbers, conversation)
        section = self._order.section_of(conversation)
        if section is None:
            with inserting(self._watcher, index):
                self._numbers.insert(index, conversation.id)
            return
        place, start, there = self._headings.place_of(section)
        if not there:
            with inserting(self._watcher, start + place):
                self._headings.counts.insert(place, (section, 0))
        index = min(max(index, start), start + self._headings.counts[place][1])
        with inserting(self._watcher, index + place + 1):
            self._numbers.insert(index, conversation.id)
            self._headings.change(place, 1)
        self._watcher.changed(start + place, start + place)

    def _take(self, index: int) -> None:
        """Take one conversation out, and its heading with it when it was the last under it."""
        row = self._headings.row(index)
        place, left, grouped = row - index - 1, 0, len(self._headings) > 0
        with removing(self._watcher, row):
            del self._numbers[index]
            if grouped:
                left = self._headings.change(place, -1)
        heading = self._headings.start(place) + place if grouped else 0
        if grouped and left:
            self._watcher.changed(heading, heading)
        elif grouped:
            with removing(self._watcher, heading):
                del self._headings.counts[place]

    def _without_headings(self) -> None:
        """Take the headings away from the last to the first; rows behind the last known one count as plain."""
        for row in reversed(self.heading_rows()):
            with removing(self._watcher, row):
                self._headings.counts.pop()

    def _with_headings(self, sections: list[tuple[Section, int]]) -> None:
        row = 0
        for section, count in sections:
            with inserting(self._watcher, row):
                self._headings.counts.append((section, count))
            row += count + 1

    def _replace(self, first: int, end: int, numbers: "array[int]") -> None:
        if end > first:
            with removing(self._watcher, first, end - first):
                del self._numbers[first:end]
        if numbers:
            with inserting(self._watcher, first, len(numbers)):
                self._numbers[first:first] = numbers


def _same_beginning(one: "array[int]", other: "array[int]") -> int:
    """How many numbers at the beginning are the same; compares slices, so that it costs next to nothing."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
