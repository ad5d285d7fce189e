"""The page of today: morning, wrap-up, a walk, a day that is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.case import Column
from shopdesk.domain.case import Stage as CaseStage
from shopdesk.domain.day import Check, DayFigures, DayKind, DayNote, DayRecord, Item, NoteKind, OwnItem, Promised
from shopdesk.domain.fact import Fact
from shopdesk.domain.ids import ConversationId, PromiseId
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.today.page import TodayPage
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage

SETTLED_MS = 150
"""The page counts in lanes; until its cards have come and the rows have their places."""


def window_of(stage: Stage) -> tuple[MainWindow, TodayPage]:
    """A window turned to today, with a team of three."""
    desk = sample_desk(stage.language)
    chinese = stage.language.startswith("zh")
    for name in ("林梅", "小林", "小凯") if chinese else ("Mei Lin", "Lin Wei", "Kai Berg"):
        desk.agents.add(name)
    desk.day.now = stage.now
    rows = [row for row in desk.rows([ConversationId(one) for one in desk.all_rows]) if row.due_at is not None]
    quoted = "今天免费补发" if chinese else "today, free of charge"
    due = stage.now.replace(hour=15)
    desk.day.promised = tuple(
        Promised(PromiseId(n), row.id, row.customer_name, quoted, due) for n, row in enumerate(rows[:2], 1)
    )
    desk.agents.assign([row.id for row in rows[:3]], desk.agents.team[0].id)
    begun = [desk.cases.open(desk.cases.propose(row.id)) for row in rows[:2]]
    archived = replace(begun[0], stage=CaseStage.ARCHIVED, column=Column.CLOSED)
    desk.day.moved = (archived, begun[1])
    desk.day.cases_due = (replace(begun[1], next_at=stage.now + timedelta(hours=3)),)
    window = stage.window(desk)
    window.pages.show("today")
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    page.presenter.choose(DayKind.MORNING)
    stage.settle(SETTLED_MS)
    return window, page


def morning(stage: Stage) -> QWidget:
    """The morning review."""
    return window_of(stage)[0]


def wrap_up(stage: Stage) -> QWidget:
    """What is left, and the note."""
    window, page = window_of(stage)
    page.presenter.choose(DayKind.WRAP_UP)
    stage.settle(SETTLED_MS)
    return window


def walked(stage: Stage) -> QWidget:
    """The inbox with exactly the conversations of a task."""
    window, page = window_of(stage)
    item = page.presenter.run.item(Check.DUE.value) if page.presenter.run is not None else None
    assert item is not None
    page.presenter.start(item)
    stage.settle(SETTLED_MS)
    return window


def own_tasks(stage: Stage) -> QWidget:
    """The shop's own tasks in their editor."""
    window, page = window_of(stage)
    chinese = stage.language.startswith("zh")
    own = page.window()._desk.own_items  # type: ignore[attr-defined]
    own.save(OwnItem(0, DayKind.MORNING, "数一数面单" if chinese else "Count the labels", (0, 3), reorder_at=20))
    own.save(OwnItem(0, DayKind.WRAP_UP, "关掉打印机" if chinese else "Switch the printer off", required=True))
    page.list.edit.click()
    stage.settle(SETTLED_MS)
    return window


def facts(stage: Stage) -> QWidget:
    """The board of facts, one of them expired."""
    window, page = window_of(stage)
    board = page.window()._desk.facts  # type: ignore[attr-defined]
    board.save(Fact("cut_off", "16:00", ends=stage.now + timedelta(days=3)))
    board.save(Fact("sale", "10 %", ends=stage.now - timedelta(days=1)))
    page.facts_asked.emit()
    stage.settle(SETTLED_MS)
    return window


def team(stage: Stage) -> QWidget:
    """Who is on duty."""
    window, page = window_of(stage)
    page.team_asked.emit()
    stage.settle(SETTLED_MS)
    return window


def report(stage: Stage) -> QWidget:
    """The report of a day that was closed, over the wrap-up with a lesson."""
    window, page = window_of(stage)
    day, chinese = page.window()._desk.day, stage.language.startswith("zh")  # type: ignore[attr-defined]
    figures = DayFigures(24, 22, 3, 1, 2)
    today = stage.now.date()
    who = "林梅" if chinese else "Mei Lin"
    day.records = [
        DayRecord(today, 9, 10, stage.now, stage.now, who, figures, missed=("backup",)),
        DayRecord(today - timedelta(days=1), 10, 10),
    ]
    words = "先请客户发照片" if chinese else "Ask for a photo first"
    day.written = [DayNote(1, today, NoteKind.LESSON, words, who, stage.now)]
    page.presenter.choose(DayKind.WRAP_UP)
    page.reports_asked.emit()
    stage.settle(SETTLED_MS)
    return window


def counting(stage: Stage) -> QWidget:
    """A task with something to count."""
    window, page = window_of(stage)
    words = "数一数面单" if stage.language.startswith("zh") else "Count the labels"
    page.window()._desk.day.own = (Item("own:1", title=words, reorder_at=20),)  # type: ignore[attr-defined]
    page.presenter.look()
    stage.settle(SETTLED_MS)
    return window


SHOWN = {
    "today-morning": morning,
    "today-wrap-up": wrap_up,
    "today-walk": walked,
    "today-own-tasks": own_tasks,
    "today-facts": facts,
    "today-team": team,
    "today-report": report,
    "today-counting": counting,
}
