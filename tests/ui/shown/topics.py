"""What mails are about: angry faces in the list, the pill over the thread, the reasons below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Lesson, Told
from shopdesk.ui.actions import Do
from shopdesk.ui.settings.learned_page import LearnedPage
from tests.ui.fakes import FakeDesk
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage


def read_desk(language: str = "en") -> FakeDesk:
    """The sample shop with two angry customers and some topics."""
    desk = sample_desk(language)
    known = {1: ("problem", Mood.ANGRY), 2: ("problem", Mood.UNHAPPY), 4: ("billing", Mood.CALM)}
    known[8] = ("return", Mood.ANGRY)
    for number, (topic, mood) in known.items():
        desk.all_rows[number] = replace(desk.all_rows[number], topic=topic, mood=mood, urgent=number == 1)
    return desk


def angry(stage: Stage) -> QWidget:
    """An open conversation with an angry customer."""
    window = stage.window(read_desk(stage.language))
    window.inbox.presenter.choose(ConversationId(1))
    stage.settle(150)
    return window


def popover(stage: Stage) -> QWidget:
    """The reasons and the corrections."""
    window = stage.window(read_desk(stage.language))
    window.inbox.presenter.choose(ConversationId(1))
    stage.settle(150)
    window.deeds.run(Do.TOPIC)
    stage.settle()
    return window


def learned(stage: Stage) -> QWidget:
    """What was learned, in the settings; one of it was just removed."""
    desk, who = read_desk(stage.language), "林梅" if stage.language.startswith("zh") else "Mei Lin"
    words = ("质量太差", "再也不买") if stage.language.startswith("zh") else ("unacceptable", "never again")
    desk.topics.learned = [
        Lesson(4, Told.TOPIC, "shipping", "b2b", "einkauf@hotel-adler.example", (), stage.now, who),
        Lesson(3, Told.MOOD, "angry", "unhappy", "", words, stage.now - timedelta(days=1), who),
        Lesson(2, Told.URGENCY, "yes", "", "anna.schmidt@mail.example", (), stage.now - timedelta(days=9), who),
        Lesson(1, Told.TOPIC, "", "stock", "", ("lampe",)),
    ]
    window = stage.window(desk)
    window.deeds.run(Do.LEARNED)
    dialog = window.deeds.settings.dialog
    page = dialog.page("learned")
    assert isinstance(page, LearnedPage)
    stage.settle()
    page.lines[-1].off.click()
    stage.settle()
    return dialog


SHOWN = {"topics-angry": angry, "topics-popover": popover, "topics-learned": learned}
