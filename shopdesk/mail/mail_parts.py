"""Which parts of a mail are words to read and which are files (RFC 2046, 2387, 1847)."""

import re
from dataclasses import dataclass, field

from shopdesk.mail.mime_tree import Part

_FILLED = re.compile(rb"\S")
_SIGNED_TYPES = frozenset(["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"])
_ENVELOPES = frozenset(["application/pkcs7-mime", "application/x-pkcs7-mime"])
_CALENDARS = frozenset(["text/calendar", "application/ics"])
_CARDS = frozenset(["text/vcard", "text/x-vcard", "text/directory"])


@dataclass(slots=True)
class Words:
    """One piece of the body: the same words as plain text, as HTML, or as both."""

    plain: Part | None = None
    html: Part | None = None


@dataclass(slots=True)
class Gathered:
    """A mail taken apart."""

    words: list[Words] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    special: set[str] = field(default_factory=set)


def gather(root: Part) -> Gathered:
    """Sort the leaves of a mail into words and files, and note what is special about it."""
    gathered = Gathered()
    _walk(root, gathered, is_root=True)
    return gathered


def charset_hint(root: Part, gathered: Gathered) -> str:
    """The charset of the body is the best guess for raw 8-bit headers and names."""
    for words in gathered.words:
        for part in (words.plain, words.html):
            charset = part.params.get("charset", "") if part is not None else ""
            if charset and charset.lower() not in {"us-ascii", "utf-8"}:
                return charset
    return root.params.get("charset", "")


def declared_name(part: Part) -> str:
    """Give the file name as the sender wrote it, undecoded words included; "" when none."""
    return part.disposition_params.get("filename") or part.params.get("name") or part.disposition_params.get("name", "")


def _walk(part: Part, gathered: Gathered, *, is_root: bool = False) -> None:
    if part.children:
        _note_container(part, gathered)
        if part.media_type == "multipart/alternative":
            _alternative(part, gathered)
        else:
            for child in part.children:
                _walk(child, gathered)
        return
    _note_leaf(part, gathered)
    if _is_words(part, is_root=is_root):
        gathered.words.append(Words(plain=part) if part.media_type != "text/html" else Words(html=part))
    else:
        gathered.files.append(part)


def _alternative(part: Part, gathered: Gathered) -> None:
    """The last of each sort is the best one (RFC 2046, 5.1.4); files among them stay files."""
    inner = Gathered(special=gathered.special)
    for child in part.children:
        _walk(child, inner)
    gathered.files += [one for one in inner.files if one.media_type not in {"text/x-amp-html", "text/watch-html"}]
    plains = [one.plain for one in inner.words if one.plain is not None]
    htmls = [one.html for one in inner.words if one.html is not None]
    direct = [one for one in plains if one in part.children]
    words = Words(_last_filled(direct or plains), htmls[-1] if len(htmls) == 1 else _last_filled(htmls))
    if words.plain is not None or words.html is not None:
        gathered.words.append(words)


def _last_filled(parts: list[Part]) -> Part | None:
    return next((part for part in reversed(parts) if _FILLED.search(part.source, part.start, part.end)), None)


def _is_words(part: Part, *, is_root: bool) -> bool:
    if part.media_type not in {"text/plain", "text/html", "text/enriched", "text/richtext"}:
        readable = part.media_type.startswith("text/") and part.media_type not in _CALENDARS | _CARDS
        return readable and is_root and not declared_name(part)
    if part.disposition == "attachment":
        return is_root and not declared_name(part)
    return is_root or not declared_name(part)


def _note_container(part: Part, gathered: Gathered) -> None:
    if part.media_type == "multipart/signed":
        gathered.special.add("signed")
    elif part.media_type == "multipart/encrypted":
        gathered.special.add("encrypted")


def _note_leaf(part: Part, gathered: Gathered) -> None:
    kind = part.media_type
    if kind in _ENVELOPES:
        opaque = part.params.get("smime-type", "").lower().startswith("signed")
        gathered.special.add("signed" if opaque else "encrypted")
    elif kind in _SIGNED_TYPES:
        gathered.special.add("signed")
    elif kind in _CALENDARS:
        gathered.special.add("calendar")
    elif kind in _CARDS:
        gathered.special.add("vcard")
    elif kind in {"message/rfc822", "message/global"}:
        gathered.special.add("mail-in-mail")
    elif kind == "message/external-body":
        gathered.special.add("external-body")
