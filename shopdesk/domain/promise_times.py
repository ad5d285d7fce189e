"""Times that are named in a text, in English, German and Chinese, as the moments that they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

END_OF_DAY = time(23, 59)
"""When something is due that names a day and no time."""
_NOON, _EVENING = time(12), time(20)
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_WEEK = 7
_MOST = {"hour": 24 * 14, "day": 90, "workday": 60, "week": 13}
_HALF_YEAR = timedelta(days=183)

_EN_NUMBERS = "one two three four five six seven eight nine ten".split()
_DE_NUMBERS = "einem zwei drei vier fünf sechs sieben acht neun zehn".split()
_ZH_NUMBERS = "一二三四五六七八九十"
_NUMBERS = {
    **{word: number for number, word in enumerate(_EN_NUMBERS, 1)},
    **{word: number for number, word in enumerate(_DE_NUMBERS, 1)},
    **{word: number for number, word in enumerate(_ZH_NUMBERS, 1)},
    "a": 1, "an": 1, "eines": 1, "einer": 1, "two": 2, "两": 2, "couple of": 2, "a couple of": 2, "半": 0.5,
}  # fmt: skip
_EN_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DE_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
_WEEKDAYS = {
    **{word: number for number, word in enumerate(_EN_DAYS)},
    **{word: number for number, word in enumerate(_DE_DAYS)},
    **{word: number for number, word in enumerate("一二三四五六")},
    "sonnabend": 5, "日": 6, "天": 6,
}  # fmt: skip
_MONTHS = {
    **{word: number for number, word in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)},
    "mär": 3, "mai": 5, "okt": 10, "dez": 12,
}  # fmt: skip
_EN_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DE_MONTH = (
    "(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|jan|feb|mär|apr|jun|jul|aug|sept?|okt|nov|dez)"
)
_EN_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_EN_NUMBERS)}|a couple of|an?)"
_DE_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_DE_NUMBERS)}|eines|einer)"
_ZH_NUMBER = rf"(?:\d{{1,3}}|[{_ZH_NUMBERS}两])"
_TO = r"\s?(?:-|–|~|to|or|bis|oder|至|到)\s?"
_CLOCK = r"(?P<clock>\d{1,2}(?::\d{2})?\s?(?:am|pm|uhr|o'clock)|\d{1,2}:\d{2})"
_UNITS = {
    "hour": "hour", "hours": "hour", "stunde": "hour", "stunden": "hour", "小时": "hour", "个小时": "hour",
    "day": "day", "days": "day", "tag": "day", "tage": "day", "tagen": "day", "天": "day", "日": "day",
    "werktag": "workday", "werktage": "workday", "werktagen": "workday", "工作日": "workday", "个工作日": "workday",
    "week": "week", "weeks": "week", "woche": "week", "wochen": "week", "周": "week", "个星期": "week", "星期": "week",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time in a text: where it stands, and the local moment that it means."""

    start: int
    end: int
    moment: datetime
    """Without a zone: as the clock on the wall where the shop is."""


_IN_EN = r"(?:within|in|in the next|over the next|inside)\s(?:the\s)?(?:next\s)?"
_IN_DE = r"(?:innerhalb|binnen|in|spätestens in)\s(?:von\s|den nächsten\s|der nächsten\s|den kommenden\s)?"
_BY_EN = r"(?:(?:by|on|until|before|this|next|no later than|latest)\s){1,2}"
_BY_DE = (
    r"(?:bis|am|ab|spätestens|zum|nächsten|kommenden|diesen)\s(?:zum\s|spätestens\s|nächsten\s|kommenden\s|am\s){0,3}"
)
_SPANS = (
    rf"{_IN_EN}(?:{_EN_NUMBER}{_TO})?(?P<count>{_EN_NUMBER})\s(?P<work>working\s|business\s)?(?P<unit>hours?|days?|weeks?)\b",
    rf"{_IN_DE}(?:{_DE_NUMBER}{_TO})?(?P<count>{_DE_NUMBER})\s(?P<unit>stunden?|werktage?n?|tage?n?|wochen?)\b",
    rf"(?:{_ZH_NUMBER}{_TO})?(?P<count>{_ZH_NUMBER})\s?(?P<unit>个?工作日|个?小时|天|日|周|个?星期)\s?(?:之内|以内|内|后)",
)
_NEAR_EN = "the day after tomorrow|tomorrow morning|tomorrow|this evening|tonight|today"
_NEAR_DE = "übermorgen|morgen früh|morgen vormittag|morgen|heute abend|heute"
_NEAR = (
    rf"\b(?P<near>{_NEAR_EN})\b(?:\s(?:by|before|at|until)\s{_CLOCK})?",
    rf"(?<!guten\s)\b(?P<near>{_NEAR_DE})\b(?:\s(?:bis|um)\s{_CLOCK})?",
    "(?P<near>大后天|后天|明天上午|明早|明天|明日|今晚|今天|今日|当天)",
    r"(?:by|before|until|no later than)\s(?:the\s)?(?P<week>end of (?:the|this|next) week|end of (?:the )?day)",
    "(?P<week>this week|next week|this weekend)",
    r"(?P<week>bis (?:zum )?ende (?:der|dieser|nächster) woche|diese woche|nächste woche|noch diese woche)",
    "(?P<week>本周末|本周内|这周内|本周|这周|下周内|下周末)(?![一二三四五六日天])",
)
_DAYS = (
    rf"{_BY_EN}(?P<next>next\s)?(?P<weekday>{'|'.join(_EN_DAYS)})\b(?:,?\s(?:at\s|by\s)?{_CLOCK})?",
    rf"{_BY_DE}(?P<weekday>{'|'.join(_DE_DAYS)}|sonnabend)\b(?:,?\s(?:um\s|bis\s)?{_CLOCK})?",
    "(?P<next>下(?:个)?)?(?:本|这)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])",
)
_DATES = (
    r"(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b",
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<word>{_EN_MONTH})\b(?:,?\s(?P<year>20\d\d))?",
    rf"\b(?P<word>{_EN_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s(?P<year>20\d\d))?",
    r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?P<year>20\d\d)?",
    rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<word>{_DE_MONTH})\b(?:\s(?P<year>20\d\d))?",
    r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?",
    r"(?<![\d月])(?P<day>\d{1,2})[号日](?!内)",
)
_FORMS = (*_SPANS, *_NEAR, *_DAYS, *_DATES)
_COMPILED = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def named_times(text: str, now: datetime) -> Iterator[NamedTime]:
    """The times that a text names and that are not past, in the order of the text; of those that overlap the longest.

    In: `now` is the local wall clock without a zone.
    """
    found: list[NamedTime] = []
    for form in _COMPILED:
        for hit in form.finditer(text):
            moment = _moment(hit, now)
            if moment is not None and moment >= now:
                found.append(NamedTime(hit.start(), hit.end(), moment))
    found.sort(key=lambda one: (one.start, -one.end))
    last = -1
    for one in found:
        if one.start >= last:
            last = one.end
            yield one


def _moment(hit: re.Match[str], now: datetime) -> datetime | None:
    parts = {name: word.casefold() for name, word in hit.groupdict().items() if word}
    try:
        if "count" in parts:
            return _after_span(parts, now)
        day, usual = _day(parts, now)
    except (ValueError, OverflowError):  # 31 February, or a year beyond the calendar
        return None
    if day is None:
        return None
    return datetime.combine(day, _clock(parts.get("clock", "")) or usual)


def _after_span(parts: dict[str, str], now: datetime) -> datetime | None:
    word, unit = parts["count"], _UNITS[parts["unit"]]
    count = float(word) if word.isdigit() else float(_NUMBERS.get(word, 0))
    if unit == "day" and parts.get("work"):
        unit = "workday"
    if not 0 < count <= _MOST[unit]:
        return None
    if unit == "hour":
        return now + timedelta(hours=count)
    days = count * _WEEK if unit == "week" else count
    day = _workdays_on(now.date(), int(count)) if unit == "workday" else now.date() + timedelta(days=days)
    return datetime.combine(day, END_OF_DAY)


def _workdays_on(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _day(parts: dict[str, str], now: datetime) -> tuple[date | None, time]:
    if "near" in parts:
        return _near_day(parts["near"], now.date())
    if "week" in parts:
        return _in_week(parts["week"], now.date()), END_OF_DAY
    if "weekday" in parts:
        return _weekday(parts, now.date()), END_OF_DAY
    return _dated(parts, now.date()), END_OF_DAY


def _near_day(word: str, today: date) -> tuple[date, time]:
    days = {"the day after tomorrow": 2, "übermorgen": 2, "后天": 2, "大后天": 3}.get(word)
    if days is None:
        days = 1 if word.startswith(("tomorrow", "morgen", "明")) else 0
    if word in {"tomorrow morning", "morgen früh", "morgen vormittag", "明天上午", "明早"}:
        return today + timedelta(days=days), _NOON
    return today + timedelta(days=days), END_OF_DAY


def _in_week(word: str, today: date) -> date:
    if word.startswith("end of") and word.endswith("day"):
        return today
    weekend = "weekend" in word or "周末" in word
    monday = today - timedelta(days=today.weekday())
    later = _WEEK if "next" in word or "nächste" in word or word.startswith("下") else 0
    if not later and today.weekday() > _FRIDAY:
        weekend = True
    return monday + timedelta(days=later + (_SUNDAY if weekend else _FRIDAY))


def _weekday(parts: dict[str, str], today: date) -> date:
    wanted = _WEEKDAYS[parts["weekday"]]
    if "next" in parts:
        return today - timedelta(days=today.weekday()) + timedelta(days=_WEEK + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % _WEEK)


def _dated(parts: dict[str, str], today: date) -> date | None:
    day = int(parts["day"])
    month = int(parts["month"]) if "month" in parts else _MONTHS.get(parts.get("word", "")[:3], 0)
    year = parts.get("year")
    if year:
        return date(int(year), month, day)
    if not month:  # a day of this month, or of the next
        first = today.replace(day=1)
        following = (first + timedelta(days=32)).replace(day=1)
        return (first if day >= today.day else following).replace(day=day)
    found = date(today.year, month, day)
    if found < today - _HALF_YEAR:
        found = date(today.year + 1, month, day)
    return found


def _clock(word: str) -> time | None:
    hit = re.match(r"(\d{1,2})(?::(\d{2}))?\s?(am|pm)?", word)
    if hit is None:
        return None
    hour, minute = int(hit[1]), int(hit[2] or 0)
    if hit[3] == "pm" and hour < 12:  # noqa: PLR2004
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def end_of_day_of(at: datetime, zone: tzinfo | None = None) -> datetime:
    """When something is due (UTC) on the day of a moment (UTC), where the shop is (None: the computer's zone)."""
    end = datetime.combine(at.astimezone(zone).date(), END_OF_DAY)
    return max((end.replace(tzinfo=zone) if zone is not None else end.astimezone()).astimezone(UTC), at)
