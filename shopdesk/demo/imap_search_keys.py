"""The keys of SEARCH: each becomes a test of one message (RFC 3501, section 6.4.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime

from shopdesk.demo.behaviour import Behaviour, Quirk
from shopdesk.demo.imap_dates import read_day
from shopdesk.demo.imap_folder import StoredMail
from shopdesk.demo.imap_mime import Part, parse_part
from shopdesk.demo.imap_parser import (
    Refused,
    Token,
    as_bytes,
    as_number,
    as_upper,
    parse_ranges,
    pick,
)
from shopdesk.demo.imap_session import Selected

Test = Callable[[StoredMail], bool]

_FLAGS = {
    "ANSWERED": "\\Answered",
    "DELETED": "\\Deleted",
    "DRAFT": "\\Draft",
    "FLAGGED": "\\Flagged",
    "SEEN": "\\Seen",
    "RECENT": "\\Recent",
}


@dataclass
class Reader:
    """Reads search keys one after the other."""

    tokens: Sequence[Token]
    selected: Selected
    behaviour: Behaviour
    charset: str = "utf-8"
    uses_modseq: bool = False
    at: int = 0

    def next(self) -> Token:
        if self.at >= len(self.tokens):
            raise Refused("BAD a search key lacks its value")
        self.at += 1
        return self.tokens[self.at - 1]

    def text(self) -> str:
        return as_bytes(self.next()).decode(self.charset, "replace").casefold()


def all_of(reader: Reader) -> Test:
    """The test that all keys of the reader hold."""
    tests: list[Test] = []
    while reader.at < len(reader.tokens):
        tests.append(_key(reader))
    if len(tests) == 1:
        return tests[0]
    return lambda mail: all(test(mail) for test in tests)


def _key(reader: Reader) -> Test:
    token = reader.next()
    if isinstance(token, list):
        if reader.behaviour.has(Quirk.BRACKETED_SEARCH_REFUSED):
            raise Refused("BAD Command Argument Error. 11")
        inner = Reader(token, reader.selected, reader.behaviour, reader.charset)
        test = all_of(inner)
        reader.uses_modseq = reader.uses_modseq or inner.uses_modseq
        return test
    word = as_upper(token)
    if word[:1].isdigit() or word.startswith("*"):
        return _in_set(reader, token, uid=False)
    maker = _KEYS.get(word)
    if maker is None:
        return _flag_key(word)
    return maker(reader)


def _flag_key(word: str) -> Test:
    if word.startswith("UN") and word[2:] in _FLAGS:
        unwanted = _FLAGS[word[2:]]
        return lambda mail: unwanted not in mail.flags
    if word not in _FLAGS:
        raise Refused("BAD unknown search key")
    wanted = _FLAGS[word]
    return lambda mail: wanted in mail.flags


def _in_set(reader: Reader, token: Token, *, uid: bool) -> Test:
    uids = reader.selected.uids
    numbers = uids if uid else range(1, len(uids) + 1)
    chosen = {uids[index] for index in pick(parse_ranges(token), numbers)}
    return lambda mail: mail.uid in chosen


def _not(reader: Reader) -> Test:
    inner = _key(reader)
    return lambda mail: not inner(mail)


def _or(reader: Reader) -> Test:
    one, other = _key(reader), _key(reader)
    return lambda mail: one(mail) or other(mail)


def _header_key(name: str) -> Callable[[Reader], Test]:
    def make(reader: Reader) -> Test:
        needle = reader.text()
        if reader.behaviour.has(Quirk.SEARCH_RETURNS_ALL) and name in ("From", "Subject"):
            return lambda _mail: True
        return lambda mail: _header_holds(parse_part(mail.raw), name, needle)

    return make


def _any_header(reader: Reader) -> Test:
    name, needle = as_bytes(reader.next()).decode("latin-1"), reader.text()
    return lambda mail: _header_holds(parse_part(mail.raw), name, needle)


def _header_holds(part: Part, name: str, needle: str) -> bool:
    values = part.fields.get_all(name, [])
    return any(needle in _decoded(str(value)) for value in values)


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value))).casefold()
    except (ValueError, LookupError):
        return value.casefold()


def _text_key(reader: Reader) -> Test:
    needle = reader.text()
    if reader.behaviour.has(Quirk.SEARCH_TEXT_REFUSED):
        raise Refused("NO SEARCH TEXT is not supported")
    return lambda mail: needle in _whole_text(mail)


def _body_key(reader: Reader) -> Test:
    needle = reader.text()
    return lambda mail: any(needle in text for text in _texts(parse_part(mail.raw)))


def _whole_text(mail: StoredMail) -> str:
    part = parse_part(mail.raw)
    headers = " ".join(_decoded(str(value)) for value in part.fields.values())
    return headers + " ".join(_texts(part))


def _texts(part: Part) -> list[str]:
    if part.children:
        return [text for child in part.children for text in _texts(child)]
    if not part.kind.startswith("text/"):
        return []
    part.fields.set_payload(part.body.decode("latin-1"))
    raw = part.fields.get_payload(decode=True)
    charset = part.fields.get_content_charset("utf-8")
    try:
        return [raw.decode(charset, "replace").casefold()] if isinstance(raw, bytes) else []
    except LookupError:
        return []


def _day_key(compare: Callable[[date, date], bool], *, sent: bool) -> Callable[[Reader], Test]:
    def make(reader: Reader) -> Test:
        day = read_day(as_bytes(reader.next()).decode("latin-1"))
        return lambda mail: compare(_sent_day(mail) if sent else mail.internal_date.date(), day)

    return make


def _sent_day(mail: StoredMail) -> date:
    try:
        return parsedate_to_datetime(parse_part(mail.raw).value("Date") or "").date()
    except ValueError:
        return mail.internal_date.date()


def _larger(reader: Reader) -> Test:
    size = as_number(reader.next())
    return lambda mail: len(mail.raw) > size


def _smaller(reader: Reader) -> Test:
    size = as_number(reader.next())
    return lambda mail: len(mail.raw) < size


def _keyword(reader: Reader) -> Test:
    wanted = as_upper(reader.next())
    return lambda mail: wanted in {flag.upper() for flag in mail.flags}


def _no_keyword(reader: Reader) -> Test:
    has = _keyword(reader)
    return lambda mail: not has(mail)


def _modseq(reader: Reader) -> Test:
    if not reader.behaviour.offers("CONDSTORE"):
        raise Refused("BAD unknown search key")
    reader.uses_modseq = True
    least = as_number(reader.next())
    return lambda mail: mail.modseq >= least


def _gmail_number(reader: Reader) -> Test:
    wanted = as_number(reader.next())
    return lambda mail: mail.gmail_id() == wanted


_KEYS: dict[str, Callable[[Reader], Test]] = {
    "ALL": lambda _reader: lambda _mail: True,
    "OLD": lambda _reader: lambda _mail: True,
    "NEW": lambda _reader: lambda _mail: False,
    "UID": lambda reader: _in_set(reader, reader.next(), uid=True),
    "NOT": _not,
    "OR": _or,
    "FROM": _header_key("From"),
    "TO": _header_key("To"),
    "CC": _header_key("Cc"),
    "BCC": _header_key("Bcc"),
    "SUBJECT": _header_key("Subject"),
    "HEADER": _any_header,
    "TEXT": _text_key,
    "BODY": _body_key,
    "SINCE": _day_key(lambda mine, day: mine >= day, sent=False),
    "BEFORE": _day_key(lambda mine, day: mine < day, sent=False),
    "ON": _day_key(lambda mine, day: mine == day, sent=False),
    "SENTSINCE": _day_key(lambda mine, day: mine >= day, sent=True),
    "SENTBEFORE": _day_key(lambda mine, day: mine < day, sent=True),
    "SENTON": _day_key(lambda mine, day: mine == day, sent=True),
    "LARGER": _larger,
    "SMALLER": _smaller,
    "KEYWORD": _keyword,
    "UNKEYWORD": _no_keyword,
    "MODSEQ": _modseq,
    "X-GM-MSGID": _gmail_number,
}
