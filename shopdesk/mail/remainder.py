"""What stands behind the beginning of a large mail: nearly always the rest of a file, and nothing to read."""

from shopdesk.domain.message import BEGINNING, Remainder
from shopdesk.mail.attachments import LOOKED_AT, find_files, is_tnef
from shopdesk.mail.fingerprint import fingerprint
from shopdesk.mail.mail_parts import charset_hint, gather
from shopdesk.mail.mime_tree import Part, parse_tree

_OPAQUE = frozenset(["application", "audio", "font", "image", "model", "video"])
"""Sorts of files that are neither read nor searched, but for their first bytes."""


def read_remainder(raw: bytes, beginning: int = BEGINNING) -> Remainder | None:
    """Give what all bytes of a mail add to the reading of its first `beginning` ones, when that is but sizes of files.

    None when anything else stands behind them, such as words or the name of another file: then the whole mail must be
    read. Raises nothing; a damaged mail gives None.
    """
    try:
        whole = parse_tree(raw)
        if not _differs_in_tails_only(whole, parse_tree(raw[:beginning])):
            return None
        gathered = gather(whole)
        files = find_files(gathered, charset_hint(whole, gathered)).files
        mark = fingerprint(whole.source, whole.headers, whole.start, whole=True)
        return Remainder(mark, tuple(file.size for file in files))
    except Exception:  # noqa: BLE001 - whoever reads the whole mail says what is wrong with it
        return None


def _differs_in_tails_only(whole: Part, first: Part) -> bool:
    """True when the same parts stand in both, and only files go on that had begun."""
    if not whole.headers.are_as(first.headers) or len(whole.children) != len(first.children):
        return False
    if whole.children:
        return all(_differs_in_tails_only(*pair) for pair in zip(whole.children, first.children, strict=True))
    if whole.end - whole.start == first.end - first.start and whole.encoded == first.encoded:
        return True
    opaque = whole.media_type.partition("/")[0] in _OPAQUE and not is_tnef(whole)
    return opaque and whole.content(LOOKED_AT) == first.content(LOOKED_AT)
