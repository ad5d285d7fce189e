"""Makes the same customer mails again from the same seed: threads, quotes, five languages, odd charsets, pictures.

Median about 5 KB, mean about 110 KB: 12 % carry pictures, which are 93 % of all bytes.
"""

import base64
import binascii
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import chain
from pathlib import Path

from tests.bench.words import SHOP_ADDRESS, SHOP_NAME, TONGUES, Tongue

BEGIN = datetime(2024, 3, 1, tzinfo=UTC)
LONG = 30
"""Mails of a long thread."""
LENGTHS = (1,) * 8 + (2,) * 5 + (3,) * 3 + (4, 5, 6, 8)
MAILERS = ("Thunderbird", "Apple Mail (2.3774)", "Outlook 16.0", "Foxmail 7.2", "WebMail 4.1")
_NOISE = random.Random(11).randbytes(4 << 20)


@dataclass(frozen=True)
class Letter:
    """One mail as a server stores it."""

    at: datetime
    raw: bytes
    """With CRLF line ends."""


@dataclass(frozen=True)
class Matter:
    """What all mails of one thread share."""

    tongue: Tongue
    who: str
    address: str
    subject: str
    facts: dict[str, str]
    charset: str
    encoding: str
    mailer: str
    market: bool


class Post:
    """An endless stream of threads; `pictures` scales their sizes (0: none), `single` makes threads of one mail."""

    def __init__(
        self, seed: int = 1, *, pictures: float = 1.0, single: bool = False, begin: datetime = BEGIN, days: int = 700
    ) -> None:
        self._dice = random.Random(seed)
        self._seed = seed
        self._pictures = pictures
        self._single = single
        self._begin = begin
        self._days = days
        self._count = 0
        self.orders: list[str] = []
        self.names: list[str] = []

    def letters(self, number: int) -> Iterator[Letter]:
        """The next mails, thread after thread, not in the order of time."""
        made = 0
        while made < number:
            for letter in self._thread():
                if made == number:
                    return
                made += 1
                yield letter

    def long_thread(self, mails: int) -> Iterator[Letter]:
        """One matter over a marketplace, in HTML, with everything quoted."""
        matter = replace(self._matter(), market=True, charset="utf-8", encoding="quoted-printable")
        return self._thread(matter, mails)

    def _thread(self, matter: Matter | None = None, mails: int = 0) -> Iterator[Letter]:
        dice = self._dice
        matter = matter or self._matter()
        mails = mails or (1 if self._single else dice.choice(LENGTHS))
        at = self._begin + timedelta(seconds=dice.random() * self._days * 86_400)
        earlier, references = "", []
        for turn in range(mails):
            by_shop = turn % 2 == 1
            self._count += 1
            domain = SHOP_ADDRESS if by_shop else matter.address
            message_id = f"<{dice.getrandbits(48):x}.{self._seed}.{self._count}@{domain.partition('@')[2]}>"
            own = self._text(matter, by_shop)
            subject = matter.subject if turn == 0 else matter.tongue.reply + matter.subject
            yield Letter(at, self._mail(matter, by_shop, subject, own + earlier, at, message_id, references))
            who = (SHOP_NAME, SHOP_ADDRESS) if by_shop else (matter.who, matter.address)
            intro = matter.tongue.wrote.format(d=f"{at:%Y-%m-%d %H:%M}", who=who[0], a=who[1])
            earlier = "\n" + intro + "\n" + "".join(f"> {line}\n" for line in (own + earlier).splitlines())
            references = [*references, message_id][-10:]
            at += timedelta(seconds=900 + dice.expovariate(1 / 40_000))

    def _matter(self) -> Matter:
        dice = self._dice
        tongue = dice.choices(list(TONGUES.values()), [one.share for one in TONGUES.values()])[0]
        first, last = dice.choice(tongue.first), dice.choice(tongue.last)
        who = f"{first} {last}" if tongue.spaced else last + first
        host = dice.choice(("post.example", "letterbox.example", f"firm{dice.randrange(300)}.example"))
        order = dice.choice(
            (
                f"HQ-{dice.randrange(10**6):06d}",
                f"{dice.randrange(100, 999)}-{dice.randrange(10**7):07d}-{dice.randrange(10**7):07d}",
            )
        )
        facts = {
            "o": order,
            "p": dice.choice(tongue.things),
            "t": dice.choice((f"JJD{dice.randrange(10**16):016d}", f"YT{dice.randrange(10**13):013d}")),
        }
        charset, encoding = dice.choice(tongue.charsets)
        if len(self.orders) < 300:
            self.orders.append(order)
            self.names.append(last)
        return Matter(
            tongue,
            who,
            f"u{dice.randrange(10**7)}@{host}",
            dice.choice(tongue.subjects).format(**facts),
            facts,
            charset,
            encoding,
            dice.choice(MAILERS),
            market=dice.random() < 0.2,
        )

    def _text(self, matter: Matter, by_shop: bool) -> str:
        dice, tongue = self._dice, matter.tongue
        pool = tongue.answers if by_shop else tongue.asks
        day = self._begin + timedelta(days=dice.randrange(self._days))
        said = [
            line.format(**matter.facts, d=f"{day:%Y-%m-%d}", n=dice.randrange(2, 20))
            for line in dice.sample(pool, min(len(pool), dice.randrange(3, 9)))
        ]
        said += [self._prose(tongue) for _ in range(dice.choice((0, 0, 0, 1, 2, 4)))]
        glue = " " if tongue.spaced else ""
        half = max(1, len(said) // 2)
        name = SHOP_NAME if by_shop else matter.who
        paragraphs = (dice.choice(tongue.hello), glue.join(said[:half]), glue.join(said[half:]))
        signature = (
            f"\n-- \n{name}\nTel. +{dice.randrange(1, 99)} {dice.randrange(10**9)}\n" if dice.random() < 0.3 else ""
        )
        return "\n\n".join(paragraphs) + f"\n\n{dice.choice(tongue.bye)}\n{name}\n{signature}"

    def _prose(self, tongue: Tongue) -> str:
        """Words that mean nothing, the frequent ones far more often than the rare ones."""
        dice, letters = self._dice, tongue.filler
        if not tongue.spaced:
            return "".join(dice.choices(letters, k=dice.randrange(12, 50))) + "。"
        vocabulary = random.Random(int(6000 * dice.random() ** 3))
        words = (
            "".join(vocabulary.choices(letters, k=vocabulary.randrange(3, 10))) for _ in range(dice.randrange(6, 18))
        )
        return " ".join(words).capitalize() + "."

    # --- as bytes ------------------------------------------------------------------------------------

    def _mail(
        self,
        matter: Matter,
        by_shop: bool,
        subject: str,
        text: str,
        at: datetime,
        message_id: str,
        references: list[str],
    ) -> bytes:
        if matter.charset == "us-ascii" and not (text + subject).isascii():
            matter = replace(matter, charset="utf-8", encoding="8bit")
        head = self._head(matter, by_shop, subject, at, message_id, references)
        body = self._body(matter, text, market=matter.market and not by_shop)
        if self._pictures and self._dice.random() < 0.12:
            body = self._with_pictures(body)
        return (head.encode("ascii") + body).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")

    def _head(
        self, matter: Matter, by_shop: bool, subject: str, at: datetime, message_id: str, references: list[str]
    ) -> str:
        dice = self._dice
        customer = f"{_encoded(matter.who)} <{matter.address}>"
        shop = f'"{SHOP_NAME}" <{SHOP_ADDRESS}>'
        sender, receiver = (shop, customer) if by_shop else (customer, shop)
        host = (SHOP_ADDRESS if by_shop else matter.address).partition("@")[2]
        hops = "".join(
            f"Received: from relay{hop}.{host} (relay{hop}.{host} [198.51.100.{dice.randrange(256)}])\n"
            f"\tby in{hop}.heronquill.example with ESMTPS id {dice.getrandbits(60):x};\n\t{format_datetime(at)}\n"
            for hop in range(dice.randrange(2, 6))
        )
        seal = base64.b64encode(dice.randbytes(256)).decode()
        seal = "\n\t ".join(seal[start : start + 68] for start in range(0, len(seal), 68))
        signed = (
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=k{dice.randrange(5)};\n"
            f"\th=From:To:Subject:Date:Message-ID; bh={base64.b64encode(dice.randbytes(32)).decode()};\n\tb={seal}\n"
            f"Authentication-Results: in.heronquill.example; dkim=pass header.d={host}; spf=pass; dmarc=pass\n"
        )
        chain = (
            f"In-Reply-To: {references[-1]}\nReferences: {chr(10).join(' ' + one for one in references).strip()}\n"
            if references
            else ""
        )
        bulk = f"X-Market-Order: {matter.facts['o']}\nX-Market-Kind: buyer-question\n" if matter.market else ""
        return (
            f"Return-Path: <{matter.address}>\n{hops}{signed}From: {sender}\nTo: {receiver}\n"
            f"Subject: {_encoded(subject)}\nDate: {format_datetime(at)}\nMessage-ID: {message_id}\n{chain}{bulk}"
            f"X-Mailer: {matter.mailer}\nMIME-Version: 1.0\n"
        )

    def _body(self, matter: Matter, text: str, *, market: bool) -> bytes:
        plain = _part("plain", text, matter.charset, matter.encoding)
        chance = self._dice.random()
        if not market and chance < 0.42:
            return plain
        page = self._market_page(matter, text) if market else _letter_page(text)
        charset = "utf-8" if matter.charset == "us-ascii" else matter.charset
        html = _part("html", page, charset, "base64" if matter.encoding == "base64" else "quoted-printable")
        if market and chance < 0.5:
            return html
        return self._multipart("alternative", [plain, html])

    def _market_page(self, matter: Matter, text: str) -> str:
        """A marketplace's notice: nested tables, inline styles, tracking links."""
        dice = self._dice
        rules = (
            f".k{number}{{font:{11 + number % 6}px/{17 + number % 5}px Verdana,sans-serif;"
            f"color:#{dice.randrange(1 << 24):06x};padding:{number % 18}px}}\n"
            for number in range(45)
        )
        rows = "".join(self._market_row(_escaped(matter.facts["p"])) for _ in range(dice.randrange(2, 34)))
        foot = "".join(
            '<td align="center" style="font-size:10px;color:#888">'
            f'<a href="https://bazaar.example/h/{dice.getrandbits(44):x}">{number}</a></td>'
            for number in range(24)
        )
        said = "<br>".join(_escaped(line) for line in text.splitlines())
        return (
            f"<!DOCTYPE html><html><head><title>{_escaped(matter.facts['o'])}</title><style>{''.join(rules)}"
            "@media(max-width:600px){.k2{width:100%}}</style></head>"
            f'<body bgcolor="#f4f4f4"><div style="display:none">{_escaped(text[:80])}</div><table width="100%"><tr>'
            '<td align="center"><table width="620" bgcolor="#fff">'
            f'<tr><td colspan="2" class="k5">{said}</td></tr>\n{rows}</table>'
            f"<table><tr>{foot}</tr></table></td></tr></table></body></html>"
        )

    def _market_row(self, thing: str) -> str:
        dice = self._dice
        price = f"{1 + dice.randrange(3)} × EUR {dice.randrange(4, 180)}.{dice.randrange(100):02d}"
        return (
            '<tr><td class="k2" width="110" valign="top" style="border-bottom:1px solid #e5e5e5;padding:9px">'
            f'<a href="https://bazaar.example/g/{dice.randrange(10**9)}?via=mail_{dice.getrandbits(40):x}">'
            f'<img src="https://cdn.bazaar.example/{dice.getrandbits(64):x}._T100.jpg" width="100" height="100"'
            f' alt="{thing}"></a></td>'
            f'<td class="k8" style="font:13px Verdana;color:#333"><b>{thing}</b><br>{price}</td></tr>\n'
        )

    def _with_pictures(self, body: bytes) -> bytes:
        dice = self._dice
        big = dice.random() < 1 / 6
        sizes = (
            [dice.randrange(1 << 20, 3 << 20)]
            if big
            else [dice.randrange(50_000, 400_000) for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        )
        return self._multipart("mixed", [body, *(self._picture(int(size * self._pictures)) for size in sizes)])

    def _picture(self, size: int) -> bytes:
        start = self._dice.randrange(len(_NOISE) - size)
        noise = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + _NOISE[start : start + size] + b"\xff\xd9"
        name = self._dice.choice((f"DSC_{self._dice.randrange(9999):04d}.jpg", "照片1.jpg", "Schaden außen.jpg"))
        kind = f'Content-Type: image/jpeg; name="{_encoded(name)}"\nContent-Transfer-Encoding: base64\n'
        return f'{kind}Content-Disposition: attachment; filename="{_encoded(name)}"\n\n'.encode() + base64.encodebytes(
            noise
        )

    def _multipart(self, kind: str, parts: list[bytes]) -> bytes:
        edge = f"=_{self._dice.getrandbits(80):020x}".encode()
        inside = b"".join(b"--%s\n%s\n" % (edge, part) for part in parts)
        return b'Content-Type: multipart/%s;\n\tboundary="%s"\n\n%s--%s--\n' % (kind.encode(), edge, inside, edge)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _letter_page(text: str) -> str:
    """What mail programs make of typed text: a div for each line, a blockquote for what is quoted."""
    lines, depth = [], 0
    for line in text.splitlines():
        now = 1 if line.startswith(">") else 0
        if now != depth:
            lines.append(
                '<blockquote type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #bbb;padding-left:1ex">'
                if now
                else "</blockquote>"
            )
            depth = now
        lines.append(f"<div>{_escaped(line.lstrip('> ')) or '<br>'}</div>")
    lines.append("</blockquote>" if depth else "")
    return '<html><head><style>div{margin:0}</style></head><body dir="auto">' + "\n".join(lines) + "</body></html>"


def _part(kind: str, text: str, charset: str, encoding: str) -> bytes:
    raw = text.encode(charset, "xmlcharrefreplace" if kind == "html" else "replace")
    if encoding == "base64":
        raw = base64.encodebytes(raw)
    elif encoding == "quoted-printable":
        raw = binascii.b2a_qp(raw, istext=True)
    return (
        f"Content-Type: text/{kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode()
        + raw
        + b"\n"
    )


def _encoded(text: str) -> str:
    """RFC 2047 in pieces of whole characters."""
    if text.isascii():
        return text
    pieces = (text[start : start + 12] for start in range(0, len(text), 12))
    return "\n ".join(f"=?utf-8?B?{base64.b64encode(piece.encode()).decode()}?=" for piece in pieces)


@dataclass(frozen=True)
class Filled:
    """What was written into a Maildir."""

    mails: int
    size: int
    """All bytes, with CRLF line ends, as IMAP counts them."""
    orders: list[str]
    names: list[str]


def fill_maildir(folder: Path, number: int, post: Post, long_threads: int = 0) -> Filled:
    """Write mails as a server's delivery would: LF on disk, the time of receipt as the file's time."""
    for part in ("cur", "new", "tmp"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    size = 0
    long = [letter for _ in range(long_threads) for letter in post.long_thread(LONG)]
    for count, letter in enumerate(chain(long, post.letters(number - len(long)))):
        size += len(letter.raw)
        disk = letter.raw.replace(b"\r\n", b"\n")
        seconds = int(letter.at.timestamp())
        flags = ("", "S", "S", "RS", "S", "S", "S", "FS", "S", "S")[count % 10]
        path = folder / "cur" / f"{seconds}.N{count}.desk,S={len(disk)},W={len(letter.raw)}:2,{flags}"
        path.write_bytes(disk)
        os.utime(path, (seconds, seconds))
    return Filled(number, size, post.orders, post.names)
