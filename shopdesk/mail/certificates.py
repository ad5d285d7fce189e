"""Seeing a server's certificate without trusting it, so that a person can decide."""

import hashlib
import ssl
import time

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.errors import NotAMailServer
from shopdesk.domain.mailbox import Server
from shopdesk.mail.certificate_reader import Content, read_certificate
from shopdesk.mail.dial import dial
from shopdesk.mail.probe import probe
from shopdesk.mail.tls import unproven


def see_certificate(server: Server, seconds: float, *, sends: bool) -> SeenCertificate:
    """The certificate that an IMAP (or SMTP, if it `sends`) server shows; nothing is signed in or sent.

    Raises `ServerUnreachable`, `NotAMailServer`, `EncryptionMissing`, `ConnectionLost`.
    """
    seen: list[bytes] = []

    def look(safe: ssl.SSLSocket) -> None:
        seen.append(safe.getpeercert(binary_form=True) or b"")

    deadline = time.monotonic() + seconds
    probe(dial(server.host, server.port, deadline), server, deadline, unproven, sends=sends, look=look)
    if not seen or not seen[0]:
        raise NotAMailServer(server.host, "no certificate was shown")
    return _seen(server, seen[0])


def _seen(server: Server, der: bytes) -> SeenCertificate:
    fingerprint = hashlib.sha256(der).hexdigest()
    try:
        content = read_certificate(der)
    except ValueError:  # its fingerprint is true all the same
        content = Content()
    return SeenCertificate(
        server.host,
        server.port,
        fingerprint,
        content.subject,
        content.issuer,
        content.names,
        content.begins,
        content.ends,
    )
