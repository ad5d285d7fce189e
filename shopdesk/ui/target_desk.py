"""What the window needs of targets; the service fits it by shape."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the first page is shown before anybody asks why
    from shopdesk.domain.ids import ConversationId, MailboxId
    from shopdesk.domain.target import Explanation, Peak, TargetRule, TargetRules


class TargetDesk(Protocol):
    """Within what time mailboxes answer; asked in the reading lane, written in the store lane only."""

    def rules(self) -> "TargetRules": ...
    def save(self, rule: "TargetRule") -> "TargetRule": ...
    def peak(self, until: datetime | None) -> "Peak | None": ...
    def countries(self) -> Sequence[str]: ...
    def explain(self, conversation: "ConversationId") -> "Explanation": ...
    def recompute(self, mailbox: "MailboxId | None" = None) -> int: ...
