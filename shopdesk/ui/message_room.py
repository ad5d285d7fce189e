"""What is done with whole conversations and from one message on: merge, split, unread from here, find, source."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Message
from shopdesk.ui.actions import Do
from shopdesk.ui.conversation.card import MessageCard
from shopdesk.ui.conversation.wishes import Want, Wish
from shopdesk.ui.desk import Desk
from shopdesk.ui.errands import Errands
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import conversation_line, translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from shopdesk.domain.reading_of_mail import Correction, MailReading
    from shopdesk.domain.target import Explanation
    from shopdesk.ui.conversation.topic_popover import TopicPopover
    from shopdesk.ui.conversation.why_popover import WhyPopover
    from shopdesk.ui.promise_room import PromiseRoom
    from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker, PickerWords

_MOST_FOUND = 30
_TWO = 2


class MessageRoom(QObject):
    """One for a window, made when the first of these is asked for."""

    targets_wanted = Signal()
    """The settings of targets shall open."""
    lessons_wanted = Signal()
    """The settings of what was learned shall open."""

    def __init__(
        self, window: QWidget, inbox: InboxScreen, desk: Desk, around: Surroundings, errands: Errands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._errands = errands
        self.picker: ChoicePicker | None = None
        self.why: WhyPopover | None = None
        self.topic: TopicPopover | None = None
        self._runs: dict[Do, Callable[[], None]] = {
            Do.FIND: inbox.pane.open_find,
            Do.LOAD_IMAGES: self.load_images,
            Do.SOURCE: self.show_source,
            Do.MERGE: self.merge,
            Do.WHY: self.explain,
            Do.TOPIC: self.tell_topic,
            Do.PROMISES: lambda: self.promises.open(),  # noqa: PLW0108 - not made before
        }
        errands.whole |= {Want.UNREAD_FROM: self.mark_unread_from, Want.SPLIT: self.split}

    @cached_property
    def promises(self) -> "PromiseRoom":
        """What was promised."""
        from shopdesk.ui.promise_room import PromiseRoom

        return PromiseRoom(self._window, self._inbox, self._desk, self._around)

    def run(self, do: Do) -> None:
        """One of the actions that are about messages."""
        self._runs[do]()

    def carry_out(self, wish: Wish) -> None:
        """Do what somebody wished of a message."""
        self._errands.carry_out(wish)

    # --- the open conversation -------------------------------------------------------------------------

    def show_source(self) -> None:
        """The source of the message that has the keys, else of the newest."""
        card = self._card()
        if card is not None:
            self._errands.show_source(card.message)

    def load_images(self) -> None:
        """Load what the shown messages want from outside."""
        for card in self._inbox.pane.thread_view.cards:
            if card.remote is not None and not card.remote.isHidden():
                card.remote.begin()

    def explain(self) -> None:
        """Why the current conversation is due when it is; it is computed beside."""
        current, targets = self._inbox.presenter.current, self._desk.targets
        if current is not None:
            self._around.lanes.reading.submit(lambda: targets.explain(current), self._show_why, lambda _: None)

    def tell_topic(self) -> None:
        """What the current conversation is about and why, to be corrected; it is read beside."""
        current, topics = self._inbox.presenter.current, self._desk.topics
        if current is not None:
            self._around.lanes.reading.submit(
                lambda: topics.read(current), lambda reading: self._show_topic(current, reading), lambda _: None
            )

    def _show_topic(self, current: ConversationId, reading: "MailReading") -> None:
        from shopdesk.ui.conversation.topic_popover import TopicPopover

        theme, at = self._around.theme, self._inbox.pane.header.below_topic()
        self.topic = TopicPopover(theme, self._window, reading, lambda said: self._correct(current, said), at)
        self.topic.lessons_asked.connect(self.lessons_wanted)
        self.topic.start()

    def _correct(self, current: ConversationId, said: "Correction") -> None:
        topics = self._desk.topics
        self._inbox.triage.write(
            Deed.CORRECTED, [current], lambda: topics.correct(current, said.topic, said.mood, said.urgent)
        )

    def _show_why(self, told: "Explanation") -> None:
        from shopdesk.ui.conversation.why_popover import WhyPopover

        around, at = self._around, self._inbox.pane.header.below_due()
        self.why = WhyPopover(around.theme, self._window, told, around.now(), at)
        self.why.change_clicked.connect(self.targets_wanted)
        self.why.start()

    # --- from one message on ---------------------------------------------------------------------------

    def mark_unread_from(self, message: Message) -> None:
        """A message and the later ones count as new again."""
        desk = self._desk.conversations
        self._inbox.triage.write(Deed.UNREAD, [message.conversation_id], lambda: desk.mark_unread_from(message.id))

    def split(self, message: Message) -> None:
        """Make a message and all later ones a conversation of their own."""
        desk = self._desk.conversations
        self._inbox.triage.write(Deed.SPLIT, [message.conversation_id], lambda: desk.split(message.id))

    # --- merging ---------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Merge the selected conversations; with fewer than two, ask for the other one."""
        targets = list(self._inbox.presenter.targets())
        if len(targets) >= _TWO:
            self._merge(targets)
            return
        rows = self._desk.conversations.rows(targets)
        if rows:
            self._open_picker(rows[0])

    def _open_picker(self, row: Conversation) -> None:
        from shopdesk.ui.widgets.choice_picker import Choice, ChoicePicker

        around = self._around

        def find(typed: str, hand_over: "Callable[[Sequence[Choice]], None]") -> None:
            words = typed or f'from:"{row.customer_email}"'
            search, now = self._desk.search, around.now()

            def found() -> list[Choice]:
                others = (hit.conversation for hit in search.find(words, _MOST_FOUND))
                return [Choice(one.id, conversation_line(one, now)) for one in others if one.id != row.id]

            around.lanes.searching.replace(found, hand_over, lambda _: hand_over(()))

        self.picker = ChoicePicker(around.theme, self._window, _merge_words(row), find)
        self.picker.chosen.connect(lambda other: self._merge([row.id, other]))
        self.picker.start()

    def _merge(self, conversations: Sequence[ConversationId]) -> None:
        desk = self._desk.conversations
        self._inbox.triage.write(Deed.MERGED, conversations, lambda: desk.merge(conversations))
        self._inbox.presenter.select(min(conversations), by_person=False)  # the oldest number keeps all messages

    def _card(self) -> MessageCard | None:
        cards = self._inbox.pane.thread_view.cards
        focused = self._window.focusWidget()
        inside = [card for card in cards if card.isAncestorOf(focused)]
        return next(iter([*inside, *cards[-1:]]), None)


def _merge_words(row: Conversation) -> "PickerWords":
    from shopdesk.ui.widgets.choice_picker import PickerWords

    subject = row.subject or translate("Conversation", "(no subject)")
    return PickerWords(
        translate("Conversation", "Merge “%1” with…").replace("%1", subject),
        translate("Conversation", "Find the other conversation"),
        translate("Conversation", "All messages of both become one conversation. Z takes it back."),
        translate("Conversation", "Type a customer, a subject or an order number to find the other one."),
    )
