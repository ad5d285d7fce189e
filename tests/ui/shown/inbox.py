"""The list column in all its states, and the mails that could not be read."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.ids import ConversationId, MailboxId, PlaceId
from shopdesk.domain.message import SetAsideMail
from shopdesk.ui.inbox.presenter import ListState
from shopdesk.ui.main_window import MainWindow
from tests.ui.shown.stage import Stage


def aside_mails(stage: Stage) -> list[SetAsideMail]:
    """Three mails, each refused for another reason."""
    first = SetAsideMail(
        PlaceId(1), MailboxId(1), "INBOX", 71, "parts nested deeper than 60", 1_843_200, stage.now - timedelta(hours=2),
        sha256="00", beginning="From: Anna Schmidt <anna@example.de>\nSubject: =?utf-8?q?Photos_f=C3=BCr_Sie?=\n\n",
    )  # fmt: skip
    return [
        first,
        replace(first, place_id=PlaceId(2), uid=72, reason="header block too large", size=90_000, beginning="\x00\x01",
                received_at=stage.now - timedelta(days=1)),
        replace(first, place_id=PlaceId(3), uid=73, reason="reader failed: KeyError", sha256="", size=2_300,
                beginning="From: shop@example.cn\nSubject: 退货\n\n", received_at=stage.now - timedelta(days=9)),
    ]  # fmt: skip


def selected(stage: Stage) -> QWidget:
    """Four conversations are selected together."""
    window = stage.window()
    for _ in range(3):
        window.inbox.presenter.extend(1)
    stage.settle()
    return window


def hovered(stage: Stage) -> QWidget:
    """The pointer is over a row."""
    window = stage.window()
    rows = window.inbox.column.list
    index = rows.model().index(4, 0)
    QTest.mouseMove(rows.viewport(), rows.visualRect(index).center() - QPoint(1, 1))
    rows._hover.move(rows.visualRect(index).center())
    stage.settle()
    return window


def filtered(stage: Stage) -> QWidget:
    """Only what is unread."""
    window = stage.window()
    window.inbox.presenter.filter(ListFilter(unread=True))
    stage.settle()
    return window


def filtered_to_nothing(stage: Stage) -> QWidget:
    """A filter through which nothing comes."""
    window = stage.window()
    window.inbox.presenter.choose_tab(list(type(window.inbox.presenter.tab))[2])
    window.inbox.presenter.filter(ListFilter(unread=True, attachments=True))
    stage.settle()
    return window


def empty_tab(stage: Stage) -> QWidget:
    """Nobody waits for a reply."""
    window = stage.window()
    desk = window._desk
    desk.all_rows = {number: row for number, row in desk.all_rows.items() if number > 100}
    window.inbox.presenter.start()
    stage.settle()
    return window


def no_hit(stage: Stage) -> QWidget:
    """A search that finds nothing, and could reach further."""
    window = stage.window()
    window.inbox.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.inbox.column.search.setText("from:anna xyz")
    stage.settle()
    return window


def search_words(stage: Stage) -> QWidget:
    """The keys are in the search field."""
    window = stage.window()
    window.inbox.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stage.settle()
    return window


def loading(stage: Stage) -> QWidget:
    """A search takes longer than a moment."""
    window = stage.window()
    window.inbox.column.show_state(ListState.SEARCHING, "lamp")
    stage.settle(250)
    return window


def compact(stage: Stage) -> QWidget:
    """Two lines a row, with a selection."""
    window = stage.window()
    window._around.theme.choose_density(type(window._around.theme.density).COMPACT)
    window.inbox.presenter.selection.toggle(ConversationId(2))
    stage.settle()
    return window


def unreadable_line(stage: Stage) -> MainWindow:
    """A quiet line says that mails could not be read."""
    window = stage.window()
    window.inbox.column.show_set_aside(3)
    stage.settle()
    return window


def unreadable(stage: Stage) -> QWidget:
    """The dialog about them."""
    window = unreadable_line(stage)
    window._desk.aside = aside_mails(stage)
    window.list_room.open_set_aside()
    stage.settle()
    dialog = window.list_room._set_aside
    assert dialog is not None
    return stage.keep(dialog)


SHOWN = {
    "list-selected": selected,
    "list-hovered": hovered,
    "list-filtered": filtered,
    "list-filtered-empty": filtered_to_nothing,
    "list-empty-tab": empty_tab,
    "list-no-hit": no_hit,
    "list-search-words": search_words,
    "list-loading": loading,
    "list-compact": compact,
    "list-unreadable-line": unreadable_line,
    "set-aside": unreadable,
}
