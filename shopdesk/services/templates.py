"""The template library: find, fill, keep; every version stays, and nothing filled in becomes anything but text."""

from collections.abc import Callable, Mapping, Sequence

from shopdesk.domain.changes import Changes
from shopdesk.domain.draft import Draft
from shopdesk.domain.errors import InputRefused, NotFound, TemplateFaulty
from shopdesk.domain.filling import Filled
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.message import Message
from shopdesk.domain.template import Fault, Fit, Template
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportDone, ImportPreview
from shopdesk.services.liquid_text import LiquidText
from shopdesk.services.ports import Clock, Store
from shopdesk.services.template_filling import Occasion, faults_of, filled, language_of, topic_of
from shopdesk.services.template_shelf import FALLBACK, ShelfKeeper
from shopdesk.services.template_tidying import bare_key, same_words, tidy, without_titles
from shopdesk.services.template_values import filters_for, is_placeholder


def no_starter() -> Sequence[Template]:
    """For a shop that begins with an empty library."""
    return ()


class Templates:
    """The shop's reusable replies. In: the starter pack, which comes in when templates are first asked for."""

    def __init__(self, store: Store, clock: Clock, starter: Callable[[], Sequence[Template]] = no_starter) -> None:
        self._store = store
        self._clock = clock
        self._keeper = ShelfKeeper(store, clock, starter)

    # --- finding ---------------------------------------------------------------------------------------------

    def all(self) -> Sequence[Template]:
        """Every template by name, snippets too."""
        return self._keeper.shelf().templates

    def get(self, template: TemplateId) -> Template:
        """Also a deleted one; raises `NotFound`."""
        with self._store.reading() as work:
            return work.templates.get(template)

    def by_key(self, key: str) -> Template:
        """The template behind a key, with or without its slash; raises `NotFound`."""
        wanted = bare_key(key)
        found = next((one for one in self.all() if one.key == wanted), None)
        if found is None:
            raise NotFound(f"template {key}")
        return found

    def find(self, text: str, limit: int = 50, fit: Fit | None = None) -> Sequence[Template]:
        """By name, key, tag, words and pinyin initials; without text all of them, those that fit and are used first."""
        return self._keeper.shelf().index.find(text, fit or Fit())[:limit]

    def fit_for(self, conversation: ConversationId) -> Fit:
        """What a template for a conversation should fit."""
        with self._store.reading() as work:
            row = work.conversations.get(conversation)
            messages = work.conversations.messages(conversation)
        return Fit(language_of(messages), row.market, topic_of(messages))

    def install_starter(self) -> int:
        """Bring in what is new in the starter pack; never what the shop changed or deleted. Returns how many came."""
        return self._keeper.install()

    # --- keeping ---------------------------------------------------------------------------------------------

    def save(self, template: Template, by: str = "") -> TemplateId:
        """Keep a template, and what it was. Raises `InputRefused` (name, key, text, language, inputs),
        `TemplateFaulty`; saving one that did not change makes no new version."""
        checked = tidy(template)
        with self._store.writing() as work:
            taken = work.templates.by_key(checked.key)
            if taken is not None and taken.id != checked.id:
                raise InputRefused("key", f"is taken by “{taken.name}”")
            before = work.templates.get(checked.id) if checked.id else None
            if before is not None and before.name != checked.name:
                checked = without_titles(checked, before)
            if taken is not None and same_words(taken, checked):
                return taken.id
            faults = faults_of(checked, self._keeper.at(work).templates)
            if faults:
                language, fault = faults[0]
                raise TemplateFaulty(language, fault.start, fault.word)
            saved = work.templates.save(checked, self._clock.now(), by)
            work.touched(Changes(templates=True))
        return saved

    def delete(self, template: TemplateId) -> None:
        """Out of the library; `restore` brings it back, drafts made with it stay."""
        with self._store.writing() as work:
            work.templates.delete(template, self._clock.now())
            work.touched(Changes(templates=True))

    def restore(self, template: TemplateId) -> None:
        """Back from deletion; raises `InputRefused` when its key was taken meanwhile."""
        with self._store.writing() as work:
            taken = work.templates.by_key(work.templates.get(template).key)
            if taken is not None and taken.id != template:
                raise InputRefused("key", f"is taken by “{taken.name}”")
            work.templates.restore(template)
            work.touched(Changes(templates=True))

    def versions(self, template: TemplateId) -> Sequence[Template]:
        """What it was and is, the newest first."""
        with self._store.reading() as work:
            return work.templates.versions(template)

    def mark_reviewed(self, template: TemplateId) -> None:
        """Somebody read it and found it right."""
        with self._store.writing() as work:
            work.templates.mark_reviewed(template, self._clock.now())
            work.touched(Changes(templates=True))

    def count_use(self, templates: Sequence[TemplateId]) -> None:
        """They were used in a reply that was queued."""
        with self._store.writing() as work:
            work.templates.count_use(templates)

    def from_reply(
        self, reply: Draft | Message, conversation: ConversationId | None = None, agent: str = ""
    ) -> Template:
        """A template made of a written reply, not saved yet, without name and key: names, order and parcel numbers,
        dates and amounts are placeholders in it. In: the conversation of a message; a draft knows its own."""
        from shopdesk.services.template_making import made_from

        with self._store.reading() as work:
            return made_from(work, reply, conversation, agent)

    # --- files -----------------------------------------------------------------------------------------------

    def export(self, form: ExchangeFormat, templates: Sequence[TemplateId] | None = None) -> bytes:
        """A file with all templates, or some. Raises `InputRefused` for a text that no cell of an xlsx takes."""
        from shopdesk.services.template_files import write_templates

        return write_templates([one for one in self.all() if templates is None or one.id in templates], form)

    def preview_import(self, name: str, content: bytes) -> ImportPreview:
        """What a file of templates (JSON, CSV, xlsx) would do. Raises `TemplateFileRefused` and its kin."""
        from shopdesk.services.template_exchange import preview_of
        from shopdesk.services.template_files import read_templates

        return preview_of(read_templates(name, content), self.all())

    def apply_import(self, preview: ImportPreview, choices: Mapping[str, ImportChoice], by: str = "") -> ImportDone:
        """Keep what is new, and what was chosen by key where the library differs (without a choice it stays)."""
        from shopdesk.services.template_exchange import TemplateImport

        return TemplateImport(self._store, self._clock).apply(preview, choices, by)

    # --- filling ---------------------------------------------------------------------------------------------

    def check(self, source: str, inputs: Sequence[str] = ()) -> Sequence[Fault]:
        """What is wrong in a source, for an editor; never raises."""
        liquid = LiquidText(self._keeper.shelf().snippets(FALLBACK), filters_for(FALLBACK))
        return liquid.faults(source, lambda name: is_placeholder(name, frozenset(inputs)))

    def faults(self, template: Template) -> Sequence[tuple[str, Fault]]:
        """What is wrong in a template, saved or not, with the language of the words it is in; never raises."""
        return faults_of(template, self._keeper.shelf().templates)

    def fill(
        self,
        template: TemplateId,
        conversation: ConversationId | None,
        answers: Mapping[str, str] | None = None,
        language: str | None = None,
        agent: str = "",
    ) -> Filled:
        """A template with the values of a conversation and the answers to its inputs. Raises `NotFound`,
        `TemplateFaulty` for one that was broken by a change of its snippets."""
        return self.preview(self.get(template), conversation, answers, language, agent)

    def preview(
        self,
        found: Template,
        conversation: ConversationId | None,
        answers: Mapping[str, str] | None = None,
        language: str | None = None,
        agent: str = "",
    ) -> Filled:
        """Like `fill`, for a template that may not be saved yet. Raises `TemplateFaulty`."""
        shelf = self._keeper.shelf()
        with self._store.reading() as work:
            row = work.conversations.get(conversation) if conversation is not None else None
            mailbox = work.mailboxes.get(row.mailbox_id) if row is not None else next(iter(work.mailboxes.all()), None)
            messages = work.conversations.messages(row.id) if row is not None else ()
        occasion = Occasion(row, mailbox, messages, agent, self._clock.now().astimezone())
        return filled(found, occasion, shelf, answers or {}, language)
