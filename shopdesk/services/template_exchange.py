"""Import and export of templates: first what would happen, then what was chosen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from hashlib import sha256

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, Template, TemplateFile
from shopdesk.domain.template_exchange import ImportChoice, ImportDone, ImportPreview, ImportRow, ImportState
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.template_files import FoundTemplate
from shopdesk.services.template_filling import TemplateCheck
from shopdesk.services.template_history import author
from shopdesk.services.template_shelf import free_key
from shopdesk.services.template_tidying import same_words, tidy

_THEIRS = ImportChoice.THEIRS
_INPUT = re.compile(r"\binput\.([a-z_][a-z0-9_]{0,39})")


def preview_of(
    found: Sequence[FoundTemplate], library: Sequence[Template], extra: frozenset[str] = frozenset()
) -> ImportPreview:
    """What an import would do. In: the templates of a file, the library as it is, further placeholders."""
    mine = {one.key: one for one in library}
    rows = list(_rows(found, mine))
    theirs = {row.key: row.theirs for row in rows if row.theirs is not None}
    check = TemplateCheck([*(one for one in library if one.key not in theirs), *theirs.values()], extra)
    return ImportPreview(tuple(_without_faulty(row, check) for row in rows))


def with_known_files(found: Sequence[FoundTemplate], work: Work) -> list[FoundTemplate]:
    """The same templates; of their files those whose bytes are here already point to them."""
    files = [file for one in found if one.template is not None for file in one.template.attachments]
    digests = {file.content: sha256(file.content).digest() for file in files}
    here = work.templates.files_here([*digests.values()]) if digests else {}

    def known(file: TemplateFile) -> TemplateFile:
        number = here.get(digests[file.content])
        return file if number is None else replace(file, content_id=number, content=b"")

    return [
        one
        if one.template is None or not one.template.attachments
        else replace(one, template=replace(one.template, attachments=tuple(map(known, one.template.attachments))))
        for one in found
    ]


def _rows(found: Sequence[FoundTemplate], mine: Mapping[str, Template]) -> Iterator[ImportRow]:
    seen: set[str] = set()
    for one in found:
        try:
            theirs = _tidied(one, seen)
        except InputRefused as problem:
            key = one.template.key if one.template is not None else one.key
            yield ImportRow(one.place, ImportState.REFUSED, key, None, mine.get(key), problem.field, problem.why)
            continue
        seen.add(theirs.key)
        ours = mine.get(theirs.key)
        if ours is None:
            yield ImportRow(one.place, ImportState.NEW, theirs.key, theirs)
            continue
        merged = _merged(ours, theirs)
        state = ImportState.SAME if same_words(ours, merged) else ImportState.CHANGED
        yield ImportRow(one.place, state, theirs.key, merged, ours)


def _tidied(one: FoundTemplate, seen: AbstractSet[str]) -> Template:
    """A template of a file as it would be kept; what its words ask for and it does not declare is asked as text."""
    if one.template is None:
        raise one.problem or InputRefused("template", "cannot be read")
    template = one.template
    words = "\n".join(f"{variant.subject}\n{variant.body}" for variant in template.variants)
    declared = {asked.name for asked in template.inputs}
    used = dict.fromkeys(name for name in _INPUT.findall(words) if name not in declared)
    tidied = tidy(replace(template, inputs=(*template.inputs, *map(AskedInput, used))))
    if tidied.key in seen:
        raise InputRefused("key", "is there twice")
    return tidied


def _merged(ours: Template, theirs: Template) -> Template:
    """Theirs under our id; what their file does not speak of stays: languages, and fields that are empty there."""
    languages = {variant.language for variant in theirs.variants}
    names = {asked.name for asked in theirs.inputs}
    kept = [variant for variant in ours.variants if variant.language not in languages]
    by_language = {variant.language: variant for variant in (*theirs.variants, *kept)}
    order = dict.fromkeys((*(one.language for one in ours.variants), *by_language))
    still_asked = _INPUT.findall("\n".join(f"{one.subject}\n{one.body}" for one in kept))
    asked = (*theirs.inputs, *(one for one in ours.inputs if one.name not in names and one.name in still_asked))
    return replace(
        theirs,
        id=ours.id,
        variants=tuple(by_language[language] for language in order),
        topic=theirs.topic or ours.topic,
        tags=theirs.tags or ours.tags,
        cc=theirs.cc or ours.cc,
        next_state=theirs.next_state or ours.next_state,
        follow_up_days=ours.follow_up_days if theirs.follow_up_days is None else theirs.follow_up_days,
        inputs=asked,
        attachments=theirs.attachments or ours.attachments,
        starter=ours.starter,
    )


def _without_faulty(row: ImportRow, check: TemplateCheck) -> ImportRow:
    if row.theirs is None or row.state is ImportState.SAME:
        return row
    faults = check.faults(row.theirs)
    if not faults:
        return row
    language, fault = faults[0]
    why = f"{language}: {fault.kind.value} {fault.word}"
    return replace(row, state=ImportState.REFUSED, theirs=None, field="template", why=why)


class TemplateImport:
    """Writes what was chosen."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def apply(self, preview: ImportPreview, choices: Mapping[str, ImportChoice], by: str) -> ImportDone:
        """Everything in one go. In: for keys that the library has, what to do; without a choice it stays as it is."""
        added = changed = 0
        with self._store.writing() as work:
            taken = {one.key: one for one in work.templates.all()}
            for row in preview.rows:
                choice = choices.get(row.key, ImportChoice.MINE)
                if row.theirs is None or row.state is ImportState.SAME:
                    continue
                ours = taken.get(row.key)
                if ours is not None and row.state is ImportState.CHANGED and choice is _THEIRS:
                    self._save(work, replace(row.theirs, id=ours.id), by)
                    changed += 1
                elif (
                    row.state is ImportState.NEW or choice is ImportChoice.BOTH or (ours is None and choice is _THEIRS)
                ):
                    fresh = replace(row.theirs, id=TemplateId(0), starter="", key=free_key(row.key, taken))
                    taken[fresh.key] = fresh
                    self._save(work, fresh, by)
                    added += 1
            if added or changed:
                work.touched(Changes(templates=True))
        return ImportDone(added, changed, sum(row.theirs is not None for row in preview.rows) - added - changed)

    def _save(self, work: Work, template: Template, by: str) -> None:
        work.templates.save(template, self._clock.now(), author(work, by))
