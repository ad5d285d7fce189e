"""Targets: their page in the settings for both clocks, in peak time, and why a conversation is due then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.answer_clock import AnswerClock, Pause
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import LUNCH, OpeningHours, Peak, Span, TargetMode, TargetRule
from shopdesk.ui.actions import Do
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk
from tests.ui.shown.settings import mailboxes_of
from tests.ui.shown.stage import Stage

SHOP = MailboxId(1)
HOUR = timedelta(hours=1)
OPENING = OpeningHours(
    week=((Span(9 * 60, 18 * 60),),) * 5 + ((Span(10 * 60, 14 * 60),), ()),
    zone="Europe/Berlin", lunch=LUNCH, country="DE", closed=frozenset({date(2026, 12, 24), date(2026, 12, 31)}),
    opened={date(2026, 12, 20): (Span(600, 840),)},
)


def company(stage: Stage) -> FakeDesk:
    """The sample shop with the clock of a company."""
    desk = sample_desk(stage.language)
    desk.mailbox_health = mailboxes_of(stage)
    desk.targets.by_mailbox[SHOP] = TargetRule(SHOP, TargetMode.COMPANY, 8 * HOUR, opening=OPENING)
    return desk


def _page(stage: Stage, desk: FakeDesk) -> QWidget:
    window = stage.window(desk)
    window.deeds.settings.open("targets")
    dialog = window.deeds.settings.dialog
    dialog.resize(900, 1180)
    stage.settle()
    return dialog


def marketplace_page(stage: Stage) -> QWidget:
    """The clock that never stops, in peak time."""
    desk = sample_desk(stage.language)
    desk.mailbox_health = mailboxes_of(stage)
    desk.targets.the_peak = Peak(stage.now - HOUR, stage.now + 50 * HOUR)
    return _page(stage, desk)


def company_page(stage: Stage) -> QWidget:
    """Opening hours with everything filled."""
    return _page(stage, company(stage))


def why(stage: Stage) -> QWidget:
    """The sum behind a due time with a pause, lunch and a night."""
    desk = company(stage)
    asked = stage.now - 22 * HOUR
    pauses = (Pause(asked + HOUR, asked + 3 * HOUR),)
    desk.all_rows[1] = replace(
        desk.all_rows[1], waiting_since=asked, last_at=asked, clock=AnswerClock(asked, pauses)
    )
    window = stage.window(desk)
    window.inbox.presenter.choose(ConversationId(1))
    stage.settle(150)
    window.deeds.run(Do.WHY)
    stage.settle()
    return window


SHOWN = {"targets-marketplace": marketplace_page, "targets-company": company_page, "targets-why": why}
