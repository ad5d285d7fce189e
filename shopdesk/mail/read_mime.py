"""Raw bytes of one mail to the facts that the desk keeps; the one door to all reading of MIME."""

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.message import Address, Mail
from shopdesk.mail import attachments
from shopdesk.mail.addresses import first_address, parse_addresses
from shopdesk.mail.bodies import read_bodies
from shopdesk.mail.fingerprint import fingerprint
from shopdesk.mail.headers import Headers, message_ids, own_message_id, parse_date
from shopdesk.mail.machine_mail import classify
from shopdesk.mail.mail_parts import charset_hint, gather
from shopdesk.mail.mime_tree import parse_tree

_DELIVERY_HEADERS = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
LONGEST_SUBJECT = 1_000


def read_mail(raw: bytes, *, whole: bool = True) -> Mail:
    """Read all bytes of a mail, or (`whole` False) its beginning, cut anywhere.

    Raises MailRefused, and nothing else, for what goes beyond the limits (header block 4 MB, 2,000 parts, depth 60)
    and for a beginning too short to give the fingerprint of the whole mail.
    """
    try:
        return _read(raw, whole=whole)
    except MailRefused:
        raise
    except Exception as error:
        raise MailRefused(f"reader failed: {type(error).__name__}") from error


def read_attachment(raw: bytes, number: int) -> bytes:
    """Give the decoded bytes of attachment `number` of `read_mail(raw)`; MailRefused when there is none."""
    try:
        root = parse_tree(raw)
        gathered = gather(root)
        files = attachments.find_files(gathered, charset_hint(root, gathered)).files
        content = files[number].content() if 0 <= number < len(files) else None
    except MailRefused:
        raise
    except Exception as error:
        raise MailRefused(f"reader failed: {type(error).__name__}") from error
    if content is None:
        raise MailRefused("no such attachment")
    return content


def _read(raw: bytes, *, whole: bool) -> Mail:
    root = parse_tree(raw)
    headers = root.headers
    mark = fingerprint(root.source, headers, root.start, whole=whole)
    gathered = gather(root)
    headers.hint = charset_hint(root, gathered)
    files = attachments.find_files(gathered, headers.hint)
    sender = first_address(headers.texts("from") or headers.texts("sender"), headers.hint)
    bodies = read_bodies(gathered, files, sender.domain)
    subject = headers.line("subject", LONGEST_SUBJECT)
    reply_to = _addresses(headers, "reply-to")
    kind, bounce = classify(root, sender, reply_to, subject, bodies.text)
    return Mail(
        message_id=own_message_id(headers.long("message-id")),
        subject=subject,
        sender=sender,
        sent_at=parse_date(headers.text("date")),
        text=bodies.text,
        own_words=bodies.own_words,
        html=bodies.html,
        in_reply_to=message_ids(headers.long("in-reply-to")),
        references=message_ids(headers.long("references")),
        reply_to=reply_to,
        to=_addresses(headers, "to"),
        cc=_addresses(headers, "cc"),
        bcc=_addresses(headers, "bcc"),
        delivered_to=_delivered_to(headers),
        attachments=attachments.describe(files.files, bodies.shown_cids),
        kind=kind,
        bounce=bounce,
        remote_images=bodies.remote_images,
        special=frozenset(gathered.special | bodies.special),
        fingerprint=mark,
        whole=whole,
        original_id=own_message_id(_original_id(headers)),
    )


def _original_id(headers: Headers) -> str:
    """Outlook gives what it sends another Message-ID always, Gmail when it dislikes ours."""
    return headers.long("x-microsoft-original-message-id") or headers.long("x-google-original-message-id")


def _addresses(headers: Headers, name: str) -> tuple[Address, ...]:
    texts = headers.texts(name)
    return tuple([one for text in texts for one in parse_addresses(text, headers.hint)]) if texts else ()


def _delivered_to(headers: Headers) -> tuple[str, ...]:
    found = [one.email for name in _DELIVERY_HEADERS for text in headers.texts(name) for one in parse_addresses(text)]
    return tuple(dict.fromkeys(found))
