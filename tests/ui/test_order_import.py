"""The import of order files in the window: drop, look, map, stop, result; the watched folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control
from shopdesk.domain.errors import OrderFileRefused
from shopdesk.domain.order_import import OrderFile, OrderImportDone, OrderPreview
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.orders.dialog import ImportDialog
from tests.ui.conftest import Maker, settle
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk

FILES = Path(__file__).parents[1] / "data" / "orders"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A real shop, whose orders the window asks for."""
    shop = build_shop(tmp_path / "desk")
    yield shop
    shop.close()


@pytest.fixture
def desk(shop: Shop) -> FakeDesk:
    """The sample shop with real orders."""
    desk = sample_desk()
    desk.__dict__["orders"] = shop.orders
    desk.__dict__["order_folder"] = shop.order_folder
    return desk


def _open(window: MainWindow, bot: QtBot, path: Path | None = None) -> ImportDialog:
    window.deeds.run(Do.IMPORT_ORDERS)
    dialog = window.orders.dialog
    assert dialog is not None
    if path is not None:
        dialog.ask_file = lambda: str(path)
        QTest.mouseClick(dialog.start.choose, Qt.MouseButton.LeftButton)
    settle(bot)
    return dialog


def test_a_file_is_chosen_looked_at_and_brought_in(make: Maker, qtbot: QtBot, desk: FakeDesk, shop: Shop) -> None:
    dialog = _open(make(desk), qtbot, FILES / "shopify.csv")
    page = dialog.preview_page
    assert (page.name.text(), page.summary.text()) == ("shopify.csv", "3 new")
    assert page.kind.currentText() == "Shopify orders"
    assert page.details.text() == "4 rows · UTF-8"
    assert page.orders[0].text() == '1001 · Emily Chen · Linen table lamp, sand 12" · €107.90'.replace("1001", "#1001")
    assert QApplication.focusWidget() is dialog.bring
    assert dialog.bring.text() == "Import 3 orders"
    QTest.keyClick(dialog.bring, Qt.Key.Key_Space)
    settle(qtbot)
    assert shop.orders.count() == 3
    assert dialog.said.text() == "Brought in: 3 new, 0 changed, 0 the same"
    assert dialog.pages.currentWidget() is dialog.start
    dialog.presenter.read(FILES / "shopify.csv")
    settle(qtbot)
    assert (page.summary.text(), dialog.bring.text(), dialog.bring.isEnabled()) == (
        "3 the same", "Nothing to import", False,
    )  # fmt: skip


def test_what_is_wrong_is_counted_with_its_first_places(
    make: Maker, qtbot: QtBot, desk: FakeDesk, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Order number,Total,Status\n1.2E+18,5,paid\n7,ten,paid\n,8,paid\n", "utf-8")
    dialog = _open(make(desk), qtbot, file)
    labels = [label.text() for line in dialog.preview_page.problems for label in line.findChildren(QLabel)]
    assert labels == [
        "1 row has a number that a spreadsheet program rounded, and is left out",
        "Row 2: 1.2E+18",
        "1 amount cannot be read; the order comes in without it",
        "Row 3: ten",
    ]
    assert dialog.preview_page.summary.text() == "1 new · 1 row left out"


def test_a_table_of_ones_own_is_mapped_by_hand(
    make: Maker, qtbot: QtBot, desk: FakeDesk, shop: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("Ref;Who;Was\nX1;Anna;Lamp\nX2;Max;Mug\n", "utf-8")
    dialog = _open(make(desk), qtbot, file)
    page = dialog.preview_page
    assert page.summary.text() == "Which column has the order numbers? Choose it below."
    assert page.columns.isVisible()
    for field, header in (("number", "Ref"), ("customer_name", "Who"), ("item", "Was")):
        box = page.columns.boxes[field]
        box.setCurrentIndex(box.findData(header))
        box.activated.emit(box.currentIndex())
        settle(qtbot)
    assert page.summary.text() == "2 new"
    assert page.orders[0].text() == "X1 · Anna · Lamp"
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert shop.orders.by_number("X2").item == "Mug"
    dialog.presenter.read(file)
    settle(qtbot)
    assert page.summary.text() == "2 the same"


def test_another_kind_can_be_named_and_the_columns_shown(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    dialog = _open(make(desk), qtbot, FILES / "own.csv")
    page = dialog.preview_page
    assert page.columns.isHidden()
    QTest.mouseClick(page.fold, Qt.MouseButton.LeftButton)
    assert page.columns.boxes["number"].currentText() == "Bestellnummer"
    assert page.columns.boxes["number"].accessibleName() == "Column for: Order number"
    page.kind.setCurrentIndex(page.kind.findData("ebay"))
    page.kind.activated.emit(page.kind.currentIndex())
    settle(qtbot)
    assert not dialog.bring.isEnabled()


def test_a_file_that_is_none_gives_a_sentence_and_the_next_one_works(
    make: Maker, qtbot: QtBot, desk: FakeDesk, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b"\x00\x01" * 999)
    dialog = _open(make(desk), qtbot, file)
    assert dialog.said.text().startswith("This file cannot be read as a table of orders.")
    dialog.presenter.read(tmp_path / "nowhere.csv")
    settle(qtbot)
    assert dialog.said.text()
    assert not dialog.presenter.is_busy
    dialog.presenter.read(FILES / "ebay.csv")
    settle(qtbot)
    assert dialog.preview_page.summary.text() == "2 new"
    assert dialog.said.isHidden()
    QTest.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentWidget() is dialog.start


def test_a_file_can_be_dropped_on_the_dialog(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    dialog = _open(make(desk), qtbot)
    dropped = QMimeData()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for name, is_taken in (("picture.png", False), ("wish.csv", True)):
        dropped.setUrls([QUrl.fromLocalFile(str(FILES / name))])
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, dropped, left, none)
        enter.ignore()
        dialog.dragEnterEvent(enter)
        assert enter.isAccepted() is is_taken
    dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, dropped, left, none))
    settle(qtbot)
    assert dialog.preview_page.name.text() == "wish.csv"


def test_how_far_the_reading_is_stands_under_the_bar(make: Maker, qtbot: QtBot, desk: FakeDesk) -> None:
    dialog = _open(make(desk), qtbot)
    said = []
    for done, total in ((0, 0), (12_000, 0), (500, 9_000)):
        dialog.show_busy("big.xlsx", done, total)
        said.append(dialog.said.text())
    assert said == ["Reading big.xlsx", "Reading big.xlsx: row 12,000", "big.xlsx: 500 of 9,000"]


class Slow:
    """Orders whose import is stopped from the screen while it is under way."""

    def __init__(self, real: object) -> None:
        self._real = real
        self.stop = lambda: None

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def import_(self, preview: OrderPreview, control: Control | None = None) -> OrderImportDone:
        assert control is not None
        control.report(100, 900)
        self.stop()
        control.stop_if_cancelled()
        raise AssertionError("it was not stopped")


def test_stop_leaves_nothing_behind_and_says_so(make: Maker, qtbot: QtBot, desk: FakeDesk, shop: Shop) -> None:
    slow = Slow(shop.orders)
    desk.__dict__["orders"] = slow
    dialog = _open(make(desk), qtbot, FILES / "shopify.csv")

    def stop() -> None:
        assert (dialog.bar.isVisible(), dialog.cancel.text()) == (True, "Stop")
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)

    slow.stop = stop
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert dialog.said.text() == "Stopped; nothing was written."
    assert (shop.orders.count(), dialog.bar.isVisible(), dialog.bring.isEnabled()) == (0, False, True)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


def test_a_folder_is_watched_and_let_go(make: Maker, qtbot: QtBot, desk: FakeDesk, shop: Shop, tmp_path: Path) -> None:
    dialog = _open(make(desk), qtbot)
    assert dialog.start.leave.isHidden()
    dialog.ask_folder = lambda: str(tmp_path)
    QTest.mouseClick(dialog.start.watch, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert shop.order_folder.folder() == str(tmp_path)
    assert dialog.start.leave.isVisible()
    dialog.ask_folder = lambda: str(tmp_path / "nowhere")
    QTest.mouseClick(dialog.start.watch, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert dialog.said.text() == "The watched folder cannot be read. Choose another one."
    QTest.mouseClick(dialog.start.leave, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert shop.order_folder.folder() == ""


def test_what_a_watched_file_brought_or_why_not_is_told_once(make: Maker, qtbot: QtBot) -> None:
    desk = sample_desk()
    window = make(desk)
    told: list[str] = []
    window.orders.told.connect(told.append)
    old = OrderFile("old.csv", "a", NOW - timedelta(days=1))
    new = OrderFile("new.csv", "b", NOW + timedelta(minutes=1), OrderImportDone(2, 1, 0, 0))
    desk.orders.done_files = [old]
    window.orders.apply(Changes(orders=True))
    desk.orders.done_files = [new, old]
    window.orders.apply(Changes(orders=True))
    window.orders.apply(Changes(orders=True))
    window.orders.apply(Changes(cases=True))
    bad = replace(new, sha256="c", at=NOW + timedelta(hours=1), error=OrderFileRefused.__name__)
    desk.orders.done_files = [bad, new, old]
    window.orders.apply(Changes(orders=True))
    assert told[0] == "new.csv: Brought in: 2 new, 1 changed, 0 the same"
    assert told[1].startswith("new.csv: This file cannot be read as a table of orders.")
    assert len(told) == 2
    dialog = _open(window, qtbot)
    assert [line.text()[:8] for line in dialog.start.lines if line.isVisible()] == ["new.csv:", "new.csv:", "old.csv:"]
