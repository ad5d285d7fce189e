"""Marketplaces are recognised by their senders; customers of forms, relays and own mails are found."""

import pytest

from shopdesk.domain.markets import (
    MARKETS,
    Market,
    ReplyRule,
    customer_address,
    market_of,
)
from shopdesk.domain.message import Address, Mail

OWN = frozenset({"hello@shop.example", "sales@shop.example"})


def address(email: str) -> Address:
    return Address("", email)


def mail(sender: str, reply_to: str = "", to: tuple[str, ...] = (), cc: tuple[str, ...] = ()) -> Mail:
    return Mail(
        message_id="", subject="", sender=address(sender), sent_at=None, text="", own_words="",
        reply_to=(address(reply_to),) if reply_to else (), to=tuple(map(address, to)), cc=tuple(map(address, cc)),
    )  # fmt: skip


def found(email: str) -> Market:
    market = market_of(address(email))
    assert market is not None
    return market


ALIASES = {
    "a1b2c3d4e5f6g7h@marketplace.amazon.de": "amazon",
    "A1B2C3D4E5F6G7H@Marketplace.Amazon.co.uk": "amazon",
    "a1b2c3d4e5f6g7h+0a1b-2c@marketplace.amazon.com": "amazon",
    "0123456789abcdef0123@members.ebay.com": "ebay",
    "maxm_1234@member.ebay.co.uk": "ebay",
    "abc.def@reply.ebay.de": "ebay",
    "0123456789ABCDEF0123456789ABCDEF@relay.walmart.com": "walmart",
    "pc-0123456789abcdef0123456789abcdef@relay.walmart.com": "walmart",
    "abcdef123456@fw.rakuten.ne.jp": "rakuten",
    "hamu7x1abc+2f3e4d@allegromail.pl": "allegro",
}
NOTICES = {
    "no-reply-amazon-iba-buyer@marketplace.amazon.de": "amazon",
    "donotreply@amazon.com": "amazon",
    "seller-notification@sell.amazon.co.jp": "amazon",
    "ebay@ebay.com": "ebay",
    "conversations@mail.etsy.com": "etsy",
    "transaction@etsy.com": "etsy",
    "noreply@walmart.com": "walmart",
    "noreply@wish.com": "wish",
    "transaction@notice.aliexpress.com": "aliexpress",
    "noreply@mercadolivre.com.br": "mercadolibre",
    "info@shopee.sg": "shopee",
    "noreply@support.lazada.sg": "lazada",
    "no-reply@tiktokshop.com": "tiktok",
    "notice@service.taobao.com": "taobao",
    "noreply@shopify.com": "shopify",
}


@pytest.mark.parametrize("email", ALIASES)
def test_a_buyers_relay_address_is_an_alias_of_its_marketplace(email: str) -> None:
    market = found(email)
    assert (market.word, market.is_alias(address(email))) == (ALIASES[email], True)


@pytest.mark.parametrize("email", NOTICES)
def test_a_marketplaces_own_address_is_no_buyers_alias(email: str) -> None:
    market = found(email)
    assert (market.word, market.is_alias(address(email))) == (NOTICES[email], False)


@pytest.mark.parametrize(
    "email",
    [
        "anna@customers.example",
        "a@amazon.com.evil.example",
        "x@notamazon.de",
        "x@myebay.com",
        "x@ebay.de.phish.example",
        "",
        "no-at",
    ],
)
def test_other_senders_are_no_marketplace(email: str) -> None:
    assert market_of(address(email)) is None


def test_a_marketplace_is_found_by_reply_to_and_by_the_delivered_alias() -> None:
    reply_to = (address("x@members.ebay.com"),)
    assert market_of(address("hello@shop.example"), reply_to) is found("x@members.ebay.com")
    delivered = ("a1b2c3d4e5f6g7h@marketplace.amazon.de",)
    assert market_of(address("forwarder@x.example"), (), delivered) is found("ebay@amazon.de")


def test_every_marketplace_has_its_own_word() -> None:
    words = [market.word for market in MARKETS]
    assert len(set(words)) == len(words) == 15


def test_an_answer_goes_where_the_marketplace_wants_it() -> None:
    buyer, reply_to = address("a1b2c3d4e5f6g7h@marketplace.amazon.de"), (address("other@x.example"),)
    assert found(buyer.email).reply_target(buyer, reply_to) == buyer
    ebay = address("ebay@ebay.com")
    assert found(ebay.email).reply_target(ebay, reply_to) == reply_to[0]
    assert found(ebay.email).reply_target(ebay, ()) == ebay
    etsy = found("conversations@mail.etsy.com")
    assert etsy.reply is ReplyRule.SITE
    assert etsy.link_out
    assert etsy.reply_target(buyer, reply_to) is None


@pytest.mark.parametrize(
    ("what", "customer"),
    [
        (mail("anna@x.example", to=("hello@shop.example",)), "anna@x.example"),
        (mail("anna@x.example", reply_to="other@y.example"), "anna@x.example"),
        (mail("mailer@shopify.com", reply_to="anna@x.example"), "anna@x.example"),
        (mail("wordpress@shop.example", reply_to="anna@x.example"), "anna@x.example"),
        (mail("hello@shop.example", reply_to="anna@x.example", to=("hello@shop.example",)), "anna@x.example"),
        (mail("Hello@Shop.example", reply_to="anna@x.example"), "anna@x.example"),
        (mail("mailer@shopify.com", reply_to="hello@shop.example"), "mailer@shopify.com"),
        (mail("hello@shop.example", to=("sales@shop.example", "anna@x.example")), "anna@x.example"),
        (mail("hello@shop.example", cc=("anna@x.example",)), "anna@x.example"),
        (mail("hello@shop.example", to=("sales@shop.example",)), "sales@shop.example"),
        (mail("hello@shop.example", reply_to="sales@shop.example", to=("anna@x.example",)), "anna@x.example"),
        (mail("hello@shop.example"), "hello@shop.example"),
        (mail(""), ""),
    ],
)
def test_a_conversation_is_with_the_customer(what: Mail, customer: str) -> None:
    assert customer_address(what, OWN).email == customer
