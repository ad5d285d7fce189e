"""Copies in Sent of mails that left from here, also where the provider gave them another Message-ID or sender."""

from collections.abc import Mapping, Sequence

from shopdesk.domain.filing import KnownMessage, NewMessage
from shopdesk.domain.mailbox import FolderRole
from shopdesk.services.letters import Circumstances
from shopdesk.services.ports import Work
from shopdesk.services.reading import Arrived


def own_copies(
    work: Work, batch: Sequence[Arrived], known: Mapping[str, KnownMessage], at: Circumstances
) -> dict[str, KnownMessage]:
    """Messages that a mail of the outbox became, by the fingerprint of its copy, which is another one than ours.

    Only in Sent: everywhere else somebody could bring a mail of his own under one of our Message-IDs.
    """
    if at.folder.role is not FolderRole.SENT:
        return {}
    mails = [arrived.mail for arrived in batch if arrived.mail is not None and arrived.mail.fingerprint not in known]
    found = work.outbox.filed([one for mail in mails for one in (mail.message_id, mail.original_id) if one])
    copies = {}
    for mail in mails:
        message = found.get(mail.message_id) or found.get(mail.original_id)
        if message is not None:  # as it lies there is how it left: that reading replaces ours
            copies[mail.fingerprint] = KnownMessage(message.id, message.conversation_id, whole=False)
    return copies


def note_own(work: Work, messages: Sequence[NewMessage], at: Circumstances) -> None:
    """The copy of a mail was faster than the one who sent it: nobody writes the message again."""
    if at.folder.role is FolderRole.SENT and messages:
        ids = {one: new.id for new in messages for one in (new.mail.message_id, new.mail.original_id) if one}
        for message_id in work.outbox.filed([*ids]):
            work.outbox.note_filed(message_id, ids[message_id])
