"""Mails that the sync tests send around; each is a legal mail with CRLF and a body of its own."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime
from email.utils import format_datetime


def letter(
    number: int,
    *,
    subject: str = "",
    sender: str = "",
    to: str = "shop@shop.example",
    references: str = "",
    body: str = "",
    when: datetime | None = None,
    picture: int = 0,
) -> bytes:
    """The number-th mail; `picture` adds an attachment of so many bytes."""
    head = {
        "From": sender or f"Customer {number} <c{number}@buyers.example>",
        "To": to,
        "Subject": subject or f"Question number {number}",
        "Date": format_datetime(when or datetime.now(UTC)),
        "Message-ID": f"<m{number}@buyers.example>",
        "MIME-Version": "1.0",
    }
    if references:
        head |= {"In-Reply-To": references.rsplit(maxsplit=1)[-1], "References": references}
    text = body or f"Hello, where is my parcel {number}? 我的包裹在哪里\n"
    if picture:
        kind, content = 'multipart/mixed; boundary="B0"', _with_picture(number, text, picture)
    else:
        kind, content = "text/plain; charset=utf-8", text
    head["Content-Type"] = kind
    lines = "".join(f"{name}: {value}\n" for name, value in head.items())
    return (lines + "\n" + content).replace("\n", "\r\n").encode()


def _with_picture(number: int, text: str, size: int) -> str:
    data = base64.encodebytes(random.Random(number).randbytes(size)).decode()
    return (
        f"--B0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f'--B0\nContent-Type: image/jpeg; name="p{number}.jpg"\n'
        f'Content-Disposition: attachment; filename="p{number}.jpg"\n'
        f"Content-Transfer-Encoding: base64\n\n{data}--B0--\n"
    )
