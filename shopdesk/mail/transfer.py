"""Content-Transfer-Encoding undone, as far as broken encodings allow (RFC 2045, uuencode)."""

import binascii
import re

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)).difference(_BASE64))
_PADDING_INSIDE = re.compile(rb"=+")
_UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,300})\r?$", re.MULTILINE)
_LOOSE_BREAK = re.compile(rb"=[ \t]++\r?\n")
_MANY_PIECES = 1_000
_MOST_TRIES = 200
_LONGEST_UU_LINE = 90
UU_NAMES = frozenset(["x-uuencode", "uuencode", "x-uue", "uue"])


def decode_transfer(content: bytes, encoding: str) -> bytes:
    """Undo `encoding` (lower case); unknown encodings and what is not encoded at all come back unchanged."""
    if encoding == "base64":
        return _from_base64(content)
    if encoding == "quoted-printable":
        if b"= " in content or b"=\t" in content:
            content = _LOOSE_BREAK.sub(b"=\n", content)
        return binascii.a2b_qp(content)
    if encoding in UU_NAMES:
        found = find_uuencoded(content, 1)
        return found[0][1] if found else content
    return content


def base64_size(source: bytes, start: int, end: int) -> int:
    """Give the decoded size of base64 without decoding it: exact where that is well formed, near it elsewhere."""
    while end > start and source[end - 1] in b"\r\n \t":
        end -= 1
    padding = 0
    while padding < 2 and source[end - 1 - padding : end - padding] == b"=":  # noqa: PLR2004
        padding += 1
    line = source.find(b"\n", start, end) + 1 - start
    if line <= 0:
        return max(0, (end - start) * 3 // 4 - padding)
    width = 2 if source[start + line - 2 : start + line - 1] == b"\r" else 1
    breaks = (end - start) // line
    if source[start + breaks * line - 1] != 0x0A:  # lines of different lengths: counting takes longer  # noqa: PLR2004
        breaks = source.count(b"\n", start, end)
    return max(0, (end - start - breaks * width) * 3 // 4 - padding)


def find_uuencoded(content: bytes, limit: int) -> list[tuple[bytes, bytes, int, int]]:
    """Find up to `limit` uuencoded files: raw name, decoded bytes, start and end in `content`."""
    found: list[tuple[bytes, bytes, int, int]] = []
    start = tries = 0
    while len(found) < limit and tries < _MOST_TRIES and (begin := _UU_BEGIN.search(content, start)):
        tries += 1
        decoded, end = _uu_lines(content, begin.end() + 1)
        if decoded:
            found.append((begin[1], decoded, begin.start(), end))
        start = max(end, begin.end())
    return found


def _from_base64(content: bytes) -> bytes:
    try:
        inside = content.find(b"=")
        if inside < 0 or not content[inside:].strip(b"=\r\n \t-"):
            return binascii.a2b_base64(content)
    except binascii.Error:
        pass
    junk = content.translate(None, _BASE64 + b"=\r\n\t ")
    if len(junk) * 10 > len(content) or (b" " in content.strip() and _reads_as_words(content)):
        return content  # labelled base64, but plain text
    pieces = _PADDING_INSIDE.split(content, _MANY_PIECES)
    return b"".join(_base64_piece(piece) for piece in pieces)


def _reads_as_words(content: bytes) -> bool:
    words = content[:1_000].split()
    return len(words) > 3 and sum(len(word) for word in words) / len(words) < 12  # noqa: PLR2004


def _base64_piece(piece: bytes) -> bytes:
    letters = piece.translate(None, _NOT_BASE64)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _uu_lines(content: bytes, start: int) -> tuple[bytes, int]:
    """Decode the lines up to `end` or to the first that is no uuencode; gives the bytes and where they stop."""
    out: list[bytes] = []
    position = start
    while position < len(content):
        stop = content.find(b"\n", position)
        stop = len(content) if stop < 0 else stop
        line = content[position:stop].rstrip(b"\r")
        if line.strip() == b"end":
            return b"".join(out), min(stop + 1, len(content))
        decoded = _uu_line(line)
        if decoded is None:
            break
        out.append(decoded)
        position = stop + 1
    return b"".join(out), min(position, len(content))


def _uu_line(line: bytes) -> bytes | None:
    if len(line) > _LONGEST_UU_LINE:
        return None
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        pass
    try:  # some programs add a check character or lose blanks at the end
        return binascii.a2b_uu(line[: ((line[:1] or b" ")[0] - 32 & 63) * 4 // 3 + 3])
    except binascii.Error:
        return None
