"""What of a reply check is shown, and in which order: the customer's questions, then what is worth a second look."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from shopdesk.domain.draft import Draft
from shopdesk.domain.draft_cautions import named_file
from shopdesk.domain.reply_check.facts import ASKED_ABOUT, FORBIDDEN, CheckResult, Finding, Level, Rule
from shopdesk.ui.finding_texts import finding_text, instead_text


class Tone(Enum):
    """How a line is meant."""

    ANSWERED = "answered"
    OPEN = "open"
    FORBIDDEN = "forbidden"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A question, or all that one rule found."""

    tone: Tone
    text: str
    tip: str = ""
    finding: Finding | None = None
    """The first of them; None for a question."""
    keys: tuple[str, ...] = ()
    """What is dismissed with it."""


_ORDER = (Tone.FORBIDDEN, Tone.WARNING, Tone.OPEN, Tone.ANSWERED, Tone.HINT)


def with_named_file(result: CheckResult, draft: Draft) -> CheckResult:
    """The result, with the forgotten file also in a language that the rules do not know."""
    named = None if draft.files or Rule.FILE_FORGOTTEN in result.rules else named_file(draft.body)
    if named is None:
        return result
    found = Finding(Rule.FILE_FORGOTTEN, Level.WARNING, named[0], len(named[1]), (named[1],))
    return replace(result, findings=(found, *result.findings))


def lines_of(result: CheckResult, dismissed: Iterable[str]) -> tuple[CheckLine, ...]:
    """Everything to be shown, the gravest first; nothing when every question is answered and nothing is amiss."""
    gone = frozenset(dismissed)
    by_rule: dict[Rule, list[Finding]] = {}
    for finding in result.findings:
        if finding.key not in gone:
            by_rule.setdefault(finding.rule, []).append(finding)
    lines = [_line(found) for found in by_rule.values()]
    if by_rule or not all(question.answered for question in result.questions):
        for question in result.questions:
            lines.append(CheckLine(Tone.ANSWERED if question.answered else Tone.OPEN, " ".join(question.text.split())))
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.tone)))


def is_good(result: CheckResult, lines: tuple[CheckLine, ...]) -> bool:
    """Whether something was written, and nothing is to be said about it."""
    return bool(result.reading.sentences) and not lines


def objections(result: CheckResult, dismissed: Iterable[str]) -> tuple[Finding, ...]:
    """What a person is asked about once before the draft leaves."""
    gone = frozenset(dismissed)
    return tuple(one for one in result.findings if one.rule in ASKED_ABOUT and one.key not in gone)


def _line(found: list[Finding]) -> CheckLine:
    first = found[0]
    whole = first
    if len(found) > 1:
        words = dict.fromkeys(word for finding in found for word in finding.words)
        whole = replace(first, words=tuple(words))
    tone = Tone.WARNING if first.level is Level.WARNING else Tone.HINT
    tone = Tone.FORBIDDEN if first.rule in FORBIDDEN else tone
    keys = tuple(dict.fromkeys(finding.key for finding in found))
    return CheckLine(tone, finding_text(whole), instead_text(first), first, keys)
