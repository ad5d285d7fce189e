"""What makes copies of one mail known as the same: headers that no server touches, and the first of the body."""

import hashlib

from shopdesk.domain.errors import MailRefused
from shopdesk.mail.headers import Headers

BODY_BYTES = 4_096
_MANY_LINES = 256
"""Carriage returns that are expected in so many bytes."""
_FIELDS = ("message-id", "date", "from", "subject")


def fingerprint(raw: bytes, headers: Headers, body_start: int, *, whole: bool) -> str:
    """Give 32 hexadecimal digits over Message-ID, Date, From, Subject and the first 4,096 bytes of the body.

    Line ends and folding do not matter. Raises MailRefused when only a beginning is at hand that does not hold
    these bytes.
    """
    body = raw[body_start : body_start + BODY_BYTES + _MANY_LINES].replace(b"\r\n", b"\n")
    if len(body) <= BODY_BYTES:
        body = raw[body_start : body_start + 2 * BODY_BYTES].replace(b"\r\n", b"\n")
    if not whole and len(body.removesuffix(b"\r")) < BODY_BYTES:
        raise MailRefused("beginning too short")
    digest = hashlib.blake2b(digest_size=16)
    for name in _FIELDS:
        digest.update(b"%s\0" % b" ".join(headers.raw(name).split()))
    digest.update(body[:BODY_BYTES])
    return digest.hexdigest()
