"""Connects composer, drafts, outbox and engine with the window; everything in it is made when it is first needed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.link import Command, SendNow
from shopdesk.ui.actions import Do
from shopdesk.ui.compose.place import ComposePlace
from shopdesk.ui.desk import Desk
from shopdesk.ui.draft_marks import DraftMarks
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from shopdesk.domain.draft import Draft, DraftKind
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.domain.template import Template
    from shopdesk.ui.compose.composer import Composer
    from shopdesk.ui.compose.template_making import TemplateMaking
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.last_mails import LastMails
    from shopdesk.ui.outbox_room import OutboxRoom
    from shopdesk.ui.writing_seat import WritingSeat

LOOK_MS = 300
"""The first conversation is painted first: this look imports what writes mails."""
WARM_MS = 50
"""The composer is painted first."""


class SendingRoom(QObject):
    """One for a window."""

    def __init__(self, window: QMainWindow, inbox: InboxScreen, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._opened: OpenConversation | None = None
        self.tell: Callable[[str, str, int], None] = lambda words, undo, ms: None
        """Shows a sentence, the words of its button, so many ms."""
        self.send: Callable[[Command], None] = lambda _: None
        """Tells the engine."""
        self.new_template: Callable[[Template], None] = lambda _: None
        """Opens the page of templates with one that is not saved yet."""
        self._can_send = False
        self._wanted: ConversationId | None = None
        self._last_mails: LastMails | None = None
        self.place = ComposePlace(around.theme)
        self.place.setParent(window)  # where no conversation is ever opened it goes away with the window
        self.place.hide()
        self.place.line.clicked.connect(lambda: self.run(Do.REPLY))
        inbox.stage.shown.connect(self._shown)
        self.marks = DraftMarks(desk, around.lanes.reading, self._show_marks)
        QTimer.singleShot(LOOK_MS, self, self.marks.look)

    # --- what is asked of it ------------------------------------------------------------------------------------

    def attend(self, engine: "EngineRoom") -> None:
        """Follow what the engine does; it is told what was queued from now on."""
        from shopdesk.ui.last_mails import LastMails

        self.send = self.outbox.send = engine.link.send
        self._can_send = True
        self._last_mails = LastMails(self._window, self._desk, self._around, self.outbox, lambda: self._can_send)
        engine.feed.changed.connect(self.apply)

        def follow(facts: FootFacts) -> None:
            self._can_send = facts.kind is not FootKind.OFFLINE

        engine.health.facts_changed.connect(follow)
        self.outbox.look()

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        if changes.drafts:
            self.marks.look()
        if changes.outbox:
            self.outbox.look()

    def run(self, do: Do) -> None:
        """Do what one of the actions about answers says."""
        from shopdesk.domain.draft import DraftKind

        kinds = {
            Do.REPLY: DraftKind.REPLY,
            Do.REPLY_ALL: DraftKind.REPLY_ALL,
            Do.FORWARD: DraftKind.FORWARD,
            Do.NOTE: DraftKind.NOTE,
        }
        if do in kinds:
            self.write(kinds[do])
        elif do is Do.OUTBOX:
            self.outbox.open_list()
        elif do is Do.TEMPLATE_OF_REPLY:
            self.templates.begin()
        else:
            from shopdesk.ui.new_mail import begin_with

            def begin(found: "tuple[Sequence[Mailbox], Draft | None]") -> None:
                if found[0]:
                    self.write_new(*found)

            self._around.lanes.reading.submit(begin_with(self._desk), begin, self._inbox.stage.show_failure)

    def write(self, kind: "DraftKind") -> None:
        """Write an answer or a note in the current conversation."""
        current = self._inbox.presenter.current
        if self._opened is None or self._opened.conversation.id != current:
            self._inbox.conversation.open(current)  # the list is a moment ahead of what is open
        if self._opened is None:
            return
        presenter = self.seat.presenter
        draft = presenter.draft
        keep_end(self._inbox.pane.thread_view, self)
        if draft is None or draft.conversation_id != current:
            presenter.show_for(self._opened, kind, take_keys=True)
        elif draft.kind is kind:
            self.composer.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            presenter.become(kind)
        self.place.show_line(shown=False)
        QTimer.singleShot(WARM_MS, self, lambda: self.seat.picker)

    def focus_targets(self) -> list[QWidget]:
        """What takes the keys under the thread."""
        if "composer" in self.__dict__ and not self.composer.isHidden():
            return [self.composer.text]
        return []

    def keep_window(self) -> bool:
        """The window is being closed: mails that are held leave first. Out: True when it shall stay for that."""
        if "seat" in self.__dict__:
            self.seat.presenter.keep()
        return self._last_mails is not None and self._last_mails.keep_window()

    def let_go(self) -> None:
        """The session ends: ask nothing."""
        if self._last_mails is not None:
            self._last_mails.let_go()

    # --- parts --------------------------------------------------------------------------------------------------

    @cached_property
    def composer(self) -> "Composer":
        """Where answers are written."""
        from shopdesk.ui.compose.composer import Composer

        composer = Composer(self._around.theme)
        composer.room = self._inbox.pane.height
        self.place.put_composer(composer)
        self.place.resized.connect(composer.fit)
        return composer

    @cached_property
    def seat(self) -> "WritingSeat":
        """The composer of the open conversation with all that it asks for."""
        return self._seat_of(self._window, self.composer, self._left)

    @cached_property
    def templates(self) -> "TemplateMaking":
        """Templates out of replies."""
        from shopdesk.ui.compose.template_making import TemplateMaking

        return TemplateMaking(
            desk=self._desk,
            reading=self._around.lanes.reading,
            opened=lambda: self._opened,
            written=lambda: self.seat.presenter.for_template() if "seat" in self.__dict__ else None,
            show=lambda words: self.new_template(words),  # noqa: PLW0108 - set after this room is made
            tell=self.tell,
            failed=self._inbox.stage.show_failure,
        )

    @cached_property
    def outbox(self) -> "OutboxRoom":
        """Mails on their way."""
        from shopdesk.ui.outbox_room import OutboxRoom

        room = OutboxRoom(self._window, self._inbox, self._desk, self._around, self.place)
        room.came_back, room.changed = self._came_back, lambda item: self._announce(item.conversation_id)
        room.online = lambda: self._can_send or self._last_mails is None
        room.send = self.send
        return room

    def _seat_of(self, window: QWidget, composer: "Composer", closed: Callable[[], None]) -> "WritingSeat":
        from shopdesk.ui.writing_seat import Ears, WritingSeat

        ears = Ears(
            closed=closed,
            kept=self.marks.look,
            queued=self._queued,
            noted=lambda draft: self._announce(draft.conversation_id),
            came_back=self._came_back,
            tell=self.tell,
            sent_words=self.outbox.sent_words,
            opened=lambda: self._opened,
            template=self.templates.make,
        )
        return WritingSeat(window, self._inbox, self._desk, self._around, composer, ears)

    # --- mails that answer nothing --------------------------------------------------------------------------------

    def write_new(self, mailboxes: "Sequence[Mailbox]", unfinished: "Draft | None") -> "WritingSeat":
        """Write a mail that answers nothing, from the first of some mailboxes, or go on with one."""
        from shopdesk.ui.new_mail import NewMail

        dialog = NewMail(self._around.theme, self._window)
        seat = self._seat_of(dialog, dialog.composer, dialog.accept)
        dialog.left.connect(seat.presenter.leave)
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin(seat.presenter, mailboxes, unfinished)
        return seat

    # --- inside ---------------------------------------------------------------------------------------------------

    def _left(self) -> None:
        self.place.show_line(shown=self.seat.presenter.draft is None)
        self._inbox.focus_list()

    def _queued(self, draft: "Draft") -> None:
        self.send(SendNow(draft.mailbox_id))
        self._announce(draft.conversation_id)

    def _announce(self, conversation: ConversationId | None) -> None:
        """What was written here is not announced by the engine."""
        named = frozenset() if conversation is None else frozenset({conversation})
        changes = Changes(conversations=named, drafts=True, outbox=True)
        self._inbox.apply(changes)
        self.apply(changes)

    def _came_back(self, draft: "Draft") -> None:
        """A mail was taken back or could not be queued: its words stand again where they stood."""
        draft = self.seat.presenter.take_back(draft)
        self._announce(draft.conversation_id)
        opened = self._opened
        if draft.conversation_id is None:
            self.run(Do.NEW_MAIL)
        elif opened is not None and opened.conversation.id == draft.conversation_id == self._inbox.presenter.current:
            self.seat.presenter.show(draft, take_keys=True)
            self.place.show_line(shown=False)
        else:
            self._wanted = draft.conversation_id  # on its way to the screen

    def _shown(self, opened: OpenConversation | None) -> None:
        before, self._opened = self._opened, opened
        number = opened.conversation.id if opened is not None else None
        if before is not None and opened is not None and before.conversation.id == number:
            if "seat" in self.__dict__:
                self.seat.presenter.renew(opened)
        else:
            if "seat" in self.__dict__:
                self.seat.presenter.leave()
            wanted, self._wanted = self._wanted == number, None
            self.place.show_line(shown=not self._go_on(take_keys=wanted))
        self.outbox.show_for(number)

    def _go_on(self, *, take_keys: bool) -> bool:
        """Show what is unfinished in the open conversation; False when nothing is."""
        opened = self._opened
        if opened is None or opened.conversation.id not in self.marks.conversations:
            return False
        return self.seat.presenter.show_for(opened, None, take_keys=take_keys)

    def _show_marks(self, found: frozenset[ConversationId]) -> None:
        self._inbox.column.list.show_drafts(found)
        if ("seat" not in self.__dict__ or self.seat.presenter.draft is None) and self._go_on(take_keys=False):
            self.place.show_line(shown=False)


def keep_end(thread: QScrollArea, owner: QObject) -> None:
    """What stands at the lower end of the thread stays there when the composer takes its room."""
    bar = thread.verticalScrollBar()
    end = bar.value() + thread.viewport().height()
    QTimer.singleShot(0, owner, lambda: bar.setValue(end - thread.viewport().height()))
