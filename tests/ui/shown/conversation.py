"""The conversation in its states: files, pictures from outside, the viewer, the source, find, merge, warnings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.message import Address, Attachment, Message
from shopdesk.domain.thread_event import EventKind, ThreadEvent
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation.outside import file_question, link_question
from shopdesk.ui.conversation.source_window import SourceWindow
from shopdesk.ui.conversation.viewer import Viewer
from shopdesk.ui.main_window import MainWindow
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, lamp, message, sample_desk
from tests.ui.shown.stage import Stage

SHOP_MAIL = (
    '<table width="600" bgcolor="#eef3f0"><tr><td><h2>Your order 304-8812047</h2><p>Linen table lamp, sand</p>'
    '<img data-remote="https://pictures.example/lamp.png" width="220" height="160"></td></tr></table>'
    '<p>Delivery by Friday.</p><img data-remote="https://pictures.example/2.png" width="40" height="40">'
    '<img data-remote="https://pictures.example/3.png" width="40" height="40">'
)
FILES = (
    Attachment(0, "Invoice 2026-11-18 for the linen table lamp and two shades.pdf", "application/pdf", 184_320),
    Attachment(1, "orders.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 48_128),
    Attachment(2, "setup.exe", "application/octet-stream", 2_400_000, risky=True),
    Attachment(3, "photo 1.png", "image/png", 240_000),
    Attachment(4, "broken.jpg", "image/jpeg", 120),
)
WORDS = {"en": "Please see the files. Is the invoice right?", "zh_CN": "请看附件，发票对吗？"}
RAW = (
    b"Return-Path: <anna@example.de>\r\nReceived: from mail.example.de by mx.linenhaus.example; Wed, 18 Nov 2026\r\n"
    b"From: Anna Schmidt <anna@example.de>\r\nSubject: Parcel arrived damaged\r\nContent-Type: text/plain\r\n\r\n"
    b"Hello, the parcel came this morning but the lamp shade is cracked on one side.\r\n"
)


def desk_with(stage: Stage, **more: object) -> FakeDesk:
    """The sample shop whose first conversation is one message made of these parts."""
    desk = sample_desk(stage.language)
    row = desk.all_rows[1]
    sender = Address(row.customer_name, row.customer_email)
    made = message(1_005, sender, WORDS[stage.language], NOW, **more)  # type: ignore[arg-type]
    desk.messages[1] = (made,)
    desk.files |= {(1_005, 3): lamp(0), (1_005, 4): b"none"}
    return desk


def events(stage: Stage) -> QWidget:
    """What was done between the messages and after the newest one."""
    desk = sample_desk(stage.language)
    names = ("Lin", "Mia") if stage.language == "en" else ("林", "美")
    last = desk.messages[1][-1].at
    before = desk.messages[1][-2].at
    desk.thread_events.kept[1] = (
        ThreadEvent(EventKind.DELIVERED, before + (last - before) / 2, what="DHL"),
        ThreadEvent(EventKind.ASSIGNED, last + timedelta(minutes=1), names[0], names[1]),
        ThreadEvent(EventKind.SNOOZED, last + timedelta(minutes=2), names[1], until=NOW + timedelta(days=1)),
    )
    window = stage.window(desk)
    stage.settle()  # the lines come after the cards, and the cards make room
    return window


def first(window: MainWindow) -> Message:
    """The newest message that is shown."""
    return window.inbox.pane.thread_view.cards[-1].message


def files(stage: Stage) -> QWidget:
    """Chips, one of them risky, a photo and a broken one."""
    return stage.window(desk_with(stage, attachments=FILES))


def half_a_mail(stage: Stage) -> QWidget:
    """Only the beginning is here."""
    desk = desk_with(stage, attachments=FILES[:1])
    half = desk.messages[1][0]
    desk.messages[1] = (replace(half, mail=replace(half.mail, whole=False)),)
    return stage.window(desk)


def remote_images(stage: Stage) -> QWidget:
    """A mail that wants three pictures from outside."""
    return stage.window(desk_with(stage, html=SHOP_MAIL, remote_images=3))


def loaded_images(stage: Stage) -> QWidget:
    """Two of them are loaded; the third could not be."""
    desk = desk_with(stage, html=SHOP_MAIL, remote_images=3)
    for name in ("lamp", "2"):
        desk.outside.pictures.internet[f"https://pictures.example/{name}.png"] = lamp(0)
    window = stage.window(desk)
    window.deeds.run(Do.LOAD_IMAGES)
    stage.settle()
    return window


def find(stage: Stage) -> QWidget:
    """Words found in the conversation."""
    window = stage.window()
    window.deeds.run(Do.FIND)
    window.inbox.pane.find_bar.field.setText("lamp" if stage.language == "en" else "灯")
    stage.settle()
    return window


def unfolded(stage: Stage) -> QWidget:
    """A long conversation: lines, then cards."""
    desk = sample_desk(stage.language)
    messages = desk.messages[1]
    older = tuple(replace(messages[n % len(messages)], id=n) for n in range(1, 9))  # type: ignore[type-var]
    desk.messages[1] = (*older, *messages)
    window = stage.window(desk)
    window.inbox.pane.thread_view.toggle_fold()
    stage.settle()
    window.inbox.pane.thread_view.verticalScrollBar().setValue(0)
    return window


def merge(stage: Stage) -> QWidget:
    """Choosing the conversation to merge with."""
    window = stage.window()
    window.deeds.run(Do.MERGE)
    stage.settle()
    return window


def message_menu(stage: Stage) -> QWidget:
    """What can be done with a message."""
    window = stage.window()
    menu = window.inbox.pane.thread_view.cards[1].menu()
    menu.setWindowFlags(Qt.WindowType.Dialog)  # a popup takes the keyboard, which the screen for tests cannot give
    return stage.keep(menu)


def viewer(stage: Stage) -> QWidget:
    """A photo, large."""
    window = stage.window()
    with_photos = next(card.message for card in window.inbox.pane.thread_view.cards if card.thumbs)
    shown = with_photos.mail.attachments
    return stage.keep(Viewer(stage.theme, with_photos, shown, shown[0], window.inbox.pictures, window))


def source(stage: Stage) -> QWidget:
    """A mail as it came."""
    window = stage.window()
    made = SourceWindow(stage.theme, RAW, first(window).mail.subject, window)
    made.search.setText("lamp")
    return stage.keep(made)


def file_warning(stage: Stage) -> QWidget:
    """A program is about to be opened."""
    return stage.keep(file_question(stage.window(), "setup.exe", FileRisk.PROGRAM))


def link(stage: Stage) -> QWidget:
    """Where a link truly leads."""
    return stage.keep(link_question(stage.window(), "https://login.example.org/account?from=mail"))


SHOWN: dict[str, Callable[[Stage], QWidget]] = {
    "conversation-events": events,
    "conversation-files": files,
    "conversation-half-a-mail": half_a_mail,
    "conversation-remote-images": remote_images,
    "conversation-loaded-images": loaded_images,
    "conversation-find": find,
    "conversation-unfolded": unfolded,
    "conversation-merge": merge,
    "conversation-message-menu": message_menu,
    "conversation-viewer": viewer,
    "conversation-source": source,
    "conversation-file-warning": file_warning,
    "conversation-link": link,
}
