"""Writes mails as bytes for SMTP (RFC 5322, 2045-2049): frozen once, never made again."""

import re
import uuid
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import idna

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.message import Address
from shopdesk.domain.outgoing import OutgoingFile, OutgoingMail
from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.file_names import clean_file_name
from shopdesk.mail.outgoing_headers import own_headers
from shopdesk.mail.outgoing_html import ShownPicture, html_of, with_pictures

LONGEST_SUBJECT = 500
_MOST_REFERENCES = 20
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_MESSAGE_ID = re.compile(r"<[^<>\s\x00-\x20\x7f]{3,980}>")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}")

_POLICY = SMTP.clone(max_line_length=76, cte_type="7bit", header_factory=own_headers())


class MailWriter:
    """Fits `sending_ports.MailWriting`."""

    def write(self, mail: OutgoingMail) -> bytes:
        """All bytes of a mail; raises `InputRefused`."""
        return write_mail(mail)

    def envelope(self, email: str) -> str:
        """An address for SMTP; raises `InputRefused`."""
        return envelope_address(email)

    def new_id(self, email: str) -> str:
        """A Message-ID that nobody else gives."""
        return new_message_id(email)


def write_mail(mail: OutgoingMail) -> bytes:
    """All bytes of a mail: CRLF, pure ASCII, no line over 998 characters, text first and HTML made from it.

    Hidden recipients are not in it. Raises `InputRefused` for an address that cannot be written.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = _header_address(mail.sender)
    message["To"] = [_header_address(address) for address in mail.to]
    if mail.cc:
        message["Cc"] = [_header_address(address) for address in mail.cc]
    message["Subject"] = clean_line(mail.subject, LONGEST_SUBJECT)
    message["Date"] = format_datetime(mail.date)
    message["Message-ID"] = mail.message_id
    _add_ancestors(message, mail)
    _add_words(message, mail)
    for number, file in enumerate(mail.files):
        _attach(message, file, number)
    return message.as_bytes()


def _add_words(message: EmailMessage, mail: OutgoingMail) -> None:
    """The text as plain text, and as HTML with its pictures (RFC 2387, 2392)."""
    text, signature, below = _plain(mail.text), _plain(mail.signature), _plain(mail.quoted)
    plain = with_pictures(text, [picture.words for picture in mail.pictures])
    signed = f"-- \n{signature}" if signature else ""  # RFC 3676, 4.3: programs fold what is below this line
    message.set_content("\n\n".join(part for part in (plain, signed, below) if part) + "\n", charset="utf-8")
    shown = [ShownPicture(picture.cid.strip("<>"), picture.file.name) for picture in mail.pictures]
    message.add_alternative(html_of(text, below, signature, shown), subtype="html", charset="utf-8")
    page = message.get_payload(1)
    for number, picture in enumerate(mail.pictures):
        main, sub, name = _labels(picture.file, number)
        if isinstance(page, EmailMessage):
            page.add_related(
                picture.file.content, main, sub, cid=picture.cid, filename=name, disposition="inline", cte="base64"
            )


def envelope_address(email: str) -> str:
    """A mail address in the form for SMTP: the domain in punycode. Raises `InputRefused` for anything that is none."""
    local, at, domain = email.strip().rpartition("@")
    if not at or not domain:
        raise InputRefused("address", f"{clean_line(email, 200)} is not a mail address")
    if not local.isascii():
        raise InputRefused("address", f"{clean_line(email, 200)}: mail cannot carry these letters before the @")
    if not _LOCAL.fullmatch(local):
        raise InputRefused("address", f"{clean_line(email, 200)} is not a mail address")
    try:
        host = domain if domain.isascii() else idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise InputRefused("address", f"{clean_line(email, 200)} has no valid domain") from None
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f.:IPv]+\]", host):
        raise InputRefused("address", f"{clean_line(email, 200)} has no valid domain")
    return f"{local}@{host}"


def new_message_id(email: str) -> str:
    """A Message-ID that nobody else gives, with the domain of the sender's address and nothing of this computer."""
    return f"<{uuid.uuid4().hex}@{envelope_address(email).rpartition('@')[2].strip('[]')}>"


def _header_address(address: Address) -> HeaderAddress:
    local, _, domain = envelope_address(address.email).rpartition("@")
    return HeaderAddress(clean_line(address.name, 200), local, domain)


def _add_ancestors(message: EmailMessage, mail: OutgoingMail) -> None:
    """Both headers, since Gmail goes by References and Outlook by In-Reply-To."""
    ids = [one for one in dict.fromkeys((*mail.references, mail.in_reply_to)) if _MESSAGE_ID.fullmatch(one)]
    if _MESSAGE_ID.fullmatch(mail.in_reply_to):
        message["In-Reply-To"] = mail.in_reply_to
    if ids:
        kept = ids if len(ids) <= _MOST_REFERENCES else [ids[0], *ids[1 - _MOST_REFERENCES :]]
        message["References"] = " ".join(kept)


def _attach(message: EmailMessage, file: OutgoingFile, number: int) -> None:
    main, sub, name = _labels(file, number)
    message.add_attachment(file.content, maintype=main, subtype=sub, filename=name, cte="base64")


def _labels(file: OutgoingFile, number: int) -> tuple[str, str, str]:
    kind = file.media_type.casefold()
    main, _, sub = (kind if _TYPE.fullmatch(kind) else "application/octet-stream").partition("/")
    if main in {"multipart", "message"}:
        main, sub = "application", "octet-stream"  # as it is, not as something to be taken apart
    return main, sub, clean_file_name(file.name, file.media_type, number)


def _plain(text: str) -> str:
    """Text that every mail program shows: no NUL, no lone surrogates, plain line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return lines.encode("utf-8", "replace").decode("utf-8").rstrip()
