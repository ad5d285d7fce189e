"""One composer with everything that it asks for: its draft, its templates, files, and sending."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.ui.compose.composer import Composer
from shopdesk.ui.compose.departures import Leaving, NoteKept
from shopdesk.ui.compose.keeping import Keeping
from shopdesk.ui.compose.presenter import ComposePresenter
from shopdesk.ui.compose.signing import Signing
from shopdesk.ui.compose.watch import ReplyWatch
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate
from shopdesk.ui.writes import Deed

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from shopdesk.ui.compose.picker_room import PickerRoom

LEAST_TOAST = 4
"""Seconds for which a toast is shown at least."""


@dataclass(slots=True)
class Ears:
    """Who hears what becomes of a draft."""

    closed: Callable[[], None]
    """Nothing is written any more: give the keys to somebody else."""
    kept: Callable[[], None]
    """The store has, or has no more, a draft."""
    queued: Callable[[Draft], None]
    noted: Callable[[Draft], None]
    """A note was written down."""
    came_back: Callable[[Draft], None]
    """It was taken back, or could not be queued."""
    tell: Callable[[str, str, int], None]
    """A sentence, the words of its button, so many ms."""
    sent_words: Callable[[datetime | None], str]
    opened: Callable[[], OpenConversation | None]
    template: Callable[[Draft | None], None]
    """Make a template of what is written."""


class WritingSeat(QObject):
    """Made when somebody begins to write."""

    def __init__(
        self, window: QWidget, inbox: InboxScreen, desk: Desk, around: Surroundings, composer: Composer, ears: Ears
    ) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._desk = desk
        self._around = around
        self._ears = ears
        self.composer = composer
        keeping = Keeping(
            lambda: self._desk.replies, around.lanes.writing, inbox.stage.show_failure, ears.kept
        )
        self.presenter = presenter = ComposePresenter(keeping, composer)
        composer.opened.connect(self._check_spelling)
        composer.paused.connect(presenter.keep)
        composer.left.connect(self._leave)
        composer.head.kind_chosen.connect(presenter.become)
        composer.head.language_chosen.connect(self._speak)
        composer.chips.removed.connect(presenter.remove_file)
        composer.template_taken_back.connect(presenter.bring_back)
        composer.bar.discard_asked.connect(self._discard)
        composer.send_asked.connect(lambda done: self.send(done=done))
        composer.bar.later_asked.connect(self._ask_later)
        composer.picker_asked.connect(lambda slash: self.picker.open(slash=slash))
        composer.bar.files_asked.connect(self._choose_files)
        composer.bar.template_wanted.connect(lambda: ears.template(presenter.for_template()))
        composer.text.files_given.connect(lambda paths: self.take_files(paths, inline=True))
        composer.text.picture_given.connect(self._take_picture)
        self.signing = Signing(composer, presenter, lambda: self._desk.signatures, around.lanes.reading)
        self.watch = ReplyWatch(composer, presenter, lambda: self._desk.reply_check, around.lanes.reading)

    @cached_property
    def picker(self) -> "PickerRoom":
        """Templates for the open draft."""
        from shopdesk.ui.compose.picker_room import Parts, PickerRoom

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
                market=self._market,
                agent=lambda: self._desk.signatures.signer(),  # noqa: PLW0108 - not made before it is asked for
            )
        )
        room.warm_up()
        return room

    def send(self, *, done: bool, at: datetime | None = None) -> None:
        """Send what is open, or write down a note; `done` closes the conversation and goes on to the next."""
        draft = self.presenter.ready()
        if draft is None or not self.watch.lets_go(draft, lambda: self.send(done=done, at=at)):
            return
        self.presenter.sent(draft)
        ears = self._ears
        if draft.kind is DraftKind.NOTE:
            ears.closed()
            self._keep_note(draft)
            return
        hold = self._around.preferences.undo_send_seconds
        leaving = Leaving(draft, self._desk, self.presenter.keeping, self._around.lanes.writing, hold, at, done)
        leaving.refused = lambda: ears.came_back(draft)
        leaving.queued = lambda: ears.queued(draft)
        leaving.taken_back = ears.came_back
        self._inbox.triage.answer(draft.conversation_id, leaving.change, leaving.step(), go_on=done)
        ears.closed()
        undo = translate("Toast", "Undo  Z") if hold or at is not None else ""
        ears.tell(ears.sent_words(at), undo, max(hold, LEAST_TOAST) * 1000)
        leaving.follow()

    def take_files(self, paths: Sequence[str], *, inline: bool = False) -> None:
        """Take files along; with `inline` pictures are put into the text."""
        from shopdesk.ui.compose.giving_files import take_files

        refusal = take_files(self.presenter, paths, inline=inline)
        if refusal is not None:
            self.composer.refuse(refusal)

    def _keep_note(self, draft: Draft) -> None:
        ears = self._ears
        kept = NoteKept(draft, self._desk, self.presenter.keeping, self._around.lanes.writing)
        kept.written = lambda: ears.noted(draft)
        kept.refused = lambda: ears.came_back(draft)
        kept.taken_back = ears.came_back
        self._inbox.triage.answer(
            draft.conversation_id, lambda row: row, kept.step(), go_on=False, deed=Deed.NOTE_ADDED
        )
        ears.tell(translate("Toast", "Note saved"), translate("Toast", "Undo  Z"), LEAST_TOAST * 1000)
        kept.follow()

    # --- inside -------------------------------------------------------------------------------------------------

    def _market(self) -> str:
        opened = self._ears.opened()
        return opened.conversation.market if opened is not None else ""

    def _leave(self) -> None:
        """Esc: what was typed is kept; an empty composer folds up."""
        self.presenter.keep()
        draft = self.presenter.draft
        if draft is not None and not draft.body.strip() and not draft.files:
            self.presenter.leave()
        self._ears.closed()

    def _discard(self) -> None:
        self.presenter.discard()
        self._ears.closed()

    def _speak(self, language: str) -> None:
        self.presenter.speak(language)
        if self.presenter.draft is not None:
            self.composer.head.show_draft(self.presenter.draft)
            self._check_spelling()

    def _check_spelling(self) -> None:
        """By the language of the draft; the words of it are read the first time somebody writes in it."""
        draft, checker = self.presenter.draft, self._desk.spelling
        if draft is None or checker is None:
            return
        language, text = draft.language.partition("_")[0].casefold(), self.composer.text
        self._around.lanes.reading.submit(
            lambda: bool(language) and checker.load(language),
            lambda known: text.check_spelling(checker if known else None, language),
        )

    def _ask_later(self, place: QPoint) -> None:
        from shopdesk.ui.later_popover import LaterPopover

        popover = LaterPopover(self._around.theme, self._window, self._around.now, place)
        popover.chosen.connect(lambda at: self.send(done=False, at=at))
        popover.show_offers()
        conversation = self.presenter.draft.conversation_id if self.presenter.draft is not None else None
        if conversation is not None:
            desk, lanes = self._desk.their_time, self._around.lanes
            lanes.reading.submit(lambda: desk.of(conversation), popover.offer_zones, lambda _: None)
            popover.zone_named.connect(lambda zone: lanes.writing.submit(lambda: desk.choose(conversation, zone)))

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._window, translate("Composer", "Attach files"))
        self.take_files(paths)

    def _take_picture(self, image: "QImage") -> None:
        from shopdesk.ui.compose.giving_files import take_picture

        take_picture(self.presenter, image, self._around.now())
