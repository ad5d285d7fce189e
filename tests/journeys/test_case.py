"""In the demo shop: from a mail about a damaged parcel to an archived case, by keys alone, over real sockets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from shopdesk.domain.case import CaseKind, Resolution, Stage
from shopdesk.domain.day import DayKind
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.today.page import TodayPage
from tests.journeys.test_answering import ROOT, Keys, demo_window, until

WANTED = "Parcel arrived damaged"
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def wrap_up_cases(window: MainWindow) -> set[str]:
    """What the wrap-up says of cases."""
    today = window.pages.page("today")
    assert isinstance(today, TodayPage)
    today.presenter.choose(DayKind.WRAP_UP)
    until(lambda: today.presenter.run is not None and today.presenter.run.kind is DayKind.WRAP_UP)
    until(lambda: today.cases.findChildren(QLabel))
    return {label.text() for label in today.cases.findChildren(QLabel)}


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the demo's engine is ended politely")
def test_a_damaged_parcel_becomes_an_archived_case_with_refund_evidence_and_follow_up(  # noqa: PLR0915 - one way
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with demo_window(tmp_path / "data", qapp) as (window, shop):
        keys, inbox = Keys(window), window.inbox.presenter

        def write(text: str) -> None:
            focused = window.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, text)

        def subject() -> str:
            return shop.conversations.rows([inbox.current])[0].subject if inbox.current is not None else ""

        def go_on(to: Stage, *typed: str) -> None:
            """E, then what the gate asks for, field by field."""
            before = page.forms.form
            keys.press("e")
            if typed:
                until(lambda: page.forms.form is not before)
            for place, text in enumerate(typed):
                if place:
                    keys.press(TAB)
                write(text)
            if typed:
                keys.press(ENTER)
            until(lambda: shop.cases.get(case.id).stage is to)

        def is_found() -> bool:
            """One step through the list, which still grows while we look."""
            there = list(inbox.listing.everyone())
            wanted = [row.id for row in shop.conversations.rows(there) if row.subject.startswith(WANTED)]
            if wanted and not subject().startswith(WANTED):
                above = inbox.current in there and there.index(inbox.current) > there.index(wanted[0])
                keys.press("k" if above else "j")
            return subject().startswith(WANTED)

        until(is_found)
        until(lambda: window.inbox.pane.shows_conversation)
        mail = inbox.current
        keys.press("c")
        until(lambda: window.pages._new_cases is not None and window.pages._new_cases.form is not None)
        keys.press(ENTER)
        until(lambda: shop.cases.board().cases)
        (case,) = shop.cases.board().cases
        assert (case.kind, case.order_number) == (CaseKind.DAMAGED, "304-8812047-5521934")
        assert [piece.name for piece in case.evidence] == ["lamp-1.jpg", "lamp-2.jpg"]
        keys.press("g")
        keys.press("c")
        page = window.pages.page("cases")
        assert isinstance(page, CasesPage)
        until(lambda: page.presenter.case(case.id) is not None)
        page.focus_list()
        keys.press(ENTER)
        until(lambda: page.shows_one)
        go_on(Stage.IN_HAND)
        keys.press("e")
        until(lambda: page.forms.form is not None)
        first = page.forms.form
        keys.press(ENTER)  # the first resolution: pay back
        until(lambda: page.forms.form is not first)
        write("39.90 EUR")
        keys.press(TAB)
        write("by mail")
        keys.press(ENTER)
        until(lambda: shop.cases.get(case.id).stage is Stage.ANSWERED)
        go_on(Stage.FOLLOWED_UP, "Anna is content")
        go_on(Stage.ARCHIVED, "Thin cardboard", "Pack lamps in double boxes")
        closed = shop.cases.get(case.id)
        assert (closed.resolution, str(closed.amount), closed.follow_up_result) == (
            Resolution.REFUND, "39.90", "Anna is content",
        )  # fmt: skip
        assert shop.cases.homes(case.id) == (mail,)
        assert shop.cases.verify().is_whole
        until(lambda: page.presenter.shown.closed == 1)
        keys.press("g")
        keys.press("t")
        assert {"Cases moved today", "Archived"} <= wrap_up_cases(window), "the evening's wrap-up shows it"
