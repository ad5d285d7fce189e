"""Everything that shows what happened in a case, for a platform or a court: mails, pictures, order, timeline."""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

from shopdesk.domain.case import Case
from shopdesk.domain.case_changes import as_text
from shopdesk.domain.case_history import Entry
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import CaseId, MessageId
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.order import Order
from shopdesk.services.order_finding import orders_of
from shopdesk.services.ports import Clock, Store

_LONGEST = 60
_STYLE = (
    "body{font-family:sans-serif;font-size:10pt} td{padding:2px 8px;vertical-align:top}"
    " h2{margin-top:18px} pre{white-space:pre-wrap;font-family:sans-serif}"
)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # nothing in an archive is older


Raw = Callable[[MessageId], bytes]
"""The mail as the server gave it; raises `NotFound` while only its beginning is here."""
Content = Callable[[MessageId, int], bytes]
"""One attachment, decoded; raises `NotFound`."""
Put = Callable[[Path, bytes], None]
"""Writes where a person chose; raises `FileNotSaved`, `DiskFull`."""


@dataclass(frozen=True, slots=True)
class _Pack:
    """What was read for one pack."""

    case: Case
    messages: tuple[Message, ...]
    order: Order | None
    history: tuple[Entry, ...]
    owner: str
    """The name of whose case it is."""


class CasePacks:
    """Makes packs; the texts in them are English and the mails' own."""

    def __init__(self, store: Store, clock: Clock, raw: Raw, content: Content, put: Put) -> None:
        self._store = store
        self._clock = clock
        self._raw = raw
        self._content = content
        self._put = put

    def write(self, case: CaseId, to: Path) -> None:
        """Write the whole pack as a zip archive. Raises `NotFound`, `FileNotSaved`, `DiskFull`."""
        self._put(to, self.archive(case))

    def archive(self, case: CaseId) -> bytes:
        """A zip archive: `case.html`, `case.json`, `history.json`, raw mails, evidence and other files of the mails."""
        pack = self._read(case)
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts(pack):
                archive.writestr(_entry(name, self._clock.now()), content)
        return buffer.getvalue()

    def page(self, case: CaseId) -> str:
        """The same as one HTML page for printing: facts, order, timeline, mails; pictures are named, not shown."""
        return _page(self._read(case), self._clock.now())

    def _read(self, number: CaseId) -> _Pack:
        with self._store.reading() as work:
            case = work.cases.get(number)
            homes = work.cases.homes([number]).get(number, ())
            messages = [message for home in homes for message in work.conversations.messages(home)]
            orders = [order for row in work.conversations.rows(list(homes)) for order in orders_of(work, row)]
            history = tuple(work.cases.history(number))
            owner = next((one.name for one in work.agents.all() if one.id == case.owner), "")
        order = next((one for one in orders if one.number.lstrip("#") == case.order_number.lstrip("#")), None)
        sent = [message for message in messages if message.direction is not Direction.NOTE]  # notes are ours alone
        return _Pack(case, tuple(sorted(sent, key=lambda message: (message.at, message.id))), order, history, owner)

    def _parts(self, pack: _Pack) -> Iterator[tuple[str, bytes]]:
        yield "case.html", _page(pack, self._clock.now()).encode()
        yield "case.json", _json(_facts(pack))
        yield "history.json", _json([_entry_facts(entry) for entry in pack.history])
        if pack.order is not None:
            yield "order.json", _json({one.name: as_plain(getattr(pack.order, one.name)) for one in fields(pack.order)})
        taken = {(piece.message_id, piece.number) for piece in pack.case.evidence}
        for place, message in enumerate(pack.messages, start=1):
            folder = f"mails/{place:03}-{message.at:%Y-%m-%d}-{message.direction.value}"
            with suppress(NotFound):
                yield f"{folder}.eml", self._raw(message.id)
            for file in message.mail.attachments:
                kind = "evidence" if (message.id, file.number) in taken else "files"
                with suppress(NotFound):
                    yield f"{kind}/{place:03}-{file.number}-{file.name}", self._content(message.id, file.number)


def as_plain(value: object) -> object:
    """A fact as JSON takes it: text, numbers, lists."""
    if isinstance(value, tuple):
        return [as_plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {one: as_plain(getattr(value, one)) for one in value.__dataclass_fields__}
    return value if isinstance(value, int | bool | None) else as_text(value)


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    moment = now.astimezone(UTC).timetuple()[:6]
    info = zipfile.ZipInfo(name, max(moment, _EPOCH))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _facts(pack: _Pack) -> dict[str, str]:
    """All that is known, by field; links to messages mean nothing outside."""
    case = pack.case
    named = {one.name: as_text(getattr(case, one.name)) for one in fields(case) if one.name not in {"messages", "id"}}
    named["owner"] = pack.owner
    return {"number": case.number, **{name: text for name, text in named.items() if text}}


def _entry_facts(entry: Entry) -> dict[str, object]:
    return {
        "number": entry.number,
        "at": entry.at,
        "by": entry.by,
        "deed": entry.deed,
        "changes": json.loads(entry.details) if entry.details is not None else None,
        "digest": entry.digest,
        "hash": entry.hash,
    }


def _page(pack: _Pack, now: datetime) -> str:
    case = pack.case
    parts = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'>",
        f"<title>{escape(case.number)}</title>",
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(case.number)} {escape(case.item)}</h1>",
        f"<p>Made {now.astimezone(UTC):%Y-%m-%d %H:%M} UTC</p>",
        "<h2>Facts</h2>",
        _table(_facts(pack).items()),
    ]
    if pack.order is not None:
        named = ((one.name, as_text(as_plain(getattr(pack.order, one.name)))) for one in fields(pack.order))
        parts += ["<h2>Order</h2>", _table([(name, text) for name, text in named if text and text != "[]"])]
    parts += ["<h2>Timeline</h2>", _table(_timeline(pack)), "<h2>Mails</h2>"]
    for place, message in enumerate(pack.messages, start=1):
        files = ", ".join(file.name for file in message.mail.attachments)
        head = f"{place}. {message.at:%Y-%m-%d %H:%M} UTC · {message.mail.sender.shown} <{message.mail.sender.email}>"
        parts.append(f"<h3>{escape(head)}</h3><p><b>{escape(message.mail.subject)}</b></p>")
        parts.append(f"<pre>{escape(message.mail.own_words or message.mail.text)}</pre>")
        if files:
            parts.append(f"<p>Files: {escape(files)}</p>")
    return "\n".join([*parts, "</body></html>"])


def _table(rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"<tr><td>{escape(name)}</td><td>{escape(text)}</td></tr>" for name, text in rows]
    return f"<table>{''.join(lines)}</table>"


def _timeline(pack: _Pack) -> list[tuple[str, str]]:
    """Mails and deeds in the order of their times."""
    lines = [
        (message.at.astimezone(UTC), f"Mail {message.direction.value}: {message.mail.subject}"[: _LONGEST * 2])
        for message in pack.messages
    ]
    for entry in pack.history:
        changes = json.loads(entry.details) if entry.details else []
        told = "; ".join(f"{name}: {after}"[:_LONGEST] for name, _, after in changes if name != "messages")
        lines.append((datetime.fromisoformat(entry.at), f"{entry.deed} {entry.by}".strip() + f" {told}"))
    return [(f"{at:%Y-%m-%d %H:%M}", words) for at, words in sorted(lines, key=lambda line: line[0])]
