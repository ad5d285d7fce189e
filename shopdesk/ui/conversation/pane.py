"""The middle of the window: a conversation, or a calm page when there is none."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk.domain.conversation import OpenConversation
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Actions
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_page import CalmPage, CalmWords

if TYPE_CHECKING:
    from shopdesk.domain.case import Case
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.thread_event import ThreadEvent
    from shopdesk.ui.conversation.event_presenter import EventsPresenter
    from shopdesk.ui.conversation.find_bar import FindBar
    from shopdesk.ui.conversation.header import Header
    from shopdesk.ui.conversation.pictures import Pictures
    from shopdesk.ui.conversation.thread import Thread


class ConversationPane(QStackedWidget):
    """Header over thread, made when they are first asked for, or the calm page."""

    calm_clicked = Signal()
    order_clicked = Signal(str)
    snooze_clicked = Signal()
    case_clicked = Signal(object)
    """A `CaseId`."""
    link_clicked = Signal(str)
    customer_clicked = Signal()
    asked = Signal(object)
    """A `Wish`."""

    def __init__(self, theme: Theme, actions: Actions, pictures: "Callable[[], Pictures]", now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._actions = actions
        self._pictures = pictures
        self._now = now
        self._opened: OpenConversation | None = None
        self._folds = False
        self._cases: Mapping[ConversationId, Sequence[Case]] = {}
        self._events_from: tuple[Desk, WorkLane] | None = None
        self._make_below: Callable[[], QWidget] | None = None
        self._below: QWidget | None = None
        self.under_thread: Callable[[], list[QWidget]] = list
        self.calm = CalmPage(theme)
        self.addWidget(self.calm)
        self.calm.clicked.connect(self.calm_clicked)
        theme.resized.connect(self.rebuild)

    @property
    def header(self) -> "Header":
        """The head of the conversation."""
        return self._parts[0]

    @property
    def thread_view(self) -> "Thread":
        """Its messages."""
        return self._parts[1]

    @property
    def parts(self) -> "tuple[Header | None, Thread | None, QWidget | None]":
        """Head, messages, and what stands under them; None before the first conversation was shown."""
        return (*self._parts, self._below) if "_parts" in self.__dict__ else (None, None, None)

    @property
    def shows_conversation(self) -> bool:
        """False while the calm page is shown."""
        return self.currentIndex() == 1

    def show_opened(self, opened: OpenConversation, *, again: bool) -> None:
        """Show a conversation; `again` keeps place and folds when only its messages or facts changed."""
        now = self._now()
        if not again and "find_bar" in self.__dict__ and not self.find_bar.isHidden():
            self.find_bar.close_now()
        same_messages = again and self._opened is not None and self._opened.messages == opened.messages
        self._opened = opened
        self.header.show_row(opened.conversation, now)
        self.setCurrentIndex(1)  # first, so that the cards are built at their true width
        if not same_messages:
            from shopdesk.domain.message import Address  # the list is shown before any message is

            row = opened.conversation
            customer = Address(row.customer_name, row.customer_email)
            self.thread_view.show_messages(opened.messages, customer, now, keep_place=again)
        self.read_events()

    def read_events_from(self, desk: Desk, reading: WorkLane) -> None:
        """Where what was done with a conversation is read, once it is shown."""
        self._events_from = desk, reading

    def read_events(self) -> None:
        """Read what was done with the shown conversation."""
        if self._opened is not None and self._events is not None:
            self._events.read(self._opened.conversation.id)

    @cached_property
    def _events(self) -> "EventsPresenter | None":
        from shopdesk.ui.conversation.event_presenter import EventsPresenter

        return None if self._events_from is None else EventsPresenter(*self._events_from, self.show_events)

    def show_events(self, conversation: "ConversationId", events: "Sequence[ThreadEvent]") -> None:
        """What was done with a conversation, between its messages; of another one than the shown it is dropped."""
        if self._opened is not None and self._opened.conversation.id == conversation:
            self.thread_view.show_events(events)

    def put_under_thread(self, make: Callable[[], QWidget], focus: Callable[[], list[QWidget]]) -> None:
        """Room under the messages for a widget that is made with the first conversation.

        In: `focus` names what in it takes the keys at the moment.
        """
        self._make_below, self.under_thread = make, focus

    def show_calm(self, words: CalmWords) -> None:
        """Show the calm page."""
        self._opened = None
        self.calm.say(words)
        self.setCurrentIndex(0)

    def open_find(self) -> None:
        """Show the line that finds words in the open conversation."""
        if self.shows_conversation:
            self.find_bar.open()

    @cached_property
    def find_bar(self) -> "FindBar":
        """Finds words in the open conversation."""
        from shopdesk.ui.conversation.find_bar import FindBar

        bar = FindBar(self._theme, self.thread_view)
        bar.hide()
        bar.closed.connect(self.thread_view.setFocus)
        page = self.thread_view.parentWidget()
        column = page.layout() if page is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, bar)
        return bar

    def show_cases(self, cases: "Mapping[ConversationId, Sequence[Case]]") -> None:
        """The open cases of conversations; the shown one's stand in its head."""
        self._cases = cases
        if "_parts" in self.__dict__:
            self.header.show_cases(cases)

    def fold_pills(self, folds: bool) -> None:
        """On narrow windows the header shows the due time alone."""
        self._folds = folds
        if "_parts" in self.__dict__:
            self.header.fold_pills(folds, self._now())

    def rebuild(self) -> None:
        """Say and measure everything anew, after language or scale changed."""
        if self._opened is not None:
            self.header.show_row(self._opened.conversation, self._now())
            self.thread_view.rebuild()

    @cached_property
    def _parts(self) -> "tuple[Header, Thread]":
        from shopdesk.ui.conversation.header import Header
        from shopdesk.ui.conversation.thread import Thread

        header, thread = Header(self._theme, self._actions), Thread(self._theme, self._pictures())
        header.order_clicked.connect(self.order_clicked)
        header.snooze_clicked.connect(self.snooze_clicked)
        header.case_clicked.connect(self.case_clicked)
        header.show_cases(self._cases)
        thread.link_clicked.connect(self.link_clicked)
        thread.customer_clicked.connect(self.customer_clicked)
        thread.asked.connect(self.asked)
        header.fold_pills(self._folds, self._now())
        both = QWidget()
        both.setProperty("kind", "surface")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(thread, 1)
        if self._make_below is not None:
            self._below = below = self._make_below()
            column.addWidget(below)
            below.show()
        self.addWidget(both)
        return header, thread
