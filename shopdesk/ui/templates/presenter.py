"""What happens on the page of templates, without its widgets."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template, Variant
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.template_desk import LibraryDesk
from shopdesk.ui.templates.keeping import Keeping, TemplatesView
from shopdesk.ui.templates.library import Library, Wanted, chosen, found_in, free_key, is_empty

_MOST = 10_000
"""Templates that a search gives."""


class TemplatesPresenter:
    """Finds, changes, saves and deletes templates."""

    def __init__(
        self, desk: Desk, reading: WorkLane, writing: WorkLane, view: TemplatesView, now: Now
    ) -> None:
        self._shop = desk
        self._reading = reading
        self._writing = writing
        self._view = view
        self._now = now
        self.library = Library()
        self.wanted = Wanted()
        self.current: TemplateId | None = None
        self.shown: list[TemplateId] = []
        self.is_known = False
        """Whether the store has said what there is."""
        self.keeping = Keeping(desk, writing, self, view)
        self._searches = 0

    # --- looking ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask the store what there is."""
        self._reading.submit(self._all, self._have, self._view.show_failure)

    def want(self, wanted: Wanted) -> None:
        """Show other rows; the newest wish holds."""
        self.wanted = wanted
        self._searches += 1
        number, library, now = self._searches, self.library.all(), self._now()
        unsaved = self.library.unsaved()

        def search() -> list[Template] | None:
            if number != self._searches:
                return None
            let_through = chosen(library, wanted, unsaved, now)
            if not wanted.text.strip():
                return let_through
            return found_in(let_through, wanted.text, self._desk.find(wanted.text, _MOST))

        def found(templates: list[Template] | None) -> None:
            if templates is not None and number == self._searches:
                self.shown = [one.id for one in templates]
                self._show_lines()

        self._reading.submit(search, found, self._view.show_failure)

    def choose(self, number: TemplateId) -> None:
        """Show a template in the editor."""
        if number != self.current and self.library.get(number) is not None:
            self._leave_empty(number)
            self.current = number
            self._show_current()
            self._show_lines()

    def step(self, by: int) -> None:
        """Choose the row `by` places further; stays at the ends."""
        if self.shown:
            here = self.shown.index(self.current) if self.current in self.shown else -1 if by > 0 else 0
            self.choose(self.shown[min(max(here + by, 0), len(self.shown) - 1)])

    def versions(self, done: Callable[[Sequence[Template]], None]) -> None:
        """Ask for what the current template was."""
        number = self.current
        if number is not None and number > 0:
            self._reading.submit(lambda: self._desk.versions(number), done, self._view.show_failure)

    # --- changing ---------------------------------------------------------------------------------------------

    def begin(self, words: Template | None = None) -> None:
        """A new template, empty or with words that were written somewhere else."""
        language, _ = self._view.new_words()
        empty = Template(TemplateId(0), "", "", (Variant(language, ""),))
        self._add(replace(words or empty, id=self.library.new_number()))

    def duplicate(self) -> None:
        """A new template with the words of the current one."""
        original = self.library.get(self.current)
        if original is not None:
            _, name = self._view.new_words()
            key = free_key(original.key, (one.key for one in self.library.all()))
            copy = replace(original, id=self.library.new_number(), name=name.replace("%1", original.name), key=key)
            self._add(replace(copy, starter="", uses=0, changed_at=None, changed_by="", reviewed_at=None))

    def edit(self, template: Template) -> None:
        """Somebody typed into the editor."""
        self.library.edit(template)
        self._show_lines()
        self._view.show_unsaved(unsaved=template.id in self.library.unsaved())

    def show_again(self) -> None:
        """Show the rows once more, such as in another language."""
        self._show_lines()

    def revert(self) -> None:
        """Forget what was typed into the current template; a new one goes."""
        if self.current is not None and self.library.edits.pop(self.current, None) is not None:
            self.after_change()

    def mark_reviewed(self) -> None:
        """Somebody read the current template and found it right."""
        number = self.current
        if number is not None and number > 0:
            self._writing.submit(lambda: self._desk.mark_reviewed(number), lambda _: self.look(), self.keeping.failed)

    # --- inside -----------------------------------------------------------------------------------------------

    @property
    def _desk(self) -> LibraryDesk:
        """Asked in the lanes only: what fills templates takes a while to be read in."""
        return self._shop.templates

    def _all(self) -> Sequence[Template]:
        return self._desk.all()

    def _have(self, templates: Sequence[Template]) -> None:
        before = self.library.get(self.current)
        self.library.take(templates)
        self.is_known = True
        after = self.library.get(self.current)
        if after is None and self.current is not None:
            self.current = None
        if after is not None and before is not None and after != before and self.current not in self.library.edits:
            same = replace(after, uses=before.uses, reviewed_at=before.reviewed_at) == before
            self._view.adopt(after) if same else self._view.show_template(after)
        self.after_change(keep=after is not None)

    def _add(self, template: Template) -> None:
        self._leave_empty(template.id)
        self.library.edits[template.id] = template
        self.current = template.id
        self.wanted = Wanted()
        self.after_change(keep=False)

    def _leave_empty(self, going_to: TemplateId) -> None:
        """A new template into which nothing was typed does not stay."""
        left = self.library.get(self.current)
        if left is not None and left.id != going_to and is_empty(left):
            del self.library.edits[left.id]
            if left.id in self.shown:
                self.shown.remove(left.id)

    def after_change(self, *, keep: bool = False) -> None:
        """Rows came or went; `keep` leaves the editor as it is."""
        if self.library.get(self.current) is None:
            keep = False
            self.current = self._neighbour()
        if not keep:
            self._show_current()
        elif self.current is not None:
            self._view.show_unsaved(unsaved=self.current in self.library.unsaved())
        self.want(self.wanted)

    def _neighbour(self) -> TemplateId | None:
        """What is chosen when the current row is gone: the one below it, else above, else the first."""
        here = self.shown.index(self.current) if self.current in self.shown else 0
        order = [*self.shown[here:], *reversed(self.shown[:here])]
        left = [number for number in order if self.library.get(number) is not None]
        if left or self.shown:
            return left[0] if left else None
        rest = chosen(self.library.all(), self.wanted, frozenset(), self._now())
        return rest[0].id if rest else None

    def _show_current(self) -> None:
        self._view.show_template(self.library.get(self.current))
        self._view.show_unsaved(unsaved=self.current in self.library.unsaved())

    def _show_lines(self) -> None:
        now, found = self._now(), (self.library.get(number) for number in self.shown)
        self._view.show_lines([self.library.line(one, now) for one in found if one is not None], self.current)
