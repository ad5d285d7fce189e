"""Which conversations of a list are selected together, without Qt."""

from collections.abc import Callable, Iterable, Sequence

from shopdesk.domain.ids import ConversationId
from shopdesk.ui.inbox.listing import Listing


class Selection:
    """Several conversations of one list; empty while only the current one counts."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._ids: dict[ConversationId, None] = {}
        self._anchor: ConversationId | None = None
        self._before: dict[ConversationId, None] = {}
        self.changed: Callable[[int], None] = lambda _: None
        """Told how many are selected now, whenever that or which may be another one."""

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, conversation: object) -> bool:
        return conversation in self._ids

    def ids(self) -> Sequence[ConversationId]:
        """The selected ones in the order of the list."""
        return self._listing.in_order(self._ids)

    def toggle(self, conversation: ConversationId, current: ConversationId | None = None) -> None:
        """Take one in or out; with the first one that is taken in comes the `current` one too."""
        if not self._ids and current is not None and current != conversation:
            self._ids[current] = None
        if conversation in self._ids:
            del self._ids[conversation]
        else:
            self._ids[conversation] = None
        self._set_anchor(conversation)
        self._tell()

    def extend(self, conversation: ConversationId, start: ConversationId | None) -> None:
        """All from where the selection began (or from `start`) to this one, instead of what was extended before."""
        if self._anchor is None or self._listing.row_of(self._anchor) is None:
            self._set_anchor(start if start is not None else conversation)
        between = self._listing.between(self._anchor, conversation) if self._anchor is not None else []
        self._ids = self._before | dict.fromkeys(between)
        self._tell()

    def choose(self, conversations: Iterable[ConversationId]) -> None:
        """Exactly these."""
        self._ids = dict.fromkeys(conversations)
        self._set_anchor(None)
        self._tell()

    def clear(self) -> bool:
        """None any more; False when there were none."""
        had = bool(self._ids)
        self._ids.clear()
        self._set_anchor(None)
        if had:
            self._tell()
        return had

    def prune(self) -> None:
        """Forget those that left the list."""
        here = self._listing.holds(self._ids) if self._ids else set()
        if len(here) != len(self._ids):
            self._ids = {number: None for number in self._ids if number in here}
            self._before = {number: None for number in self._before if number in here}
            self._tell()

    def _set_anchor(self, conversation: ConversationId | None) -> None:
        self._anchor = conversation
        self._before = dict(self._ids)

    def _tell(self) -> None:
        self.changed(len(self._ids))
