"""The reminder of everybody who waits, and promises: in the conversation, on Today, in the wrap-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.day import DayKind, Promised
from shopdesk.domain.ids import ConversationId, PromiseId
from shopdesk.domain.promise import Promise, PromiseKind, PromiseState
from shopdesk.ui.actions import Do
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.today.page import TodayPage
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def rest(stage: Stage) -> QWidget:
    """The slim bar over the inbox; somebody says for how long nobody shall be disturbed."""
    window = reminded(stage)
    window.deeds.run(Do.REST)
    stage.settle()
    return window


def reminded(stage: Stage) -> MainWindow:
    """A window whose reminder has looked."""
    desk = sample_desk(stage.language)
    desk.day.now = stage.now
    window = stage.window(desk)
    window.reminders.look()
    stage.settle()
    return window


def promising(stage: Stage) -> FakeDesk:
    """A shop that promised something to two customers."""
    desk = sample_desk(stage.language)
    chinese, now = stage.language.startswith("zh"), stage.now
    desk.day.now = now
    rows = [row for row in desk.rows([ConversationId(one) for one in desk.all_rows]) if row.due_at is not None]
    first, second, third = rows[:3]
    words = ("今天免费补发", "问快递到哪里了", "明天上午发出") if chinese else (
        "today, free of charge", "ask the carrier where it is", "it leaves tomorrow morning"
    )  # fmt: skip
    desk.day.promised = (
        Promised(PromiseId(1), first.id, first.customer_name, words[0], now - timedelta(hours=2)),
        Promised(
            PromiseId(2), second.id, second.customer_name, words[1], now + timedelta(hours=6), kind=PromiseKind.SNOOZE
        ),
        Promised(PromiseId(3), third.id, third.customer_name, words[2], now + timedelta(hours=20)),
    )
    kept = Promise(PromiseId(4), first.id, words[2], now - timedelta(days=1), PromiseState.KEPT, settled_at=now)
    broken = replace(kept, id=PromiseId(5), state=PromiseState.BROKEN, reason="已售罄" if chinese else "sold out")
    open_one = Promise(PromiseId(1), first.id, words[0], now + timedelta(hours=5), made_at=now)
    desk.promises.kept = {one.id: one for one in (kept, broken, open_one)}
    return desk


def of_conversation(stage: Stage) -> QWidget:
    """What was promised in one conversation."""
    desk = promising(stage)
    window = stage.window(desk)
    window.inbox.presenter.choose(desk.day.promised[0].conversation_id)
    stage.settle(150)
    window.deeds.run(Do.PROMISES)
    stage.settle()
    return window


def wrap_up(stage: Stage) -> QWidget:
    """Those of tomorrow are confirmed; one of them is just being given up."""
    window = stage.window(promising(stage))
    window.pages.show("today")
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    page.presenter.choose(DayKind.WRAP_UP)
    stage.settle()
    page.promised.focus_first()
    page.promised.rows[0].ask_break()
    stage.settle()
    return window


SHOWN = {
    "reminder": rest,
    "promises-conversation": of_conversation,
    "promises-wrap-up": wrap_up,
}
