"""Seeing a server's certificate without trusting it, so that a person can decide."""

import hashlib
import socket
import ssl

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.errors import NotAMailServer
from shopdesk.domain.mailbox import Server
from shopdesk.mail.certificate_reader import Content, read_certificate
from shopdesk.mail.probe import probe
from shopdesk.mail.tls import unproven


def see_certificate(connected: socket.socket, server: Server, deadline: float, *, sends: bool) -> SeenCertificate:
    """The certificate that an IMAP (or SMTP, if it `sends`) server shows; nothing is signed in or sent.

    In: a connected socket, which is closed, and the `time.monotonic()` moment to give up at. Raises
    `NotAMailServer`, `EncryptionMissing`, `ConnectionLost`, `ServerBusy`.
    """
    seen: list[bytes] = []

    def look(safe: ssl.SSLSocket) -> None:
        seen.append(safe.getpeercert(binary_form=True) or b"")

    probe(connected, server, deadline, unproven, sends=sends, look=look)
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
