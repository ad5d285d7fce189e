"""The door to what figures are summed from."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shopdesk.domain.figures import Dealing
from shopdesk.domain.ids import MailboxId


class FigureRepository(Protocol):
    """Messages of people by conversation."""

    def dealings(self, start: datetime, end: datetime, mailbox: MailboxId | None = None) -> Sequence[Dealing]:
        """Conversations of people with a message from `start` to before `end`, each with all of its messages."""

    def waiting_since(self, mailbox: MailboxId | None = None) -> Sequence[datetime]:
        """Since when each customer waits who needs a reply."""
