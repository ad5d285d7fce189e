"""A window over a real shop in which somebody writes: what the tests of the composer work with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Draft
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.template import Template, Variant
from shopdesk.jobs.link import Command
from shopdesk.ui.main_window import MainWindow
from tests.services.bench import NOW, Bench, ago, mail
from tests.services.conftest import bench, furnished, shop_folder
from tests.ui.conftest import Maker, settle

__all__ = ["bench", "furnished", "seat", "shop_folder"]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
DAMAGED = "Hi {{ customer.first_name }},\nsorry. A new one reaches you by {{ order.tracking }}.\nIt is free."


@dataclass
class Seat:
    """A window over a shop with two customers, and what the engine was told."""

    bench: Bench
    window: MainWindow
    bot: QtBot
    told: list[Command] = field(default_factory=list)

    @property
    def text(self) -> QWidget:
        return self.window.answers.composer.text

    @property
    def body(self) -> str:
        return self.window.answers.composer.text.body

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whoever has the keys."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        settle(self.bot)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), words)
        settle(self.bot)

    def pause(self) -> None:
        """Somebody stops typing for a second."""
        self.bot.wait(900)

    def draft(self, *, note: bool = False) -> Draft | None:
        current = self.window.inbox.presenter.current
        assert current is not None
        return self.bench.shop.replies.draft_of(current, note=note)

    def state(self, number: int) -> ConversationState:
        return self.bench.shop.conversations.rows([ConversationId(number)])[0].state


def template(key: str = "dmg", body: str = DAMAGED, **more: object) -> Template:
    return Template(TemplateId(0), more.pop("name", "Damaged – replacement"), key, (Variant("en", body),), **more)  # type: ignore[arg-type]


@pytest.fixture
def seat(bench: Bench, make: Maker, qtbot: QtBot) -> Iterator[Seat]:
    bench.come(mail("a1", subject="Lamp is cracked", body="Hello, the lamp is cracked. What now?", when=ago(3)))
    bench.come(mail("b1", sender="Ben <ben@mail.example>", subject="Where is it?", body="Any news?", when=ago(2)))
    bench.shop.templates.save(template())
    make.now[0] = NOW
    window = make(desk=bench.shop)  # type: ignore[arg-type]
    seat = Seat(bench, window, qtbot)
    window.answers.send = window.answers.outbox.send = seat.told.append
    settle(qtbot)
    yield seat
    window.answers.keep_window()
