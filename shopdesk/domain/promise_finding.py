"""Finds what a reply promises: a sentence that says what we do or what comes, with a time."""

import re
from datetime import UTC, datetime, tzinfo

from shopdesk.domain.promise import FoundPromise
from shopdesk.domain.promise_times import named_times

_READ_AT_MOST = 6_000
_MOST = 5
_QUOTED_SIGNS = 160


def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_MONTH = "Jan|Feb|M[aä]r|Apr|Ma[iy]|Ju[nl]|Aug|Sep|O[ck]t|Nov|De[cz]"
_ENDS = re.compile(rf"(?<=[!?。！？；;])\s*|(?<=[^\d]\.)\s+|(?<=\d\.)\s+(?=[A-ZÄÖÜ])(?!(?:{_MONTH}))|\n\s*\n")
"""Where a sentence ends; a point behind a number may belong to a date."""
_EN_DOES = "arrive|ship|leave|be|reach|go|come|get|update|reply|answer"
_DE_DOES = (
    "werde|werden|melde|melden|senden?|schicken?|prüfen?|erstatten?|antworten?|überweisen?|informieren?"
    "|erhalten sie|bekommen sie|hören sie|kommt|geht|wird|erfolgt|trifft|verlässt"
)
_ZH_DOES = "到|发|退|寄|处理|回复|答复|送达|到账|安排|联系|核实|告知|跟进|补发|给您|为您"
_OURS = _any_of(
    r"\b(?:i|we)\b[^,;]{0,20}?\b(?:will|shall|are going to|am going to|promise|plan to|expect)\b",
    r"\b(?:i|we)['’](?:ll|re|m)\b",
    r"\byou(?:['’]ll| will| should)\b[^,;]{0,30}?\b(?:hear|receive|get|have|see|be)\b",
    r"\byou (?:hear|have)\b.{0,30}?\b(?:by|on|until|within)\b",
    rf"\b(?:will|should|is due to|are due to)\b.{{0,40}}?\b(?:{_EN_DOES})\b",
    r"\b(?:arrives?|ships?|leaves?|goes out|reaches you)\b",
    r"\brefund(?:ed)?\b.{0,40}?\b(?:within|by)\b",
    rf"\b(?:{_DE_DOES})\b",
    rf"(?:我|会|将|可以).{{0,20}}?(?:{_ZH_DOES})",
    "(?:发货|寄出|退款|到账|送达|回复您|处理好|答复|给您|为您)",
)
"""What we do or what comes."""
_THEIRS = _any_of(
    r"\b(?:please|kindly|could you|can you|if you|you can|you may|you could|let us know|let me know|unless you)\b",
    r"\byou have \w+ days\b|\byour right\b",
    r"\b(?:bitte|können sie|falls sie|wenn sie|sie können|sie haben|geben sie|teilen sie)\b",
    "(?:请您?|麻烦|您可以|如果您|若您|您需要|烦请|方便的话|您在)",
)
"""What the customer may or shall do."""
_PAST = _any_of(
    r"\b(?:was|were|has been|have been|had|shipped on|ordered on|sent on|dated|arrived on|left on)\b",
    r"\b(?:wurde|wurden|war|waren|hatte|hatten|vom)\b",
    "(?:已经?|曾|昨天|上周|之前已)",
)
_FUTURE = _any_of(r"\b(?:will|shall|werden?)\b|['’]ll\b", "[会将]")


def found_promises(text: str, at: datetime, zone: tzinfo | None = None) -> list[FoundPromise]:
    """What a reply promises. In: our own words, when they were sent (UTC), the shop's zone (None: the computer's).

    Out: each with its words, one line, and when it is due (UTC); at most five, those of the same time once. A sentence
    that asks something of the customer, or tells what was, promises nothing.
    """
    wall = at.astimezone(zone).replace(tzinfo=None)
    found: dict[datetime, FoundPromise] = {}
    for sentence in _sentences(text[:_READ_AT_MOST]):
        if not _promises(sentence):
            continue
        for one in named_times(sentence, wall):
            due = _utc(one.moment, zone)
            found.setdefault(due, FoundPromise(_quoted(sentence, one.start), due))
    return list(found.values())[:_MOST]


def _sentences(text: str) -> list[str]:
    joined = re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text)
    return [part.strip() for part in _ENDS.split(joined) if part and part.strip()]


def _promises(sentence: str) -> bool:
    if sentence.endswith(("?", "？")) or _THEIRS.search(sentence):
        return False
    return _OURS.search(sentence) is not None and not (_PAST.search(sentence) and not _FUTURE.search(sentence))


def _quoted(sentence: str, at: int) -> str:
    """The sentence in one line; of a long one the part around the time."""
    line = " ".join(sentence.split())
    if len(line) <= _QUOTED_SIGNS:
        return line
    begin = max(min(at - _QUOTED_SIGNS // 2, len(line) - _QUOTED_SIGNS), 0)
    return f"{'…' if begin else ''}{line[begin : begin + _QUOTED_SIGNS].strip()}…"


def _utc(moment: datetime, zone: tzinfo | None) -> datetime:
    local = moment.replace(tzinfo=zone) if zone is not None else moment.astimezone()
    return local.astimezone(UTC)
