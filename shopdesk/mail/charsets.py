"""Bytes to text by what mail really holds: wrong labels, vendor names and supersets included."""

import codecs
import re
from functools import lru_cache

_SAMPLE = 8_192
"""Bytes that a guess looks at: a longer sample costs time and changes nothing."""

_SHORT = 64
_LONGEST_LABEL = 40
_REFUSED = frozenset("idna punycode unicode_escape raw_unicode_escape undefined mbcs oem charmap hex hz_escape".split())
"""Text codecs of Python that are no charsets of mail, or slow on purpose-made input."""

_ALIASES = {
    "gb2312": "gb18030", "gb_2312": "gb18030", "gb_2312_80": "gb18030", "gbk": "gb18030", "x_gbk": "gb18030",
    "cp936": "gb18030", "ms936": "gb18030", "windows_936": "gb18030", "euc_cn": "gb18030", "chinese": "gb18030",
    "gb18030_2000": "gb18030", "gb18030_2022": "gb18030", "csgb2312": "gb18030", "x_cp20936": "gb18030",
    "iso_8859_1": "cp1252", "iso8859_1": "cp1252", "8859_1": "cp1252", "latin1": "cp1252", "latin_1": "cp1252",
    "l1": "cp1252", "x_ansi": "cp1252", "ansi": "cp1252", "windows_1252_": "cp1252", "x_cp1252": "cp1252",
    "iso_8859_9": "cp1254", "iso8859_9": "cp1254", "latin5": "cp1254", "iso_8859_11": "cp874",
    "iso8859_11": "cp874", "tis_620": "cp874", "windows_874": "cp874", "iso_8859_8_i": "iso8859_8",
    "iso_8859_8_e": "iso8859_8", "iso_8859_6_i": "iso8859_6",
    "shift_jis": "cp932", "shiftjis": "cp932", "sjis": "cp932", "x_sjis": "cp932", "ms_kanji": "cp932",
    "windows_31j": "cp932", "cswindows31j": "cp932", "x_ms_cp932": "cp932", "shift_jisx0213": "shift_jisx0213",
    "ks_c_5601": "cp949", "ks_c_5601_1987": "cp949", "ks_c_5601_1989": "cp949", "ksc_5601": "cp949",
    "ksc5601": "cp949", "euc_kr": "cp949", "korean": "cp949", "windows_949": "cp949", "x_windows_949": "cp949",
    "big5": "cp950", "x_big5": "cp950", "big5_tw": "cp950", "csbig5": "cp950", "windows_950": "cp950",
    "iso_2022_jp": "iso2022_jp", "iso_2022_jp_ms": "iso2022_jp", "cp50220": "iso2022_jp", "cp50221": "iso2022_jp",
    "cp50222": "iso2022_jp", "x_iso_2022_jp": "iso2022_jp", "csiso2022jp": "iso2022_jp", "iso_2022_jp_1": "iso2022_jp",
    "iso_2022_jp_2": "iso2022_jp_2", "x_euc_jp": "euc_jp", "eucjp_ms": "euc_jp", "cp51932": "euc_jp",
    "x_mac_roman": "mac_roman", "macintosh": "mac_roman", "x_mac_cyrillic": "mac_cyrillic", "koi8": "koi8_r",
    "unicode_1_1_utf_8": "utf_8", "utf8mb4": "utf_8", "x_utf_8": "utf_8", "utf_8_": "utf_8",
    "unicode_1_1_utf_7": "utf_7",
    "x_unicode": "utf_8", "unicode": "utf_8", "unknown_8bit": "", "x_unknown": "", "unknown": "", "8bit": "",
    "7bit": "", "binary": "", "default_charset": "", "default": "", "none": "", "x_user_defined": "",
    "ansi_x3.4_1968": "ascii", "us": "ascii", "iso_ir_6": "ascii", "cp_850": "cp850", "x_cp1251": "cp1251",
    "win_1251": "cp1251", "win1251": "cp1251", "win_1250": "cp1250", "win_1252": "cp1252",
}  # fmt: skip

_WIDE = frozenset(["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"])
_SHIFTED = frozenset(["iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz", "utf_7"])
_HAN_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])*")
_ESCAPES = re.compile(rb"\x1b(\$[@B]|\$\(D|\([BJI])")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})""", re.IGNORECASE)


@lru_cache(maxsize=512)
def text_codec(declared: str) -> str:
    """Give Python's name of a declared charset, or "" when it is unknown, empty or no charset of text."""
    word = re.split(r"[\s;,\"']", declared.strip(" \t\"';,"), maxsplit=1)[0]
    if not word or len(word) > _LONGEST_LABEL or not re.fullmatch(r"[\w.:+-]+", word, re.ASCII):
        return ""
    plain = word.lower().replace("-", "_").replace(":", "_")
    name = _ALIASES.get(plain, plain)
    try:
        found = codecs.lookup(name).name.replace("-", "_") if name else ""
        b"a".decode(found or "ascii", "replace")  # refuses rot13, zlib and other codecs that give no text
    except (LookupError, ValueError, TypeError):
        return ""
    if found in _REFUSED:
        return ""
    return _ALIASES.get(found, found)


def decode_text(content: bytes, declared: str = "", hint: str = "") -> str:
    """Read `content` as `declared` says if that works out, else as `hint`, else by a guess; never raises."""
    codec = text_codec(declared)
    if content.isascii() and codec not in _SHIFTED and (codec not in _WIDE or b"\0" not in content):
        return content.decode("ascii")
    wanted = tuple(dict.fromkeys(filter(None, (codec, text_codec(hint)))))
    return _strictly(content, wanted) or _leniently(content, wanted) or _guessed(content)


def html_charset(content: bytes) -> str:
    """Give the charset that an HTML document names in its beginning, or ""."""
    beginning = content[:2_048]
    found = _META.search(beginning) if b"charset" in beginning.lower() else None
    return found[1].decode("ascii", "replace") if found else ""


def _strictly(content: bytes, wanted: tuple[str, ...]) -> str:
    for codec in _strict_order(wanted):
        if codec in _WIDE and b"\0" not in content and len(content) % 2:
            continue
        try:
            return content.decode(codec).removeprefix("\ufeff")
        except (UnicodeError, ValueError):
            if codec == "iso2022_jp" and b"\x1b" in content:
                return _japanese(content)
    return ""


@lru_cache(maxsize=256)
def _strict_order(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Nearly every text is valid in a single-byte charset; almost none is valid UTF-8 by chance."""
    order = sorted((*wanted, "utf_8"), key=_is_single_byte)
    return tuple(codec for codec in dict.fromkeys(order) if codec != "ascii")


@lru_cache(maxsize=256)
def _is_single_byte(codec: str) -> bool:
    if codec in _WIDE or codec in _SHIFTED:
        return False
    try:
        # In a charset of one byte a character, an arbitrary high byte never needs a follower.
        return len(b"\xe4\xe4".decode(codec, "replace")) == 2 and codec not in {"utf_8", "ascii"}  # noqa: PLR2004
    except (UnicodeError, ValueError):
        return False


def _leniently(content: bytes, wanted: tuple[str, ...]) -> str:
    """Accept a declared charset when only a few characters are broken (cut or damaged text)."""
    for codec in (*wanted, "utf_8"):
        if codec in _WIDE or codec == "ascii":
            continue
        text = content.decode(codec, "replace")
        bad = text.count("\ufffd")
        foreign = len(text) - len(text.encode("ascii", "ignore")) - bad
        if foreign and bad * 5 <= foreign:
            return text if _is_single_byte(codec) else text.rstrip("\ufffd")
        if bad == 1 and text.endswith("\ufffd") and foreign and not _is_single_byte(codec):
            return text[:-1]  # cut inside the last character
    return ""


def _guessed(content: bytes) -> str:
    sample = content[:_SAMPLE]
    high = len(sample) - len(sample.decode("ascii", "ignore"))
    share = 2 if len(sample) < _SHORT else 4  # a library cannot tell charsets of a few words apart
    if high * share <= len(sample) and not _looks_han(sample):
        return _western(content)
    codec = "gb18030" if _looks_han(sample) else _asked_library(sample)
    try:
        return content.decode(codec or "cp1252", "replace")
    except (LookupError, UnicodeError):
        return _western(content)


def _looks_han(sample: bytes) -> bool:
    """True when all high bytes come in pairs of the GB 2312 table and hanzi are among them."""
    found = _HAN_PAIRS.match(sample)
    return (
        found is not None
        and found.end() >= len(sample) - 1
        and re.search(rb"[\xb0-\xd7][\xa1-\xfe]", sample) is not None
    )


def _asked_library(sample: bytes) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else ""


def _western(content: bytes) -> str:
    return content.decode("cp1252", "replace") if b"\x81" not in content else content.decode("latin-1")


def _japanese(content: bytes) -> str:
    """Read ISO-2022-JP with the vendor characters (NEC row 13, half-width kana) that Python's codec refuses."""
    pieces = _ESCAPES.split(content)
    if len(pieces) == 1:
        return ""
    out = [pieces[0].decode("ascii", "replace")]
    for escape, chunk in zip(pieces[1::2], pieces[2::2], strict=True):
        if escape.startswith(b"$"):
            out.append(_from_jis(chunk))
        elif escape == b"(I":
            out.append(bytes(b | 0x80 if b > 0x20 else b for b in chunk).decode("cp932", "replace"))  # noqa: PLR2004
        else:
            out.append(chunk.decode("ascii", "replace"))
    return "".join(out)


def _from_jis(chunk: bytes) -> str:
    """Move JIS X 0208 row and cell to where Shift_JIS keeps them, so that code page 932 can read them."""
    out = bytearray()
    cells = chunk.replace(b"\r", b"").replace(b"\n", b"")
    for row, cell in zip(cells[::2], cells[1::2], strict=False):
        lead = (row + 1) // 2 + (0x70 if row < 0x5F else 0xB0)  # noqa: PLR2004
        trail = cell + (0x1F + (cell >= 0x60) if row % 2 else 0x7E)  # noqa: PLR2004
        out += bytes((lead & 0xFF, trail & 0xFF))
    return out.decode("cp932", "replace") + ("\n" if chunk.endswith(b"\n") else "")
