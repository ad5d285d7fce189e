"""Find conversations by anything that was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.search import SearchHit
from shopdesk.domain.search_query import parse_query
from shopdesk.services.ports import Store


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation with the message that fits."""

    conversation: Conversation
    hit: SearchHit


class Search:
    """The full-text search over all mails on the desk."""

    def __init__(self, store: Store, zone: tzinfo = UTC) -> None:
        self._store = store
        self._zone = zone

    def find(
        self, text: str, limit: int = 50, *, by_relevance: bool = False, control: SimpleControl | None = None
    ) -> Sequence[Found]:
        """At most `limit` conversations, newest first unless by relevance; any text is a valid search.

        Cancelling `control` in another operating-system thread interrupts it; raises `Cancelled` then.
        """
        query = parse_query(text, zone=self._zone)
        if query.is_empty:
            return []
        with self._store.reading() as work:
            hits = work.search.find(query, limit, by_relevance, control)
            rows = {row.id: row for row in work.conversations.rows([hit.conversation_id for hit in hits])}
        return [Found(rows[hit.conversation_id], hit) for hit in hits if hit.conversation_id in rows]
