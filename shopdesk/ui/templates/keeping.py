"""Saves templates, deletes them, and brings them back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.template_desk import LibraryDesk
from shopdesk.ui.templates.library import Library, LibraryLine

_KEPT_STEPS = 50


class TemplatesView(Protocol):
    """What the presenter shows."""

    def show_lines(self, lines: Sequence[LibraryLine], current: TemplateId | None) -> None: ...
    def show_template(self, template: Template | None) -> None:
        """Put another template into the editor, or the words that there is none."""

    def adopt(self, template: Template) -> None:
        """The template in the editor was saved, or got another number; what is typed stays where it is."""

    def show_unsaved(self, *, unsaved: bool) -> None: ...
    def show_refusal(self, error: Exception) -> None:
        """A template could not be saved."""

    def show_failure(self, error: Exception) -> None: ...
    def tell_deleted(self, template: Template) -> None: ...
    def new_words(self) -> tuple[str, str]:
        """The language of a new template, and the name of a copy with %1 for the original's."""


class TemplatesPage(Protocol):
    """What is saved, what is typed, and which template is current."""

    library: Library
    current: TemplateId | None
    shown: list[TemplateId]

    def look(self) -> None: ...
    def choose(self, number: TemplateId) -> None: ...
    def after_change(self, *, keep: bool = False) -> None: ...


def _nothing() -> None:
    """Nobody waits."""


class Keeping:
    """Brings to the store what a person did."""

    def __init__(self, desk: Desk, writing: WorkLane, page: TemplatesPage, view: TemplatesView) -> None:
        self._shop = desk
        self._writing = writing
        self._page = page
        self._view = view
        self._undo: list[Callable[[], None]] = []
        self._saving: set[TemplateId] = set()

    def save(self, done: Callable[[], None] = _nothing, number: TemplateId | None = None) -> None:
        """Keep what was typed into a template, the current one when none is named; `done` hears that it is kept."""
        page = self._page
        number = page.current if number is None else number
        wanted = page.library.edits.get(number) if number is not None else None
        if number is None or wanted is None:
            done()
            return
        if number in self._saving:
            return
        self._saving.add(number)

        def write() -> Template:
            return self._desk.get(self._desk.save(replace(wanted, id=TemplateId(max(number, 0)))))

        def kept(saved: Template) -> None:
            self._saving.discard(number)
            self._kept(number, wanted, saved)
            done()

        def refused(error: Exception) -> None:
            self._saving.discard(number)
            page.choose(number)
            self._view.show_refusal(error)

        self._writing.submit(write, kept, refused)

    def save_all(self, done: Callable[[], None]) -> None:
        """Keep everything that was typed; `done` hears that all of it is kept."""
        left = sorted(self._page.library.unsaved())
        if left:
            self.save(lambda: self.save_all(done), left[0])
        else:
            done()

    def delete(self) -> None:
        """The current template goes; `undo` brings it back."""
        page, library = self._page, self._page.library
        number, gone = page.current, library.get(page.current)
        if number is None or gone is None:
            return
        edit, saved = library.edits.pop(number, None), library.saved.pop(number, None)
        self._undo.append(lambda: self._bring_back(number, edit, saved))
        del self._undo[:-_KEPT_STEPS]
        if saved is not None:
            self._writing.submit(lambda: self._desk.delete(number), None, self.failed)
        page.after_change()
        self._view.tell_deleted(gone)

    @property
    def can_undo(self) -> bool:
        """Whether a deletion can be taken back."""
        return bool(self._undo)

    def undo(self) -> None:
        """Bring back what was deleted last."""
        if self._undo:
            self._undo.pop()()

    def failed(self, error: Exception) -> None:
        """The store refused: what it has holds."""
        self._view.show_failure(error)
        self._page.look()

    @property
    def _desk(self) -> LibraryDesk:
        """Asked in the lanes only: what fills templates takes a while to be read in."""
        return self._shop.templates

    def _kept(self, number: TemplateId, wanted: Template, saved: Template) -> None:
        page, library = self._page, self._page.library
        typed = library.edits.pop(number, wanted)
        library.saved[saved.id] = saved
        if typed != wanted:
            library.edits[saved.id] = replace(typed, id=saved.id)  # somebody typed on while it was written
        page.shown = [saved.id if one == number else one for one in page.shown]
        if page.current == number:
            page.current = saved.id
            self._view.adopt(library.get(saved.id) or saved)
        page.after_change(keep=True)

    def _bring_back(self, number: TemplateId, edit: Template | None, saved: Template | None) -> None:
        page, library = self._page, self._page.library
        if edit is not None:
            library.edits[number] = edit
        if saved is not None:
            library.saved[number] = saved
            self._writing.submit(lambda: self._desk.restore(number), None, self.failed)
        page.current = number
        page.after_change()
