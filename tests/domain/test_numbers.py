"""Order and parcel numbers are found in every marketplace's form and many languages, and near misses are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.number_shapes import has_s10_check_digit
from shopdesk.domain.numbers import MOST, find_numbers

ORDERS = {
    "Order 302-1234567-1234567 is late": "302-1234567-1234567",
    "D01-1234567-1234567": "D01-1234567-1234567",
    "订单302-1234567-1234567还没到": "302-1234567-1234567",
    "Amazon order id:302-1234567-1234567.": "302-1234567-1234567",
    "302-1234567-1234567 - when?": "302-1234567-1234567",
    "eBay 27-11894-55512": "27-11894-55512",
    "old sale 123456789012-1234567890": "123456789012-1234567890",
    "Etsy order 3123456789": "3123456789",
    "Your order number is\n3123456789": "3123456789",
    "Order number\n\n3123456789": "3123456789",
    "about my order, the number would be 3123456789": "3123456789",
    "PO# 1234567890123": "1234567890123",
    "Re: [#1001] where": "1001",
    "#SHOP-1001": "SHOP-1001",
    "Order #EN1001": "EN1001",
    "Order#1001": "1001",
    "Order #25": "25",
    "Order-27-11894": "27-11894",
    "order 27-11894": "27-11894",
    "Where is my order? 27-11894": "27-11894",
    "楽天 123456-20240101-0123456789": "123456-20240101-0123456789",
    "Shopee 240115ABCDEFGH": "240115ABCDEFGH",
    "wish order 5f3c2a1b9d8e7f6a5b4c3d2e": "5F3C2A1B9D8E7F6A5B4C3D2E",
    "AliExpress order 8123456789012345": "8123456789012345",
    "TikTok order ID 576461413012345678": "576461413012345678",
    "订单编号：1234567890123456789": "1234567890123456789",
    "Pedido n.º 2000001234567890": "2000001234567890",
    "Allegro order 1d2e3f4a-1b2c-11ee-8c99-0242ac120002": "1D2E3F4A-1B2C-11EE-8C99-0242AC120002",
    "订单号 8812047": "8812047",
    "訂單編號8812047": "8812047",
    "我的8812047订单": "8812047",
    "8812047这个订单": "8812047",
    "订单号８８１２０４７": "8812047",
    "ご注文番号：12345678": "12345678",
    "Bestellnummer: 12345": "12345",
    "Bestell-Nr.: 2024-00123": "2024-00123",
    "Meine Bestellung Nr. 1001 ist": "1001",
    "Auftrags-Nr. 4711": "4711",
    "N° de commande : 123456": "123456",
    "número de pedido 12345": "12345",
    "Ordine n. 12345": "12345",
    "numero d'ordine 12345": "12345",
    "número da encomenda: 123456": "123456",
    "Order confirmation 12345": "12345",
    "order no. 2024": "2024",
    "order 112\u20113456789\u20111234567": "112-3456789-1234567",
}

PARCELS = {
    "RR123456785CN": "RR123456785CN",
    "包裹RR123456785CN到哪了": "RR123456785CN",
    "1Z999AA10123456784": "1Z999AA10123456784",
    "USPS 9400100000000000000000": "9400100000000000000000",
    "9400 1000 0000 0000 0000 00": "9400100000000000000000",
    "快递单号：SF1234567890123": "SF1234567890123",
    "YT1234567890123456": "YT1234567890123456",
    "LP12345678901234": "LP12345678901234",
    "4PX1234567890123CN": "4PX1234567890123CN",
    "DHL 00340434161094042557": "00340434161094042557",
    "DHL Express 1234567890": "1234567890",
    "JJD000390007827512345": "JJD000390007827512345",
    "Tracking number: 1234567890": "1234567890",
    "Sendungsnummer 1234567890123": "1234567890123",
    "numéro de suivi 6A12345678901": "6A12345678901",
    "número de seguimiento 1234567890123": "1234567890123",
    "numero di spedizione 1234567890": "1234567890",
    "código de rastreio BR123456789": "BR123456789",
    "运单号 776655443322": "776655443322",
    "お問い合わせ番号 1234-5678-9012": None,
    "追跡番号 123456789012": "123456789012",
}

NEAR_MISSES = [
    "302-1234567-123456",
    "302-1234567-1234567-1",
    "x_302-1234567-1234567",
    "302-1234567-1234567@mail.example",
    "27-11894-5551",
    "RR123456784CN",
    "RR123456789CN order",
    "1Z999AA1012345678",
    "240115ABCDEFG",
    "241315ABCDEFGH",
    "phone +49 151 23456789",
    "call me about my order at 4915123456789",
    "tel. 030-1234567",
    "555-123-4567",
    "about my order. Reach me at 491512345678",
    "my order, WhatsApp 8613812345678",
    "ordered on 2024-03-15",
    "order 2024-03-15",
    "Order: 15-03-2024",
    "Bestellung vom 12.03.2024",
    "order 20240315",
    "my order from 2024",
    "my order from 12 March 2024",
    "Order total 1299.00 EUR",
    "Order €1299",
    "order 1299 €",
    "order 1.299",
    "order 1299,00",
    "order 25 pieces",
    "order 1000 pcs",
    "I ordered 500 units",
    "order 1001pcs",
    "订单 1000件",
    "order at 12:30",
    "order 10-15",
    "order to 10115 Berlin",
    "recorder 12345",
    "border 12345",
    "apartment #305",
    "color: #336699",
    "ticket #12345",
    "&#8217;",
    "https://shop.example/page#12345",
    "https://shop.example/?id=12345678",
    "customer number 1234567",
    "Kundennummer 1234567",
    "invoice 20240001",
    "IBAN 12345678901234",
    "5f3c2a1b9d8e7f6a5b4c3d2e",
    "8123456789012345",
    "576461413012345678",
    "13812345678",
    "订单，电话13812345678",
    "2 of 10 parcels",
    "order",
    "",
    "#12",
    "12345678",
]


@pytest.mark.parametrize("text", ORDERS)
def test_an_order_number_is_found_in_subject_and_text(text: str) -> None:
    assert find_numbers(text, "").orders == (ORDERS[text],)
    assert find_numbers("", text).orders == (ORDERS[text],)


@pytest.mark.parametrize("text", [text for text, number in PARCELS.items() if number])
def test_a_parcel_number_is_found(text: str) -> None:
    found = find_numbers("", text)
    assert (found.parcels, found.orders) == ((PARCELS[text],), ())


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    found = find_numbers("", text)
    assert (found.orders, found.parcels) == ((), ())


@pytest.mark.parametrize(
    ("market", "text"),
    [
        ("wish", "5F3C2A1B9D8E7F6A5B4C3D2E"), ("aliexpress", "8123456789012345"), ("tiktok", "576461413012345678"),
        ("mercadolibre", "2000001234567890"), ("taobao", "1234567890123456789"), ("shopee", "24011512345678"),
    ],
)  # fmt: skip
def test_a_marketplaces_own_mails_need_no_keyword(market: str, text: str) -> None:
    assert find_numbers("", f"x {text} y", market).orders == (text,)
    assert find_numbers("", f"x {text} y").orders == ()


def test_numbers_come_in_order_of_appearance_without_doubles() -> None:
    found = find_numbers("Order #1003", "orders 1001, 1002 and 1003; RR123456785CN, order 1001, tracking RR123456785CN")
    assert found.orders == ("1003", "1001", "1002")
    assert found.parcels == ("RR123456785CN",)


def test_no_more_than_the_limit_is_taken() -> None:
    text = " ".join(f"302-1234567-{number:07}" for number in range(100))
    assert len(find_numbers("", text).orders) == MOST


def test_the_check_digit_of_a_postal_number_is_computed() -> None:
    assert has_s10_check_digit("RR473124829AU")
    assert not has_s10_check_digit("RR473124828AU")
    fitting = [digit for digit in range(10) if has_s10_check_digit(f"LX10000000{digit}CN")]
    assert len(fitting) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 1_000_000,
        "1" * 2_000_000,
        "order " * 400_000,
        "a-1" * 700_000,
        "#1#" * 700_000,
        "order 1234" + " " * 2_000_000,
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    started = time.perf_counter()
    find_numbers(text, text)
    assert time.perf_counter() - started < 1.0


@given(
    st.text(alphabet="0123456789-#abAB 订单号order.:/\n", max_size=300),
    st.sampled_from(["", "wish", "taobao", "unknown"]),
)
def test_any_text_gives_bounded_upper_case_numbers(text: str, market: str) -> None:
    found = find_numbers(text, text, market)
    for number in (*found.orders, *found.parcels):
        assert number == number.upper()
        assert "#" not in number
        assert 2 <= len(number) <= 40
