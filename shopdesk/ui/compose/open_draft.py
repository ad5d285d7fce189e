"""Which draft is open in a composer, without Qt: begun, gone on with, left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Protocol

from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.draft import Blank, Draft, DraftFile, DraftKind
from shopdesk.domain.draft_cautions import Caution, cautions_of
from shopdesk.domain.filling import Piece
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.message import Direction, Message
from shopdesk.ui.compose.keeping import Keeping, place_of


class Obstacle(Enum):
    """Why a mail cannot be sent as it is."""

    BLANK = "blank"
    BLANK_IN_SUBJECT = "blank_in_subject"
    NOBODY = "nobody"
    NO_ADDRESS = "no_address"
    NO_WORDS = "no_words"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is in the way, and the word or gap it is about."""

    obstacle: Obstacle
    word: str = ""
    blank: Blank | None = None


class ComposeView(Protocol):
    """The widgets of the composer."""

    def show_draft(self, draft: Draft, *, take_keys: bool) -> None: ...
    def hide_draft(self) -> None: ...
    def read(self, draft: Draft) -> Draft:
        """The draft with what is written in the widgets now."""

    def insert(self, pieces: tuple[Piece, ...]) -> None: ...
    def show_facts(self, draft: Draft) -> None:
        """Subject, people and files changed, the text did not."""

    def show_picture(self, file: DraftFile, content: bytes, *, new: bool) -> None:
        """The bytes of a picture in the text are here; a new one is put where the caret is."""

    def refuse(self, refusal: Refusal) -> None: ...
    def show_cautions(self, cautions: tuple[Caution, ...]) -> None: ...
    def rest(self) -> None:
        """What was typed is being written down."""


class OpenDraft:
    """One composer: at most one draft is open in it."""

    def __init__(self, keeping: Keeping, view: ComposeView) -> None:
        self.keeping = keeping
        self.view = view
        self._opened: OpenConversation | None = None
        self.draft: Draft | None = None

    # --- opening and leaving ----------------------------------------------------------------------------------

    def show_for(self, opened: OpenConversation, kind: DraftKind | None, *, take_keys: bool) -> bool:
        """Write an answer to a conversation; an unfinished one is gone on with.

        In: None for what is unfinished only, an answer before a note. Out: False when there was nothing to show.
        """
        number, found = opened.conversation.id, None
        if self.draft is not None and self.draft.conversation_id != number:
            self.leave()
        if kind is None:
            found = self.keeping.find(number, note=False) or self.keeping.find(number, note=True)
        else:
            found = self.keeping.find(number, note=kind is DraftKind.NOTE) or self._begun(opened, kind)
        if found is None:
            return False
        self._opened = opened
        if kind is not None and found.kind is not kind and found.id:
            found = self._as_kind(found, kind)
        self.show(found, take_keys=take_keys)
        return True

    def show(self, draft: Draft, *, take_keys: bool) -> None:
        """Go on with a draft."""
        if not draft.language:
            draft = replace(draft, language=self._guess())
        self.draft = draft = self._without_lost(draft)
        self.view.show_draft(draft, take_keys=take_keys)
        self.look_over()
        for file in draft.files:
            if file.id in draft.inline:
                self.keeping.read_file(file, partial(self._show_picture, draft, file))

    def renew(self, opened: OpenConversation) -> None:
        """The open conversation has news."""
        self._opened = opened

    def leave(self) -> None:
        """Write down what is open and close it."""
        if self.draft is not None:
            self.keep()
            self.close()

    def discard(self) -> None:
        """Throw away what is open."""
        if self.draft is not None:
            self.keeping.forget(self.draft)
            self.close()

    def close(self) -> None:
        """Nothing is written any more."""
        self.draft = None
        self.view.hide_draft()

    # --- writing ----------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """There was a pause: write everything down."""
        if self.draft is not None:
            self.draft = self.view.read(self.draft)
            self.view.rest()
            self.keeping.keep(self.draft)
            self.look_over()

    def become(self, kind: DraftKind) -> None:
        """Answer one, all, somebody else, or write a note; the words of an answer stay."""
        draft, opened = self.draft, self._opened
        if draft is None or draft.kind is kind:
            return
        self.keep()
        if opened is None:
            return
        if DraftKind.NOTE in {kind, draft.kind}:
            number = opened.conversation.id
            other = self.keeping.find(number, note=kind is DraftKind.NOTE)
            self.show(other or self._begun(opened, kind), take_keys=True)
        else:
            self.show(self._as_kind(self.view.read(draft), kind), take_keys=True)
            self.keep()

    def speak(self, language: str) -> None:
        """Templates and the line over the quoted mail are in this language from now on."""
        if self.draft is not None:
            self.draft = replace(self.view.read(self.draft), language=language)

    def dismiss(self, keys: Sequence[str]) -> None:
        """Findings of the reply check are not to be shown for this draft any more."""
        if self.draft is not None:
            now = self.view.read(self.draft)
            self.draft = replace(now, dismissed=tuple(dict.fromkeys((*now.dismissed, *keys))))
            self.keep()

    def _begun(self, opened: OpenConversation, kind: DraftKind) -> Draft:
        begun = self.keeping.replies().start(opened.conversation.id, kind)
        return replace(begun, to=(), cc=()) if kind is DraftKind.NOTE else begun

    def _as_kind(self, draft: Draft, kind: DraftKind) -> Draft:
        if draft.conversation_id is None:
            return draft
        fresh = self.keeping.replies().start(draft.conversation_id, kind)
        return replace(draft, kind=kind, to=fresh.to, cc=fresh.cc, subject=fresh.subject, answers=fresh.answers)

    # --- inside -----------------------------------------------------------------------------------------------

    def _without_lost(self, draft: Draft) -> Draft:
        """Pictures that stand in the text no more cannot be brought back by undo once a draft is opened again."""
        shown = {picture.file for picture in draft.pictures}
        lost = [number for number in draft.inline if number not in shown]
        for number in lost:
            self.keeping.remove_file(number)
        files = tuple(file for file in draft.files if file.id not in lost)
        return replace(draft, files=files, inline=tuple(n for n in draft.inline if n in shown)) if lost else draft

    def _show_picture(self, opened: Draft, file: DraftFile, content: bytes) -> None:
        if self.draft is not None and place_of(self.draft) == place_of(opened):
            self.view.show_picture(file, content, new=False)

    def look_over(self) -> None:
        """Say what is worth a second look; of a forgotten file the reply check tells."""
        if self.draft is not None:
            found = cautions_of(self.draft, self._answered(self.draft))
            self.view.show_cautions(tuple(one for one in found if one is not Caution.FORGOTTEN_FILE))

    def _answered(self, draft: Draft) -> Message | None:
        messages = self._opened.messages if self._opened is not None else ()
        return next((one for one in messages if one.id == draft.answers), None)

    def _guess(self) -> str:
        """The language of what the customer wrote last, or before that."""
        messages = self._opened.messages if self._opened is not None else ()
        theirs = [one for one in reversed(messages) if one.direction is Direction.INCOMING]
        guesses = (guess_language(one.mail.own_words or one.mail.text) for one in theirs)
        return next((guess for guess in guesses if guess), "")
