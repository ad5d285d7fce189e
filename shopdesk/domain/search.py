"""What a person asks the search, and what it finds."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.domain.ids import ConversationId, MessageId


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A typed text taken apart; every typed text is a valid query (see `domain.search_query.parse_query`)."""

    words: tuple[str, ...] = ()
    """Words and quoted phrases that must all occur anywhere; a trailing * means the beginning of a word."""
    without: tuple[str, ...] = ()
    """Words and phrases that must not occur."""
    sender: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    has_attachment: bool = False
    after: datetime | None = None
    """Received at or after it (UTC)."""
    before: datetime | None = None
    """Received before it (UTC)."""

    @property
    def is_empty(self) -> bool:
        """True when it asks for nothing."""
        return self == SearchQuery()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A conversation that was found, by its newest (or best) message that fits."""

    conversation_id: ConversationId
    message_id: MessageId
    snippet: str
    """Some words around the first place of the text that fits, one line."""
