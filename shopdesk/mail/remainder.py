"""What stands behind the beginning of a large mail: nearly always files, and nothing to read."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.message import BEGINNING, Attachment, Remainder
from shopdesk.mail.attachments import LOOKED_AT, File, describe, find_files, is_tnef, pictures
from shopdesk.mail.bodies import html_source
from shopdesk.mail.clean_text import clean_body
from shopdesk.mail.fingerprint import fingerprint
from shopdesk.mail.mail_parts import Gathered, charset_hint, gather
from shopdesk.mail.mime_tree import Part, parse_tree

_OPAQUE = frozenset(["application", "audio", "font", "image", "model", "video"])
"""Sorts of files that are neither read nor searched, but for their names and first bytes."""
_OWN_PICTURE = re.compile(r"""src\s*=\s*["']?\s*(?!["'\s]|https?:)""", re.IGNORECASE)
"""In HTML, what may call a picture that came with the mail."""


def read_remainder(raw: bytes, beginning: int = BEGINNING) -> Remainder | None:
    """Give what all bytes of a mail add to the reading of its first `beginning` ones, when that is but files.

    None when anything else stands behind them, such as words, or a picture that the words show: then the whole mail
    must be read. Raises nothing; a damaged mail gives None.
    """
    try:
        whole, first = parse_tree(raw), parse_tree(raw[:beginning])
        return _remainder(whole, first) if _adds_only_files(whole, first) else None
    except Exception:  # noqa: BLE001 - whoever reads the whole mail says what is wrong with it
        return None


def _remainder(whole: Part, first: Part) -> Remainder | None:
    gathered, begun = gather(whole), gather(first)
    hint = charset_hint(whole, gathered)
    found, known = find_files(gathered, hint), find_files(begun, hint).files
    files, further = found.files[: len(known)], found.files[len(known) :]
    described = describe(found.files, frozenset())
    if further and (
        found.tnef is not None
        or gathered.special != begun.special
        or _names(described[: len(known)]) != _names(describe(known, frozenset()))
        or _may_be_shown(further, gathered)
    ):
        return None
    mark = fingerprint(whole.source, whole.headers, whole.start, whole=True)
    return Remainder(mark, tuple(file.size for file in files), described[len(known) :])


def _names(attachments: Sequence[Attachment]) -> list[Attachment]:
    return [replace(attachment, size=0) for attachment in attachments]


def _may_be_shown(files: Sequence[File], gathered: Gathered) -> bool:
    """True when the HTML might show one of the files in its place."""
    if not pictures(files):
        return False
    sources = (html_source(words.html, set()) for words in gathered.words if words.html is not None)
    return any(_OWN_PICTURE.search(clean_body(source)) for source in sources)


def _adds_only_files(whole: Part, first: Part) -> bool:
    """True when what stands in `first` stands in `whole`, and there only files go on or follow."""
    if not whole.headers.are_as(first.headers) or bool(whole.children) != bool(first.children):
        return False
    if whole.children:
        begun, following = whole.children[: len(first.children)], whole.children[len(first.children) :]
        if len(begun) < len(first.children) or not all(map(_is_opaque, following)):
            return False
        return all(map(_adds_only_files, begun, first.children))
    if whole.end - whole.start == first.end - first.start and whole.encoded == first.encoded:
        return True
    return _is_opaque(whole) and whole.content(LOOKED_AT) == first.content(LOOKED_AT)


def _is_opaque(part: Part) -> bool:
    return part.media_type.partition("/")[0] in _OPAQUE and not is_tnef(part)
