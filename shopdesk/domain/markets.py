"""Marketplaces: how their mails are recognised, which addresses stand for a buyer, and where an answer may go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from shopdesk.domain.message import Address, Mail


class ReplyRule(Enum):
    """Where an answer to a mail of a marketplace goes."""

    SENDER = "sender"
    """To the address in From: the buyer's alias."""
    REPLY_TO = "reply_to"
    """To the address in Reply-To, else to the one in From."""
    SITE = "site"
    """Nowhere by mail: it is answered on the marketplace's site."""


@dataclass(frozen=True, slots=True)
class Market:
    """A marketplace or shop system."""

    word: str
    senders: re.Pattern[str]
    """Domains that its mails come from, casefolded."""
    alias: re.Pattern[str] | None = None
    """Addresses that stand for one buyer, casefolded."""
    reply: ReplyRule = ReplyRule.REPLY_TO

    @property
    def link_out(self) -> bool:
        """True when a buyer can be answered only on its site."""
        return self.reply is ReplyRule.SITE

    def is_alias(self, address: Address) -> bool:
        """Whether an address stands for one buyer."""
        return self.alias is not None and self.alias.fullmatch(address.key) is not None

    def plain_name(self, name: str) -> str:
        """A buyer's name without the marketplace's own words around it ("Anna Schmidt - Amazon Marketplace")."""
        return _MARKET_IN_NAME.sub("", name).strip() or name

    def reply_target(self, sender: Address, reply_to: Sequence[Address]) -> Address | None:
        """The address that an answer goes to; None when it is answered on the site."""
        if self.reply is ReplyRule.SITE:
            return None
        if self.reply is ReplyRule.REPLY_TO:
            return next((address for address in reply_to if address.email), sender)
        return sender


_MARKET_IN_NAME = re.compile(
    r"\s*(?:[-–|,]|\(|\bvia\b|\büber\b|\bpar\b|\bthrough\b|\bon\b|\bat\b)\s*"
    r"(?:amazon|ebay|etsy|walmart|shopify|wish|aliexpress|rakuten|shopee|lazada|allegro|mercado)[^@]{0,40}$",
    re.IGNORECASE,
)


def _at(*domains: str) -> re.Pattern[str]:
    """These domains and all below them; a domain ending in a dot goes on with any country's ending."""
    country = r"[a-z]{2,3}(?:\.[a-z]{2})?"
    ends = "|".join(re.escape(name) + (country if name.endswith(".") else "") for name in domains)
    return re.compile(rf"(?:[a-z0-9-]+\.)*(?:{ends})")


_AMAZON = (
    r"(?:com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|se|pl|com\.be|ie|com\.tr|ae|sa|eg|in|co\.jp|sg|com\.au|co\.za)"
)


def _site(word: str, *domains: str) -> Market:
    """A marketplace whose buyers are answered on its site only."""
    return Market(word, _at(*domains), reply=ReplyRule.SITE)


MARKETS: tuple[Market, ...] = (
    Market(
        "amazon",
        _at("amazon.", "marketplace.amazon."),
        alias=re.compile(rf"[a-z0-9]{{10,20}}(?:\+[0-9a-z-]+)?@marketplace\.amazon\.{_AMAZON}"),
        reply=ReplyRule.SENDER,
    ),
    Market(
        "ebay",
        _at("ebay."),
        alias=re.compile(r"[\w.+-]+@(?:members?|reply)\.ebay\.[a-z.]{2,6}"),
    ),
    _site("etsy", "etsy.com"),
    Market(
        "walmart",
        _at("walmart.com"),
        alias=re.compile(r"(?:pc-)?[0-9a-f]{32}@relay\.walmart\.com"),
        reply=ReplyRule.SENDER,
    ),
    Market("shopify", _at("shopify.com", "shopifyemail.com", "myshopify.com")),
    Market("woocommerce", _at("woocommerce.com", "wordpress.com")),
    _site("wish", "wish.com"),
    _site("aliexpress", "aliexpress.com", "aliexpress."),
    _site("mercadolibre", "mercadolibre.", "mercadolivre.", "mercadopago."),
    Market(
        "rakuten",
        _at("rakuten.co.jp", "rakuten.ne.jp", "rakuten."),
        alias=re.compile(r"[^@]+@fw\.rakuten\.ne\.jp"),
        reply=ReplyRule.SENDER,
    ),
    _site("shopee", "shopee.", "shopee.cn"),
    _site("lazada", "lazada."),
    _site("tiktok", "tiktok.com", "tiktokshop.com", "tiktokglobalshop.com"),
    Market(
        "allegro",
        _at("allegro.pl", "allegromail.pl", "allegro."),
        alias=re.compile(r"[^@]+@(?:user\.)?allegromail\.pl|[0-9a-z]{6,}\+[0-9a-z-]+@user\.allegrogroup\.pl"),
        reply=ReplyRule.SENDER,
    ),
    _site("taobao", "taobao.com", "tmall.com", "tmall.hk"),
)
"""Every marketplace that is known, by its word."""

_FORM_MAILERS = re.compile(
    r"mailer@shopify\.com|(?:no-?reply|mailer|forms?|contact)@(?:[a-z0-9-]+\.)*(?:shopify|shopifyemail|formspree|jotform|typeform|hubspot"
    r"|squarespace|wixforms|wix-forms|ascendbywix|formstack|wufoo|getform|basin|netlify|webflow|powr|elfsight|123formbuilder|cognitoforms)"
    r"\.(?:com|io|co|app|info)|wordpress@.+|woocommerce@.+|(?:contact|kontakt|web)-?form(?:ular)?@.+"
)


def market_of(sender: Address, reply_to: Sequence[Address] = (), delivered: Sequence[str] = ()) -> Market | None:
    """The marketplace that a mail comes through; None for the shop's own mail.

    In: the first From address (for an own mail: the recipient), the Reply-To addresses, and the addresses it was
    delivered to, which tell the marketplace where a forwarding service hides the sender.
    """
    for address in (sender, *reply_to[:3]):
        found = _by_domain(address.domain)
        if found is not None:
            return found
    return next((market for market in map(_by_alias, delivered) if market), None)


@lru_cache(maxsize=4096)  # a shop's mails come from few domains and to few addresses; asked anew it cost 0.1 ms a mail
def _by_domain(domain: str) -> Market | None:
    if not domain:
        return None
    return next((market for market in MARKETS if market.senders.fullmatch(domain)), None)


@lru_cache(maxsize=1024)
def _by_alias(email: str) -> Market | None:
    address = Address("", email)
    return next((market for market in MARKETS if market.is_alias(address)), None)


def customer_address(mail: Mail, own: frozenset[str]) -> Address:
    """Whom a conversation is with.

    In: the mail and our own addresses, casefolded. Out: the sender; for a shop's contact form (sent by one of our
    addresses or a known form mailer) the Reply-To; for a mail of ours the first recipient that is not ours, or the
    first one. The email is empty when the mail names nobody.
    """
    elsewhere = _first_not_ours(mail.reply_to, own)
    if mail.sender.key not in own:
        return elsewhere if elsewhere is not None and is_form_mailer(mail.sender) else mail.sender
    if elsewhere is not None:
        return elsewhere
    recipients = (*mail.to, *mail.cc, *mail.bcc)
    found = _first_not_ours(recipients, own)
    return found if found is not None else next(iter(recipients), mail.sender)


def is_form_mailer(sender: Address) -> bool:
    """Whether an address is that of a contact form: the person who wrote stands in Reply-To."""
    return _FORM_MAILERS.fullmatch(sender.key) is not None


def _first_not_ours(addresses: Sequence[Address], own: frozenset[str]) -> Address | None:
    return next((address for address in addresses if address.email and address.key not in own), None)
