"""Modified UTF-7, the spelling of folder names in IMAP4rev1 (RFC 3501, section 5.1.3)."""

from __future__ import annotations

import base64


def encode_name(name: str) -> bytes:
    """Spell a folder name for the wire: printable ASCII stays, all else becomes ``&…-``."""
    out = bytearray()
    run = ""
    for char in name:
        if " " <= char <= "~":
            out += _shifted(run)
            run = ""
            out += b"&-" if char == "&" else char.encode("ascii")
        else:
            run += char
    return bytes(out + _shifted(run))


def decode_name(wire: bytes) -> str:
    """Read a folder name from the wire; a spelling that is no modified UTF-7 is taken as UTF-8."""
    text = wire.decode("utf-8", "surrogateescape")
    out: list[str] = []
    rest = text
    while "&" in rest:
        before, _, rest = rest.partition("&")
        code, dash, after = rest.partition("-")
        out.append(before)
        decoded = _unshifted(code) if dash else None
        if decoded is None:
            out.append("&")
        else:
            out.append(decoded)
            rest = after
    return "".join(out) + rest


def _shifted(run: str) -> bytes:
    if not run:
        return b""
    coded = base64.b64encode(run.encode("utf-16-be", "surrogatepass")).rstrip(b"=").replace(b"/", b",")
    return b"&" + coded + b"-"


def _unshifted(code: str) -> str | None:
    if not code:
        return "&"
    padded = code.replace(",", "/") + "=" * (-len(code) % 4)
    try:
        return base64.b64decode(padded, validate=True).decode("utf-16-be")
    except ValueError:
        return None
