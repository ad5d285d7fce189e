"""The filter of the list: its menu, its words, and the line that says that it is on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from shopdesk.domain.conversation import ListFilter
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mood import Mood
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.topic_words import mood_text, topic_text, topic_texts
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Picture
from shopdesk.ui.words import translate

Names = Mapping[MailboxId, str]
"""How each mailbox is called."""
Choose = Callable[[ListFilter], None]


def filter_text(only: ListFilter, names: Names) -> str:
    """What a filter lets through, in words."""
    parts = [
        names.get(only.mailbox, translate("Inbox", "One mailbox")) if only.mailbox is not None else "",
        translate("Inbox", "Unread") if only.unread else "",
        translate("Inbox", "With attachments") if only.attachments else "",
        mood_text(Mood.ANGRY) if only.angry else "",
        topic_text(only.topic) if only.topic else "",
    ]
    return " · ".join(part for part in parts if part)


def filter_menu(parent: QWidget, only: ListFilter, names: Names, choose: Choose) -> QMenu:
    """What can be chosen, with a mark at what is; each choice acts at once."""
    menu = QMenu(parent)
    _checkable(menu, translate("Inbox", "Unread"), only.unread, lambda on: choose(replace(only, unread=on)))
    with_files = translate("Inbox", "With attachments")
    _checkable(menu, with_files, only.attachments, lambda on: choose(replace(only, attachments=on)))
    _checkable(menu, mood_text(Mood.ANGRY), only.angry, lambda on: choose(replace(only, angry=on)))
    menu.addMenu(_topics(menu, only, choose))
    if len(names) > 1:
        menu.addSeparator()
        group = QActionGroup(menu)
        boxes: list[tuple[MailboxId | None, str]] = [(None, translate("Inbox", "All mailboxes")), *names.items()]
        for mailbox, name in boxes:
            take = partial(_chosen, choose, replace(only, mailbox=mailbox))
            group.addAction(_checkable(menu, name.replace("&", "&&"), only.mailbox == mailbox, take))
    menu.addSeparator()
    clear = menu.addAction(translate("Inbox", "Clear filter"))
    clear.setEnabled(only.is_on)
    clear.triggered.connect(lambda _=False: choose(ListFilter()))
    return menu


def _topics(parent: QMenu, only: ListFilter, choose: Choose) -> QMenu:
    menu = QMenu(translate("Topics", "Topic"), parent)
    group = QActionGroup(menu)
    for topic, text in [("", translate("Topics", "All topics")), *topic_texts().items()][:-1]:
        take = partial(_chosen, choose, replace(only, topic=topic))
        group.addAction(_checkable(menu, text.replace("&", "&&"), only.topic == topic, take))
    return menu


def _chosen(choose: Choose, only: ListFilter, _: bool = False) -> None:  # noqa: FBT002
    choose(only)


def _checkable(menu: QMenu, text: str, checked: bool, choose: Callable[[bool], None]) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(choose)
    return action


class FilterLine(QFrame):
    """Says what the filter lets through, and clears it."""

    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ElidedLabel("meta2")
        self.clear = Button(theme, "link")
        self._row = QHBoxLayout(self)
        self._row.addWidget(Picture(theme, "list-filter", 14, "accent"))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.clear)
        self.clear.clicked.connect(self.cleared)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show what the filter lets through."""
        self._words.setText(words)
        self.clear.setText(translate("Inbox", "Clear filter"))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(4), px(12), px(4))
        self._row.setSpacing(px(6))
