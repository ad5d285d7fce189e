"""Blocked senders in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.blocking import Blockable, BlockBefore, BlockedSender, blocking_key, is_shared
from shopdesk.domain.conversation import Conversation, ConversationState, Undo
from tests.ui.fake_customers import NOTED


@dataclass
class FakeBlocking:
    """Fits `BlockingDesk`."""

    rows: Callable[[], Sequence[Conversation]]
    keys: dict[str, BlockedSender] = field(default_factory=dict)

    def all(self) -> Sequence[BlockedSender]:
        return list(self.keys.values())

    def look_at(self, address: str) -> Blockable:
        key = address.casefold()
        domain = key.rpartition("@")[2]
        still = [row for row in self.rows() if row.state is not ConversationState.DONE]
        return Blockable(
            key,
            "" if is_shared(domain) else f"@{domain}",
            blocking_key(self.keys, key),
            tuple(row.id for row in still if row.customer_email.casefold() == key),
            tuple(row.id for row in still if row.customer_email.casefold().endswith(f"@{domain}")),
        )

    def block(self, text: str) -> Undo:
        self.keys[text] = BlockedSender(text, NOTED)
        return Undo(blocking=BlockBefore(keys=((text, None),)))

    def unblock(self, text: str) -> Undo:
        return Undo(blocking=BlockBefore(keys=((text, self.keys.pop(text).blocked_at),)))

    def take_back(self, before: BlockBefore) -> None:
        """Undo, as the desk does it."""
        for key, since in before.keys:
            if since is None:
                del self.keys[key]
            else:
                self.keys[key] = BlockedSender(key, since)
