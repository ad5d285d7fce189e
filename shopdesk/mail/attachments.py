"""The files that came with a mail, in a fixed order, with what is needed to list and to open them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shopdesk.domain.message import Attachment
from shopdesk.mail.encoded_words import decode_words, parse_parameters
from shopdesk.mail.file_names import clean_file_name, is_risky, unique_name
from shopdesk.mail.mail_parts import Gathered, declared_name
from shopdesk.mail.mime_tree import Part
from shopdesk.mail.tnef import TNEF_TYPES, TnefContent, read_tnef
from shopdesk.mail.transfer import find_uuencoded

_LARGEST_TNEF = 64 << 20
_MOST_UUENCODED = 20
_BEGINNING = 128
LOOKED_AT = 2 * _BEGINNING
"""Encoded bytes at the beginning of a file that tell what it is."""


@dataclass(frozen=True, slots=True)
class File:
    """One file, not yet decoded."""

    declared: str
    media_type: str
    size: int
    beginning: bytes
    content: Callable[[], bytes]
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """All files of a mail, and what a winmail.dat said besides."""

    files: list[File]
    tnef: TnefContent | None = None


def find_files(gathered: Gathered, hint: str) -> Files:
    """List the files in the order of the mail: parts (winmail.dat unpacked in its place), then uuencoded ones."""
    files: list[File] = []
    tnef: TnefContent | None = None
    for part in gathered.files:
        unpacked = _unpacked(part, hint)
        if unpacked is None:
            files.append(_from_part(part, hint))
            continue
        tnef = tnef or unpacked
        files += [
            File(
                one.name,
                one.media_type,
                len(one.content),
                one.content[:_BEGINNING],
                _giver(one.content),
                one.content_id,
            )
            for one in unpacked.files
        ]
    for words in gathered.words:
        if words.plain is not None:
            files += _uuencoded(words.plain, hint)
    return Files(files, tnef)


def describe(files: Iterable[File], shown: frozenset[str]) -> tuple[Attachment, ...]:
    """Give the facts about each file; `shown` holds the content ids that the HTML shows."""
    taken: set[str] = set()
    described = []
    for number, file in enumerate(files):
        name = unique_name(clean_file_name(file.declared, file.media_type, number), taken)
        content_id = picture_id(file, number)
        described.append(
            Attachment(
                number=number,
                name=name,
                media_type=file.media_type,
                size=file.size,
                content_id=content_id if content_id in shown else file.content_id,
                inline=content_id in shown,
                risky=is_risky(name, file.declared, file.media_type, file.beginning),
            )
        )
    return tuple(described)


def pictures(files: Iterable[File]) -> dict[str, str]:
    """Give the content id to show for every lower-case cid and name that HTML may call a picture by; the first wins."""
    known: dict[str, str] = {}
    for number, file in enumerate(files):
        if not _is_picture(file):
            continue
        content_id = picture_id(file, number)
        for key in (file.content_id, file.declared):
            if key:
                known.setdefault(key.lower(), content_id)
    return known


def picture_id(file: File, number: int) -> str:
    """Give the file's content id, or one made up for a picture without."""
    return file.content_id or f"picture-{number + 1}@this-mail"


def _is_picture(file: File) -> bool:
    return file.media_type.startswith("image/") or (
        file.media_type == "application/octet-stream"
        and file.beginning.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"RIFF"))
    )


def _giver(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _from_part(part: Part, hint: str) -> File:
    return File(
        declared=file_name(part, hint),
        media_type=part.media_type,
        size=part.size,
        beginning=part.content(LOOKED_AT),
        content=part.content,
        content_id=part.content_id,
    )


def file_name(part: Part, hint: str) -> str:
    """Give the decoded name: RFC 2231, encoded words in parameters, raw 8-bit; for a mail in a mail its subject."""
    name = declared_name(part)
    if not name and part.media_type in {"message/rfc822", "message/global"}:
        return _inner_subject(part)
    if name and not name.isascii() and hint:
        for header, key in (("content-disposition", "filename"), ("content-type", "name")):
            found = parse_parameters(_hinted(part, header, hint))[1].get(key)
            if found:
                return decode_words(found, hint)
    return decode_words(name, hint)


def _hinted(part: Part, header: str, hint: str) -> str:
    part.headers.hint = hint
    return part.headers.text(header)


def _inner_subject(part: Part) -> str:
    from shopdesk.mail.headers import split_headers

    content = part.content(65_536)
    headers, _ = split_headers(content, 0, len(content))
    subject = headers.line("subject", 100)
    return subject.replace("/", "_").replace("\\", "_") + ".eml" if subject else ""


def is_tnef(part: Part) -> bool:
    """True for a winmail.dat, which holds words and files of its own."""
    return part.media_type in TNEF_TYPES or declared_name(part).lower() in {"winmail.dat", "win.dat"}


def _unpacked(part: Part, hint: str) -> TnefContent | None:
    if not is_tnef(part) or part.end - part.start > _LARGEST_TNEF:
        return None
    return read_tnef(part.content(), hint)


def _uuencoded(part: Part, hint: str) -> list[File]:
    if part.source.find(b"begin ", part.start, part.end) < 0:
        return []
    from shopdesk.mail.charsets import decode_text

    return [
        File(
            decode_text(name, "", hint), "application/octet-stream", len(content), content[:_BEGINNING], _giver(content)
        )
        for name, content, _, _ in find_uuencoded(part.content(), _MOST_UUENCODED)
    ]
