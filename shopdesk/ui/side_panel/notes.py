"""Notes about the customer: the newest first, each with its day; one of them, or a new one, can be typed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.customer import CustomerCard
from shopdesk.domain.customer_note import CustomerNote
from shopdesk.domain.ids import CustomerNoteId
from shopdesk.ui.side_panel.note_editor import NoteEditor
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import card_time, translate


def note_day(note: CustomerNote, now: datetime) -> str:
    """When a note was written, by whom if that is known, and whether it was changed since."""
    parts = [note.author, card_time(note.created_at, now)]
    if note.edited_at is not None:
        parts.append(translate("Panel", "edited"))
    return " · ".join(part for part in parts if part)


class NoteLine(QWidget):
    """One note with what can be done to it."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)
    """A `CustomerNote`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.note: CustomerNote | None = None
        self.words = plain_label("text", wrap=True, selectable=True)
        self.day = plain_label("meta")
        self.edit = IconButton(theme, "square-pen", 24)
        self.remove = IconButton(theme, "trash-2", 24)
        below = QHBoxLayout()
        below.setSpacing(theme.px(2))
        below.addWidget(self.day, 1)
        below.addWidget(self.edit)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(below)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.note))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.note))

    def show_note(self, note: CustomerNote, now: datetime, *, has_draft: bool) -> None:
        """Show this note from now on."""
        self.note = note
        self.words.setText(note.text)
        draft = translate("Panel", "unsaved change")
        self.day.setText(f"{note_day(note, now)} · {draft}" if has_draft else note_day(note, now))
        start = " ".join(note.text.split())[:40]
        self.edit.name(translate("Panel", "Edit note: %1").replace("%1", start))
        self.remove.name(translate("Panel", "Remove note: %1").replace("%1", start))
        self.show()


class NoteLines(QWidget):
    """The notes, the draft of a new one, and the editor that stands where its note stood."""

    typed = Signal(object, str)
    """A `CustomerNoteId` or None for a new note, and its words so far."""
    paused = Signal()
    saved = Signal(object, str)
    discarded = Signal(object)
    remove_asked = Signal(object)
    """A `CustomerNote`."""
    left = Signal()
    """The editor closed: the keys belong somewhere else."""

    def __init__(self, theme: Theme, draft_of: Callable[[CustomerNoteId | None], str]) -> None:
        super().__init__()
        self._theme = theme
        self._draft_of = draft_of
        self._lines: list[NoteLine] = []
        self._card: CustomerCard | None = None
        self._now: datetime | None = None
        self.editor = NoteEditor(theme)
        self.draft = Button(theme, "plain", "square-pen")
        self.none = plain_label("meta", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        for widget in (self.editor, self.draft, self.none):
            self._column.addWidget(widget)
        self.draft.hide()
        self.none.hide()
        self._connect()

    def _connect(self) -> None:
        editor = self.editor
        editor.typed.connect(lambda text: self.typed.emit(editor.note, text))
        editor.paused.connect(self.paused)
        editor.saved.connect(self._save)
        editor.left.connect(self._leave)
        editor.discarded.connect(self._discard)
        self.draft.clicked.connect(self.begin)

    @property
    def lines(self) -> list[NoteLine]:
        """The notes that are shown."""
        return [line for line in self._lines if not line.isHidden()]

    def clear(self) -> None:
        """Somebody else's notes come: close everything; what was typed is kept elsewhere."""
        self.editor.end()
        self._card = None
        for hidden in (*self._lines, self.draft, self.none):
            hidden.hide()

    def show_card(self, card: CustomerCard, now: datetime) -> None:
        """Show these notes; an open editor goes on."""
        self._card, self._now = card, now
        self._fill()

    def begin(self) -> None:
        """Type a new note, from where its draft stands."""
        self._open(None, self._draft_of(None))

    def edit(self, note: CustomerNote) -> None:
        """Type other words for a note."""
        self._open(note.id, self._draft_of(note.id) or note.text)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.editor.retranslate()
        self._fill()

    # --- inside --------------------------------------------------------------------------------------

    def _open(self, note: CustomerNoteId | None, text: str) -> None:
        self.paused.emit()
        place = next((line for line in self.lines if line.note is not None and line.note.id == note), None)
        self._column.removeWidget(self.editor)
        self._column.insertWidget(0 if place is None else self._column.indexOf(place), self.editor)
        self.editor.begin(note, text)
        self._fill()

    def _save(self, text: str) -> None:
        note = self.editor.note
        self._close()
        self.saved.emit(note, text)

    def _discard(self) -> None:
        note = self.editor.note
        self._close()
        self.discarded.emit(note)

    def _leave(self) -> None:
        self.paused.emit()
        self._close()

    def _close(self) -> None:
        self.editor.end()
        self._fill()
        self.left.emit()

    def _fill(self) -> None:
        card, now = self._card, self._now
        if card is None or now is None:
            return
        self._make_lines(len(card.notes))
        typing = None if self.editor.isHidden() else self.editor
        for number, line in enumerate(self._lines):
            if number < len(card.notes):
                note = card.notes[number]
                is_typed = typing is not None and typing.note == note.id
                line.show_note(note, now, has_draft=bool(self._draft_of(note.id).strip()))
                line.setVisible(not is_typed)
            else:
                line.hide()
        draft = " ".join(self._draft_of(None).split())
        self.draft.setText(translate("Panel", "Draft: %1").replace("%1", draft[:60]))
        self.draft.setVisible(bool(draft) and (typing is None or typing.note is not None))
        self.none.setText(translate("Panel", "Nothing noted yet."))
        self.none.setVisible(not card.notes and not draft and typing is None)

    def _make_lines(self, count: int) -> None:
        while len(self._lines) < count:
            line = NoteLine(self._theme)
            line.edit_asked.connect(self.edit)
            line.remove_asked.connect(self.remove_asked)
            self._column.insertWidget(self._column.indexOf(self.none), line)
            self._lines.append(line)
