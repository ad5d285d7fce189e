"""`targets`: within what time mailboxes answer, and why a conversation is due when it is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from shopdesk.cli.error_texts import sentence_of
from shopdesk.cli.output import complain, iso, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.target import (
    Explanation,
    LengthKind,
    OpeningHours,
    Span,
    Step,
    StepKind,
    TargetMode,
    TargetRule,
)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_REASONS = {
    StepKind.COUNTED: "counted",
    StepKind.PAUSED: "paused: the customer was asked",
    StepKind.CLOSED: "closed",
    StepKind.LUNCH: "lunch",
    StepKind.HOLIDAY: "day off",
}
_LENGTHS = {LengthKind.USUAL: "", LengthKind.URGENT: " (urgent)", LengthKind.PEAK: " (peak time)"}


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("show", "set", "explain"), help="what to do")
    parser.add_argument("what", nargs="?", metavar="MAILBOX|CONVERSATION", help="an address (show, set) or a number")
    parser.add_argument("--mode", choices=[mode.value for mode in TargetMode], help="platform: the clock never stops")
    parser.add_argument("--hours", type=float, metavar="H", help="the target")
    parser.add_argument("--urgent", type=float, metavar="H", help="the target of what is urgent")
    parser.add_argument("--amber", type=float, metavar="MINUTES", help="how long before it turns amber")
    parser.add_argument("--red", type=float, metavar="MINUTES", help="how long before it turns red")
    parser.add_argument("--peak-factor", type=float, metavar="F", help="times the target in peak times")
    parser.add_argument("--zone", help="of the opening hours, such as Europe/Berlin")
    parser.add_argument("--open", action="append", metavar="DAYS=SPANS", help="like mon-fri=09:00-18:00; sat= closes")
    parser.add_argument("--lunch", metavar="SPAN", help="such as 12:00-13:00; - for none")
    parser.add_argument("--country", help="whose public holidays are closed, such as CN; - for none")
    parser.add_argument("--closed", action="append", type=date.fromisoformat, metavar="DATE", help="an own day off")
    parser.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    if arguments.what is None:
        if arguments.action != "show":
            complain(f"Which one? Name it: targets {arguments.action} …")
            return 2
        rules = [shop.targets.rule_of(mailbox.id) for mailbox in shop.mailboxes.all()]
        names = {mailbox.id: mailbox.address for mailbox in shop.mailboxes.all()}
        return _show([(names[rule.mailbox], rule) for rule in rules], as_json=arguments.json)
    if arguments.action == "explain":
        return _explain(arguments, shop)
    mailbox = shop.mailboxes.by_address(arguments.what)
    rule = shop.targets.rule_of(mailbox.id)
    if arguments.action == "set":
        try:
            rule = shop.targets.save(_changed(rule, arguments))
        except InputRefused as refused:
            complain(sentence_of(refused))
            return 2
        shop.targets.recompute(mailbox.id)
    return _show([(mailbox.address, rule)], as_json=arguments.json)


# --- explain -------------------------------------------------------------------------------------------


def _explain(arguments: Namespace, shop: CliShop) -> int:
    if not arguments.what.isdecimal():
        complain(f"{arguments.what} is no number of a conversation.")
        return 2
    told = shop.targets.explain(ConversationId(int(arguments.what)))
    if arguments.json:
        say_json(_told_json(told))
        return 0
    say(_headline(told))
    for step in told.steps:
        counts = f", {_length(step.counted)} counted" if step.what is StepKind.COUNTED else ""
        reason = "" if step.what is StepKind.COUNTED else f"  {_REASONS[step.what]}"
        say(f"  {local(step.starts)} – {local(step.ends)}{reason}{counts}")
    return 0


def _headline(told: Explanation) -> str:
    if told.asked_at is None:
        return "Nobody waits."
    begun = f"{_length(told.length)}{_LENGTHS[told.because]} from {local(told.asked_at)}"
    if told.is_off:
        return f"{begun}: that was over before the mail was imported, so nothing is due."
    lost = [
        f"{word} {_length(total)}"
        for what, word in ((StepKind.PAUSED, "paused"), (StepKind.CLOSED, "closed"), (StepKind.LUNCH, "lunch"),
                           (StepKind.HOLIDAY, "days off"))
        if (total := told.total(what))
    ]
    end = "the clock stands" if told.due_at is None else f"due {local(told.due_at)}"
    return ", ".join([begun, *lost]) + f": {end}."


def _told_json(told: Explanation) -> dict[str, object]:
    return {
        "due_at": iso(told.due_at),
        "asked_at": iso(told.asked_at),
        "hours": told.length / timedelta(hours=1),
        "because": told.because.value,
        "mode": told.mode.value,
        "old_mail": told.is_off,
        "steps": [_step_json(step) for step in told.steps],
    }


def _step_json(step: Step) -> dict[str, object]:
    counted = step.counted.total_seconds()
    return {"what": step.what.value, "from": iso(step.starts), "to": iso(step.ends), "counted_seconds": counted}


def _length(length: timedelta) -> str:
    minutes = round(length / timedelta(minutes=1))
    hours, rest = divmod(minutes, 60)
    return f"{minutes} min" if not hours else f"{hours} h {rest:02d} min" if rest else f"{hours} h"


# --- show and set --------------------------------------------------------------------------------------


def _show(rules: list[tuple[str, TargetRule]], *, as_json: bool) -> int:
    if as_json:
        say_json([{"mailbox": address, **_rule_json(rule)} for address, rule in rules])
        return 0
    for address, rule in rules:
        amber, red = _length(rule.amber), _length(rule.red)
        within = f"within {_length(rule.hours)}, urgent {_length(rule.urgent)}"
        say(f"{address}: {rule.mode.value}, {within}, amber {amber} and red {red} before")
        if rule.mode is TargetMode.COMPANY:
            say(f"    {_opening(rule.opening)}")
    return 0


def _opening(opening: OpeningHours) -> str:
    days = [
        f"{name} {' '.join(span.written for span in spans)}"
        for name, spans in zip(_DAYS, opening.week, strict=True)
        if spans
    ]
    lunch = f"; lunch {opening.lunch.written}" if opening.lunch else ""
    country = f"; holidays of {opening.country}" if opening.country else ""
    return f"{', '.join(days)} ({opening.zone}){lunch}{country}"


def _rule_json(rule: TargetRule) -> dict[str, object]:
    opening = rule.opening
    company = {
        "zone": opening.zone,
        "week": {day: [span.written for span in spans] for day, spans in zip(_DAYS, opening.week, strict=True)},
        "lunch": opening.lunch.written if opening.lunch else None,
        "country": opening.country or None,
        "closed": [day.isoformat() for day in sorted(opening.closed)],
    }
    return {
        "mode": rule.mode.value,
        "hours": rule.hours / timedelta(hours=1),
        "urgent_hours": rule.urgent / timedelta(hours=1),
        "amber_minutes": rule.amber / timedelta(minutes=1),
        "red_minutes": rule.red / timedelta(minutes=1),
        "peak_factor": rule.relaxed,
        **(company if rule.mode is TargetMode.COMPANY else {}),
    }


def _changed(rule: TargetRule, told: Namespace) -> TargetRule:
    lengths = {
        "hours": _given(told.hours, lambda hours: timedelta(hours=hours)),
        "urgent": _given(told.urgent, lambda hours: timedelta(hours=hours)),
        "amber": _given(told.amber, lambda minutes: timedelta(minutes=minutes)),
        "red": _given(told.red, lambda minutes: timedelta(minutes=minutes)),
        "peak_factor": told.peak_factor,
        "mode": _given(told.mode, TargetMode),
    }
    changed = {name: value for name, value in lengths.items() if value is not None}
    return replace(rule, opening=_opened(rule.opening, told), **changed)


def _given(value: object, made: Callable[..., object]) -> object:
    return None if value is None else made(value)


def _opened(opening: OpeningHours, told: Namespace) -> OpeningHours:
    week = list(opening.week)
    for words in told.open or ():
        days, _, spans = words.partition("=")
        for number in _numbers(days):
            week[number] = tuple(Span.read(span) for span in spans.split(",") if span.strip())
    lunch = opening.lunch
    if told.lunch is not None:
        lunch = None if told.lunch == "-" else Span.read(told.lunch)
    country = opening.country if told.country is None else told.country.upper().strip("-")
    closed = opening.closed | frozenset(told.closed or ())
    return replace(
        opening, week=tuple(week), lunch=lunch, country=country, closed=closed, zone=told.zone or opening.zone
    )


def _numbers(days: str) -> range:
    """`mon-fri` or `sat` as numbers from 0; raises `InputRefused`."""
    first, _, last = days.lower().partition("-")
    if first not in _DAYS or (last or first) not in _DAYS:
        raise InputRefused("open", f"{days!r} is not written like mon-fri")
    return range(_DAYS.index(first), _DAYS.index(last or first) + 1)


COMMAND = Command("targets", "within what time mailboxes answer, and why a mail is due then", _define, _run)
