"""The test mail that a mailbox sends to itself: small, marked as a machine's, so that it asks nobody for an answer."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.machine_mail import SELF_MAIL_HEADER
from shopdesk.mail.write_mime import envelope_address, new_message_id

_LONGEST_SUBJECT = 200
_POLICY = SMTP.clone(cte_type="7bit")


def write_self_mail(email: str, subject: str, text: str, at: datetime) -> tuple[str, bytes]:
    """The test mail from and to one address. In: words in a person's language. Out: the address for SMTP, and all
    bytes (CRLF, pure ASCII).

    `Auto-Submitted` (RFC 3834) keeps vacation programs quiet. Raises `InputRefused` for an address that cannot be used.
    """
    envelope = envelope_address(email)
    local, _, domain = envelope.rpartition("@")
    message = EmailMessage(policy=_POLICY)
    message["From"] = message["To"] = Address("", local, domain)
    message["Subject"] = clean_line(subject, _LONGEST_SUBJECT)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = new_message_id(email)
    message["Auto-Submitted"] = "auto-generated"
    message[SELF_MAIL_HEADER.title()] = "1"
    message.set_content(text.rstrip() + "\n", charset="utf-8")
    return envelope, message.as_bytes()
