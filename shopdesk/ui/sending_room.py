"""Connects composer, drafts, outbox and engine with the window; everything in it is made when it is first needed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.link import Command, SendNow
from shopdesk.ui.actions import Do
from shopdesk.ui.compose.place import ComposePlace
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from shopdesk.domain.draft import Draft, DraftKind
    from shopdesk.domain.outbox import OutboxItem
    from shopdesk.ui.compose.composer import Composer
    from shopdesk.ui.compose.picker_room import PickerRoom
    from shopdesk.ui.compose.presenter import ComposePresenter
    from shopdesk.ui.engine_room import EngineRoom
    from shopdesk.ui.outbox_room import OutboxRoom

WARM_MS = 50
"""The composer is painted first."""
LEAST_TOAST = 4
"""Seconds for which a toast is shown at least."""


class SendingRoom(QObject):
    """One for a window."""

    def __init__(self, window: QMainWindow, inbox: InboxScreen, desk: Desk, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._opened: OpenConversation | None = None
        self._with_draft: frozenset[ConversationId] = frozenset()
        self.tell: Callable[[str, str, int], None] = lambda words, undo, ms: None
        """Shows a sentence, the words of its button, so many ms."""
        self._send: Callable[[Command], None] = lambda _: None
        self._is_offline = False
        self._wanted: ConversationId | None = None
        self.place = ComposePlace(around.theme)
        self.place.line.clicked.connect(self.reply)
        inbox.stage.shown.connect(self._shown)
        around.lanes.reading.submit(self._conversations_with_draft, self._show_drafts)

    # --- what is asked of it ------------------------------------------------------------------------------------

    def attend(self, engine: "EngineRoom") -> None:
        """Follow what the engine does; it is told what was queued from now on."""
        self._send = self.outbox.send = engine.link.send
        engine.feed.changed.connect(self.apply)
        engine.health.facts_changed.connect(self._follow_facts)
        self.outbox.look()

    def apply(self, changes: Changes) -> None:
        """Something was written."""
        if changes.drafts:
            self._around.lanes.reading.submit(self._conversations_with_draft, self._show_drafts)
        if changes.outbox:
            self.outbox.look()

    def reply(self) -> None:
        """Answer the open conversation, or go on with the answer."""
        self.run(Do.REPLY)

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

    def write(self, kind: "DraftKind") -> None:
        """Write an answer or a note in the current conversation."""
        current = self._inbox.presenter.current
        if self._opened is None or self._opened.conversation.id != current:
            self._inbox.conversation.open(current)  # the list is a moment ahead of what is open
        if self._opened is None:
            return
        presenter = self.presenter
        is_open = presenter.draft is not None and presenter.draft.conversation_id == current
        if is_open and presenter.draft is not None and presenter.draft.kind is kind:
            self.composer.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif is_open:
            presenter.become(kind)
        else:
            presenter.show_for(self._opened, kind, take_keys=True)
        QTimer.singleShot(WARM_MS, self, lambda: self.picker)
        self.place.show_line(shown=False)

    def focus_targets(self) -> list[QWidget]:
        """What takes the keys under the thread."""
        if "composer" in self.__dict__ and not self.composer.isHidden():
            return [self.composer.text]
        return []

    def keep_all(self) -> None:
        """The window closes, or another conversation is opened: write down what was typed."""
        if "presenter" in self.__dict__:
            self.presenter.keep()

    # --- parts --------------------------------------------------------------------------------------------------

    @cached_property
    def composer(self) -> "Composer":
        """Where answers are written."""
        from shopdesk.ui.compose.composer import Composer

        composer = Composer(self._around.theme)
        composer.room = self._inbox.pane.height
        self.place.put_composer(composer)
        self.place.resized.connect(composer.fit)
        composer.left.connect(self._leave)
        return composer

    @cached_property
    def presenter(self) -> "ComposePresenter":
        """Which draft is open."""
        from shopdesk.ui.compose.keeping import Keeping
        from shopdesk.ui.compose.presenter import ComposePresenter

        lanes, composer = self._around.lanes, self.composer
        keeping = Keeping(lambda: self._desk.replies, lanes.writing, self._inbox.stage.show_failure, self._kept)
        presenter = ComposePresenter(keeping, composer)
        composer.paused.connect(presenter.keep)
        composer.head.kind_chosen.connect(presenter.become)
        composer.head.language_chosen.connect(self._speak)
        composer.chips.removed.connect(presenter.remove_file)
        composer.template_taken_back.connect(presenter.bring_back)
        composer.bar.discard_asked.connect(self._discard)
        composer.send_asked.connect(lambda done: self.send(done=done))
        composer.bar.later_asked.connect(self._ask_later)
        composer.picker_asked.connect(lambda slash: self.picker.open(slash=slash))
        composer.bar.files_asked.connect(self._choose_files)
        composer.text.files_given.connect(self._take_files)
        composer.text.picture_given.connect(self._take_picture)
        return presenter

    @cached_property
    def picker(self) -> "PickerRoom":
        """Templates for the open draft."""
        from shopdesk.ui.compose.picker_room import Parts, PickerRoom

        def market() -> str:
            return self._opened.conversation.market if self._opened is not None else ""

        around, lanes = self._around, self._around.lanes
        room = PickerRoom(
            Parts(
                window=self._window,
                theme=around.theme,
                reading=lanes.reading,
                writing=lanes.writing,
                now=around.now,
                language=lambda: around.languages.current,
                presenter=self.presenter,
                composer=self.composer,
                templates=lambda: self._desk.templates,
                market=market,
            )
        )
        room.warm_up()
        return room

    @cached_property
    def outbox(self) -> "OutboxRoom":
        """Mails on their way, files, and mails that answer nothing."""
        from shopdesk.ui.outbox_room import OutboxRoom

        room = OutboxRoom(self._window, self._inbox, self._desk, self._around, self.place)
        room.came_back, room.changed = self._came_back, self._was_decided
        room.online = lambda: not self._is_offline
        return room

    # --- sending --------------------------------------------------------------------------------------------------

    def send(self, *, done: bool, at: datetime | None = None) -> None:
        """Send what is open, or write down a note; `done` closes the conversation and goes on to the next."""
        from shopdesk.domain.draft import DraftKind
        from shopdesk.ui.compose.departures import Leaving

        draft = self.presenter.ready()
        if draft is None:
            return
        self.presenter.sent(draft)
        self.place.show_line(shown=True)
        if draft.kind is DraftKind.NOTE:
            self._keep_note(draft)
            return
        hold = self._around.preferences.undo_send_seconds
        leaving = Leaving(draft, self._desk, self.presenter.keeping, self._around.lanes.writing, hold, at, done)
        leaving.refused = lambda: self._came_back(draft)
        leaving.queued = lambda: self._queued(draft)
        leaving.taken_back = self._came_back
        triage = self._inbox.triage
        triage.answer(draft.conversation_id, leaving.change, leaving.step(), go_on=done)
        leaving.follow()
        self._inbox.focus_list()
        undo = translate("Toast", "Undo  Z") if hold or at is not None else ""
        self.tell(self.outbox.sent_words(at), undo, max(hold, LEAST_TOAST) * 1000)

    def _queued(self, draft: "Draft") -> None:
        self._send(SendNow(draft.mailbox_id))
        self._announce(draft)

    def _keep_note(self, draft: "Draft") -> None:
        from shopdesk.ui.compose.departures import keep_note

        def written() -> None:
            self.tell(translate("Toast", "Note saved"), "", LEAST_TOAST * 1000)
            self._announce(draft)

        self._inbox.focus_list()
        keep_note(self._desk, self.presenter.keeping, draft, written, lambda: self._came_back(draft))

    def _announce(self, draft: "Draft") -> None:
        """What was written here is not announced by the engine."""
        named = frozenset() if draft.conversation_id is None else frozenset({draft.conversation_id})
        changes = Changes(conversations=named, drafts=True, outbox=True)
        self._inbox.apply(changes)
        self.apply(changes)

    def _came_back(self, draft: "Draft") -> None:
        """A mail was taken back or could not be queued: its words stand again where they stood."""
        self.presenter.take_back(draft)
        self._announce(draft)
        opened = self._opened
        if opened is not None and opened.conversation.id == draft.conversation_id == self._inbox.presenter.current:
            self.presenter.show(draft, take_keys=True)
            self.place.show_line(shown=False)
        else:
            self._wanted = draft.conversation_id  # on its way to the screen

    # --- inside ---------------------------------------------------------------------------------------------------

    def _shown(self, opened: OpenConversation | None) -> None:
        before, self._opened = self._opened, opened
        number = opened.conversation.id if opened is not None else None
        same = before is not None and before.conversation.id == number
        if same and opened is not None:
            if "presenter" in self.__dict__:
                self.presenter.renew(opened)
        else:
            if "presenter" in self.__dict__:
                self.presenter.leave()
            begun = opened is not None and number in self._with_draft
            wanted, self._wanted = self._wanted, None
            shown = (
                begun
                and opened is not None
                and self.presenter.show_for(opened, None, take_keys=wanted is not None and wanted == number)
            )
            self.place.show_line(shown=not shown)
        self.outbox.show_for(number)

    def _leave(self) -> None:
        """Esc: what was typed is kept; an empty composer folds up."""
        self.presenter.keep()
        draft = self.presenter.draft
        if draft is not None and not draft.body.strip() and not draft.files:
            self.presenter.leave()
            self.place.show_line(shown=True)
        self._inbox.focus_list()

    def _discard(self) -> None:
        self.presenter.discard()
        self.place.show_line(shown=True)
        self._inbox.focus_list()

    def _speak(self, language: str) -> None:
        self.presenter.speak(language)
        if self.presenter.draft is not None:
            self.composer.head.show_draft(self.presenter.draft)

    def _ask_later(self, place: QPoint) -> None:
        from shopdesk.ui.later_popover import LaterPopover

        popover = LaterPopover(self._around.theme, self._window, self._around.now, place)
        popover.chosen.connect(lambda at: self.send(done=False, at=at))
        popover.show_offers()

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        paths, _ = QFileDialog.getOpenFileNames(self._window, translate("Composer", "Attach files"))
        self._take_files(paths)

    def _take_files(self, paths: Sequence[str]) -> None:
        from shopdesk.ui.compose.giving_files import take_files

        refusal = take_files(self.presenter, paths)
        if refusal is not None:
            self.composer.refuse(refusal)

    def _take_picture(self, image: "QImage") -> None:
        from shopdesk.ui.compose.giving_files import take_picture

        take_picture(self.presenter, image, self._around.now())

    def _was_decided(self, item: "OutboxItem") -> None:
        named = frozenset() if item.conversation_id is None else frozenset({item.conversation_id})
        self._inbox.apply(Changes(conversations=named))
        self.outbox.look()

    def _follow_facts(self, facts: FootFacts) -> None:
        self._is_offline = facts.kind is FootKind.OFFLINE

    def _kept(self) -> None:
        self._around.lanes.reading.submit(self._conversations_with_draft, self._show_drafts)

    def _conversations_with_draft(self) -> frozenset[ConversationId]:
        drafts = self._desk.replies.drafts()
        return frozenset(one.conversation_id for one in drafts if one.conversation_id is not None)

    def _show_drafts(self, conversations: frozenset[ConversationId]) -> None:
        if conversations != self._with_draft:
            self._with_draft = conversations
            self._inbox.column.list.show_drafts(conversations)
