"""A mail that left becomes a message of its conversation at once; its copy from the server joins it later."""

from datetime import datetime

from shopdesk.domain.filing import NewMessage
from shopdesk.domain.grouping import clues_of
from shopdesk.domain.markets import customer_address
from shopdesk.domain.message import Direction
from shopdesk.domain.numbers import find_numbers
from shopdesk.domain.outbox import OutboxItem
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.ports import ReadMail, Work
from shopdesk.services.promise_filing import promises_of_sent


def file_sent(work: Work, item: OutboxItem, raw: bytes, now: datetime, read: ReadMail) -> None:
    """Write the message; nothing when the conversation is gone (its copy in Sent then finds its own way), or when the
    copy was here first."""
    if work.outbox.filed([item.message_id]).get(item.message_id) is not None:
        return
    mail = read(raw)
    known = work.mails.by_fingerprint([mail.fingerprint])
    home = item.conversation_id
    if known or home is None or not work.conversations.rows([home]):
        return
    (message,) = work.mails.new_ids([int(now.timestamp())])
    customer = customer_address(mail, own_addresses(work))
    numbers = find_numbers(mail.subject, mail.own_words or mail.text, "")
    new = NewMessage(
        id=message,
        conversation_id=home,
        mailbox_id=item.mailbox_id,
        direction=Direction.OUTGOING,
        mail=mail,
        received_at=now,
        clues=clues_of(mail, customer, None, numbers),
        parcel_numbers=numbers.parcels,
        is_read=True,
    )
    work.mails.add_messages([new])
    work.outbox.note_filed(item.message_id, message)
    work.conversations.refresh([home])
    text, _ = work.outbox.memories(item.id)
    draft = work.drafts.read_back(text) if text else None
    promises_of_sent(work, home, (message, mail.own_words or mail.text), draft, now)
