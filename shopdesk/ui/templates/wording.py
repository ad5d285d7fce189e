"""What the page of templates says: faults, refusals, languages, states."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from PySide6.QtCore import QLocale

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import InputRefused, TemplateFaulty
from shopdesk.domain.template import Fault, FaultKind, InputKind, Template
from shopdesk.ui.placeholder_words import placeholder_words
from shopdesk.ui.templates.library import LibraryLine
from shopdesk.ui.words import counted, translate

_NAMES = {
    "en": "English", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano",
    "nl": "Nederlands", "pl": "Polski", "pt": "Português", "sv": "Svenska", "da": "Dansk", "cs": "Čeština",
    "ja": "日本語", "ko": "한국어", "tr": "Türkçe", "ru": "Русский",
}  # fmt: skip
LANGUAGES = tuple(_NAMES)
"""Languages that are offered for templates."""


def language_name(code: str) -> str:
    """A language as its own speakers write it."""
    return _NAMES.get(code) or QLocale(code).nativeLanguageName() or code.upper()


def state_words(state: ConversationState | None) -> str:
    """What a conversation becomes when a template was sent."""
    return {
        None: translate("Templates", "Leave to me"),
        ConversationState.NEEDS_REPLY: translate("Templates", "Needs reply"),
        ConversationState.WAITING: translate("Templates", "Waiting"),
        ConversationState.SNOOZED: translate("Templates", "Snoozed"),
        ConversationState.DONE: translate("Templates", "Done"),
    }[state]


def kind_words(kind: InputKind) -> str:
    """What kind of answer is asked for."""
    return {
        InputKind.TEXT: translate("Templates", "Text"),
        InputKind.DATE: translate("Templates", "Date"),
        InputKind.CHOICE: translate("Templates", "Choice"),
        InputKind.AMOUNT: translate("Templates", "Amount"),
    }[kind]


def fault_words(fault: Fault, line: int, known: Sequence[str] = ()) -> str:
    """What is wrong, where, and what may have been meant. In: the line, from 1; all placeholders there are."""
    sentence = {
        FaultKind.SYNTAX: translate("Templates", "Line %1: what stands between the braces cannot be read."),
        FaultKind.UNKNOWN_PLACEHOLDER: translate("Templates", "Line %1: there is no placeholder “%2”."),
        FaultKind.UNKNOWN_FILTER: translate("Templates", "Line %1: there is no filter “%2”."),
        FaultKind.UNKNOWN_SNIPPET: translate("Templates", "Line %1: there is no snippet “%2”."),
        FaultKind.SNIPPET_LOOP: translate("Templates", "Line %1: these snippets call each other without end."),
        FaultKind.TOO_MUCH: translate("Templates", "Line %1: this becomes far too long."),
    }.get(fault.kind, translate("Templates", "Line %1: this cannot be used."))
    words = sentence.replace("%1", str(line)).replace("%2", fault.word)
    near = get_close_matches(fault.word, known, 1, 0.6) if fault.kind is FaultKind.UNKNOWN_PLACEHOLDER else []
    meant = translate("Templates", "Did you mean “%1”?")
    return f"{words} {meant.replace('%1', near[0])}" if near else words


def refusal_words(error: Exception, taken_by: str = "") -> str:
    """Why a template could not be saved; empty for what is no fault of the template."""
    if isinstance(error, TemplateFaulty):
        words = translate("Templates", "Not saved: the %1 words still have a fault.")
        return words.replace("%1", language_name(error.language))
    if not isinstance(error, InputRefused):
        return ""
    if error.field == "key":
        if taken_by:
            return translate("Templates", "Not saved: “%1” has this key already.").replace("%1", taken_by)
        return translate("Templates", "Not saved: a key is made of small letters, digits, - and _.")
    return {
        "name": translate("Templates", "Not saved: give the template a name first."),
        "text": translate("Templates", "Not saved: write its words first."),
        "inputs": translate("Templates", "Not saved: every question needs a name of its own, of letters and digits."),
    }.get(error.field, translate("Templates", "Not saved. Check what was typed."))


def uses_words(template: Template) -> str:
    """How often it was used."""
    if not template.uses:
        return translate("Templates", "Not used yet")
    return counted(template.uses, translate("Templates", "Used once"), translate("Templates", "Used %1 times"))


def row_details(line: LibraryLine) -> str:
    """The second line of a row: uses and languages."""
    codes = " ".join(one.language.upper() for one in line.template.variants)
    first = translate("Templates", "Snippet") if line.template.is_snippet else uses_words(line.template)
    return f"{first} · {codes}"


def shown_name(template: Template) -> str:
    """Its name, or that it has none yet."""
    return template.titled(QLocale().name()).strip() or translate("Templates", "Without a name")


def row_sentence(line: LibraryLine) -> str:
    """A row for a screen reader."""
    template = line.template
    parts = [shown_name(template), f"/{template.key}" if template.key else "", row_details(line)]
    if line.unsaved:
        parts.append(translate("Templates", "not saved"))
    if line.needs_review:
        parts.append(translate("Templates", "needs review"))
    return ", ".join(part for part in parts if part)


def labels_of(template: Template) -> Mapping[str, str]:
    """What a template's own inputs are called."""
    return {one.name: one.label for one in template.inputs}


def gap_words(placeholder: str, template: Template, why: str = "") -> str:
    """What stands where a value is missing. In: a word for why it is, such as `expired`."""
    reasons = {
        "expired": translate("Templates", "%1? (expired)"),
        "coming": translate("Templates", "%1? (does not hold yet)"),
    }
    return reasons.get(why, "%1?").replace("%1", placeholder_words(placeholder, labels_of(template)))
