"""Header text: encoded words (RFC 2047), parameters with continuations (RFC 2231), raw 8-bit bytes."""

import binascii
import re
from urllib.parse import unquote_to_bytes

from shopdesk.mail.charsets import decode_text

# The payload is bounded and possessive: many beginnings without an end must not cost the square of their number.
_PAYLOAD = r"[^?]{0,2500}+(?>(?:\?(?!=)[^?]{0,500}+){0,20})"
ENCODED_WORD = rf"=\?[^?\s]{{1,60}}\?[bBqQ]\?{_PAYLOAD}\?="
_WORD = re.compile(rf"=\?([^?\s]{{1,60}})\?([bBqQ])\?({_PAYLOAD})\?=")
_CUT_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]{1,2500})\??$")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_PARAMETER = re.compile(r""";\s*+([^\s=;"]{1,80})\s*+=\s*+("(?>(?:[^"\\]|\\.)*)(?:"|$)|[^;]*+)""", re.DOTALL)
_SECTION = re.compile(r"^(.+?)\*(\d{1,4})?(\*)?$")


def decode_words(text: str, hint: str = "") -> str:
    """Decode the encoded words of an unfolded header; white space between two of them vanishes (RFC 2047, 6.2)."""
    if "=?" not in text:
        return text
    pieces = _WORD.split(text)
    out: list[str] = []
    held, held_charset = b"", ""
    for i in range(0, len(pieces) - 1, 4):
        literal, charset, how, payload = pieces[i : i + 4]
        charset = charset.partition("*")[0].lower()
        if literal.strip() or charset != held_charset:
            out.append(decode_text(held, held_charset, hint))
            held = b""
        if literal.strip() or not i:
            out.append(literal)
        held, held_charset = held + _payload_bytes(how, payload), charset  # a character may be split over two words
    out.append(decode_text(held, held_charset, hint))
    out.append(_cut_tail(pieces[-1], hint))
    return "".join(out)


def parse_parameters(value: str) -> tuple[str, dict[str, str]]:
    """Split `text/plain; charset=x` into its lower-case main value and its decoded parameters (first one wins)."""
    main, separator, _ = value.partition(";")
    if not separator:
        return main.strip().lower(), {}
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for raw_name, quoted in _PARAMETER.findall(value, len(main)):
        name = raw_name.lower()
        text = _unquoted(quoted)
        if "*" in name and (found := _SECTION.match(name)):
            sections.setdefault(found[1], []).append((int(found[2] or 0), bool(found[3] or not found[2]), text))
        else:
            plain.setdefault(name, text)
    for name, parts in sections.items():
        plain[name] = _joined_sections(parts) or plain.get(name, "")
    return main.strip().lower(), plain


def _payload_bytes(how: str, payload: str) -> bytes:
    if how in "qQ":
        return binascii.a2b_qp(payload.encode("utf-8", "replace"), header=True)
    try:
        return binascii.a2b_base64(payload, strict_mode=True)
    except ValueError:  # damaged, as far as that goes it is read all the same
        letters = _NOT_BASE64.sub("", payload)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + "=" * (-len(letters) % 4))


def _cut_tail(text: str, hint: str) -> str:
    """Read an encoded word that lost its end, as the last of a cut header does."""
    found = _CUT_WORD.search(text) if "=?" in text else None
    if found is None:
        return text
    return text[: found.start()] + decode_text(_payload_bytes(found[2], found[3]), found[1], hint).rstrip("\ufffd")


def _unquoted(text: str) -> str:
    text = text.strip()
    if not text.startswith('"'):
        return text
    inner = text[1:].removesuffix('"')
    # Only quotes and backslashes are unescaped: some programs send whole Windows paths.
    return inner.replace('\\"', '"').replace("\\\\", "\\") if "\\" in inner else inner


def _joined_sections(parts: list[tuple[int, bool, str]]) -> str:
    charset = ""
    joined = b""
    for number, extended, text in sorted(parts, key=lambda part: part[0]):
        piece = text
        if extended and not number and text.count("'") >= 2:  # noqa: PLR2004
            charset, _, piece = text.split("'", 2)
        joined += unquote_to_bytes(piece) if extended else piece.encode("utf-8", "replace")
    return decode_text(joined, charset)
