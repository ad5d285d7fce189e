"""Delivery reports: whom a mail did not reach, which mail it was, and why (RFC 3464 and what providers "
"send instead)."""

import re
from collections.abc import Iterator

from shopdesk.domain.message import Address, Bounce
from shopdesk.mail.charsets import decode_text
from shopdesk.mail.clean_text import clean_line
from shopdesk.mail.headers import Headers, message_ids, own_message_id, split_headers
from shopdesk.mail.machine_patterns import BOUNCE_LOCAL, BOUNCE_SUBJECT
from shopdesk.mail.mime_tree import Part

_MOST_FAILED = 100
_LONGEST_REASON = 500
_REPORT_BYTES = 65_536
_ORIGINALS = frozenset(
    ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers"]
)
_REPORTS = frozenset(["message/delivery-status", "message/global-delivery-status"])
_EMAIL = re.compile(r"[\w.+=/'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
_ORIGINAL_ID = re.compile(r"message-id\s*[:：]\s*(<[^<>\s]{3,900}>)", re.IGNORECASE)
_REASON = re.compile(
    r"(?:^|[\s:>\"'(])([45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}\b)?[^\n]{3,400}|"
    r"[45]\.\d{1,3}\.\d{1,3}\b[^\n]{3,400})"
)
_REASON_LABEL = re.compile(
    r"(?:退信原因|失败原因|出错原因|具体原因|错误原因|reason|the response "
    r"(?:from the remote server )?was|said|grund|raison|"
    r"motivo)\s?[:：]\s*([^\n]{3,300})",
    re.IGNORECASE,
)


def read_bounce(root: Part, sender: Address, subject: str, text: str) -> Bounce | None:
    """Give what a delivery report says; None when the mail is none.

    A report that only tells of a delay or a success gives an empty Bounce.
    """
    headers = root.headers
    report = next((part for part in _leaves(root) if part.media_type in _REPORTS), None)
    named = BOUNCE_LOCAL.match(sender.email) is not None
    failed = _header_recipients(headers)
    if (
        report is None
        and not failed
        and not (named and BOUNCE_SUBJECT.search(subject))
        and not _null_path(headers, subject)
    ):
        return None
    facts = _report_fields(report) if report is not None else []
    actions = [fields.text("action").strip().lower() for fields in facts if "action" in fields]
    if actions and not any(action.startswith("failed") for action in actions):
        return Bounce()
    own = {one.casefold() for one in (sender.email,)}
    addresses = failed or _reported(facts) or tuple(one for one in _in_text(text) if one.casefold() not in own)
    return Bounce(
        addresses[:_MOST_FAILED], _original_id(root, text), _reason(facts, text) or clean_line(subject, _LONGEST_REASON)
    )


def _leaves(part: Part) -> Iterator[Part]:
    if not part.children:
        yield part
    for child in part.children:
        yield from _leaves(child)


def _null_path(headers: Headers, subject: str) -> bool:
    return headers.raw("return-path").strip() == b"<>" and BOUNCE_SUBJECT.search(subject) is not None


def _header_recipients(headers: Headers) -> tuple[str, ...]:
    if "x-failed-recipients" not in headers:
        return ()
    return tuple(dict.fromkeys(_EMAIL.findall(headers.text("x-failed-recipients"))))


def _report_fields(report: Part) -> list[Headers]:
    """Read the groups of fields of a delivery report: one about the mail, one for each receiver."""
    content = report.content(_REPORT_BYTES).replace(b"\r\n", b"\n").strip(b"\n")
    groups = re.split(rb"\n\s*\n", content)[: _MOST_FAILED + 1]
    return [split_headers(group, 0, len(group))[0] for group in groups]


def _reported(facts: list[Headers]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for fields in facts:
        if "action" in fields and not fields.text("action").strip().lower().startswith("failed"):
            continue
        value = fields.text("original-recipient") or fields.text("final-recipient")
        address = _EMAIL.search(value.rpartition(";")[2]) or _EMAIL.search(fields.text("final-recipient"))
        if address:
            found[address[0]] = None
    return tuple(found)


def _in_text(text: str) -> tuple[str, ...]:
    head = text[:3_000]
    return tuple(dict.fromkeys(one for one in _EMAIL.findall(head) if not BOUNCE_LOCAL.match(one + "@")))[:1]


def _original_id(root: Part, text: str) -> str:
    for part in _leaves(root):
        if part.media_type in _ORIGINALS:
            content = part.content(_REPORT_BYTES)
            found = own_message_id(split_headers(content, 0, len(content))[0].long("message-id"))
            if found:
                return found
    inside = _ORIGINAL_ID.search(text)
    if inside:
        return own_message_id(inside[1])
    related = message_ids(root.headers.long("in-reply-to")) or message_ids(root.headers.long("references"))
    return related[-1] if related else ""


def _reason(facts: list[Headers], text: str) -> str:
    for name in ("diagnostic-code", "status"):
        for fields in facts:
            value = fields.raw(name)
            if value:
                words = decode_text(value)
                return clean_line(words.partition(";")[2] or words, _LONGEST_REASON)
    found = _REASON_LABEL.search(text, 0, 20_000) or _REASON.search(text, 0, 20_000)
    return clean_line(found[1], _LONGEST_REASON) if found else ""
