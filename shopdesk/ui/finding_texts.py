"""What the reply check found, as one sentence in the person's language."""

from collections.abc import Callable

from PySide6.QtCore import QLocale

from shopdesk.domain.reply_check.facts import Finding, Rule
from shopdesk.ui.words import translate

_TEXTS: dict[Rule, Callable[[], str]] = {
    Rule.NO_OWN_THING: lambda: translate(
        "ReplyCheck", "Name what this customer wrote about: the item, the order or the parcel."
    ),
    Rule.NO_ACTION: lambda: translate("ReplyCheck", "Say who does what, and by when."),
    Rule.BARE_APOLOGY: lambda: translate(
        "ReplyCheck", "“%1” alone helps nobody. Say what you do about it, and by when."
    ),
    Rule.VAGUE_WORDS: lambda: translate("ReplyCheck", "“%1” is vague. Name a day, a number or a person."),
    Rule.FILE_FORGOTTEN: lambda: translate("ReplyCheck", "The text says “%1”, but no file is attached."),
    Rule.WRONG_NAME: lambda: translate("ReplyCheck", "This customer is not called “%1”."),
    Rule.OTHER_LANGUAGE: lambda: translate("ReplyCheck", "The customer wrote in %2, this reply is in %1."),
    Rule.ANGER_IGNORED: lambda: translate(
        "ReplyCheck", "The customer is upset (“%1”). Take that up in the first sentences."
    ),
    Rule.HARD_TO_READ: lambda: translate("ReplyCheck", "Long sentences are hard to read. Split this one."),
    Rule.TOO_LONG: lambda: translate("ReplyCheck", "This reply is long. Keep what the customer needs to know."),
    Rule.SHOUTING: lambda: translate("ReplyCheck", "“%1” reads like shouting."),
    Rule.EMPTY_PROMISE: lambda: translate(
        "ReplyCheck", "“%1” promises what nobody can check. Say what you do instead."
    ),
    Rule.OTHER_SENDER: lambda: translate("ReplyCheck", "The customer wrote to another address than %1."),
    Rule.MARKET_LINK: lambda: translate("ReplyCheck", "This marketplace allows no links to other sites: “%1”."),
    Rule.MARKET_PHONE: lambda: translate("ReplyCheck", "This marketplace allows no phone numbers: “%1”."),
    Rule.MARKET_ADDRESS: lambda: translate("ReplyCheck", "This marketplace allows no mail addresses: “%1”."),
    Rule.MARKET_SENDER: lambda: translate(
        "ReplyCheck", "The marketplace may reject mail from %1. Answer from the address that the buyer wrote to."
    ),
    Rule.MARKET_REFERENCE: lambda: translate("ReplyCheck", "Keep “%1” in the subject; the marketplace files by it."),
    Rule.MARKET_REVIEW: lambda: translate(
        "ReplyCheck", "Marketplaces forbid asking for good reviews or paying for them: “%1”."
    ),
    Rule.MARKET_OUTSIDE: lambda: translate("ReplyCheck", "Marketplaces forbid leading buyers elsewhere: “%1”."),
    Rule.MARKET_PROMOTION: lambda: translate("ReplyCheck", "This marketplace allows no advertising in replies: “%1”."),
    Rule.MARKET_ON_SITE: lambda: translate(
        "ReplyCheck", "Buyers of this marketplace are answered on its site; mail does not reach them."
    ),
}
_LONGEST = 60
_MOST_WORDS = 3


def finding_text(finding: Finding) -> str:
    """One sentence: what is amiss, with the words that are the reason, and what to do."""
    text = _TEXTS[finding.rule]()
    if finding.rule is Rule.OTHER_LANGUAGE:
        names = [language_name(code) for code in finding.words]
        for place, name in zip(("%1", "%2"), names, strict=False):
            text = text.replace(place, name)
        return text
    said = translate("ReplyCheck", "”, “", "between quoted words").join(map(_short, finding.words[:_MOST_WORDS]))
    return text.replace("%1", said)


def instead_text(finding: Finding) -> str:
    """What could be said in place of the words; empty when there is no suggestion."""
    if not finding.instead:
        return ""
    return translate("ReplyCheck", "For example: %1").replace("%1", finding.instead)


def language_name(code: str) -> str:
    """The name of a language in the person's language; the code itself where there is none."""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    known = _LANGUAGES.get(code)
    return known() if known is not None else QLocale.languageToString(locale.language())


_LANGUAGES: dict[str, Callable[[], str]] = {
    "en": lambda: translate("ReplyCheck", "English"),
    "zh": lambda: translate("ReplyCheck", "Chinese"),
    "de": lambda: translate("ReplyCheck", "German"),
    "fr": lambda: translate("ReplyCheck", "French"),
    "es": lambda: translate("ReplyCheck", "Spanish"),
    "it": lambda: translate("ReplyCheck", "Italian"),
    "pt": lambda: translate("ReplyCheck", "Portuguese"),
    "nl": lambda: translate("ReplyCheck", "Dutch"),
    "pl": lambda: translate("ReplyCheck", "Polish"),
    "ja": lambda: translate("ReplyCheck", "Japanese"),
    "ko": lambda: translate("ReplyCheck", "Korean"),
    "ru": lambda: translate("ReplyCheck", "Russian"),
}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
