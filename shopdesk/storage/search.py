"""Full-text search over all messages."""

from collections.abc import Iterator, Sequence

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.ids import first_message_id
from shopdesk.domain.search import SearchHit, SearchQuery
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.match import exclusion, match_expression, search_terms
from shopdesk.storage.snippet import snippet
from shopdesk.storage.values import id_list

_NEWEST, _OLDEST = (1 << 63) - 1, -1

MATCHING = """SELECT search.rowid, m.conversation_id FROM search CROSS JOIN message m ON m.id = search.rowid
    WHERE search MATCH ? AND search.rowid < ? AND search.rowid >= ?"""
ONLY_FILES = """SELECT m.id, m.conversation_id FROM message m INDEXED BY message_files
    WHERE m.has_files = 1 AND m.id < ? AND m.id >= ?"""
ANY = "SELECT m.id, m.conversation_id FROM message m WHERE m.id < ? AND m.id >= ?"
_WITH_FILES = " AND m.has_files = 1"
_EXCLUDED = " AND m.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
NEWEST_MATCHING = " ORDER BY search.rowid DESC"
NEWEST = " ORDER BY m.id DESC"
BEST = " ORDER BY search.rank"


class SearchTable:
    """The full-text index; fits `ports.SearchIndex`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def find(
        self,
        query: SearchQuery,
        limit: int,
        by_relevance: bool = False,  # noqa: FBT001, FBT002 - the port's signature
        control: SimpleControl | None = None,
    ) -> Sequence[SearchHit]:
        """At most `limit` conversations, newest first unless by relevance; an empty query finds nothing.

        Raises `Cancelled` soon after `control` was cancelled, in the middle of a statement too.
        """
        statement, values = search_statement(query, by_relevance=by_relevance)
        if not statement or limit <= 0:
            return []
        found: dict[int, int] = {}
        with self._database.stopped_by(control):
            for message, conversation in self._stepwise(statement, values):
                if conversation not in found:
                    found[conversation] = message
                    if len(found) >= limit:
                        break
        return self._hits(query, found)

    def _stepwise(self, statement: str, values: Sequence[object]) -> Iterator[Row]:
        """Rows one after another: SQLite finds only as many as are taken."""
        cursor = self._database.cursor_of(statement, values)
        try:
            yield from cursor
        finally:
            cursor.close()

    def _hits(self, query: SearchQuery, found: dict[int, int]) -> list[SearchHit]:
        rows = self._database.rows(
            "SELECT message_id, own_words, body FROM mail WHERE message_id IN (SELECT value FROM json_each(?))",
            (id_list(found.values()),),
        )
        texts = {message: (own_words if body is None else body, own_words) for message, own_words, body in rows}
        terms = search_terms(query)
        return [
            SearchHit(conversation, message, snippet(*texts.get(message, ("", "")), terms))  # type: ignore[arg-type]
            for conversation, message in found.items()
        ]


def search_statement(query: SearchQuery, *, by_relevance: bool) -> tuple[str, list[object]]:
    """The statement of a search and its values; empty when the query asks for nothing that can be found."""
    match, without = match_expression(query), exclusion(query)
    dated = query.after is not None or query.before is not None
    newest = _NEWEST if query.before is None else first_message_id(int(query.before.timestamp()))
    oldest = _OLDEST if query.after is None else first_message_id(int(query.after.timestamp()))
    if match:
        files = _WITH_FILES if query.has_attachment else ""
        return MATCHING + files + (BEST if by_relevance else NEWEST_MATCHING), [match, newest, oldest]
    if not (without or query.has_attachment or dated):
        return "", []
    statement = ONLY_FILES if query.has_attachment else ANY
    if without:
        return statement + _EXCLUDED + NEWEST, [newest, oldest, without]
    return statement + NEWEST, [newest, oldest]
