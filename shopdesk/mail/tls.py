"""TLS for mail servers: the system's trust, the host's name always checked, nothing below TLS 1.2."""

import hashlib
import hmac
import os
import socket
import ssl
from collections.abc import Callable
from typing import Any

import certifi
from typing_extensions import override

from shopdesk.domain.errors import CertificateRefused, EncryptionMissing, NotAMailServer, ServerUnreachable

_TOO_OLD = ("UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE", "VERSION_TOO_LOW")
_NOT_TLS = (
    "WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL"
)  # fmt: skip

Trust = Callable[[str, str, str], ssl.SSLContext]
"""From a host, a mailbox's own certificate file and a trusted fingerprint (empty for none) to the settings of TLS."""


class _OnlyThisOne(ssl.SSLContext):
    """Trusts one certificate, whoever signed it and whatever name is in it, and no other."""

    fingerprint = ""

    @override
    def wrap_socket(self, *args: Any, **named: Any) -> ssl.SSLSocket:
        safe = super().wrap_socket(*args, **named)
        if not hmac.compare_digest(fingerprint_of(safe), self.fingerprint):
            safe.close()
            problem = ssl.SSLCertVerificationError("another certificate than the one that was trusted")
            problem.verify_message = str(problem)
            raise problem
        return safe


def fingerprint_of(safe: ssl.SSLSocket) -> str:
    """SHA-256 of the other side's certificate, lower-case hex."""
    return hashlib.sha256(safe.getpeercert(binary_form=True) or b"").hexdigest()


def trust(host: str, ca_file: str = "", fingerprint: str = "") -> ssl.SSLContext:
    """Settings for a connection to a host; raises `CertificateRefused`.

    In: `ca_file` is trusted besides the system; with a `fingerprint` (SHA-256, hex) that one certificate is trusted and
    nothing else, and it is compared before anything can be sent.
    """
    if fingerprint:
        only = _OnlyThisOne(ssl.PROTOCOL_TLS_CLIENT)
        only.minimum_version = ssl.TLSVersion.TLSv1_2
        only.fingerprint = fingerprint
        return _unchecked(only)
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if not _system_keeps_certificates():
        context.load_verify_locations(certifi.where())
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as problem:
            raise CertificateRefused(host, f"{ca_file}: {problem.strerror or problem}") from None
    return context


def protect(plain: socket.socket, host: str, context: ssl.SSLContext) -> ssl.SSLSocket:
    """Start TLS on a connected socket that has a timeout.

    Out: the protected socket; `plain` must not be used any more. Raises `CertificateRefused`, `NotAMailServer`
    (the other side does not speak TLS), `EncryptionMissing` (only outdated TLS), `ServerUnreachable`.
    """
    try:
        return context.wrap_socket(plain, server_hostname=host)
    except ssl.SSLCertVerificationError as problem:
        plain.close()
        raise CertificateRefused(host, problem.verify_message or str(problem)) from None
    except ssl.SSLError as problem:
        plain.close()
        reason = problem.reason or ""
        words = reason.replace("_", " ").lower() or str(problem)
        if any(mark in reason for mark in _TOO_OLD):
            raise EncryptionMissing(host, words) from None
        if any(mark in reason for mark in _NOT_TLS):
            raise NotAMailServer(host, f"no TLS on this port: {words}") from None
        raise ServerUnreachable(host, words) from None
    except (OSError, ValueError) as problem:
        plain.close()
        raise ServerUnreachable(host, str(problem)) from None


def unproven() -> ssl.SSLContext:
    """Settings that take any certificate: for looking at it, and for nothing else. No secret may be sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return _unchecked(context)


def _unchecked(context: ssl.SSLContext) -> ssl.SSLContext:
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _system_keeps_certificates() -> bool:
    """False for a frozen Python on a Mac: it brings no certificates and does not know where the system has its own."""
    places: tuple[str | None, ...] = tuple(ssl.get_default_verify_paths())
    return os.name == "nt" or any(places[:2])
