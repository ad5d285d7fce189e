"""The composer without Qt: what keeps a draft from being sent, templates and files in it, and what becomes of it."""

from collections.abc import Callable
from dataclasses import replace

from shopdesk.domain.draft import PICTURE, Draft, DraftFile, DraftKind
from shopdesk.domain.filling import Filled, PieceKind
from shopdesk.domain.template import Template
from shopdesk.ui.compose.keeping import place_of
from shopdesk.ui.compose.open_draft import ComposeView, Obstacle, OpenDraft, Refusal
from shopdesk.ui.compose.people import looks_right, parse_people

__all__ = ["ComposePresenter", "ComposeView", "Obstacle", "Refusal"]

LARGEST = 25 << 20
"""Bytes of all files of one mail."""


class ComposePresenter(OpenDraft):
    """Answers everything a person does in the composer."""

    # --- templates --------------------------------------------------------------------------------------------

    def insert(self, template: Template, filled: Filled) -> Draft | None:
        """Put a filled template at the caret; out: the draft's facts before, to be brought back by undo."""
        if self.draft is None:
            return None
        before = self.view.read(self.draft)
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
        self.view.show_facts(after)
        self.view.insert(filled.body)
        self.keep()
        return before

    def bring_back(self, facts: Draft) -> None:
        """The insertion of a template was undone, or done again: everything but the words is as it was then."""
        if self.draft is not None:
            now = self.view.read(self.draft)
            words = replace(facts, id=now.id, body=now.body, blanks=now.blanks, caret=now.caret, files=now.files)
            self.draft = replace(
                words, pictures=now.pictures, inline=now.inline, dismissed=now.dismissed, signed=now.signed
            )
            self.view.show_facts(self.draft)

    def for_template(self) -> Draft | None:
        """What is written, for a template: kept first, without its pictures; None when there are no words."""
        if self.draft is None or self.draft.kind is DraftKind.NOTE:
            return None
        self.keep()
        draft = replace(self.draft, body=self.draft.body.replace(PICTURE, ""), pictures=())
        return draft if draft.body.strip() else None

    # --- files ------------------------------------------------------------------------------------------------

    def add_file(
        self, name: str, media_type: str, content: bytes, added: Callable[[DraftFile], None] = lambda _: None
    ) -> None:
        """Take a file along; too many bytes are told before anything is kept. `added` hears what became of it."""
        self._add(name, media_type, content, added, inline=False)

    def add_picture(self, name: str, media_type: str, content: bytes) -> None:
        """Put a picture where the caret is; a note for the team takes it as a file."""
        inline = self.draft is not None and self.draft.kind is not DraftKind.NOTE
        self._add(name, media_type, content, inline=inline)

    def _add(
        self,
        name: str,
        media_type: str,
        content: bytes,
        added: Callable[[DraftFile], None] = lambda _: None,
        *,
        inline: bool,
    ) -> None:
        draft = self.draft
        if draft is None:
            return
        if sum(file.size for file in draft.files) + len(content) > LARGEST:
            self.view.refuse(Refusal(Obstacle.TOO_LARGE, name))
            return
        self.draft = self.view.read(draft)
        place = self.draft.conversation_id, self.draft.kind

        def done(file: DraftFile) -> None:
            now = self.draft
            if now is not None and (now.conversation_id, now.kind) == place:
                kept = (*now.inline, file.id) if inline else now.inline
                self.draft = replace(now, files=(*now.files, file), inline=kept)
                self.view.show_facts(self.draft)
                if inline:
                    self.view.show_picture(file, content, new=True)
                self.look_over()
                added(file)

        self.keeping.add_file(self.draft, name, media_type, content, done)

    def remove_file(self, file: DraftFile) -> None:
        """Leave a file here."""
        if self.draft is not None:
            self.draft = replace(self.draft, files=tuple(one for one in self.draft.files if one.id != file.id))
            self.view.show_facts(self.draft)
            self.keeping.remove_file(file.id)
            self.look_over()

    # --- away with it -----------------------------------------------------------------------------------------

    def ready(self) -> Draft | None:
        """What is to be sent, read now; None when something is in the way, which the view has been told."""
        if self.draft is None:
            return None
        draft = self.draft = self.view.read(self.draft)
        refusal = refusal_of(draft)
        if refusal is not None:
            self.view.refuse(refusal)
            return None
        return draft

    def sent(self, draft: Draft) -> None:
        """It is being queued: the composer closes at once."""
        self.keeping.hold(draft)
        self.view.rest()
        self.close()

    def take_back(self, draft: Draft) -> Draft:
        """It did not leave: whoever opens its conversation finds it again. Out: with what was begun there meanwhile."""
        self.keeping.settled(draft)
        self.keeping.known_as(draft)
        now = self.view.read(self.draft) if self.draft is not None else None
        if now is None or place_of(now) != place_of(draft) or not now.body.strip():
            return draft
        if draft.body.endswith(f"\n\n{now.body}"):
            return draft  # the store put both together already
        ahead = len(draft.body) + 2
        moved = tuple(replace(blank, start=blank.start + ahead) for blank in now.blanks)
        words = now.body.replace(PICTURE, " ")  # its pictures are files of a draft that goes
        both = replace(draft, body=f"{draft.body}\n\n{words}", blanks=draft.blanks + moved)
        self.keeping.keep(both)
        return both


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
