"""The side panel in its states: a known customer, a new one, a note being typed, folded cards, over a narrow window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address
from shopdesk.ui.main_window import MainWindow
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk
from tests.ui.shown.stage import Stage

NOTES = {
    "en": ("Prefers answers in German. Very friendly.", "Lives up a steep stair: no deliveries to the door, please."),
    "zh_CN": ("喜欢中文回复，态度很好。", "住六楼没有电梯，大件请先电话联系。"),
}
TAGS = {"en": ("Repeat buyer", "German", "Pays at once"), "zh_CN": ("回头客", "批发", "付款及时")}


def known_desk(language: str) -> FakeDesk:
    """The sample shop in which the first customer has a history, tags and notes."""
    desk = sample_desk(language)
    first = desk.all_rows[1]
    who = Address(first.customer_name, first.customer_email)
    for tag in TAGS[language]:
        desk.customers.add_tag(who, tag)
    for note in NOTES[language]:
        desk.customers.add_note(who, note)
    states = (ConversationState.WAITING, ConversationState.SNOOZED, *[ConversationState.DONE] * 6)
    for number, state in enumerate(states, start=201):
        at = NOW - timedelta(days=30 * (number - 200))
        old = replace(first, id=ConversationId(number), state=state, last_at=at, waiting_since=None)
        desk.all_rows[number] = replace(old, subject=f"{first.subject} {number - 200}", order_numbers=())
    return desk


def opened(stage: Stage, desk: FakeDesk | None = None, height: int = 900) -> MainWindow:
    """A window with the panel in sight, also where large letters leave it no room of its own."""
    window = stage.window(desk, (1440, height))
    window.inbox.area.open()
    stage.settle()
    return window


def known(stage: Stage) -> QWidget:
    """A customer with tags, notes and earlier conversations."""
    return opened(stage, known_desk(stage.language))


def unknown(stage: Stage) -> QWidget:
    """Somebody who writes for the first time."""
    window = opened(stage)
    window.inbox.presenter.choose(ConversationId(8))
    stage.settle()
    return window


def typing(stage: Stage) -> QWidget:
    """A note is typed, a tag is typed."""
    window = opened(stage, known_desk(stage.language), 1000)
    window.inbox.panel.write_note()
    window.inbox.panel.notes.editor.field.setPlainText(NOTES[stage.language][1])
    window.inbox.panel.head.tags.open_field()
    stage.settle()
    return window


def folded(stage: Stage) -> QWidget:
    """Two cards folded, notes on top, a draft."""
    window = opened(stage, known_desk(stage.language))
    panel = window.inbox.panel
    panel.cards.move_card("notes", -1)
    panel.cards.move_card("notes", -1)
    panel.cards.fold("orders")
    panel.cards.fold("earlier")
    panel.write_note()
    panel.notes.editor.field.setPlainText(NOTES[stage.language][1])
    panel.notes.editor.left.emit()
    stage.settle()
    return window


def overlay(stage: Stage) -> QWidget:
    """Over the conversation of a narrower window."""
    window = stage.window(known_desk(stage.language), size=(1100, 800))
    window.inbox.toggle_panel()
    stage.settle()
    return window


SHOWN: dict[str, Callable[[Stage], QWidget]] = {
    "panel known": known,
    "panel unknown": unknown,
    "panel typing": typing,
    "panel folded": folded,
    "panel overlay": overlay,
}
