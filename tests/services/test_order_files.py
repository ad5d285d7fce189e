"""Order files: one of every kind in its real encoding and with its traps, and files that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled, OrderFileEmpty, OrderFileRefused, OrderFileTooLarge
from shopdesk.domain.order import Order, OrderState
from shopdesk.domain.order_import import LARGEST_FILE, ColumnMapping, DateOrder, FoundOrders
from shopdesk.services import order_tables
from shopdesk.services.order_presets import PresetShelf, header_key, mapping_of, mapping_text, signature
from shopdesk.services.order_rows import RowReader
from shopdesk.services.order_tables import read_table
from shopdesk.services.order_text import text_of
from shopdesk.services.order_values import all_rounded, amount_of, bare, is_scientific, moment_of, quantity_of

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "data" / "orders"


@pytest.fixture(scope="module")
def shelf() -> PresetShelf:
    return PresetShelf(file.read_text("utf-8") for file in sorted((ROOT / "resources" / "orders").glob("*.json")))


Read = Callable[[bytes], tuple[str, FoundOrders]]


@pytest.fixture(scope="module")
def read(shelf: PresetShelf) -> Read:
    """Reads a file as the import does; out: the preset's key (own for none) and what was found."""

    def reader(content: bytes) -> tuple[str, FoundOrders]:
        table = read_table(content, shelf.known_headers)
        preset = shelf.recognised(table.headers)
        mapping = preset.mapping(table.headers) if preset else shelf.guessed(table.headers)
        found = RowReader(table, mapping, preset or shelf.own, UTC).found(SimpleControl())
        return preset.key if preset else "own", found

    return reader


KINDS = [
    # file, preset, encoding, numbers, market, total, currency, state, first item, pieces of the first order
    ("shopify.csv", "shopify", "utf-8", "#1001 #1002 #1003", "shopify", "107.90", "EUR", "shipped",
     'Linen table lamp, sand 12"', 3),
    ("woocommerce.csv", "woocommerce", "utf-8", "00451", "woocommerce", "103.00", "", "shipped", "Wool rug, moss", 3),
    ("woocommerce-french.csv", "woocommerce", "cp1252", "452", "woocommerce", "1103.50", "", "paid", "Lampe", 1),
    ("woocommerce-addon.csv", "woocommerce-addon", "utf-8", "453", "woocommerce", "64.00", "", "paid",
     "Walnut board", 1),
    ("amazon-unshipped.txt", "amazon-unshipped", "cp1252", "304-8812047-5521934", "amazon", "169.90", "EUR", "paid",
     "Linen table lamp, sand – größer", 3),
    ("amazon-all-japan.txt", "amazon-all", "cp932", "250-1111111-7777777 250-2222222-8888888", "amazon", "10780",
     "JPY", "shipped", "リネンのテーブルランプ（サンド）", 1),
    ("ebay.csv", "ebay", "utf-8", "27-11894-20311 22-10951-77403", "ebay", "63.80", "EUR", "shipped",
     "Linen shirt", 2),
    ("etsy-orders.csv", "etsy-orders", "utf-8", "3190551203", "etsy", "44.50", "EUR", "shipped", "BRAC-1", 2),
    ("etsy-items.csv", "etsy-items", "utf-8", "3190551203", "etsy", "40.00", "EUR", "paid",
     "Brass bracelet, engraved", 2),
    ("tiktok.csv", "tiktok", "utf-8", "576461413038785752", "tiktok", "27.50", "GBP", "shipped",
     "Stoneware mug set, sage", 1),
    ("shopee.xlsx", "shopee", "", "2611126QJ4V8AB", "shopee", "84.70", "", "shipped", "Linen cushion cover", 2),
    ("shopee-vietnam.csv", "shopee", "utf-16", "2611137HKD92XQ", "shopee", "510000", "VND", "delivered",
     "Đèn bàn vải lanh", 1),
    ("lazada.xlsx", "lazada", "", "401234567890123", "lazada", "1780", "", "delivered", "Table lamp", 2),
    ("taobao.csv", "taobao", "gb18030", "4038127719923456789 4038127719923450001", "taobao", "468.00", "CNY",
     "shipped", "亚麻台灯 沙色", 2),
    ("taobao-items.csv", "taobao-items", "gb18030", "4038127719923456789", "taobao", "488.00", "CNY", "shipped",
     "亚麻台灯", 3),
    ("wish.csv", "wish", "utf-8", "5fa1c0ffee00aa11bb22cc33", "wish", "17.60", "USD", "shipped", "Mug", 2),
    ("dianxiaomi.csv", "dianxiaomi", "gb18030", "DXM-000451", "", "78.00", "EUR", "paid", "LAMP-1", 1),
    ("own.csv", "own", "cp1252", "000712", "", "1250.00", "EUR", "paid", "Öllampe", 1),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=[kind[0] for kind in KINDS])
def test_every_kind_of_export_is_known_by_its_headers(read: Read, shelf: PresetShelf, kind: tuple[str, ...]) -> None:
    name, preset, encoding, numbers, market, total, currency, state, item, pieces = kind
    content = (FILES / name).read_bytes()
    key, found = read(content)
    first = found.orders[0]
    assert key == preset
    assert read_table(content, shelf.known_headers).encoding == encoding
    assert [order.number for order in found.orders] == numbers.split()
    assert (first.market, first.total, first.currency) == (market, Decimal(total), currency)
    assert (first.state, first.item, first.pieces) == (OrderState(state), item, pieces)
    assert not found.problems


def _first(read: Read, name: str) -> Order:
    return read((FILES / name).read_bytes())[1].orders[0]


def test_traps_of_the_exports_are_seen_through(read: Read) -> None:
    shopify = _first(read, "shopify.csv")
    assert shopify.address.postcode == "01067", "the ' before a zip is Excel's, its leading zero is not"
    assert shopify.phone == "+49 30 1234567"
    assert [one.sku for one in shopify.items] == ["LAMP-1", "00123"]
    assert shopify.note == "Ring twice,\nplease"
    taobao = _first(read, "taobao.csv")
    assert (taobao.phone, taobao.parcels[0].number) == ("13800138000", "SF1234567890123")
    assert taobao.placed_at == datetime(2026, 11, 12, 2, 30, 22, tzinfo=UTC), "Taobao writes the time of China"
    assert read((FILES / "taobao.csv").read_bytes())[1].orders[1].total == Decimal("99.00")
    assert _first(read, "dianxiaomi.csv").address.postcode == "50667"
    assert _first(read, "shopee-vietnam.csv").items[0].price == 480_000
    assert _first(read, "tiktok.csv").placed_at == datetime(2026, 11, 13, 10, 30, 25, tzinfo=UTC)
    assert _first(read, "shopee.xlsx").items[0].sku == "0071"
    items = _first(read, "taobao-items.csv")
    assert (items.refunded, items.is_return) == (Decimal("10.00"), True)
    ebay = read((FILES / "ebay.csv").read_bytes())[1].orders
    assert ebay[1].state is OrderState.UNPAID
    assert ebay[0].promised_at == datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC)


def test_the_marketplace_alias_is_kept_for_finding_mails(read: Read) -> None:
    assert _first(read, "amazon-unshipped.txt").email == "q7x2mk9tplv3wz1@marketplace.amazon.de"
    assert _first(read, "ebay.csv").email == "marco_f2x8@members.ebay.it"


# --- rows that are not right ---------------------------------------------------------------------------------

HEAD = "Order number,Date,Customer,Total,Quantity,Status,City,Item\n"


def _problems(found: FoundOrders) -> dict[str, tuple[int, int]]:
    return {one.problem.value: (one.count, one.examples[0].row) for one in found.problems}


def test_what_is_wrong_is_counted_with_the_row_and_the_rest_is_taken(read: Read) -> None:
    rows = [
        "A-1,2026-11-12,Anna,10.00,1,paid,Berlin,Lamp",
        "1.23457E+15,2026-11-12,Anna,10.00,1,paid,Berlin,Lamp",
        ",2026-11-12,Anna,10.00,1,paid,Berlin,Lamp",
        "A-2,31.02.2026,Anna,ten,many,odd,Berlin,Lamp",
        "A-3,2026-11-12,Anna,10.00,1,paid,Berlin,Lamp,shifted,by,commas",
        "",
        "A-4",
        "2 records exported,",
    ]
    _, found = read((HEAD + "\n".join(rows)).encode())
    assert [order.number for order in found.orders] == ["A-1", "A-2"]
    assert _problems(found) == {
        "no_number": (1, 4),
        "damaged_number": (1, 3),
        "ragged": (2, 6),
        "bad_date": (1, 5),
        "bad_amount": (1, 5),
        "bad_quantity": (1, 5),
        "unknown_state": (1, 5),
    }
    assert found.refused == 4
    assert found.problems[1].examples[0].text == "1.23457E+15"


def test_long_numbers_that_all_end_in_zeros_were_rounded_by_a_spreadsheet(read: Read) -> None:
    head = "订单编号,买家会员名,订单状态\n"
    rounded = head + "4038127719923450000,a,交易成功\n5038127719923450000,b,交易成功\n"
    _, found = read(rounded.encode("gb18030"))
    assert _problems(found) == {"damaged_number": (2, 2)}
    mixed = head + "4038127719923450000,a,交易成功\n5038127719923456789,b,交易成功\n"
    assert len(read(mixed.encode())[1].orders) == 2
    assert all_rounded(["4038127719923450000"])
    assert not all_rounded(["123", "2000000"])


def test_a_workbook_that_holds_numbers_as_amounts_is_refused_row_by_row(read: Read) -> None:
    book = Workbook()
    book.active.append(["Order number", "Customer", "Total"])
    book.active.append([4.0381277199234e18, "Anna", 10])
    book.active.append(["0012", "Max", 12.5])
    out = io.BytesIO()
    book.save(out)
    _, found = read(out.getvalue())
    assert [order.number for order in found.orders] == ["0012"]
    assert _problems(found) == {"damaged_number": (1, 2)}


def test_cells_of_a_workbook_keep_what_they_are(read: Read) -> None:
    book = Workbook()
    book.create_sheet("empty", 0)
    book.worksheets[1].append(["Order number", "Order date", "Paid at", "Total", "Quantity", "Item"])
    when = datetime(2026, 11, 12, 10, 30)  # noqa: DTZ001 - cells have no zone
    book.worksheets[1].append(["0012", when, when.date(), 12.5, 2.0, "a_x000D_b"])
    out = io.BytesIO()
    book.save(out)
    [order] = read(out.getvalue())[1].orders
    assert (order.placed_at, order.total, order.pieces) == (when.replace(tzinfo=UTC), Decimal("12.5"), 2)
    assert order.paid_at == datetime(2026, 11, 12, tzinfo=UTC)
    assert order.item == "ab"


def test_a_text_with_the_line_ends_of_old_macs_is_read(read: Read) -> None:
    _, found = read(b"Order number,Item\r7,Lamp\r8,Mug\r")
    assert [order.number for order in found.orders] == ["7", "8"]


def test_a_cell_without_end_and_rows_without_number_are_refused_by_name(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OrderFileRefused, match="limit"):
        read(b'Order number,Item\n7,"' + b"x" * 200_000)
    monkeypatch.setattr(order_tables, "_MOST_ROWS", 3)
    with pytest.raises(OrderFileTooLarge):
        read(b"Order number,Item\n" + b"7,Lamp\n" * 9)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", OrderFileEmpty),
        (b"\xef\xbb\xbf\r\n\r\n", OrderFileEmpty),
        (HEAD.encode(), OrderFileEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, OrderFileRefused),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, OrderFileRefused),
        (b"PK\x03\x04 broken", OrderFileRefused),
        (b"PK\x03\x04" + b"\0" * 500, OrderFileRefused),
        (b"a" * (LARGEST_FILE + 1), OrderFileTooLarge),
    ],
    ids=["nothing", "a mark", "only a header", "a picture", "an old Excel file", "half a zip", "zeros", "too large"],
)
def test_what_is_no_order_file_has_its_own_failure(read: Read, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order_tables, "_LARGEST_UNPACKED", 1_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("x.xml", bytes(2_000))
    with pytest.raises(OrderFileTooLarge):
        read(out.getvalue())


def test_reading_can_be_stopped(shelf: PresetShelf) -> None:
    table = read_table((FILES / "shopify.csv").read_bytes(), shelf.known_headers)
    control = SimpleControl()
    control.cancel()
    with pytest.raises(Cancelled):
        RowReader(table, shelf.guessed(table.headers), shelf.own, UTC).found(control)


_SIGNS = '"=,;\t\n\r0123456789.-/abZ订单€ '


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(alphabet=_SIGNS, max_size=400).map(str.encode)))
@example(b"Order number,Total\n\xff\xfe\x00,1")
def test_whatever_a_file_holds_it_is_read_or_refused_by_name(shelf: PresetShelf, content: bytes) -> None:
    try:
        table = read_table(b"Order number,Date,Total,Quantity\n" + content, shelf.known_headers)
        RowReader(table, shelf.guessed(table.headers), shelf.own, UTC).found(SimpleControl())
    except OrderFileRefused:
        return
    assert table.headers


# --- columns -------------------------------------------------------------------------------------------------


def test_unknown_headers_are_guessed_and_can_be_mapped_by_hand(shelf: PresetShelf) -> None:
    table = read_table(b"Ref;When;Who;Was\nX1;01/02/2026;Anna;Lamp\n", shelf.known_headers)
    assert shelf.recognised(table.headers) is None
    assert "number" not in shelf.guessed(table.headers).columns
    columns = {"number": ("Ref",), "placed_at": ("When",), "customer_name": ("Who",), "item": ("Was", "Nowhere")}
    for order, month in ((DateOrder.DAY_FIRST, 2), (DateOrder.MONTH_FIRST, 1)):
        mapping = ColumnMapping(columns, "own", date_order=order)
        [found] = RowReader(table, mapping, shelf.own, UTC).found(SimpleControl()).orders
        assert (found.number, found.customer_name, found.item) == ("X1", "Anna", "Lamp")
        assert found.placed_at is not None
        assert found.placed_at.month == month
        assert mapping_of(mapping_text(mapping)) == mapping


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"columns": 1}', '{"columns": {}, "dates": "x"}'])
def test_a_kept_mapping_that_cannot_be_read_counts_as_none(text: str | None) -> None:
    assert mapping_of(text) is None


def test_headers_are_the_same_however_they_are_written() -> None:
    assert header_key("\ufeffOrder-ID *") == header_key("order id") == "orderid"
    assert signature(["B", "a"]) == signature(["A ", "b", ""]) != signature(["A"])


# --- cells ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [('="00123"', "00123"), ('=""', ""), ("'0171", "0171"), ("576\t", "576"), ("\u00a0x\u200b", "x"), ("'", ""),
     ("=1+1", "=1+1"), ('="a""b"', 'a"b')],
)  # fmt: skip
def test_a_cell_is_bared_of_what_spreadsheets_put_around_it(cell: str, text: str) -> None:
    assert bare(cell) == text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-12 09:15:22 +0100", "2026-11-12T08:15:22"), ("2026-11-12T08:15:22+00:00", "2026-11-12T08:15:22"),
        ("2026-11-12T08:15:22.123Z", "2026-11-12T08:15:22"), ("2026/11/12 9:05", "2026-11-12T09:05:00"),
        ("2026年11月12日", "2026-11-12T00:00:00"), ("Nov-12-26", "2026-11-12T00:00:00"),
        ("12-Nov-26", "2026-11-12T00:00:00"), ("November 12, 2026", "2026-11-12T00:00:00"),
        ("12. März 2026", "2026-03-12T00:00:00"), ("12 févr. 2026", "2026-02-12T00:00:00"),
        ("11/13/2026 10:30:25 PM", "2026-11-13T22:30:25"), ("13/11/2026 12:05 am", "2026-11-13T00:05:00"),
        ("03.04.26", "2026-04-03T00:00:00"), ("2026-11-12 10:00 JST", "2026-11-12T01:00:00"),
        ("46338.5", "2026-11-12T12:00:00"), ("2026-11-12 10:00 PST", "2026-11-12T18:00:00"),
    ],
)  # fmt: skip
def test_moments_are_read_as_marketplaces_write_them(text: str, moment: str) -> None:
    assert moment_of(text, DateOrder.DAY_FIRST, UTC) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_a_day_alone_is_in_the_zone_of_the_shop_and_may_mean_its_end() -> None:
    china = timezone(timedelta(hours=8))
    assert moment_of("2026-11-12", DateOrder.DAY_FIRST, china, ends=True).hour == 15
    assert moment_of("11/12/26", DateOrder.MONTH_FIRST, UTC).month == 11
    for nonsense in ("soon", "2026-13-01", "99 Foo 2026", "2026-11-12 25:00"):
        with pytest.raises(ValueError):
            moment_of(nonsense, DateOrder.DAY_FIRST, UTC)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("78.00", "78.00", ""), ("78,00", "78.00", ""), ("1,234.50", "1234.50", ""), ("1.234,50", "1234.50", ""),
        ("1 234,50 €", "1234.50", "EUR"), ("US $12.5", "12.5", "USD"), ("EUR 7", "7", "EUR"),
        ("₫510.000", "510000", "VND"), ("R$ 1.234,50", "1234.50", "BRL"), ("1,234", "1234", ""), ("1.234", "1.234", ""),
        ("1,234,567", "1234567", ""), ("-5.00", "-5.00", ""), ("(5.00)", "-5.00", ""), ("-€5", "-5", "EUR"),
        ("1'234.50", "1234.50", ""), ("¥1980", "1980", ""), ("99元", "99", "CNY"), ("$-3.00", "-3.00", "USD"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_marketplaces_write_them(text: str, amount: str, currency: str) -> None:
    assert amount_of(text) == (Decimal(amount), currency)


def test_what_is_no_amount_or_number_of_pieces_is_refused() -> None:
    for text in ("ten", "", "-", "1.2.3 apples"):
        with pytest.raises((ValueError, ArithmeticError)):
            amount_of(text)
    for text in ("1.5", "-1", "x", "nan"):
        with pytest.raises(ValueError):
            quantity_of(text)
    assert (quantity_of("2.0"), quantity_of("1,000")) == (2, 1000)
    assert is_scientific("4.03813E+18")
    assert not is_scientific("5E-33")


# --- encodings -----------------------------------------------------------------------------------------------

WORDS = {
    "gb18030": "订单编号,收货人姓名\n1,王芳\n2,李喆收到灯罩有裂纹\n",
    "cp932": "注文番号,商品名\n1,リネンのランプ\n2,マグカップ（青）をください\n",
    "cp1252": "Bestellung;Straße\n1;Größe für Käthe – 5 €\n2;Élodie à l’école\n",
    "utf-8": "Bestellung;Straße\n1;Größe\n",
    "utf-16-le": "订单编号,收货人\n1,王芳\n",
    "utf-16-be": "order,name\n1,Anna\n",
}


@pytest.mark.parametrize("encoding", WORDS)
def test_the_encoding_is_told_by_the_bytes(encoding: str) -> None:
    text, name = text_of(WORDS[encoding].encode(encoding))
    assert (text, name) == (WORDS[encoding], "utf-16" if "16" in encoding else encoding)
