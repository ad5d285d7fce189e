"""The rows of a list to look at: conversation numbers in order, headings between them, a page of facts at a time."""

from array import array
from collections.abc import Container, Iterable, Sequence

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.inbox.pages import Fetch, Pages
from shopdesk.ui.inbox.sections import Heading, Headings


class ListedRows:
    """What stands in which row; `Listing` lets it change."""

    def __init__(self, fetch: Fetch) -> None:
        self._pages = Pages(fetch)
        self._numbers = array("q")
        self._headings = Headings()

    # --- looking -----------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._numbers) + len(self._headings)

    def at(self, row: int) -> Conversation | Heading | None:
        """What a row shows; None for a conversation that vanished meanwhile."""
        found = self._headings.at(row)
        return found if isinstance(found, Heading) else self._pages.at(self._numbers, found)

    def heading_rows(self) -> list[int]:
        """The rows that are headings."""
        return self._headings.rows()

    def id_at(self, row: int) -> ConversationId | None:
        """The conversation of a row, None for a heading or outside."""
        if not 0 <= row < len(self):
            return None
        found = self._headings.at(row)
        return None if isinstance(found, Heading) else ConversationId(self._numbers[found])

    def row_of(self, conversation: ConversationId) -> int | None:
        """The row of a conversation, None when it is not in this list."""
        index = self._index_of(conversation)
        return None if index is None else self._headings.row(index)

    def step(self, conversation: ConversationId | None, by: int) -> ConversationId | None:
        """The conversation `by` places further; the first when there is none to start from; None past the ends."""
        if not self._numbers:
            return None
        index = None if conversation is None else self._index_of(conversation)
        wanted = 0 if index is None else index + by
        return ConversationId(self._numbers[wanted]) if 0 <= wanted < len(self._numbers) else None

    def after_all(
        self, leaving: Sequence[ConversationId], current: ConversationId | None
    ) -> ConversationId | None:
        """Whom to go to when several leave: the next after the current one that stays, else the last before it."""
        index = None if current is None else self._index_of(current)
        if index is None:
            return None
        gone = set(leaving)
        places = [*range(index, len(self._numbers)), *range(index - 1, -1, -1)]
        return next((ConversationId(self._numbers[n]) for n in places if self._numbers[n] not in gone), None)

    def everyone(self) -> Sequence[ConversationId]:
        """All conversations in the order of the list."""
        return [ConversationId(number) for number in self._numbers]

    def in_order(self, conversations: Container[int]) -> Sequence[ConversationId]:
        """Those of some conversations that are here, in the order of the list."""
        return [ConversationId(number) for number in self._numbers if number in conversations]

    def holds(self, conversations: Iterable[ConversationId]) -> set[ConversationId]:
        """Those of some conversations that are here."""
        return set(conversations) & set(self._numbers)

    def between(self, one: ConversationId, other: ConversationId) -> Sequence[ConversationId]:
        """All from one to the other, both included; none when one of them is not here."""
        first, last = self._index_of(one), self._index_of(other)
        if first is None or last is None:
            return []
        return [ConversationId(n) for n in self._numbers[min(first, last) : max(first, last) + 1]]

    def known_all(self, conversations: Iterable[ConversationId]) -> Sequence[Conversation]:
        """The facts of many conversations, fetched together."""
        return self._pages.all(conversations)

    def known(self, conversation: ConversationId) -> Conversation | None:
        """The facts of a conversation in this list or just taken from it."""
        return self._pages.one(conversation)

    def _index_of(self, conversation: int) -> int | None:
        try:
            return self._numbers.index(conversation)
        except ValueError:
            return None
