"""What the composer says."""

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.draft_cautions import Caution
from shopdesk.domain.message import Address
from shopdesk.ui.compose.presenter import Obstacle, Refusal
from shopdesk.ui.words import counted, translate

LANGUAGES = {
    "en": "English",
    "zh": "中文",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "nl": "Nederlands",
    "pl": "Polski",
    "ja": "日本語",
    "ko": "한국어",
    "ru": "Русский",
}
"""Each by its own name, whatever the window speaks."""


def language_text(code: str) -> str:
    """The name of a language; of none known, that it goes by the customer."""
    return LANGUAGES.get(code.partition("_")[0].casefold(), code) if code else translate("Composer", "Language")


def kind_text(kind: DraftKind) -> str:
    """What is being written."""
    return {
        DraftKind.REPLY: translate("Composer", "Reply"),
        DraftKind.REPLY_ALL: translate("Composer", "Reply all"),
        DraftKind.FORWARD: translate("Composer", "Forward"),
        DraftKind.NEW: translate("Composer", "New mail"),
        DraftKind.NOTE: translate("Composer", "Internal note"),
    }[kind]


def people_words(draft: Draft) -> str:
    """Who gets it, in a few words."""
    if draft.kind is DraftKind.NOTE:
        return translate("Composer", "Only your team sees this")
    people = (*draft.to, *draft.cc, *draft.bcc)
    if not people:
        return translate("Composer", "Add recipients")
    first = translate("Composer", "to %1").replace("%1", people[0].shown)
    more = len(people) - 1
    if not more:
        return first
    return f"{first} " + counted(more, translate("Composer", "and 1 more"), translate("Composer", "and %1 more"))


def all_people(people: tuple[Address, ...]) -> str:
    """Everybody, a line each."""
    return "\n".join(f"{one.name} <{one.email}>" if one.name else one.email for one in people)


def refusal_text(refusal: Refusal) -> str:
    """Why it was not sent, and what to do."""
    text = {
        Obstacle.BLANK: translate("Composer", "“%1” is still open. Fill it in or delete it, then send."),
        Obstacle.BLANK_IN_SUBJECT: translate("Composer", "The subject still has %1. Fill it in, then send."),
        Obstacle.NOBODY: translate("Composer", "Nobody would get this mail. Add a recipient."),
        Obstacle.NO_ADDRESS: translate("Composer", "“%1” is not a mail address. Correct it, then send."),
        Obstacle.NO_WORDS: translate("Composer", "There are no words yet."),
        Obstacle.TOO_LARGE: translate(
            "Composer", "With “%1” the files are more than 25 MB. Send a link, or fewer files."
        ),
        Obstacle.UNREADABLE: translate("Composer", "“%1” cannot be read. It was not added."),
    }[refusal.obstacle]
    return text.replace("%1", refusal.word)


def caution_text(caution: Caution) -> str:
    """What is worth a second look."""
    return {
        Caution.NO_REPLY: translate("Composer", "This is a no-reply address: nobody may read the answer."),
        Caution.MANY_RECIPIENTS: translate("Composer", "This goes to many people."),
        Caution.REPLY_TO_ELSEWHERE: translate("Composer", "The answer goes to another domain than the one that wrote."),
        Caution.FORGOTTEN_FILE: translate("Composer", "The text speaks of an attachment, and there is none."),
    }[caution]


def missing_text(count: int) -> str:
    """How many values a template lacks."""
    return counted(count, translate("Picker", "1 value missing"), translate("Picker", "%1 values missing"))
