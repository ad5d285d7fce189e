"""Reading the certificate file that a person trusts: PEM or DER, one authority or several."""

import hashlib
import re
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.network import Authority
from shopdesk.mail.imap_errors import one_line

LARGEST_FILE = 1 << 20
"""Bytes; a real file has a few thousand, all authorities of the world a quarter of a million."""
_MOST = 20
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")


def read_authorities(content: bytes) -> Sequence[Authority]:
    """The authorities in a file.

    Raises `InputRefused` with the field `certificate`; its why is `no certificate`, `a private key`, `too large`,
    `too many`, `damaged`, or `no authority` (the certificate of a single server).
    """
    if len(content) > LARGEST_FILE:
        raise InputRefused("certificate", "too large")
    if _KEY.search(content):
        raise InputRefused("certificate", "a private key")
    found = [_der(block) for block in _PEM.findall(content)]
    if not found:
        if not content.startswith(b"\x30"):
            raise InputRefused("certificate", "no certificate")
        found = [content]
    if len(found) > _MOST:
        raise InputRefused("certificate", "too many")
    return [_authority(der) for der in dict.fromkeys(found)]


def _der(block: bytes) -> bytes:
    try:
        return ssl.PEM_cert_to_DER_cert(block.decode("ascii"))
    except ValueError:
        raise InputRefused("certificate", "damaged") from None


def _authority(der: bytes) -> Authority:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=der)
    except ssl.SSLError:
        raise InputRefused("certificate", "damaged") from None
    read: list[dict[str, Any]] = list(context.get_ca_certs())  # only authorities are listed there
    if not read:
        raise InputRefused("certificate", "no authority")
    return Authority(
        subject=_words(read[0]["subject"]),
        issuer=_words(read[0]["issuer"]),
        valid_from=_moment(read[0]["notBefore"]),
        valid_to=_moment(read[0]["notAfter"]),
        fingerprint=hashlib.sha256(der).hexdigest(),
        pem=ssl.DER_cert_to_PEM_cert(der),
    )


def _words(name: Sequence[Sequence[tuple[str, str]]]) -> str:
    """`Shop CA, Shop Ltd`: the common name first, then who it belongs to."""
    parts = [(key, value) for group in name for key, value in group]
    wanted = [value for wish in ("commonName", "organizationName") for key, value in parts if key == wish]
    return one_line(", ".join(dict.fromkeys(wanted or [value for _, value in parts])))


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC)
