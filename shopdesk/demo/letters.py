"""Turns a sample conversation into raw mails, both sides of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from shopdesk.demo import odd_mails
from shopdesk.demo.compose import (
    Headers,
    address,
    encode_words,
    file_part,
    mail,
    mail_date,
    multipart,
    text_part,
)
from shopdesk.demo.frames import FrameTexts
from shopdesk.demo.imap_mime import split_header
from shopdesk.demo.quoting import Quoted, with_quote
from shopdesk.demo.samples import Frame, Kind, Sample, SampleMessage, Style

DOMAIN = "lumen-and-linen.example"
SHOP = "Lumen & Linen"
_SIGNATURE = "-- \nMaja Lindner\nLumen & Linen\nlumen-and-linen.example"
_RE = {"de": "AW: ", "zh": "回复：", "es": "RE: ", "ja": "Re: "}
_AWAY = {"en": "Automatic reply: ", "de": "Automatische Antwort: "}


@dataclass(frozen=True)
class Letter:
    """One raw mail of a conversation."""

    from_shop: bool
    raw: bytes
    at: datetime


class LetterWriter:
    """Writes the mails of sample conversations; ``folder`` holds pictures, files and frames."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder = folder
        self._now = now
        self._frames = FrameTexts(folder / "frames")

    def write(self, sample: Sample) -> list[Letter]:
        """All mails of a conversation, oldest first."""
        letters: list[Letter] = []
        for number, message in enumerate(sample.messages):
            at = self._now - timedelta(hours=message.hours_ago)
            raw = self._raw(sample, number, at, letters)
            letters.append(Letter(message.from_shop, raw, at))
        return letters

    def _raw(self, sample: Sample, number: int, at: datetime, before: list[Letter]) -> bytes:
        message = sample.messages[number]
        headers = self._headers(sample, number, at)
        if message.kind is Kind.BOUNCE:
            returned = split_header(before[-1].raw)[0]
            return odd_mails.bounce(headers, sample.address, returned, _boundary(sample, number, "r"))
        if message.kind is Kind.AWAY:
            return odd_mails.away(headers, message.text)
        if message.kind is Kind.NOTICE:
            return odd_mails.notice(headers, message.text)
        if message.kind is Kind.DAMAGED:
            picture = self._file("lamp-1.jpg")
            return odd_mails.damaged(headers, message.text, picture, _boundary(sample, number, "d"))
        return mail(headers, self._body(sample, number))

    def _body(self, sample: Sample, number: int) -> bytes:
        message = sample.messages[number]
        if message.from_shop:
            text = f"{message.text}\n\n{_SIGNATURE}"
            style = Style.GMAIL
            quoted = None if sample.is_relayed else self._quoted(sample, number)
        else:
            text, style = message.text, sample.style
            quoted = self._quoted(sample, number)
        if sample.is_relayed and not message.from_shop:
            plain, html = self._frames.fill(sample, message.text)
            return self._with_files(sample, number, _both(sample, number, plain, html))
        plain, html = with_quote(style, sample.language, text, quoted)
        html = html.replace("</div>", "</div>" + _inline_pictures(sample, number), 1)
        if sample.codec == "iso-2022-jp" and not message.from_shop:
            return self._with_files(sample, number, text_part(plain, "plain", sample.charset, sample.codec))
        return self._with_files(sample, number, _both(sample, number, plain, html))

    def _with_files(self, sample: Sample, number: int, part: bytes) -> bytes:
        files = sample.messages[number].files
        if not files:
            return part
        is_inline = _shows_inline(sample)
        content_ids = [_content_id(sample, number, name) if is_inline else "" for name in files]
        attached = (file_part(name, self._file(name), cid) for name, cid in zip(files, content_ids, strict=True))
        return multipart("related" if is_inline else "mixed", _boundary(sample, number, "m"), [part, *attached])

    def _file(self, name: str) -> bytes:
        inside = self._folder / "pictures" / name
        return (inside if inside.exists() else self._folder / name).read_bytes()

    def _quoted(self, sample: Sample, number: int) -> Quoted | None:
        if number == 0:
            return None
        earlier = sample.messages[number - 1]
        shop, customer = (SHOP, f"{sample.mailbox}@{DOMAIN}"), (sample.name, sample.address)
        writer, reader = (shop, customer) if earlier.from_shop else (customer, shop)
        at = self._now - timedelta(hours=earlier.hours_ago)
        return Quoted(*writer, *reader, sample.subject, at, earlier.text)

    def _headers(self, sample: Sample, number: int, at: datetime) -> Headers:
        message = sample.messages[number]
        own = address(SHOP, f"{sample.mailbox}@{DOMAIN}")
        ours = message.from_shop
        charset, codec = ("utf-8", "utf-8") if ours else (sample.charset, sample.codec)
        customer = address(sample.name, sample.address, charset, codec)
        headers: Headers = [] if ours else [("Return-Path", f"<{_envelope_sender(sample, message)}>")]
        headers += [
            ("From", own if ours else self._sender(sample, message)),
            ("To", customer if ours else own),
            ("Subject", encode_words(self._subject(sample, number), charset, codec)),
            ("Date", mail_date(at)),
            ("Message-ID", message_id(sample, number)),
        ]
        if sample.frame is Frame.SHOPIFY and not ours:
            headers.append(("Reply-To", customer))
        if number and (ours or not sample.is_relayed):
            chain = [message_id(sample, earlier) for earlier in range(number)]
            headers += [("In-Reply-To", chain[-1]), ("References", "\r\n ".join(chain))]
        if sample.style is Style.FOXMAIL and not ours:
            headers.append(("X-Mailer", "Foxmail 7.2.25.331[cn]"))
        return headers

    def _sender(self, sample: Sample, message: SampleMessage) -> str:
        if message.kind is Kind.BOUNCE:
            return address("Mail Delivery System", f"MAILER-DAEMON@mx.{DOMAIN}")
        if sample.frame is Frame.SHOPIFY:
            return address(f"{SHOP} (Shopify)", "mailer@shopify.com")
        shown = {
            Frame.AMAZON: f"{sample.name} - Amazon Marketplace",
            Frame.EBAY: f"{sample.name} via eBay",
            Frame.WALMART: f"{sample.name} via Walmart",
        }.get(sample.frame, sample.name)
        return address(shown, sample.address, sample.charset, sample.codec)

    def _subject(self, sample: Sample, number: int) -> str:
        message = sample.messages[number]
        subject = self._frames.subject(sample)
        if message.kind is Kind.BOUNCE:
            return "Undelivered Mail Returned to Sender"
        if message.kind is Kind.AWAY:
            return _AWAY.get(sample.language, _AWAY["en"]) + subject
        if number == 0 or (sample.is_relayed and not message.from_shop):
            return subject
        prefix = _RE.get(sample.language, "Re: ")
        return subject if subject.startswith(("Re:", "回复")) else prefix + subject


def message_id(sample: Sample, number: int) -> str:
    """The Message-ID of a conversation's n-th mail, the same in every run."""
    ours = sample.messages[number].from_shop
    domain = DOMAIN if ours else sample.address.rpartition("@")[2]
    return f"<{_digest(sample, number, 'id')[:20]}@{domain}>"


def _both(sample: Sample, number: int, plain: str, html: str) -> bytes:
    ours = sample.messages[number].from_shop
    charset, codec = ("utf-8", "utf-8") if ours else (sample.charset, sample.codec)
    text = text_part(plain, "plain", charset, codec)
    if not html or sample.style is Style.PHONE:
        return text
    return multipart("alternative", _boundary(sample, number, "a"), [text, text_part(html, "html", charset, codec)])


def _shows_inline(sample: Sample) -> bool:
    return sample.style is Style.QQ and not sample.is_relayed


def _content_id(sample: Sample, number: int, name: str) -> str:
    return _digest(sample, number, name)[:16] + "@qq.example"


def _inline_pictures(sample: Sample, number: int) -> str:
    if not _shows_inline(sample):
        return ""
    names = sample.messages[number].files
    return "".join(f'<div><img src="cid:{_content_id(sample, number, name)}"></div>' for name in names)


def _envelope_sender(sample: Sample, message: SampleMessage) -> str:
    return "" if message.kind in (Kind.BOUNCE, Kind.AWAY) else sample.address


def _digest(sample: Sample, number: int, what: str) -> str:
    return hashlib.sha256(f"{sample.id}/{number}/{what}".encode()).hexdigest()


def _boundary(sample: Sample, number: int, what: str) -> str:
    return "----=_Part_" + _digest(sample, number, what)[:24]
