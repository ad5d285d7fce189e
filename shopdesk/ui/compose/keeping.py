"""Drafts on their way to the store: nothing that was typed is let go before the store has it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from shopdesk.domain.draft import Draft, DraftFile, DraftKind
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import ReplyDesk

Place = tuple[ConversationId | None, bool]
"""Which conversation, and whether it is a note."""


def place_of(draft: Draft) -> Place:
    """Each conversation has one unfinished answer and one unfinished note."""
    return draft.conversation_id, draft.kind is DraftKind.NOTE


def is_worth_keeping(draft: Draft) -> bool:
    """Whether anything of it would be missed."""
    chosen = draft.kind in {DraftKind.FORWARD, DraftKind.NEW} and bool(draft.to or draft.cc or draft.bcc)
    return bool(draft.body.strip() or draft.files) or chosen


@dataclass(slots=True)
class Keeping:
    """Hands drafts to the store lane; the ids that the store gives are known in the lane first."""

    replies: Callable[[], ReplyDesk]
    writing: WorkLane
    on_failure: Callable[[Exception], None]
    on_kept: Callable[[], None]
    """The store has, or has no more, a draft."""
    _unwritten: dict[Place, Draft] = field(default_factory=dict)
    _ids: dict[Place, DraftId] = field(default_factory=dict)
    _leaving: set[Place] = field(default_factory=set)

    def find(self, conversation: ConversationId, *, note: bool) -> Draft | None:
        """The unfinished one as it was typed last, written down or not."""
        unwritten = self._unwritten.get((conversation, note))
        if unwritten is not None:
            return unwritten if is_worth_keeping(unwritten) else None
        if (conversation, note) in self._leaving:
            return None
        draft = self.replies().draft_of(conversation, note=note)
        if draft is not None:
            self._ids[conversation, note] = draft.id
        return draft

    def keep(self, draft: Draft) -> None:
        """Write it down; one that nobody would miss is forgotten instead."""
        place = place_of(draft)
        self._unwritten[place] = draft

        def done(_: object) -> None:
            if self._unwritten.get(place) is draft:
                del self._unwritten[place]
            self.on_kept()

        self.writing.submit(lambda: self.save_here(draft), done, self.on_failure)

    def known_as(self, draft: Draft) -> None:
        """The store has it under its id, as after a mail was taken back."""
        if draft.id:
            self._ids[place_of(draft)] = draft.id

    def forget(self, draft: Draft) -> None:
        """Throw it away with its files."""
        place = place_of(draft)
        self._unwritten.pop(place, None)
        self.writing.submit(lambda: self._discard_here(place, draft.id), lambda _: self.on_kept(), self.on_failure)

    def add_file(
        self, draft: Draft, name: str, media_type: str, content: bytes, done: Callable[[DraftFile], None]
    ) -> None:
        """Keep a file with a draft; `done` is told what became of it."""

        def work() -> DraftFile:
            return self.replies().add_file(self.save_here(draft, anyway=True), name, media_type, content)

        self.writing.submit(work, done, self.on_failure)

    def read_file(self, file: DraftFile, done: Callable[[bytes], None]) -> None:
        """The bytes of a file that is kept; after all that is being written."""
        self.writing.submit(lambda: self.replies().file_content(file.id), done, self.on_failure)

    def remove_file(self, file: DraftFileId) -> None:
        """Take a file away."""
        self.writing.submit(lambda: self.replies().remove_file(file), None, self.on_failure)

    # --- in the store lane -----------------------------------------------------------------------------------

    def save_here(self, draft: Draft, *, anyway: bool = False) -> DraftId:
        """Write it in the present thread; out: its id, 0 when nothing is kept."""
        place = place_of(draft)
        known = self._ids.get(place, draft.id)
        if anyway or is_worth_keeping(draft):
            self._ids[place] = self.replies().save(replace(draft, id=known))
            return self._ids[place]
        if known:
            self._discard_here(place, known)
        return DraftId(0)

    def gone_here(self, draft: Draft) -> None:
        """It is a mail or a note now."""
        self._ids.pop(place_of(draft), None)

    def _discard_here(self, place: Place, draft: DraftId) -> None:
        known = self._ids.pop(place, draft)
        if known:
            self.replies().discard(known)

    def settled(self, draft: Draft) -> None:
        """Back in the screen's thread: it left, or did not."""
        self._leaving.discard(place_of(draft))

    def hold(self, draft: Draft) -> None:
        """It is being sent: until the store says more nobody finds it."""
        self._unwritten.pop(place_of(draft), None)
        self._leaving.add(place_of(draft))
