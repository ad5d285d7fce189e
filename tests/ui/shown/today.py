"""The page of today: morning, wrap-up, a walk, a day that is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shopdesk.domain.day import Check, DayKind, Promised
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.today.page import TodayPage
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


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
    desk.day.promised = tuple(Promised(row.id, row.customer_name, quoted, due) for row in rows[:2])
    desk.agents.assign([row.id for row in rows[:3]], desk.agents.team[0].id)
    window = stage.window(desk)
    window.pages.show("today")
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    page.presenter.choose(DayKind.MORNING)
    stage.settle()
    return window, page


def morning(stage: Stage) -> QWidget:
    """The morning review."""
    return window_of(stage)[0]


def wrap_up(stage: Stage) -> QWidget:
    """What is left, and the note."""
    window, page = window_of(stage)
    page.presenter.choose(DayKind.WRAP_UP)
    stage.settle()
    return window


def walked(stage: Stage) -> QWidget:
    """The inbox with exactly the conversations of a task."""
    window, page = window_of(stage)
    item = page.presenter.run.item(Check.DUE.value) if page.presenter.run is not None else None
    assert item is not None
    page.presenter.start(item)
    stage.settle()
    return window


SHOWN = {"today-morning": morning, "today-wrap-up": wrap_up, "today-walk": walked}
