"""The template library: find, fill, keep; every version stays, and nothing filled in becomes anything but text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from liquid.exceptions import LiquidError

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused, NotFound, TemplateFaulty
from shopdesk.domain.filling import Filled, Piece
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.template import Fault, Fit, Template, Variant
from shopdesk.domain.template_search import best_first
from shopdesk.services.liquid_text import LiquidText
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.template_values import Seat, filters_for, is_placeholder, values_for

_KEY_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
_LONGEST_KEY = 40
_FALLBACK = "en"


class Templates:
    """The shop's reusable replies."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    # --- finding ---------------------------------------------------------------------------------------------

    def all(self) -> Sequence[Template]:
        """Every template by name, snippets too."""
        with self._store.reading() as work:
            return work.templates.all()

    def get(self, template: TemplateId) -> Template:
        """Also a deleted one; raises `NotFound`."""
        with self._store.reading() as work:
            return work.templates.get(template)

    def by_key(self, key: str) -> Template:
        """The template behind a key, with or without its slash; raises `NotFound`."""
        with self._store.reading() as work:
            found = work.templates.by_key(key.strip().lstrip("/／").casefold())
        if found is None:
            raise NotFound(key)
        return found

    def find(self, text: str, limit: int = 50, fit: Fit | None = None) -> Sequence[Template]:
        """By name, key, tag, words and pinyin initials; without text all of them, those that fit and are used first."""
        return best_first([one for one in self.all() if not one.is_snippet], text, fit or Fit())[:limit]

    def fit_for(self, conversation: ConversationId) -> Fit:
        """What a template for a conversation should fit."""
        with self._store.reading() as work:
            row = work.conversations.get(conversation)
            return Fit(_language_of(work.conversations.messages(conversation)), row.market)

    # --- keeping ---------------------------------------------------------------------------------------------

    def save(self, template: Template, by: str = "") -> TemplateId:
        """Keep a template, and what it was. Raises `InputRefused` (name, key), `TemplateFaulty`."""
        checked = replace(template, name=template.name.strip(), key=template.key.strip().lstrip("/").casefold())
        if not checked.name:
            raise InputRefused("name", "is empty")
        if not checked.key or not set(checked.key) <= _KEY_SIGNS or len(checked.key) > _LONGEST_KEY:
            raise InputRefused("key", "is made of small letters, digits, - and _ only")
        if not checked.variants:
            raise InputRefused("text", "is empty")
        with self._store.writing() as work:
            taken = work.templates.by_key(checked.key)
            if taken is not None and taken.id != checked.id:
                raise InputRefused("key", f"is taken by “{taken.name}”")
            faults = _faults_of(checked, _snippets(work, checked))
            if faults:
                raise TemplateFaulty(*faults[0])
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

    # --- filling ---------------------------------------------------------------------------------------------

    def check(self, source: str, inputs: Sequence[str] = ()) -> Sequence[Fault]:
        """What is wrong in a source, for an editor; never raises."""
        with self._store.reading() as work:
            liquid = LiquidText(_snippets(work), filters_for(_FALLBACK))
        return liquid.faults(source, lambda name: is_placeholder(name, frozenset(inputs)))

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
        with self._store.reading() as work:
            row = work.conversations.get(conversation) if conversation is not None else None
            mailbox = work.mailboxes.get(row.mailbox_id) if row is not None else next(iter(work.mailboxes.all()), None)
            messages = work.conversations.messages(row.id) if row is not None else ()
            snippets = _snippets(work, found)
        wanted = language or _language_of(messages)
        variant = found.variant(wanted) or found.variant(_FALLBACK) or found.variants[0]
        given = {one.name: one.default for one in found.inputs} | dict(answers or {})
        values = values_for(row, mailbox, Seat(agent, _local(self._clock.now())), given)
        liquid = LiquidText(_in_language(snippets, variant.language), filters_for(variant.language))
        return Filled(
            template_id=found.id,
            language=variant.language,
            subject=_filled(liquid, variant.subject, values),
            body=_filled(liquid, variant.body, values),
            to_ask=tuple(one for one in found.inputs if not given.get(one.name, "").strip()),
            language_wanted="" if not wanted or found.variant(wanted) is not None else wanted,
        )


def _filled(liquid: LiquidText, source: str, values: Mapping[str, object]) -> tuple[Piece, ...]:
    try:
        return liquid.fill(source, values)
    except (LiquidError, RecursionError) as problem:
        raise TemplateFaulty("", 0, str(getattr(problem, "message", "") or problem)) from None


def _local(now: datetime) -> datetime:
    return now.astimezone()


def _language_of(messages: Sequence[Message]) -> str:
    """The language of what the customer wrote last, or before that."""
    theirs = [one for one in messages if one.direction is Direction.INCOMING and not one.mail.kind.is_machine]
    guesses = (guess_language(one.mail.own_words or one.mail.text) for one in reversed(theirs))
    return next((guess for guess in guesses if guess), "")


def _snippets(work: Work, changed: Template | None = None) -> dict[str, str]:
    """All templates as snippets: `key` is the English words (or the first), `key.zh` those in a language."""
    found: dict[str, str] = {}
    everything = [one for one in work.templates.all() if changed is None or one.id != changed.id]
    for one in [*everything, *([changed] if changed is not None else [])]:
        first = one.variant(_FALLBACK) or one.variants[0]
        found[one.key] = first.body
        found |= {f"{one.key}.{variant.language}": variant.body for variant in one.variants}
    return found


def _in_language(snippets: Mapping[str, str], language: str) -> dict[str, str]:
    """Snippets by their key alone, in a language where they have it."""
    plain = {key: body for key, body in snippets.items() if "." not in key}
    return plain | {key: snippets[f"{key}.{language}"] for key in plain if f"{key}.{language}" in snippets}


def _faults_of(template: Template, snippets: Mapping[str, str]) -> list[tuple[str, int, str]]:
    """Language, place and word of what is wrong."""
    inputs = frozenset(one.name for one in template.inputs)
    found = []
    for variant in template.variants:
        liquid = LiquidText(_in_language(snippets, variant.language), filters_for(variant.language))
        found += [
            (variant.language, fault.start, fault.word)
            for source in _sources(variant)
            for fault in liquid.faults(source, lambda name: is_placeholder(name, inputs))
        ]
    return found


def _sources(variant: Variant) -> tuple[str, ...]:
    return (variant.subject, variant.body)
