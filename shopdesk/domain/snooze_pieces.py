"""The pieces that a text about a moment is made of, in English and Chinese, and what each says."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from shopdesk.domain.snooze_numbers import HOURS, NUMBER, number
from shopdesk.domain.snooze_reading import Part, Reading

_WEEK = 7
_DECEMBER = 12
_SATURDAY = 5


Take = Callable[[re.Match[str], Reading], bool]


# --- days --------------------------------------------------------------------------------------------


def _in_days(days: int, part: Part | None = None) -> Take:
    def take(_: re.Match[str], reading: Reading) -> bool:
        fits = reading.set_day(reading.today + timedelta(days=days))
        return fits and (part is None or reading.set_part(part))

    return take


def _weekday(found: re.Match[str], reading: Reading) -> bool:
    """Monday is the next one; next Monday that of next week; 下下周一 that of the week after."""
    which = _weekday_number(found["day"])
    monday = reading.today - timedelta(days=reading.today.weekday())
    weeks = _weeks(found["which"])
    if weeks is None:
        return reading.set_day(
            reading.today + timedelta(days=(which - reading.today.weekday()) % _WEEK),
            lambda day: day + timedelta(days=_WEEK),
        )
    return reading.set_day(monday + timedelta(days=which + _WEEK * weeks))


def _weekday_number(word: str) -> int:
    chinese = "一二三四五六日天末".find(word)
    if chinese >= 0:
        return (0, 1, 2, 3, 4, 5, 6, 6, _SATURDAY)[chinese]
    return ("mo", "tu", "we", "th", "fr", "sa", "su").index(word[:2]) if word != "weekend" else _SATURDAY


def _weeks(which: str | None) -> int | None:
    """How many weeks further than this one; None when no week was named."""
    if not which:
        return None
    return which.count("下") if "下" in which else 1 if which.startswith("next") else 0


def _week(found: re.Match[str], reading: Reading) -> bool:
    """Its Monday."""
    weeks = found[0].count("下") or 1
    return reading.set_day(reading.today + timedelta(days=_WEEK * weeks - reading.today.weekday()))


def _next_month(found: re.Match[str], reading: Reading) -> bool:
    """The same day of it, or the one that was named."""
    day = _months_on(reading.today, 1)
    return reading.set_day(day.replace(day=int(found["day"])) if found["day"] else day)


def _month_end(_: re.Match[str], reading: Reading) -> bool:
    today = reading.today
    return reading.set_day(_last_of(today), lambda day: _last_of(day + timedelta(days=1)))


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _date(found: re.Match[str], reading: Reading) -> bool:
    parts = found.groupdict()
    month, day = _month(found["month"]), int(found["day"])
    if parts.get("sep") == "/" and month > _DECEMBER:
        month, day = day, month
    if parts.get("year"):
        year = int(found["year"])
        return reading.set_day(date(year + 2000 if year < 100 else year, month, day))  # noqa: PLR2004 - two digits
    this_year = _on_or_after(reading.today, month, day)
    return reading.set_day(this_year, lambda last: _on_or_after(last + timedelta(days=1), month, day))


def _on_or_after(today: date, month: int, day: int) -> date:
    """The next such date; the 29th of February may be years away."""
    for year in range(today.year, today.year + 9):
        if day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    raise ValueError("no such date")


def _day_of_month(found: re.Match[str], reading: Reading) -> bool:
    wanted = int(found["day"])

    def on_or_after(today: date) -> date:
        months = (_months_on(today.replace(day=1), n) for n in range(13))
        fitting = (first.replace(day=wanted) for first in months if wanted <= monthrange(first.year, first.month)[1])
        return next(day for day in fitting if day >= today)

    if not 1 <= wanted <= 31:  # noqa: PLR2004 - days of a month
        return False
    return reading.set_day(on_or_after(reading.today), lambda day: on_or_after(day + timedelta(days=1)))


def _month(word: str) -> int:
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return int(word) if word.isdigit() else months.index(word[:3]) + 1


# --- times -------------------------------------------------------------------------------------------


def _clock(found: re.Match[str], reading: Reading) -> bool:
    parts = found.groupdict()
    hour, minute = number(found["hour"]), _minute(parts.get("minute"))
    half = parts.get("half")
    if hour is None or minute is None or hour != int(hour):
        return False
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours of a half
            return False
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return reading.set_clock(int(hour), minute, loose=not half and "sharp" not in parts)


def _minute(word: str | None) -> int | None:
    if not word:
        return 0
    said = {"半": 30.0, "一刻": 15.0, "三刻": 45.0}.get(word) or number(word)
    return None if said is None else int(said)


def _part(part: Part) -> Take:
    return lambda _, reading: reading.set_part(part)


# --- spans -------------------------------------------------------------------------------------------


def _span(found: re.Match[str], reading: Reading) -> bool:
    """Minutes and hours count from now; days, weeks and months lead to a day."""
    count = number(found["count"])
    unit = found["unit"]
    if count is None or count <= 0:
        return False
    if found.groupdict().get("half"):
        count += 0.5
    reading.is_count = True
    if unit.startswith(("min", "分")) or unit == "m":
        reading.add_span(timedelta(minutes=count))
    elif unit.startswith(("h", "小", "钟")):
        reading.add_span(timedelta(hours=count))
    else:
        return _days_on(reading, count, unit)
    return True


def _days_on(reading: Reading, count: float, unit: str) -> bool:
    if unit.startswith(("mo", "月")):
        return count == int(count) and reading.set_day(_months_on(reading.today, int(count)))
    days = count * (_WEEK if unit.startswith(("w", "周", "星", "礼")) else 1)
    return days == int(days) and reading.set_day(reading.today + timedelta(days=int(days)))


def _later(_: re.Match[str], reading: Reading) -> bool:
    reading.is_later = True
    return True


def _nothing(_: re.Match[str], __: Reading) -> bool:
    return True


_MONTHS = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:,? (?P<year>\d{4})(?!\d|:))?"
_WEEKDAYS = (
    r"(?P<day>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|weekend)"
)
_CHINESE_MINUTES = r"(?P<minute>半|[一三]刻|\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)?分?"
_AFTER = r" ?(?:之后|以后|过后|后|later\b|from now\b|from today\b)?"
_TABLE: tuple[tuple[str, Take], ...] = (
    (r"[ ,，、的]+|\.(?= |$)", _nothing),
    (r"(?:at|on|the|until|till|by|about|around|in the)\b", _nothing),
    (r"(?:直到|到|在|于|约|大约)", _nothing),
    (r"later(?: today)?\b|稍后|晚些时候|晚点|过一会儿?|待会儿?", _later),
    # days by name
    (r"(?:the )?day after tomorrow\b|overmorrow\b", _in_days(2)),
    (r"today\b|今天|今日|本日", _in_days(0)),
    (r"tonight\b|今晚|今夜", _in_days(0, Part.NIGHT)),
    (r"this morning\b|今早|今晨", _in_days(0, Part.MORNING)),
    (r"this afternoon\b", _in_days(0, Part.AFTERNOON)),
    (r"this evening\b", _in_days(0, Part.EVENING)),
    (r"tomorrow\b|tomorow\b|tmrw?\b|tmw\b|tom\b|明天|明日", _in_days(1)),
    (r"明早|明晨", _in_days(1, Part.MORNING)),
    (r"明晚", _in_days(1, Part.NIGHT)),
    (r"yesterday\b|昨天|昨日|昨晚", _in_days(-1)),
    (r"大后天", _in_days(3)),
    (r"后天|後天", _in_days(2)),
    (r"(?P<which>next) week (?:on )?" + _WEEKDAYS + r"\b", _weekday),
    (_WEEKDAYS + r" (?P<which>next) week\b", _weekday),
    (r"(?:coming )?(?P<which>next |this )?" + _WEEKDAYS + r"\b", _weekday),
    (r"(?P<which>下{1,2}个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])", _weekday),
    (r"next week\b|下{1,2}个?(?:周|星期|礼拜)", _week),
    (r"next month\b|下个?月(?: ?(?P<day>\d{1,2}) ?[日号])?", _next_month),
    (r"(?:the )?end of (?:the )?month\b|月底|月末", _month_end),
    # dates
    (r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", _date),
    (r"(?:(?P<year>\d{4}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]?", _date),
    (r"(?P<day>\d{1,2})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>\d{4}|\d{2}(?!:))?(?!\d)", _date),
    (r"(?P<day>2[5-9]|3[01])\.(?P<month>1[0-2]|0?[1-9])(?!\d)", _date),
    (r"(?P<month>\d{1,2})(?P<sep>/)(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?!\d)", _date),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?" + _MONTHS + r"\b" + _YEAR, _date),
    (_MONTHS + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)" + _YEAR, _date),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)\b", _day_of_month),
    (r"(?:本月 ?)?(?P<day>\d{1,2}) ?[号日]", _day_of_month),
    # spans
    (
        r"(?:in |过)?(?P<count>" + NUMBER + r")(?P<half> and a half|个半)? ?(?:个 ?)?"
        r"(?P<unit>minutes?\b|mins?\b|m\b|hours?\b|hrs?\b|h\b|分钟|小时|钟头|days?\b|d\b|天|weeks?\b|w\b|wks?\b|周|星期|礼拜"
        r"|months?\b|月(?! ?\d))" + _AFTER,
        _span,
    ),
    # times
    (r"(?P<hour>\d{1,2})(?P<sharp>[:h])(?P<minute>\d{2})(?!\d)(?: ?(?P<half>[ap])\.?m\b\.?)?", _clock),
    (r"(?P<hour>\d{1,2})(?:\.(?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\b\.?", _clock),
    (rf"(?P<hour>{NUMBER}) ?[点时](?:钟|整)?{_CHINESE_MINUTES}", _clock),
    (r"(?P<hour>\d{1,2}) ?(?:o'clock|oclock)\b", _clock),
    (r"(?P<hour>\d{1,2})(?P<sharp>\.)(?P<minute>[0-5]\d)(?![\d.])", _clock),
    (rf"(?P<hour>\d{{1,2}}(?![\d.:/\-])|(?:{HOURS})\b)", _clock),
    # parts of the day
    (r"(?:early )?morning\b|上午|早上|早晨|清早", _part(Part.MORNING)),
    (r"凌晨|清晨|dawn\b", _part(Part.DAWN)),
    (r"noon\b|midday\b|lunch(?:time)?\b|中午|正午", _part(Part.NOON)),
    (r"afternoon\b|下午|午后", _part(Part.AFTERNOON)),
    (r"evening\b|傍晚|end of (?:the )?day\b|eod\b|下班前?", _part(Part.EVENING)),
    (r"midnight\b|午夜|半夜|零点", _part(Part.MIDNIGHT)),
    (r"night\b|晚上|夜里|晚间", _part(Part.NIGHT)),
)


PIECES: tuple[tuple[re.Pattern[str], Take], ...] = tuple((re.compile(pattern), take) for pattern, take in _TABLE)
"""Tried in this order at every place of a text in small letters; each says whether it fits to what was said before."""
