"""Lists of orders that need somebody, the watched folder, and files of orders for others."""

from __future__ import annotations

import csv
import io
import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.day import DayKind
from shopdesk.domain.errors import InputRefused, OrderFolderMissing
from shopdesk.domain.order_import import OrderImportDone
from shopdesk.domain.order_watch import WatchRules
from shopdesk.domain.template_exchange import ExchangeFormat
from shopdesk.services.order_folder import OrderFolder
from shopdesk.services.order_watch import SETTING, country_code, counts
from shopdesk.services.orders import Orders
from tests.services.bench import NOW, Bench, ago, mail

FILES = Path(__file__).parents[1] / "data" / "orders"
HEAD = (
    "Order number,Order date,Customer,Email,Item,Total,Status,Shipped at,Promised,Street,City,Postcode,Country,"
    "Phone,Tracking\n"
)


@pytest.fixture
def orders(bench: Bench) -> Orders:
    """The orders of the shop."""
    return bench.shop.orders


def _day(days: int) -> str:
    return (NOW - timedelta(days=days)).date().isoformat()


def _bring(orders: Orders, *rows: str) -> None:
    orders.import_(orders.preview("x.csv", (HEAD + "\n".join(rows)).encode()))


def test_open_orders_are_listed_by_what_presses_most(orders: Orders) -> None:
    home = "Torstraße 12,Berlin,10119,Germany,+49301234567,LP1"
    _bring(
        orders,
        f"A,{_day(20)},Anna,,Lamp,5,shipped,{_day(9)},{_day(2)},{home}",
        f"B,{_day(20)},Ben,,Lamp,5,shipped,{_day(3)},{_day(4)},{home}",
        f"C,{_day(3)},Cleo,,Lamp,5,unpaid,,,{home}",
        f"D,{_day(1)},Dora,,Lamp,5,paid,,,Torstraße,Berlin,10119,Deutschland,123",
        f"E,{_day(1)},Emil,,Lamp,5,paid,,,Rue 1,Lyon,69001,France,",
        f"F,{_day(1)},Finn,,Lamp,5,delivered,,,,,,,",
    )
    found = [(one.order.number, one.reason.value, one.detail) for one in orders.watching.all()]
    assert found == [
        ("B", "promise_passed", ""),
        ("A", "promise_passed", ""),
        ("A", "no_scan", "LP1"),
        ("C", "unpaid", ""),
        ("D", "bad_address", "no_house_number"),
        ("D", "bad_phone", "123"),
    ]
    assert [*counts(orders.watching.all()).values()] == [2, 1, 1, 1, 1]
    orders.watching.set_rules(WatchRules(no_scan_days=30, countries=frozenset({"DE"})))
    assert orders.watching.rules().countries == {"DE"}
    found = [(one.order.number, one.reason.value, one.detail) for one in orders.watching.all()]
    assert ("E", "out_of_area", "FR") in found
    assert "no_scan" not in [reason for _, reason, _ in found]


def test_rules_that_cannot_be_read_count_as_never_set(bench: Bench, orders: Orders) -> None:
    for text in ("{", "[]", '{"no_scan_days": "x"}'):
        with bench.shop.store.writing() as work:
            work.settings.save(SETTING, text)
        assert orders.watching.rules() == WatchRules()


@pytest.mark.parametrize(
    ("name", "code"),
    [("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("Deutschland", "DE"), ("United Kingdom", "GB"), ("UK", "GB"),
     ("中国", "CN"), ("日本", "JP"), ("Việt Nam", "VN"), ("Atlantis", ""), ("", "")],
)  # fmt: skip
def test_a_country_is_known_however_a_file_names_it(name: str, code: str) -> None:
    assert country_code(name) == code


def test_an_order_put_aside_stays_away_until_something_about_it_changes(bench: Bench, orders: Orders) -> None:
    home = "Torstraße 12,Berlin,10119,Germany,+49301234567,LP1"
    late = f"A,{_day(20)},Anna,,Lamp,5,shipped,{_day(9)},{_day(2)},{home}"
    _bring(orders, late)
    watching = orders.watching
    promise, scan = watching.all()
    watching.put_aside([promise])
    assert [one.reason.value for one in watching.all()] == ["no_scan"]
    watching.put_aside([scan])
    assert not watching.all()
    watching.bring_back([promise])
    assert [one.reason.value for one in watching.all()] == ["promise_passed"]
    watching.put_aside([promise])
    _bring(orders, late)
    assert not watching.all()
    _bring(orders, late.replace(f"{_day(2)},", f"{_day(1)},"))
    assert [one.reason.value for one in watching.all()] == ["promise_passed", "no_scan"]


def test_the_morning_counts_the_orders_that_need_somebody(bench: Bench, orders: Orders) -> None:
    def counted() -> tuple[int, tuple[str, ...]]:
        item = bench.shop.day.look(DayKind.MORNING).item("orders")
        assert item is not None
        return item.count, item.names

    assert counted() == (0, ())
    _bring(orders, f"A,{_day(3)},Anna,,Lamp,5,unpaid,,,Torstraße 1,Berlin,10119,Germany,,")
    assert counted() == (1, ("Anna",))
    orders.watching.put_aside(orders.watching.all())
    assert counted() == (0, ())
    bench.clock.advance(timedelta(days=2))
    assert counted() == (0, ())


def test_who_writes_about_an_order_gets_the_conversation_that_names_it(bench: Bench, orders: Orders) -> None:
    sent = f"Anna Schmidt,anna@mail.example,Lamp,5 EUR,shipped,{_day(9)},{_day(2)},,,,,,LP1"
    rows = (f"305-8812047-1111111,{_day(20)},{sent}", f"A-2,{_day(20)},{sent}")
    others = (f"B,{_day(1)},Ben,ben@mail.example,Mug,5,paid,,,,,,,,", f"C,{_day(1)},Cleo,,Mug,5,paid,,,,,,,,")
    _bring(orders, *rows, *others)
    home = bench.comes(mail("a", subject="Order 305-8812047-1111111"))
    bench.comes(mail("b", subject="Another lamp", when=ago(days=-1)))
    about = {one.number: orders.writing_about(one.id) for one in orders.newest()}
    assert (about["305-8812047-1111111"].conversation, about["A-2"].email) == (home, "anna@mail.example")
    assert about["A-2"].conversation not in {home, None}
    assert (about["B"].conversation, about["B"].email, about["B"].name) == (None, "ben@mail.example", "Ben")
    assert (about["C"].conversation, about["C"].email) == (None, "")
    values = about["A-2"].values
    assert (values["order.number"], values["customer.first_name"], values["order.tracking"]) == ("A-2", "Anna", "LP1")
    assert (values["sent"], values["amount"]) == (_day(9), "5 EUR")


# --- the watched folder --------------------------------------------------------------------------------------


@pytest.fixture
def watched_folder(bench: Bench, tmp_path: Path) -> tuple[OrderFolder, Callable[[str, bytes], Path]]:
    """The watched folder, and what puts a file of long ago into it."""
    place = tmp_path / "exports"
    place.mkdir()
    bench.shop.order_folder.watch(str(place))

    def put(name: str, content: bytes) -> Path:
        path = place / name
        path.write_bytes(content)
        os.utime(path, (time.time() - 60, time.time() - 60))
        return path

    return bench.shop.order_folder, put


def test_a_file_in_the_watched_folder_comes_in_once(bench: Bench, watched_folder) -> None:
    folder, put = watched_folder
    content = (FILES / "shopify.csv").read_bytes()
    put("orders.csv", content)
    put("notes.pdf", b"%PDF")
    [file] = folder.look(SimpleControl())
    assert (file.name, file.done, file.error) == ("orders.csv", OrderImportDone(3, 0, 0, 0), "")
    assert bench.shop.orders.count() == 3
    put("the same again.csv", content)
    assert list(folder.look(SimpleControl())) == []
    put("orders.csv", content.replace(b"pending", b"paid"))
    [file] = folder.look(SimpleControl())
    assert file.done == OrderImportDone(0, 1, 2, 0)
    assert [one.name for one in folder.done()] == ["orders.csv", "orders.csv"]


def test_a_file_that_is_still_written_is_left_alone(watched_folder) -> None:
    folder, put = watched_folder
    path = put("orders.csv", (FILES / "shopify.csv").read_bytes())
    os.utime(path)
    assert list(folder.look(SimpleControl())) == []


@pytest.mark.expects_log("not taken in")
@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", "OrderFileEmpty"), (b"a,b\n1,2\n", "OrderFileUnknown"), (b"\x00\x01" * 999, "OrderFileRefused")],
)
def test_a_file_that_cannot_be_taken_is_remembered_with_its_failure(
    bench: Bench, watched_folder, content: bytes, error: str
) -> None:
    folder, put = watched_folder
    put("orders.csv", content)
    bench.heard.clear()
    [file] = folder.look(SimpleControl())
    assert file.error == error
    assert [one.error for one in folder.done()] == [error]
    assert bench.heard[-1].orders
    assert list(folder.look(SimpleControl())) == []


@pytest.mark.expects_log("watched folder is gone")
def test_a_folder_that_went_is_said_once_and_one_that_is_none_is_refused(watched_folder, tmp_path: Path) -> None:
    folder, _put = watched_folder
    (tmp_path / "exports").rmdir()
    assert [*folder.look(SimpleControl()), *folder.look(SimpleControl())] == []
    with pytest.raises(OrderFolderMissing):
        folder.watch(str(tmp_path / "nowhere"))
    folder.watch("")
    assert folder.folder() == ""
    assert list(folder.look(SimpleControl())) == []


# --- files for others ----------------------------------------------------------------------------------------


def test_no_cell_of_an_export_is_a_formula_and_chinese_is_right(orders: Orders) -> None:
    evil = ['"=1+1"', "@SUM(A1)", "+49 30 1234567", "-2", "王芳"]
    _bring(orders, *(f"N{place},{_day(1)},{name},,=cmd|' /C calc'!A0,5,paid,,,,,,," for place, name in enumerate(evil)))
    content = orders.export(ExchangeFormat.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = [*csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]
    assert {row[4] for row in rows[1:]} == {"'=1+1", "'@SUM(A1)", "'+49 30 1234567", "'-2", "王芳"}
    sheet = load_workbook(io.BytesIO(orders.export(ExchangeFormat.XLSX))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}
    assert {cell.value for cell in sheet["E"]} >= {"=1+1", "王芳"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    with pytest.raises(InputRefused):
        orders.export(ExchangeFormat.JSON)


def test_what_is_exported_comes_in_again_without_a_loss(bench: Bench, orders: Orders) -> None:
    orders.import_(orders.preview("shopify.csv", (FILES / "shopify.csv").read_bytes()))
    for form in (ExchangeFormat.CSV, ExchangeFormat.XLSX):
        preview = orders.preview("x", orders.export(form))
        numbers = {order.number: order for order in preview.found.orders}
        assert set(numbers) == {"#1001", "#1002", "#1003"}
        assert not preview.found.problems
        assert [one.sku for one in numbers["#1001"].items] == ["LAMP-1", "00123"]
        assert numbers["#1001"].address.postcode == "01067"
