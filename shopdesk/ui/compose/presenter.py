"""The composer without Qt: which draft is open, what keeps it from being sent, and what becomes of it."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from shopdesk.domain.conversation import OpenConversation
from shopdesk.domain.draft import Blank, Draft, DraftFile, DraftKind
from shopdesk.domain.draft_cautions import Caution, cautions_of
from shopdesk.domain.filling import Filled, Piece, PieceKind
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.template import Template
from shopdesk.ui.compose.keeping import Keeping
from shopdesk.ui.compose.people import looks_right, parse_people

LARGEST = 25 << 20
"""Bytes of all files of one mail."""


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

    def refuse(self, refusal: Refusal) -> None: ...
    def show_cautions(self, cautions: tuple[Caution, ...]) -> None: ...
    def rest(self) -> None:
        """What was typed is being written down."""


class ComposePresenter:
    """One composer: at most one draft is open in it."""

    def __init__(self, keeping: Keeping, view: ComposeView) -> None:
        self.keeping = keeping
        self._view = view
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
        self.draft = draft
        self._view.show_draft(draft, take_keys=take_keys)
        self._look_over()

    def renew(self, opened: OpenConversation) -> None:
        """The open conversation has news."""
        self._opened = opened

    def leave(self) -> None:
        """Write down what is open and close it."""
        if self.draft is not None:
            self.keep()
            self._close()

    def discard(self) -> None:
        """Throw away what is open."""
        if self.draft is not None:
            self.keeping.forget(self.draft)
            self._close()

    def _close(self) -> None:
        self.draft = None
        self._view.hide_draft()

    # --- writing ----------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """There was a pause: write everything down."""
        if self.draft is not None:
            self.draft = self._view.read(self.draft)
            self._view.rest()
            self.keeping.keep(self.draft)
            self._look_over()

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
            self.show(self._as_kind(self._view.read(draft), kind), take_keys=True)
            self.keep()

    def speak(self, language: str) -> None:
        """Templates and the line over the quoted mail are in this language from now on."""
        if self.draft is not None:
            self.draft = replace(self._view.read(self.draft), language=language)

    def _begun(self, opened: OpenConversation, kind: DraftKind) -> Draft:
        begun = self.keeping.replies().start(opened.conversation.id, kind)
        return replace(begun, to=(), cc=()) if kind is DraftKind.NOTE else begun

    def _as_kind(self, draft: Draft, kind: DraftKind) -> Draft:
        if draft.conversation_id is None:
            return draft
        fresh = self.keeping.replies().start(draft.conversation_id, kind)
        return replace(draft, kind=kind, to=fresh.to, cc=fresh.cc, subject=fresh.subject, answers=fresh.answers)

    # --- templates --------------------------------------------------------------------------------------------

    def insert(self, template: Template, filled: Filled) -> Draft | None:
        """Put a filled template at the caret; out: the draft's facts before, to be brought back by undo."""
        if self.draft is None:
            return None
        before = self._view.read(self.draft)
        known = {one.key for one in (*before.to, *before.cc)}
        cc = tuple(one for one in parse_people(template.cc) if one.key not in known)
        is_mail = before.kind is not DraftKind.NOTE
        after = replace(
            before,
            subject=_subject(filled) or before.subject if is_mail else before.subject,
            cc=before.cc + cc if is_mail else before.cc,
            next_state=template.next_state or before.next_state,
            follow_up_days=template.follow_up_days or before.follow_up_days,
            template_ids=(*before.template_ids, template.id),
            language=before.language or filled.language,
        )
        self.draft = after
        self._view.show_facts(after)
        self._view.insert(filled.body)
        self.keep()
        return before

    def bring_back(self, facts: Draft) -> None:
        """The insertion of a template was undone, or done again: everything but the words is as it was then."""
        if self.draft is not None:
            now = self._view.read(self.draft)
            self.draft = replace(facts, id=now.id, body=now.body, blanks=now.blanks, caret=now.caret, files=now.files)
            self._view.show_facts(self.draft)

    # --- files ------------------------------------------------------------------------------------------------

    def add_file(self, name: str, media_type: str, content: bytes) -> None:
        """Take a file along; too many bytes are told before anything is kept."""
        draft = self.draft
        if draft is None:
            return
        if sum(file.size for file in draft.files) + len(content) > LARGEST:
            self._view.refuse(Refusal(Obstacle.TOO_LARGE, name))
            return
        self.draft = self._view.read(draft)
        place = self.draft.conversation_id, self.draft.kind

        def done(file: DraftFile) -> None:
            now = self.draft
            if now is not None and (now.conversation_id, now.kind) == place:
                self.draft = replace(now, files=(*now.files, file))
                self._view.show_facts(self.draft)
                self._look_over()

        self.keeping.add_file(self.draft, name, media_type, content, done)

    def remove_file(self, file: DraftFile) -> None:
        """Leave a file here."""
        if self.draft is not None:
            self.draft = replace(self.draft, files=tuple(one for one in self.draft.files if one.id != file.id))
            self._view.show_facts(self.draft)
            self.keeping.remove_file(file.id)
            self._look_over()

    # --- away with it -----------------------------------------------------------------------------------------

    def ready(self) -> Draft | None:
        """What is to be sent, read now; None when something is in the way, which the view has been told."""
        if self.draft is None:
            return None
        draft = self.draft = self._view.read(self.draft)
        refusal = refusal_of(draft)
        if refusal is not None:
            self._view.refuse(refusal)
            return None
        return draft

    def sent(self, draft: Draft) -> None:
        """It is being queued: the composer closes at once."""
        self.keeping.hold(draft)
        self._view.rest()
        self._close()

    def take_back(self, draft: Draft) -> None:
        """It did not leave: whoever opens its conversation finds it again."""
        self.keeping.settled(draft)
        self.keeping.known_as(draft)

    # --- inside -----------------------------------------------------------------------------------------------

    def _look_over(self) -> None:
        if self.draft is not None:
            self._view.show_cautions(cautions_of(self.draft, self._answered(self.draft)))

    def _answered(self, draft: Draft) -> Message | None:
        messages = self._opened.messages if self._opened is not None else ()
        return next((one for one in messages if one.id == draft.answers), None)

    def _guess(self) -> str:
        """The language of what the customer wrote last, or before that."""
        messages = self._opened.messages if self._opened is not None else ()
        theirs = [one for one in reversed(messages) if one.direction is Direction.INCOMING]
        guesses = (guess_language(one.mail.own_words or one.mail.text) for one in theirs)
        return next((guess for guess in guesses if guess), "")


def refusal_of(draft: Draft) -> Refusal | None:
    """What keeps a draft from being sent."""
    blank = draft.open_blank()
    people = (*draft.to, *draft.cc, *draft.bcc)
    wrong = next((one for one in people if not looks_right(one)), None)
    is_note = draft.kind is DraftKind.NOTE
    if blank is not None and not is_note:
        return Refusal(Obstacle.BLANK, draft.body[blank.start : blank.start + blank.length], blank)
    if draft.raw_in_subject() and not is_note:
        return Refusal(Obstacle.BLANK_IN_SUBJECT, draft.raw_in_subject())
    if not people and not is_note:
        return Refusal(Obstacle.NOBODY)
    if wrong is not None and not is_note:
        return Refusal(Obstacle.NO_ADDRESS, wrong.email)
    if not draft.body.strip() and not (draft.files or draft.kind is DraftKind.FORWARD):
        return Refusal(Obstacle.NO_WORDS)
    return None


def _subject(filled: Filled) -> str:
    """A subject has no marks: what is missing stands in it as a placeholder, which is never sent."""
    return "".join(
        f"{{{{ {piece.placeholder or piece.text} }}}}" if piece.kind is PieceKind.MISSING else piece.text
        for piece in filled.subject
    )
