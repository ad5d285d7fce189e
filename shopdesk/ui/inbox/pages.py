"""Facts of conversations, fetched a page at a time and kept for the most recently shown ones."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId

PAGE = 64
"""Rows fetched at a time."""
KEPT = 64 * PAGE
"""Most conversations kept in memory."""

Fetch = Callable[[Sequence[ConversationId]], Sequence[Conversation]]


class Pages:
    """A bounded memory of conversations in front of the store."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._known: OrderedDict[int, Conversation] = OrderedDict()

    def at(self, numbers: "array[int]", index: int) -> Conversation | None:
        """The conversation at an index of a list; a missing one is fetched with its whole page."""
        number = numbers[index]
        found = self._known.get(number)
        if found is None:
            first = index - index % PAGE
            self._load([n for n in numbers[first : first + PAGE] if n not in self._known])
            return self._known.get(number)
        self._known.move_to_end(number)
        return found

    def one(self, number: int) -> Conversation | None:
        """One conversation; None when it vanished."""
        if number not in self._known:
            self._load([number])
        return self._known.get(number)

    def all(self, numbers: Iterable[int]) -> Sequence[Conversation]:
        """Many conversations, the missing ones fetched together; vanished ones are left out."""
        wanted = list(dict.fromkeys(numbers))
        known = {number: self._known[number] for number in wanted if number in self._known}
        missing = [ConversationId(number) for number in wanted if number not in known]
        if missing:
            found = self._fetch(missing)
            known.update((row.id, row) for row in found)
            self.keep(found)
        return [known[number] for number in wanted if number in known]

    def keep(self, rows: Iterable[Conversation]) -> None:
        """Remember these as they are."""
        for row in rows:
            self._known[row.id] = row
            self._known.move_to_end(row.id)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def forget(self, numbers: Iterable[int]) -> None:
        """Fetch these anew when they are next asked for."""
        for number in numbers:
            self._known.pop(number, None)

    def forget_all(self) -> None:
        """Fetch everything anew."""
        self._known.clear()

    def _load(self, numbers: Sequence[int]) -> None:
        self.keep(self._fetch([ConversationId(number) for number in numbers]))
