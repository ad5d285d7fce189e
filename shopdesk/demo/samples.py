"""The texts of the demo shop: sample conversations read from JSON files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Frame(StrEnum):
    """What stands round a customer's words."""

    NONE = ""
    AMAZON = "amazon"
    AMAZON_NOTICE = "amazon-notice"
    EBAY = "ebay"
    WALMART = "walmart"
    ETSY = "etsy"
    SHOPIFY = "shopify"
    NEWSLETTER = "newsletter"


class Style(StrEnum):
    """The mail program that a customer writes with."""

    GMAIL = "gmail"
    APPLE = "apple"
    OUTLOOK = "outlook"
    PHONE = "phone"
    QQ = "qq"
    FOXMAIL = "foxmail"
    NETEASE = "netease"


class Kind(StrEnum):
    """Messages that are no ordinary mail."""

    ORDINARY = ""
    BOUNCE = "bounce"
    AWAY = "away"
    DAMAGED = "damaged"
    NOTICE = "notice"


@dataclass(frozen=True)
class SampleMessage:
    """One message: who wrote it, how many hours before now, what."""

    from_shop: bool
    hours_ago: float
    text: str
    files: tuple[str, ...] = ()
    kind: Kind = Kind.ORDINARY


@dataclass(frozen=True)
class Sample:
    """One conversation of the demo shop."""

    id: str
    mailbox: str
    """Local part of the shop's address."""
    frame: Frame
    market: str
    """Domain of the marketplace, for instance ``amazon.de``; may be empty."""
    language: str
    order: str
    item: str
    name: str
    address: str
    subject: str
    style: Style
    charset: str
    codec: str
    """Python's name of the charset that the bytes really have."""
    messages: tuple[SampleMessage, ...]

    @property
    def is_relayed(self) -> bool:
        """Say whether a marketplace stands between the customer and us."""
        return self.frame is not Frame.NONE


def load_samples(folder: Path, pattern: str = "conversations-*.json") -> list[Sample]:
    """All sample conversations in the JSON files of a folder, in the files' order."""
    return [
        _sample(fields)
        for file in sorted(folder.glob(pattern))
        for fields in json.loads(file.read_text(encoding="utf-8"))
    ]


def _sample(fields: dict[str, str | list[list[object]]]) -> Sample:
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    messages = fields["messages"]
    market = texts["market"]
    return Sample(
        id=texts["id"],
        mailbox=texts["to"],
        frame=Frame.AMAZON if market.startswith("amazon.") else Frame(market),
        market=market,
        language=texts["lang"],
        order=texts["order"],
        item=texts["item"],
        name=texts["name"],
        address=texts["address"],
        subject=texts["subject"],
        style=Style(texts.get("style", "gmail")),
        charset=texts.get("charset", "utf-8"),
        codec=texts.get("codec", "utf-8"),
        messages=tuple(_message(*each) for each in messages if isinstance(each, list)),
    )


def _message(*given: object) -> SampleMessage:
    who, hours, text, *rest = given
    options = rest[0] if rest and isinstance(rest[0], dict) else {}
    if not isinstance(hours, int | float):
        raise TypeError(f"hours are expected, not {hours!r}")
    return SampleMessage(
        from_shop=who == "s",
        hours_ago=float(hours),
        text=str(text),
        files=tuple(options.get("files", ())),
        kind=Kind(options.get("kind", "")),
    )
