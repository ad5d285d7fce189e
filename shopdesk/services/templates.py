"""The template library: find, fill, keep; every version stays, and nothing filled in becomes anything but text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from shopdesk.domain.changes import Changes
from shopdesk.domain.draft import Draft
from shopdesk.domain.errors import InputRefused, NotFound, TemplateFaulty
from shopdesk.domain.filling import Filled
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.message import Message
from shopdesk.domain.template import ExtraValue, Fault, Fit, Template
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportDone, ImportPreview
from shopdesk.services.liquid_text import LiquidText
from shopdesk.services.order_placeholders import order_meant
from shopdesk.services.ports import Clock, Store
from shopdesk.services.template_filling import Occasion, faults_of, filled, language_of, topic_of
from shopdesk.services.template_history import TemplateHistory, author
from shopdesk.services.template_shelf import FALLBACK, ShelfKeeper
from shopdesk.services.template_tidying import bare_key, same_words, tidy, without_titles
from shopdesk.services.template_values import filters_for, is_placeholder


def no_starter() -> Sequence[Template]:
    """For a shop that begins with an empty library."""
    return ()


def no_extra(now: datetime) -> Sequence[ExtraValue]:
    """For a shop that knows nothing besides its conversations."""
    del now
    return ()


class Templates(TemplateHistory):
    """The shop's reusable replies. In: the starter pack, which comes in when templates are first asked for; values
    besides those of conversations (UTC in), such as the shop's facts of the day."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        starter: Callable[[], Sequence[Template]] = no_starter,
        extra: Callable[[datetime], Sequence[ExtraValue]] = no_extra,
    ) -> None:
        super().__init__(store, clock, ShelfKeeper(store, clock, starter))
        self._extra = extra

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
        return Fit(language_of(messages), row.market, row.topic or topic_of(messages))

    def install_starter(self) -> int:
        """Bring in what is new in the starter pack; never what the shop changed or deleted. Returns how many came."""
        return self._keeper.install()

    # --- keeping ---------------------------------------------------------------------------------------------

    def save(self, template: Template, by: str = "") -> TemplateId:
        """Keep a template, and what it was. Raises `InputRefused` (name, key, text, language, inputs),
        `TemplateFaulty`; saving one that did not change makes no new version."""
        checked, extra = tidy(template), self._extra_names()
        with self._store.writing() as work:
            taken = work.templates.by_key(checked.key)
            if taken is not None and taken.id != checked.id:
                raise InputRefused("key", f"is taken by “{taken.name}”")
            before = work.templates.get(checked.id) if checked.id else None
            if before is not None and before.name != checked.name:
                checked = without_titles(checked, before)
            if taken is not None and same_words(taken, checked):
                return taken.id
            faults = faults_of(checked, self._keeper.at(work).templates, extra)
            if faults:
                language, fault = faults[0]
                raise TemplateFaulty(language, fault.start, fault.word)
            saved = work.templates.save(checked, self._clock.now(), author(work, by))
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

    def file(self, content_id: int) -> bytes:
        """The bytes of a file that goes along with a template, by its `content_id`. Raises `NotFound`."""
        with self._store.reading() as work:
            return work.templates.file(content_id)

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
        """A file with all templates, or some; only JSON holds what goes along with them. Raises `InputRefused` for a
        text that no cell of an xlsx takes."""
        from shopdesk.services.template_files import write_templates

        chosen = [one for one in self.all() if templates is None or one.id in templates]
        return write_templates(chosen, form, self.file)

    def preview_import(self, name: str, content: bytes) -> ImportPreview:
        """What a file of templates (JSON, CSV, xlsx) would do. Raises `TemplateFileRefused` and its kin."""
        from shopdesk.services.template_exchange import preview_of, with_known_files
        from shopdesk.services.template_files import read_templates

        found, library = read_templates(name, content), self.all()
        with self._store.reading() as work:
            found = with_known_files(found, work)
        return preview_of(found, library, self._extra_names())

    def apply_import(self, preview: ImportPreview, choices: Mapping[str, ImportChoice], by: str = "") -> ImportDone:
        """Keep what is new, and what was chosen by key where the library differs (without a choice it stays)."""
        from shopdesk.services.template_exchange import TemplateImport

        return TemplateImport(self._store, self._clock).apply(preview, choices, by)

    # --- filling ---------------------------------------------------------------------------------------------

    def check(self, source: str, inputs: Sequence[str] = ()) -> Sequence[Fault]:
        """What is wrong in a source, for an editor; never raises."""
        liquid = LiquidText(self._keeper.shelf().snippets(FALLBACK), filters_for(FALLBACK))
        names = frozenset(inputs) | self._extra_names()
        return liquid.faults(source, lambda name: is_placeholder(name, names))

    def faults(self, template: Template) -> Sequence[tuple[str, Fault]]:
        """What is wrong in a template, saved or not, with the language of the words it is in; never raises."""
        return faults_of(template, self._keeper.shelf().templates, self._extra_names())

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
            order = order_meant(work, row) if row is not None else None
        now = self._clock.now()
        occasion = Occasion(row, mailbox, messages, agent, now.astimezone(), self._extra(now), order)
        return filled(found, occasion, shelf, answers or {}, language)

    def _extra_names(self) -> frozenset[str]:
        return frozenset(one.name for one in self._extra(self._clock.now()))
