"""Mails that are no letters: a bounce, an absence note, a damaged mail (RFC 3464, RFC 3834)."""

from __future__ import annotations

from shopdesk.demo.compose import Headers, mail, multipart, text_part


def bounce(headers: Headers, recipient: str, returned_headers: bytes, boundary: str) -> bytes:
    """A delivery report that says a mail of ours did not arrive; it brings that mail's headers back."""
    words = (
        "This is the mail system at host mx.lumen-and-linen.example.\n\n"
        "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n"
        f"<{recipient}>: Host or domain name not found. Name service error for name="
        f"{recipient.rpartition('@')[2]} type=AAAA: Host not found\n"
    )
    status = (
        "Content-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.lumen-and-linen.example\r\nX-Postfix-Queue-ID: 4T2kQn1mZpz9rxY\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.4.4\r\n"
        "Diagnostic-Code: X-Postfix; Host or domain name not found\r\n"
    )
    returned = b"Content-Type: text/rfc822-headers\r\n\r\n" + returned_headers
    parts = [text_part(words, charset="us-ascii"), status.encode(), returned]
    body = multipart("report", boundary, parts, more="; report-type=delivery-status")
    return mail([*headers, ("Auto-Submitted", "auto-replied"), ("X-Failed-Recipients", recipient)], body)


def away(headers: Headers, text: str) -> bytes:
    """An automatic absence note."""
    marks = [("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"), ("Precedence", "bulk")]
    return mail([*headers, *marks], text_part(text + "\n"))


def notice(headers: Headers, text: str) -> bytes:
    """A notice that a machine writes and nobody should answer."""
    marks = [("Auto-Submitted", "auto-generated"), ("List-Unsubscribe", "<mailto:no@notices.example>")]
    return mail([*headers, *marks], text_part(text + "\n"))


def damaged(headers: Headers, text: str, picture: bytes, boundary: str) -> bytes:
    """A mail as a broken program writes it: raw bytes in a header, unknown charset, no end."""
    head = "".join(f"{name}: {value}\r\n" for name, value in headers).encode()
    odd_head = b"X-Comment: f\xfcr \xc4rger\r\nContent-Type: multipart/mixed; boundary=" + boundary.encode()
    body = b"Content-Type: text/plain; charset=x-user-defined-7\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    body += text.encode("latin-1", "replace") + b" \x93Danke\x94\r\n"
    broken = b"Content-Type: image/jpeg; name=scratch.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mark = b"--" + boundary.encode() + b"\r\n"
    return head + odd_head + b"\r\n\r\n" + mark + body + mark + broken + b"/9j/4AAQ!!" + picture[:40] + b"="
