"""The middle of the window: a conversation, or a calm page when there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.message import Address
from shopdesk.ui.actions import Actions
from shopdesk.ui.conversation.header import Header
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.conversation.thread import Thread
from shopdesk.ui.desk import Now
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_page import CalmPage, CalmWords


class ConversationPane(QStackedWidget):
    """Header over thread, or the calm page."""

    calm_clicked = Signal()

    def __init__(self, theme: Theme, actions: Actions, pictures: Pictures, now: Now) -> None:
        super().__init__()
        self._now = now
        self._opened: OpenConversation | None = None
        self.header = Header(theme, actions)
        self.thread_view = Thread(theme, pictures)
        self.calm = CalmPage(theme)
        both = QWidget()
        both.setProperty("kind", "surface")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.thread_view, 1)
        self.addWidget(self.calm)
        self.addWidget(both)
        self.calm.clicked.connect(self.calm_clicked)
        theme.changed.connect(self.rebuild)

    @property
    def shows_conversation(self) -> bool:
        """False while the calm page is shown."""
        return self.currentIndex() == 1

    def show_opened(self, opened: OpenConversation, *, again: bool) -> None:
        """Show a conversation; `again` keeps place and folds when only its messages or facts changed."""
        now = self._now()
        same_messages = again and self._opened is not None and self._opened.messages == opened.messages
        self._opened = opened
        self.header.show_row(opened.conversation, now)
        self.setCurrentIndex(1)  # first, so that the cards are built at their true width
        if not same_messages:
            row = opened.conversation
            customer = Address(row.customer_name, row.customer_email)
            self.thread_view.show_messages(opened.messages, customer, now, keep_place=again)

    def show_calm(self, words: CalmWords) -> None:
        """Show the calm page."""
        self._opened = None
        self.calm.say(words)
        self.setCurrentIndex(0)

    def rebuild(self) -> None:
        """Say and measure everything anew, after language or scale changed."""
        if self._opened is not None:
            self.header.show_row(self._opened.conversation, self._now())
            self.thread_view.rebuild()
