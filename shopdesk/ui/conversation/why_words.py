"""Why a conversation is due when it is, in the person's language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from shopdesk.domain.target import Explanation, LengthKind, Step, StepKind, TargetMode
from shopdesk.ui.words import counted, short_date, translate

MOST_LINES = 7
_NEAR = timedelta(days=6)


def moment(when: datetime, now: datetime) -> str:
    """A moment as "Fri 16:10", with its date when it is not near."""
    local = when.astimezone()
    if abs(when - now) > _NEAR:
        return f"{short_date(when, now)} {local:%H:%M}"
    return f"{QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)} {local:%H:%M}"


def exact(length: timedelta) -> str:
    """A length to the minute: "24 h", "1 h 5 min"; below a minute in seconds."""
    seconds = round(length.total_seconds())
    if 0 < seconds < 60:  # noqa: PLR2004 - a minute
        return translate("Targets", "%1 s", "seconds").replace("%1", str(seconds))
    hours, minutes = divmod(seconds // 60, 60)
    parts = [
        translate("Targets", "%1 h", "hours").replace("%1", str(hours)) if hours else "",
        translate("Targets", "%1 min").replace("%1", str(minutes)) if minutes or not hours else "",
    ]
    return " ".join(part for part in parts if part)


def headline(told: Explanation, now: datetime) -> str:
    """The sum in one sentence: "24 h from Fri 16:10, paused 3 h"."""
    if told.asked_at is None:
        return translate("Targets", "Nobody waits for an answer here.")
    begun = {
        LengthKind.USUAL: translate("Targets", "%1 from %2", "24 h from Fri 16:10"),
        LengthKind.URGENT: translate("Targets", "%1 from %2, because it is urgent"),
        LengthKind.PEAK: translate("Targets", "%1 from %2, as in peak time"),
    }[told.because]
    text = begun.replace("%1", exact(told.length)).replace("%2", moment(told.asked_at, now))
    paused = told.total(StepKind.PAUSED)
    if paused:
        text = translate("Targets", "%1, paused %2").replace("%1", text).replace("%2", exact(paused))
    return text


def outcome(told: Explanation, now: datetime) -> str:
    """What the sum leads to; empty when nobody waits."""
    if told.asked_at is None:
        return ""
    if told.is_off:
        return translate("Targets", "This was over before the mail was imported, so nothing is due.")
    if told.due_at is None:
        return translate("Targets", "The clock stands until the customer answers.")
    return translate("Targets", "Due %1").replace("%1", moment(told.due_at, now))


def mode_line(told: Explanation) -> str:
    """What counts."""
    if told.mode is TargetMode.PLATFORM:
        return translate("Targets", "Marketplace clock: nights, weekends and holidays count.")
    return translate("Targets", "Company clock: only opening hours count.")


def lines(told: Explanation, now: datetime) -> list[tuple[str, str]]:
    """The steps as pairs (from – to, what it counts for); of many the first and the last ones."""
    shown = [(_span(step, now), _what(step)) for step in told.steps]
    if len(shown) <= MOST_LINES:
        return shown
    half = MOST_LINES // 2
    left_out = counted(
        len(shown) - 2 * half, translate("Targets", "1 more part"), translate("Targets", "%1 more parts")
    )
    return [*shown[:half], ("…", left_out), *shown[-half:]]


def _span(step: Step, now: datetime) -> str:
    starts = moment(step.starts, now)
    if step.ends is None:
        return translate("Targets", "since %1").replace("%1", starts)
    same_day = step.starts.astimezone().date() == step.ends.astimezone().date()
    ends = f"{step.ends.astimezone():%H:%M}" if same_day else moment(step.ends, now)
    return f"{starts} – {ends}"


def _what(step: Step) -> str:
    if step.what is StepKind.COUNTED:
        return exact(step.counted)
    return {
        StepKind.PAUSED: translate("Targets", "paused: the customer was asked"),
        StepKind.CLOSED: translate("Targets", "closed"),
        StepKind.LUNCH: translate("Targets", "lunch"),
        StepKind.HOLIDAY: translate("Targets", "day off"),
    }[step.what]
