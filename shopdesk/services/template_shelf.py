"""All templates, read once and kept until something changes; the starter pack comes in at the first need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, Template
from shopdesk.domain.template_search import TemplateIndex
from shopdesk.services.ports import Clock, Store, Work

FALLBACK = "en"
STARTER_SETTING = "templates.starter"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library at one moment."""

    stamp: tuple[int, int, int] = (-1, -1, -1)
    """Reviews, changes and uses so far."""
    newest: Mapping[TemplateId, int] = field(default_factory=dict)
    """The version of each template that is here."""
    templates: tuple[Template, ...] = ()
    index: TemplateIndex = field(default_factory=lambda: TemplateIndex(()))

    def snippets(self, language: str, changed: Template | None = None) -> dict[str, str]:
        """The words of all templates by their keys, in a language where they have it; `changed` as it is now."""
        return snippets_of(self.templates, language, changed)

    def inputs(self) -> dict[str, AskedInput]:
        """What snippets ask for, by name."""
        return {asked.name: asked for one in self.templates if one.is_snippet for asked in one.inputs}


def snippets_of(templates: Sequence[Template], language: str, changed: Template | None = None) -> dict[str, str]:
    """The words of templates by their keys, in a language, else in English, else in the first that they have."""
    everything = [one for one in templates if changed is None or one.id != changed.id or not changed.id]
    found = {}
    for one in [*everything, *([changed] if changed is not None and changed.variants else [])]:
        found[one.key] = (one.variant(language) or one.variant(FALLBACK) or one.variants[0]).body
    return found


class ShelfKeeper:
    """Keeps the shelf as fresh as the database. In: what gives the templates of the starter pack."""

    def __init__(self, store: Store, clock: Clock, starter: Callable[[], Sequence[Template]]) -> None:
        self._store = store
        self._clock = clock
        self._starter = starter
        self._is_furnished = False
        self._shelf = Shelf()

    def shelf(self) -> Shelf:
        """Everything as it is now."""
        self._furnish()
        with self._store.reading() as work:
            return self.at(work)

    def at(self, work: Work) -> Shelf:
        """Everything as a piece of work sees it that did not write yet."""
        self._shelf = _fresh(work, self._shelf)
        return self._shelf

    def install(self) -> int:
        """Bring in what the starter pack has and the shop never had; what was changed or deleted stays so.

        Returns how many came.
        """
        with self._store.writing() as work:
            known = work.templates.starters()
            fresh = [one for one in self._starter() if one.starter not in known]
            taken = {one.key for one in work.templates.all()}
            for one in fresh:
                key = free_key(one.key, taken)
                taken.add(key)
                work.templates.save(replace(one, id=TemplateId(0), key=key), self._clock.now(), "")
            work.settings.save(STARTER_SETTING, self._clock.now().isoformat())
            if fresh:
                work.touched(Changes(templates=True))
        self._is_furnished = True
        return len(fresh)

    def _furnish(self) -> None:
        if self._is_furnished:
            return
        with self._store.reading() as work:
            self._is_furnished = work.settings.get(STARTER_SETTING) is not None
        if not self._is_furnished:
            try:
                self.install()
            except ShopdeskError:  # a full or busy disk must not hide the templates that are there
                return


def free_key(key: str, taken: Mapping[str, object] | set[str]) -> str:
    """The key itself, or with the first number behind it that nobody has."""
    numbers = range(2, len(taken) + 3)
    return key if key not in taken else next(new for n in numbers if (new := f"{key}-{n}") not in taken)


def _fresh(work: Work, shelf: Shelf) -> Shelf:
    """The shelf as it is now; what did not change since is not read again."""
    stamp = work.templates.stamp()
    if stamp == shelf.stamp:
        return shelf
    newest = work.templates.newest()
    here = {one.id: one for one in shelf.templates} if stamp[0] == shelf.stamp[0] else {}
    kept = {number: here[number] for number in newest if number in here and shelf.newest.get(number) == newest[number]}
    fresh = work.templates.some([number for number in newest if number not in kept])
    uses = work.templates.uses()
    counted = (one if one.uses == uses.get(one.id, 0) else replace(one, uses=uses[one.id]) for one in kept.values())
    templates = tuple(sorted((*counted, *fresh), key=lambda one: (one.name, one.id)))
    return Shelf(stamp, newest, templates, TemplateIndex(templates, shelf.index))
