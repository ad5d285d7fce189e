"""Orders: taken in all or nothing, never doubled, found by number, alias and address."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.parsers import expat

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled, InputRefused, NotFound, OrderFileEmpty, OrderFileUnknown
from shopdesk.domain.order_import import ColumnMapping, OrderImportDone
from shopdesk.services.order_import import OrderImport
from shopdesk.services.orders import Orders
from shopdesk.services.sheets import write_xlsx
from tests.services.bench import NOW, Bench, mail

FILES = Path(__file__).parents[1] / "data" / "orders"
KINDS = sorted(file.name for file in FILES.iterdir() if file.suffix in {".csv", ".txt", ".xlsx"})
ALIAS = "q7x2mk9tplv3wz1@marketplace.amazon.de"


@pytest.fixture
def orders(bench: Bench) -> Orders:
    """The orders of the shop."""
    return bench.shop.orders


Take = Callable[[str], OrderImportDone]


@pytest.fixture
def take(orders: Orders) -> Take:
    """Takes one of the sample files in."""
    return lambda name: orders.import_(orders.preview(name, (FILES / name).read_bytes()))


class StopAt(SimpleControl):
    """Asks to stop once so much is done."""

    def __init__(self, done: int) -> None:
        super().__init__()
        self._at = done

    def report(self, done: int, total: int) -> None:
        super().report(done, total)
        if done >= self._at:
            self.cancel()


def many(count: int, state: str = "paid") -> bytes:
    rows = [f"S-{number},2026-11-12,buyer{number}@mail.example,Lamp,10.00,{state}" for number in range(count)]
    return "\n".join(["Order number,Order date,Email,Item,Total,Status", *rows]).encode()


# --- files ---------------------------------------------------------------------------------------------------


def test_every_kind_of_file_is_taken_in_and_a_second_time_changes_nothing(orders: Orders, take: Take) -> None:
    first = {name: take(name) for name in KINDS}
    before = orders.newest(1_000)
    count = orders.count()
    assert all(done.added + done.changed for done in first.values())
    again = {name: take(name) for name in KINDS}
    assert not any(done.added or done.changed for done in again.values())
    assert orders.newest(1_000) == before
    assert orders.count() == count == 21


def test_a_preview_counts_what_would_happen_and_writes_nothing(orders: Orders) -> None:
    content = (FILES / "shopify.csv").read_bytes()
    preview = orders.preview("shopify.csv", content)
    assert (preview.title, preview.encoding, preview.separator) == ("Shopify orders", "utf-8", ",")
    assert (preview.added, preview.changed, preview.same, preview.found.rows) == (3, 0, 0, 4)
    assert orders.count() == 0
    orders.import_(preview)
    later = content.replace(b"pending", b"paid")
    preview = orders.preview("later.csv", later)
    assert (preview.added, preview.changed, preview.same) == (0, 1, 2)
    assert orders.import_(preview) == OrderImportDone(0, 1, 2, 0)


def test_two_files_of_one_order_complete_each_other_in_any_order(orders: Orders, take: Take) -> None:
    take("etsy-orders.csv")
    take("etsy-items.csv")
    order = orders.by_number("3190551203")
    assert (order.item, order.total) == ("Brass bracelet, engraved", Decimal("44.50"))
    assert order.shipped_at is not None
    take("etsy-orders.csv")
    assert orders.by_number("3190551203").item == "Brass bracelet, engraved"


def test_an_import_that_is_stopped_leaves_nothing_behind(bench: Bench, orders: Orders) -> None:
    preview = orders.preview("many.csv", many(900))
    bench.heard.clear()
    with pytest.raises(Cancelled):
        orders.import_(preview, StopAt(500))
    assert orders.count() == 0
    assert not bench.heard
    with bench.shop.store.writing() as work:
        assert work._database.value("SELECT count(*) FROM staged_order") == 0
    orders.import_(preview)
    assert orders.count() == 900
    assert [changes.orders for changes in bench.heard] == [True]


def test_an_import_that_another_one_overtakes_is_laid_over_it(orders: Orders) -> None:
    slow, fast = orders.preview("slow.csv", many(300)), orders.preview("fast.csv", many(300, "shipped"))

    class Overtaken(SimpleControl):
        is_over = False

        def report(self, done: int, total: int) -> None:
            if done >= 250 and not self.is_over:
                self.is_over = True
                orders.import_(fast)

    done = orders.import_(slow, Overtaken())
    assert (done.added, done.changed, done.same) == (0, 0, 300)
    assert {order.state.value for order in orders.newest(300)} == {"shipped"}


def test_an_import_whose_preparations_another_one_swept_begins_again(bench: Bench, orders: Orders) -> None:
    class Swept(SimpleControl):
        is_over = False

        def report(self, done: int, total: int) -> None:
            if done >= 500 and not self.is_over:
                self.is_over = True
                with bench.shop.store.writing() as work:
                    work.orders.begin_staging()

    assert orders.import_(orders.preview("many.csv", many(600)), Swept()).added == 600
    assert orders.count() == 600


def test_what_a_killed_import_left_behind_is_swept_by_the_next(bench: Bench, orders: Orders) -> None:
    found = orders.preview("many.csv", many(3)).found.orders
    with bench.shop.store.writing() as work:
        work.orders.stage(work.orders.begin_staging(), found, NOW)
    assert orders.count() == 0
    orders.import_(orders.preview("other.csv", many(1)))
    with bench.shop.store.reading() as work:
        assert work._database.value("SELECT count(*) FROM staged_order") == 0
    assert orders.count() == 1


def test_fifty_thousand_rows_come_in_well_within_half_a_minute(orders: Orders) -> None:
    rows = (FILES / "shopify.csv").read_bytes().decode().partition("#1002")
    one = "#1002" + rows[2].split("#1003")[0]
    content = rows[0] + "".join(one.replace("#1002", f"#{number}") for number in range(5_000, 10_000))
    begun = time.process_time()
    done = orders.import_(orders.preview("shopify.csv", content.encode()))
    seconds = (time.process_time() - begun) * 10
    assert done.added == 5_001
    assert seconds < 30, "seconds for 50,000 rows, as ten times those for 5,000"


def test_a_wide_workbook_costs_little_more_than_reading_its_cells(orders: Orders) -> None:
    """50,000 such rows take half a minute where their bare cells take 4 s; the ratio holds beside anything."""
    head, first = (FILES / "shopify.csv").read_bytes().decode().splitlines()[:2]
    headers, cells = next(csv.reader([head])), next(csv.reader([first]))
    assert len(headers) >= 40
    ratios = []
    for start in (10_000, 20_000, 30_000):
        rows = ([f"#{start + number}", *cells[1:]] for number in range(1_000))
        content = write_xlsx("Orders", [headers, *rows])
        bare = seconds_of_bare_cells(content)
        begun = time.process_time()
        assert orders.import_(orders.preview("shopify.xlsx", content)).added == 1_000
        ratios.append((time.process_time() - begun) / bare)
    assert min(ratios) < 7.5, "times the bare cells"


def seconds_of_bare_cells(workbook: bytes) -> float:
    """Of the processor, for handing over the cells of the first sheet one by one: the least that anybody needs."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    seen: list[str] = []
    begun = time.process_time()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: seen.append(name)
    parser.CharacterDataHandler = seen.append
    parser.Parse(sheet, True)
    assert seen
    return time.process_time() - begun


def test_reading_a_workbook_can_be_stopped(orders: Orders) -> None:
    control = SimpleControl()
    control.cancel()
    with pytest.raises(Cancelled):
        orders.preview("x.xlsx", write_xlsx("Orders", [["Order number"], ["1"]]), control=control)


def test_progress_goes_up_to_the_number_of_orders(orders: Orders) -> None:
    control = SimpleControl()
    orders.import_(orders.preview("many.csv", many(600), control=control), control)
    assert (control.done, control.total) == (600, 600)


def test_a_mapping_made_by_hand_is_remembered_for_files_of_the_same_headers(orders: Orders) -> None:
    content = b"Ref;Mail;Was\nX1;anna@mail.example;Lamp\n"
    unknown = orders.preview("own.csv", content)
    assert not unknown.is_known
    assert unknown.headers == ("Ref", "Mail", "Was")
    with pytest.raises(OrderFileUnknown):
        orders.import_(unknown)
    mapping = ColumnMapping({"number": ("Ref",), "email": ("Mail",), "item": ("Was",)}, "etsy")
    orders.import_(orders.preview("own.csv", content, mapping=mapping))
    again = orders.preview("next.csv", b"Mail;Was;Ref\nb@mail.example;Mug;X2\n")
    assert again.mapping == mapping
    assert [(one.number, one.market, one.item) for one in again.found.orders] == [("X2", "etsy", "Mug")]


def test_a_preset_can_be_named(orders: Orders) -> None:
    content = b"Name,Email,Lineitem name\n#7,anna@mail.example,Lamp\n"
    preview = orders.preview("x.csv", content, preset="shopify")
    assert [(one.number, one.market) for one in preview.found.orders] == [("#7", "shopify")]
    with pytest.raises(InputRefused, match="amazon-unshipped"):
        orders.preview("x.csv", content, preset="nowhere")
    assert ("ebay", "eBay orders report") in orders.preset_titles()


def test_a_file_without_a_single_usable_order_is_refused(orders: Orders) -> None:
    preview = orders.preview("x.csv", b"Order number,Total,Status\n1.2E+18,5,paid\n")
    assert preview.found.refused == 1
    with pytest.raises(OrderFileEmpty):
        orders.import_(preview)


def test_an_import_gives_up_when_others_never_end(orders: Orders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrderImport, "_written", lambda *_: None)
    with pytest.raises(Exception, match="other imports"):
        orders.import_(orders.preview("many.csv", many(1)))


# --- finding -------------------------------------------------------------------------------------------------


def test_orders_of_a_conversation_are_found_by_alias_by_number_and_by_address(
    bench: Bench, orders: Orders, take: Take
) -> None:
    take("amazon-unshipped.txt")
    take("shopify.csv")
    bench.comes(mail("a", sender=f"Anna <{ALIAS.replace('@', '+8f3a@')}>", subject="Parcel arrived damaged"))
    bench.comes(mail("b", sender="Emily <emily@elsewhere.example>", subject="Order #1001 and order 1002"))
    bench.comes(mail("c", sender="Ida <ida@mail.example>", subject="Hello"))
    bench.comes(mail("d", sender="Nobody <nobody@mail.example>", subject="Hello again"))
    found = {
        row.customer_email.partition("@")[0].partition("+")[0]: [one.number for one in orders.of_conversation(row.id)]
        for row in bench.rows()
    }
    assert found == {
        "q7x2mk9tplv3wz1": ["304-8812047-5521934"],
        "emily": ["#1001", "#1002"],
        "ida": ["#1003"],
        "nobody": [],
    }


def test_a_short_number_of_one_marketplace_means_no_order_of_another(
    bench: Bench, orders: Orders, take: Take
) -> None:
    take("etsy-orders.csv")
    bench.comes(mail("a", sender=f"Anna <{ALIAS}>", subject="Order 3190551203"))
    [row] = bench.rows()
    assert row.order_numbers == ("3190551203",)
    assert orders.of_conversation(row.id) == []


def test_what_stands_beside_a_mail_is_added_up_of_its_customer_alone(
    bench: Bench, orders: Orders, take: Take
) -> None:
    take("shopify.csv")
    bench.comes(mail("a", sender="Ida <ida@mail.example>", subject="My order and #1001 of a friend"))
    [row] = bench.rows()
    beside = orders.beside(row.id)
    assert [one.number for one in beside.orders] == ["#1001", "#1003"]
    assert (beside.purchases.orders, beside.purchases.returns) == (1, 1)


def test_a_customers_orders_are_added_up(orders: Orders, take: Take) -> None:
    take("shopify.csv")
    take("amazon-unshipped.txt")
    assert orders.purchases("emily.chen@mail.example", ALIAS).spent == (("EUR", Decimal("277.80")),)
    assert orders.purchases("ida@mail.example").returns == 1
    assert [one.number for one in orders.of_customer("EMILY.CHEN@mail.example", "")] == ["#1001"]
    assert orders.purchases("nobody@mail.example").orders == 0


def test_a_customers_orders_can_be_forgotten(bench: Bench, orders: Orders, take: Take) -> None:
    take("shopify.csv")
    bench.heard.clear()
    assert orders.forget("Emily.Chen@mail.example", "") == 1
    assert orders.forget("nobody@mail.example") == 0
    assert [one.number for one in orders.newest()] == ["#1002", "#1003"]
    assert [changes.orders for changes in bench.heard] == [True]


def test_an_order_is_found_by_its_number_with_or_without_its_sign(orders: Orders, take: Take) -> None:
    take("shopify.csv")
    order = orders.by_number("1001")
    assert orders.by_number("#1001", "shopify") == orders.get(order.id) == order
    for number, market in (("1001", "amazon"), ("9", None)):
        with pytest.raises(NotFound):
            orders.by_number(number, market)
