"""Blocked senders: single addresses and whole domains. What the desk does with their mails, filing knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shopdesk.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from shopdesk.domain.ids import ConversationId, MessageId

# Where everybody may have an address, by the part before the country: nobody means to block all of them.
_PROVIDERS = frozenset(
    (
        "gmail googlemail outlook hotmail live msn passport yahoo ymail rocketmail aol icloud me mac gmx web "
        "t-online freenet arcor mailbox posteo proton protonmail pm tuta tutanota fastmail zoho yandex mail bk "
        "inbox list rambler qq foxmail 163 126 yeah sina sohu aliyun 139 189 naver daum hanmail kakao docomo "
        "ezweb softbank nifty biglobe orange wanadoo free sfr laposte neuf libero virgilio alice tiscali tin wp "
        "onet interia o2 seznam email bigpond btinternet sky talktalk ntlworld virginmedia comcast verizon att "
        "sbcglobal cox charter rogers shaw sympatico telus uol bol terra"
    ).split()
)
_LABELS = 3
"""A provider's domain has no more parts than these, such as yahoo.co.uk."""


@dataclass(frozen=True, slots=True)
class BlockedSender:
    """Whose mails ask for nothing."""

    key: str
    """A casefolded address, or @ and a domain."""
    blocked_at: datetime

    @property
    def is_domain(self) -> bool:
        """Whether everybody at a domain is meant."""
        return self.key.startswith("@")


@dataclass(frozen=True, slots=True)
class BlockBefore:
    """What a change of the list found; handing it back undoes the change."""

    keys: tuple[tuple[str, datetime | None], ...] = ()
    """Keys, and since when they were blocked, None for one that was not."""
    quiet: tuple[MessageId, ...] = ()
    """Mails that asked for nothing before."""
    erasings: int = 0
    """How often a customer had been erased by then; who was is not blocked again by an undo."""


@dataclass(frozen=True, slots=True)
class Blockable:
    """What can be blocked of a sender, and which open conversations that concerns."""

    address: str
    """Casefolded; empty when there is none."""
    domain: str = ""
    """@ and the domain; empty where everybody may have an address."""
    blocked_by: str = ""
    """The key by which they are blocked; empty when they are not."""
    open: tuple[ConversationId, ...] = ()
    """Of the address."""
    open_of_domain: tuple[ConversationId, ...] = ()


def block_key(text: str) -> str:
    """The key for what somebody typed: an address, a domain, or @ and a domain. Raises `InputRefused`."""
    typed = text.strip().casefold()
    local, _, domain = typed.rpartition("@")
    if not typed or any(sign.isspace() for sign in typed) or not domain.strip(".") or "." not in domain.strip("."):
        raise InputRefused("address", "is neither an address nor a domain")
    key = f"{local}@{domain}"
    if not local and is_shared(domain):
        raise InputRefused("address", "is a domain where everybody may have an address")
    return key


def is_shared(domain: str) -> bool:
    """Whether a domain is that of a mail provider for everybody."""
    labels = domain.casefold().split(".")
    return len(labels) <= _LABELS and labels[0] in _PROVIDERS


def blocking_key(keys: Collection[str], address: str) -> str:
    """The key by which an address is blocked, itself or a domain that it lies in; empty when it is not."""
    if not keys or not address:
        return ""
    key = address.casefold()
    if key in keys:
        return key
    rest = key.rpartition("@")[2]
    while rest:
        if f"@{rest}" in keys:
            return f"@{rest}"
        rest = rest.partition(".")[2]
    return ""
