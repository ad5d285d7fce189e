"""What of a typed search are plain words."""

from shopdesk.domain.search import SearchQuery
from shopdesk.domain.search_query import parse_query


def plain_words(text: str) -> str:
    """The text without what narrows it; when nothing else is there, the names and numbers it asks for.

    A text that nothing narrows comes back as it is.
    """
    query = parse_query(text)
    if query == SearchQuery(words=query.words):
        return text
    words = query.words or (*query.sender, *query.order, *query.subject)
    return " ".join(f'"{word}"' if " " in word else word for word in words)
