"""The sum behind a due time: from the question on, through pauses and closed hours, until the target is used up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from shopdesk.domain.answer_clock import AnswerClock, Pause
from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.target import Explanation, LengthKind, Peak, Step, StepKind, TargetMode, TargetRule, TargetRules

_FAR = datetime.max.replace(tzinfo=UTC) - timedelta(days=366)


@dataclass(frozen=True, slots=True)
class _Part:
    what: StepKind
    starts: datetime
    ends: datetime
    """`_FAR` for no end."""


def with_due_time(row: Conversation, rules: TargetRules) -> Conversation:
    """A conversation with its due time and the moments at which it turns amber and red; a pure function of both."""
    rule = rules.of(row.mailbox_id)
    due = _due_at(row, rule, rules.peak) if _is_due(row) else None
    if due is None:
        return row if row.due_at is row.amber_at is row.red_at is None else _undated(row)
    return replace(row, due_at=due, amber_at=due - rule.amber, red_at=due - rule.red)


def explain(row: Conversation, rules: TargetRules) -> Explanation:
    """How the due time of a conversation comes about; also where it stands because the customer was asked."""
    rule, asked = rules.of(row.mailbox_id), row.asked_at
    if asked is None or row.state is ConversationState.DONE:
        return Explanation(None, mode=rule.mode)
    length, because = _length(row, asked, rule, rules.peak)
    due, steps = _sum(asked, length, row.clock, rule)
    is_off = row.clock.is_off and not rule.old_mail
    runs = row.state is not ConversationState.WAITING and not is_off
    return Explanation(due if runs else None, () if is_off else tuple(steps), asked, length, because, rule.mode, is_off)


def is_missed(row: Conversation, at: datetime, rules: TargetRules) -> bool:
    """Whether the time of a waiting customer was up at a moment, whatever the state of the conversation."""
    asked, rule = row.asked_at, rules.of(row.mailbox_id)
    if asked is None:
        return False
    due, _ = _sum(asked, _length(row, asked, rule, rules.peak)[0], row.clock, rule)
    return due is not None and due <= at


def _is_due(row: Conversation) -> bool:
    return row.state is ConversationState.NEEDS_REPLY and row.waiting_since is not None


def _undated(row: Conversation) -> Conversation:
    return replace(row, due_at=None, amber_at=None, red_at=None)


def _due_at(row: Conversation, rule: TargetRule, peak: Peak | None) -> datetime | None:
    asked = row.asked_at
    if asked is None or (row.clock.is_off and not rule.old_mail):
        return None
    length, _ = _length(row, asked, rule, peak)
    if rule.mode is TargetMode.PLATFORM and not row.clock.pauses:
        return asked + length
    return _sum(asked, length, row.clock, rule)[0]


def _length(
    row: Conversation, asked: datetime, rule: TargetRule, peak: Peak | None
) -> tuple[timedelta, LengthKind]:
    """The target of a conversation; what is urgent stays so in peak times."""
    if row.urgent and rule.urgent < rule.hours:
        return rule.urgent, LengthKind.URGENT
    if peak is None or rule.relaxed == 1 or asked >= peak.until:
        return rule.hours, LengthKind.USUAL
    # Decided by the question and the rule alone, so that the end of the peak moves no due time.
    if asked < peak.start and is_over(asked, rule, row.clock, peak.start):
        return rule.hours, LengthKind.USUAL
    return rule.hours * rule.relaxed, LengthKind.PEAK


def is_over(asked: datetime, rule: TargetRule, clock: AnswerClock, at: datetime) -> bool:
    """Whether the usual time was up at a moment."""
    due, _ = _sum(asked, rule.hours, clock, rule)
    return due is not None and due <= at


def _sum(
    asked: datetime, length: timedelta, clock: AnswerClock, rule: TargetRule
) -> tuple[datetime | None, list[Step]]:
    """The moment at which the target is used up, None where the clock stands before, and the steps until then."""
    left, steps = length, list[Step]()
    for part in _parts(asked, clock.pauses, rule):
        if part.what is StepKind.COUNTED:
            if left <= part.ends - part.starts:
                due = part.starts + left
                _add(steps, Step(part.what, part.starts, due, left))
                return due, steps
            left -= part.ends - part.starts
            _add(steps, Step(part.what, part.starts, part.ends, part.ends - part.starts))
        elif part.ends == _FAR:
            steps.append(Step(part.what, part.starts, None))
            return None, steps
        else:
            _add(steps, Step(part.what, part.starts, part.ends))
    return None, steps  # never open for years: nothing can be due


def _add(steps: list[Step], step: Step) -> None:
    """Neighbours of one kind are one step."""
    last = steps[-1] if steps else None
    if last is not None and last.what is step.what and last.ends == step.starts:
        steps[-1] = Step(step.what, last.starts, step.ends, last.counted + step.counted)
    else:
        steps.append(step)


def _parts(asked: datetime, pauses: Sequence[Pause], rule: TargetRule) -> Iterator[_Part]:
    """The time from the question on, without gaps, each part counted or with the reason why not."""
    held = [pause for pause in pauses if pause.ended is None or pause.ended > asked]
    for part in _calendar(asked, rule):
        yield from _cut(part, held)
        if held and held[-1].ended is None and held[-1].begun < part.ends:
            return


def _calendar(asked: datetime, rule: TargetRule) -> Iterable[_Part]:
    if rule.mode is TargetMode.PLATFORM:
        return [_Part(StepKind.COUNTED, asked, _FAR)]
    from shopdesk.domain.opening_calendar import stretches  # zones are for companies only

    return (_Part(one.what, one.starts, one.ends) for one in stretches(rule.opening, asked))


def _cut(part: _Part, pauses: Sequence[Pause]) -> Iterator[_Part]:
    """A part with the pauses within it taken out."""
    at = part.starts
    for pause in pauses:
        begun, ended = max(pause.begun, at), min(pause.ended or _FAR, part.ends)
        if pause.ended is None and begun < part.ends:
            ended = _FAR
        if begun >= ended:
            continue
        if begun > at:
            yield _Part(part.what, at, begun)
        yield _Part(StepKind.PAUSED, begun, ended)
        at = ended
    if at < part.ends:
        yield _Part(part.what, at, part.ends)
