"""Fills a template for one conversation, and finds what is wrong in one before it is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import TemplateFaulty
from shopdesk.domain.filling import Filled, Piece
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.numbers import find_numbers
from shopdesk.domain.order import Order
from shopdesk.domain.template import AskedInput, ExtraValue, Fault, Template, Variant
from shopdesk.domain.topic_guess import guess_topic
from shopdesk.services.liquid_text import LiquidText
from shopdesk.services.template_extra import extra_values, why_missing
from shopdesk.services.template_shelf import FALLBACK, Shelf, snippets_of
from shopdesk.services.template_values import Seat, filters_for, is_placeholder, values_for

_MESSAGES_READ = 20
_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a template is filled for."""

    row: Conversation | None = None
    mailbox: Mailbox | None = None
    messages: Sequence[Message] = ()
    agent: str = ""
    now: datetime | None = None
    """Local time with its zone."""
    extra: Sequence[ExtraValue] = ()
    order: Order | None = None
    """What a file told of the order that the conversation is about."""


def filled(
    template: Template, occasion: Occasion, shelf: Shelf, answers: Mapping[str, str], language: str | None
) -> Filled:
    """A template with its values. In: the answers to its inputs by name, or a value of its own for another
    placeholder under its whole name (`order.tracking`); a language, else the customer's.

    Raises `TemplateFaulty` for one that was broken by a change of its snippets.
    """
    wanted = language or language_of(occasion.messages)
    variant = template.variant(wanted) or template.variant(FALLBACK) or template.variants[0]
    liquid = LiquidText(shelf.snippets(variant.language, template), filters_for(variant.language))
    asked = _asked(template, variant, liquid, shelf)
    given = {one.name: one.default for one in asked} | {name: text for name, text in answers.items() if text.strip()}
    seat = Seat(occasion.agent, occasion.now)
    parcel = _parcel(occasion.messages)
    values = values_for(occasion.row, occasion.mailbox, seat, given, parcel, occasion.order)
    values = _overridden({**values, **extra_values(occasion.extra)}, given)
    try:
        subject, body = liquid.fill(variant.subject, values), liquid.fill(variant.body, values)
    except TemplateFaulty as problem:
        raise TemplateFaulty(variant.language, problem.start, problem.word) from None
    subject, body = (why_missing(pieces, occasion.extra) for pieces in (subject, body))
    return Filled(
        template_id=template.id,
        language=variant.language,
        subject=_one_line(subject),
        body=body,
        to_ask=tuple(one for one in asked if not given[one.name].strip()),
        language_wanted="" if not wanted or template.variant(wanted) is not None else wanted,
        files=template.attachments,
    )


def language_of(messages: Sequence[Message]) -> str:
    """The language of what the customer wrote last, or before that; empty when it cannot be told."""
    theirs = [one for one in messages if one.direction is Direction.INCOMING and not one.mail.kind.is_machine]
    guesses = (guess_language(one.mail.own_words or one.mail.text) for one in reversed(theirs))
    return next((guess for guess in guesses if guess), "")


def _overridden(values: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """Values with those that somebody gave under the whole name of a placeholder."""
    found = dict(values)
    for name, text in answers.items():
        group, dot, field = name.partition(".")
        if dot:
            found[group] = {**found.get(group, {}), field: text}
    return found


def topic_of(messages: Sequence[Message]) -> str:
    """What the customer's newest mail that tells it is about; empty when none does."""
    theirs = [one.mail for one in messages if one.direction is Direction.INCOMING and not one.mail.kind.is_machine]
    guesses = (guess_topic(mail.subject, mail.own_words or mail.text) for mail in reversed(theirs))
    return next((guess for guess in guesses if guess), "")


class TemplateCheck:
    """Finds what is wrong in templates. In: the library as it will be, placeholders besides the catalogue."""

    def __init__(self, library: Sequence[Template], extra: frozenset[str] = frozenset()) -> None:
        self._library = library
        self._extra = extra
        self._liquids: dict[str, LiquidText] = {}

    def faults(self, template: Template) -> list[tuple[str, Fault]]:
        """What is wrong, with the language of the words it is in."""
        inputs = frozenset(one.name for one in template.inputs) | self._extra
        return [
            (variant.language, fault)
            for variant in template.variants
            for source in (variant.subject, variant.body)
            for fault in self._liquid(variant.language).faults(source, lambda name: is_placeholder(name, inputs))
        ]

    def _liquid(self, language: str) -> LiquidText:
        if language not in self._liquids:
            self._liquids[language] = LiquidText(snippets_of(self._library, language), filters_for(language))
        return self._liquids[language]


def faults_of(
    template: Template, others: Sequence[Template], extra: frozenset[str] = frozenset()
) -> list[tuple[str, Fault]]:
    """What is wrong in a template, with the language; `others` are the library, in which it may be an older one."""
    rest = [one for one in others if not template.id or one.id != template.id]
    return TemplateCheck([*rest, template], extra).faults(template)


def _asked(template: Template, variant: Variant, liquid: LiquidText, shelf: Shelf) -> list[AskedInput]:
    """The inputs that these words need, those of their snippets too, each once."""
    own, of_snippets = {one.name: one for one in template.inputs}, shelf.inputs()
    names = dict.fromkeys((*liquid.placeholders(variant.subject), *liquid.placeholders(variant.body)))
    used = [name.removeprefix("input.") for name in names if name.startswith("input.")]
    order = [*(name for name in own if name in used), *(name for name in used if name not in own)]
    return [own.get(name) or of_snippets.get(name) or AskedInput(name) for name in order]


def _parcel(messages: Sequence[Message]) -> str:
    """The parcel number that was spoken of last."""
    newest = islice(reversed(messages), _MESSAGES_READ)
    found = (find_numbers(one.mail.subject, one.mail.own_words or one.mail.text).parcels for one in newest)
    return next((numbers[0] for numbers in found if numbers), "")


def _one_line(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A subject is one line, whatever is filled in."""
    flat = [replace(piece, text=_LINE_END.sub(" ", piece.text).replace("\t", " ")) for piece in pieces]
    return tuple(flat) if any(piece.text.strip() for piece in flat) else ()
