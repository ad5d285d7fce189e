"""The words of a mail: plain text, safe HTML, what the writer wrote himself, and whether text and HTML agree."""

import re
from dataclasses import dataclass, field

from shopdesk.mail.attachments import Files, pictures
from shopdesk.mail.charsets import decode_text, html_charset, text_codec
from shopdesk.mail.clean_text import clean_body
from shopdesk.mail.html import LONGEST_HTML, clean_html
from shopdesk.mail.html_text import text_of, words_of
from shopdesk.mail.mail_parts import Gathered, Words
from shopdesk.mail.marketplace_frames import buyer_words
from shopdesk.mail.mime_tree import Part
from shopdesk.mail.quoting import split_quote
from shopdesk.mail.transfer import find_uuencoded

LONGEST_TEXT = 2 << 20
"""Characters of text that are kept; the rest is in the raw mail."""
_BYTES_READ = 8 << 20
"""Encoded bytes of one body that are decoded."""
_MOST_UUENCODED = 20
_LINE_SIGNS = ">-*"
_NO_LETTERS = bytes(code for code in range(128) if chr(code).isspace()) + _LINE_SIGNS.encode()
_PROBES, _PROBE = 16, 12
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(slots=True)
class Bodies:
    """What the view, the search and the desk need of a body."""

    text: str = ""
    own_words: str = ""
    html: str = ""
    remote_images: int = 0
    shown_cids: frozenset[str] = frozenset()
    special: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Piece:
    """One body as plain text, as HTML, or as both."""

    plain: str = ""
    html: str = ""
    unsafe: str = ""
    """The words of HTML that is not shown as such."""
    remote_images: int = 0
    shown: frozenset[str] = frozenset()
    _html_text: str | None = None

    def html_text(self) -> str:
        """What the HTML says, line by line: work that a mail with plain text nearly never needs."""
        if self._html_text is None:
            self._html_text = text_of(self.html) if self.html else self.unsafe
        return self._html_text

    def html_words(self) -> str:
        """The same without lines."""
        return words_of(self.html) if self.html else self.unsafe


def read_bodies(gathered: Gathered, files: Files, sender_domain: str) -> Bodies:
    """Decode and clean all words of a mail; `sender_domain` tells which marketplace frame may stand round them."""
    bodies = Bodies()
    known = pictures(files.files)
    pieces = [_read_piece(words, known, bodies.special) for words in gathered.words]
    if files.tnef is not None and not any(piece.plain.strip() or piece.html for piece in pieces):
        pieces.append(_tnef_piece(files, known, bodies.special))
    text = "\n\n".join(filter(None, (_text_of(piece, bodies.special) for piece in pieces)))
    bodies.text = _capped(text, LONGEST_TEXT, bodies.special)
    _join_html(bodies, pieces)
    bodies.own_words = _own_words(bodies, pieces, sender_domain)
    if "-----BEGIN PGP " in bodies.text:
        bodies.special.add("encrypted" if "-----BEGIN PGP MESSAGE-----" in bodies.text else "signed")
    return bodies


def _own_words(bodies: Bodies, pieces: list[_Piece], sender_domain: str) -> str:
    """What the writer wrote: from the plain text, else from the HTML that the reader is shown."""
    piece = next((one for one in pieces if one.plain.strip() or one.html_text().strip()), None)
    if piece is None:
        return ""
    source = piece.plain
    if not source.strip() or "text-differs-from-html" in bodies.special:
        source = piece.html_text()
    elif len(pieces) > 1 and not any(one.html for one in pieces):
        source = bodies.text
    own = split_quote(source[:LONGEST_TEXT]).own
    return buyer_words(own, source[:LONGEST_TEXT], sender_domain) or own or bodies.text.strip()


def _read_piece(words: Words, known: dict[str, str], special: set[str]) -> _Piece:
    piece = _Piece()
    if words.plain is not None:
        piece.plain = _plain_text(words.plain, special)
    if words.html is not None:
        _add_html(piece, html_source(words.html, special), known, special)
    return piece


def _plain_text(part: Part, special: set[str]) -> str:
    content = part.content(_BYTES_READ)
    if part.end - part.start > _BYTES_READ:
        special.add("cut")
    if b"begin " in content:
        for _, _, start, end in reversed(find_uuencoded(content, _MOST_UUENCODED)):
            content = content[:start] + content[end:]
    text = clean_body(decode_text(content, part.params.get("charset", "")))
    if part.params.get("format", "").lower() == "flowed":
        text = _unflowed(text, delete_space=part.params.get("delsp", "").lower() == "yes")
    return _TAG.sub("", text) if part.media_type in {"text/enriched", "text/richtext"} else text


def html_source(part: Part, special: set[str]) -> str:
    """Decode the HTML of a part, not yet clean; notes in `special` when it was cut."""
    content = part.content(_BYTES_READ)
    charset = part.params.get("charset", "")
    named = html_charset(content)
    if text_codec(charset) in {"", "ascii"}:
        charset = named or charset
    return _capped(decode_text(content, charset, named), LONGEST_HTML, special)


def _add_html(piece: _Piece, source: str, known: dict[str, str], special: set[str]) -> None:
    safe = clean_html(source, known)
    if not safe.html and source.strip():
        piece.unsafe = clean_body(_TAG.sub(" ", source))
        special.add("cut")
        return
    piece.html = safe.html
    piece.remote_images, piece.shown = safe.remote_images, safe.shown_cids


def _tnef_piece(files: Files, known: dict[str, str], special: set[str]) -> _Piece:
    piece = _Piece()
    if files.tnef is not None:
        piece.plain = clean_body(files.tnef.text)
        if files.tnef.html:
            _add_html(
                piece, decode_text(files.tnef.html, html_charset(files.tnef.html), files.tnef.codec), known, special
            )
    return piece


def _text_of(piece: _Piece, special: set[str]) -> str:
    """The plain text; the HTML's where there is no other or it says more; both where they say different things."""
    plain = piece.plain.strip("\n")
    if not plain.strip():
        return piece.html_text()
    words = piece.html_words()
    if not words.strip():
        return plain
    plain_letters, other_letters = _letters(plain), _letters(words)
    if plain_letters == other_letters or _share(other_letters, plain_letters) >= 0.5:  # noqa: PLR2004
        return plain
    if _share(plain_letters, other_letters) >= 0.5:  # noqa: PLR2004
        return piece.html_text()
    special.add("text-differs-from-html")
    return f"{piece.html_text()}\n\n{plain}"


def _letters(text: str) -> str:
    """Give `text` without white space and the signs of quotes and lists, which plain text writes and HTML draws.

    Splitting would make an object of every word.
    """
    if text.isascii():
        return text.encode("ascii").translate(None, _NO_LETTERS).decode("ascii")
    for sign in _LINE_SIGNS:
        text = text.replace(sign, "")
    return "".join(text.replace(" ", "").replace("\n", "").split())


def _share(part: str, whole: str) -> float:
    """Estimate how much of `part` stands in `whole`, from probes at even distances."""
    if len(part) <= 2 * _PROBE:
        return 1.0 if part[:_PROBE] in whole else 0.0
    step = max(1, (len(part) - _PROBE) // _PROBES)
    places = range(0, len(part) - _PROBE + 1, step)
    hits = behind = 0
    for at in places:
        probe = part[at : at + _PROBE]
        found = whole.find(probe, behind)
        if found < 0:
            found = whole.find(probe, 0, behind + _PROBE)
        if found >= 0:  # most texts have the same order: the next one is looked for behind this one first
            hits, behind = hits + 1, found
    return hits / len(places)


def _join_html(bodies: Bodies, pieces: list[_Piece]) -> None:
    if not any(piece.html for piece in pieces):
        return
    bodies.html = "<hr>".join(piece.html or _as_html(piece) for piece in pieces if piece.html or piece.plain.strip())
    bodies.remote_images = sum(piece.remote_images for piece in pieces)
    bodies.shown_cids = frozenset().union(*(piece.shown for piece in pieces))


def _as_html(piece: _Piece) -> str:
    from html import escape

    return "<p>" + escape((piece.plain or piece.unsafe).strip(), quote=False).replace("\n", "<br>") + "</p>"


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Join the soft line breaks of format=flowed (RFC 3676); quoted lines and the signature mark stay as they are."""
    out: list[str] = []
    open_line = False
    for line in text.split("\n"):
        flows = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if open_line and not line.startswith(">") and line != "-- ":
            out[-1] += line.removeprefix(" ")
        else:
            out.append(line.removeprefix(" ") if not line.startswith(">") else line)
        open_line = flows
        if flows and delete_space:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def _capped(text: str, limit: int, special: set[str]) -> str:
    if len(text) > limit:
        special.add("cut")
        return text[:limit]
    return text
