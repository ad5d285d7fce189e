"""Identifiers: plain integers with a name of their own, so that mypy keeps them apart."""

from typing import NewType

MailboxId = NewType("MailboxId", int)
FolderId = NewType("FolderId", int)
MessageId = NewType("MessageId", int)
"""Second of receipt since 1970 (UTC) shifted left by 12 bits, plus a serial: greater means newer."""
ConversationId = NewType("ConversationId", int)
PlaceId = NewType("PlaceId", int)
CustomerId = NewType("CustomerId", int)
CustomerNoteId = NewType("CustomerNoteId", int)
DraftId = NewType("DraftId", int)
DraftFileId = NewType("DraftFileId", int)
OutboxId = NewType("OutboxId", int)
TemplateId = NewType("TemplateId", int)
OrderId = NewType("OrderId", int)
PromiseId = NewType("PromiseId", int)
CaseId = NewType("CaseId", int)
AgentId = NewType("AgentId", int)
ThreadEventId = NewType("ThreadEventId", int)

SERIAL_BITS = 12


def first_message_id(received_second: int) -> MessageId:
    """The lowest message id of a second of receipt (seconds since 1970, UTC; earlier ones count as 0)."""
    return MessageId(max(received_second, 0) << SERIAL_BITS)
