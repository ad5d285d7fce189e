"""Where a customer's clock stands: guessed from what is known of them, said with how sure the guess is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MORNING = 9
SOON = timedelta(minutes=10)
"""A morning that begins within it is too near to be waited for."""


class Certainty(StrEnum):
    """How sure a zone is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


class ZoneSource(StrEnum):
    """What a zone was guessed from."""

    ORDER = "order"
    MAILS = "mails"
    ADDRESS = "address"
    LANGUAGE = "language"
    NAMED = "named"
    """A person named it."""


@dataclass(frozen=True, slots=True)
class WrittenAt:
    """A moment at which they wrote, and what their clock showed then."""

    at: datetime
    offset: timedelta
    """East of UTC."""


@dataclass(frozen=True, slots=True)
class ZoneGuess:
    """A zone that a customer may live in."""

    zone: str
    """An IANA name such as `Europe/Berlin`."""
    certainty: Certainty
    source: ZoneSource

    @property
    def city(self) -> str:
        """The city that names it."""
        return self.zone.rpartition("/")[2].replace("_", " ")

    def morning(self, now: datetime, hour: int = MORNING) -> datetime:
        """The next `hour` o'clock there, in UTC, at least ten minutes from now."""
        zone = ZoneInfo(self.zone)
        day = now.astimezone(zone).date()
        for later in range(3):
            there = datetime(day.year, day.month, day.day, hour, tzinfo=zone) + timedelta(days=later)
            if there.astimezone(UTC) - now > SOON:
                return there.astimezone(UTC)
        raise ValueError(hour)

    def clock(self, moment: datetime) -> datetime:
        """A moment as their clock shows it."""
        return moment.astimezone(ZoneInfo(self.zone))


def guess_zones(
    *, country: str = "", written: Sequence[WrittenAt] = (), language: str = "", address: str = ""
) -> tuple[ZoneGuess, ...]:
    """The zones that a customer may live in, the best first, each once; none when nothing tells.

    In: the country of an order's address (two letters), their mails (what a clock shows that stands at UTC tells
    nothing: servers write so), their language, their mail address.
    """
    told = [one for one in written if one.offset]
    by_address = _COUNTRY_OF_END.get(address.rpartition(".")[2].casefold(), "")
    by_language = _COUNTRY_OF_LANGUAGE.get(language.replace("-", "_").partition("_")[0].casefold(), "")
    guesses = [
        *_of_country(country.upper(), told, ZoneSource.ORDER),
        *(_of_country(by_address, told, ZoneSource.ADDRESS) if _fitting(_zones(by_address), told) else ()),
        *_of_mails(told, by_language),
        *_of_country(by_address, (), ZoneSource.ADDRESS),
        *_of_country(by_language, (), ZoneSource.LANGUAGE),
    ]
    return tuple({one.zone: one for one in reversed(guesses)}[zone] for zone in dict.fromkeys(g.zone for g in guesses))


def named_zone(text: str) -> ZoneGuess | None:
    """The zone of a city or country that somebody typed (`tokyo`, `new york`, `DE`); None for other words."""
    word = text.strip().casefold().replace(" ", "_")
    known = dict.fromkeys(zone for zones in ZONES.values() for zone in zones)
    found = next((zone for zone in known if zone.rpartition("/")[2].casefold() == word), "")
    found = found or _CITIES.get(word, "") or next(iter(ZONES.get(text.strip(), ())), "")
    return ZoneGuess(found, Certainty.SURE, ZoneSource.NAMED) if found else None


# --- inside ------------------------------------------------------------------------------------------------------


def _zones(country: str) -> Sequence[str]:
    return ZONES.get(country, ())


def _fitting(zones: Sequence[str], told: Sequence[WrittenAt]) -> list[str]:
    """The zones whose clocks showed what their mails say."""
    return [zone for zone in zones if told and all(_offset(zone, one.at) == one.offset for one in told)]


def _offset(zone: str, at: datetime) -> timedelta | None:
    try:
        return at.astimezone(ZoneInfo(zone)).utcoffset()
    except ZoneInfoNotFoundError:  # a computer with an old list of zones
        return None


def _of_country(country: str, told: Sequence[WrittenAt], source: ZoneSource) -> Sequence[ZoneGuess]:
    """One zone: sure by an order; of several the one that fits their mails, else that with the most people."""
    zones = _zones(country)
    if not zones:
        return ()
    fitting = _fitting(zones, told)
    best = (fitting or zones)[0]
    if source is ZoneSource.LANGUAGE:
        return (ZoneGuess(best, Certainty.GUESS, source),)
    is_one = len(zones) == 1 or bool(fitting)
    sure = Certainty.SURE if source is ZoneSource.ORDER else Certainty.LIKELY
    return (ZoneGuess(best, sure if is_one else Certainty.GUESS, source),)


def _of_mails(told: Sequence[WrittenAt], country: str) -> Sequence[ZoneGuess]:
    """The first zone whose clock showed all that their mails say; the country of their language goes first."""
    everywhere = dict.fromkeys((*_zones(country), *(zone for zones in ZONES.values() for zone in zones)))
    fitting = _fitting(list(everywhere), told[-5:])
    is_theirs = bool(fitting) and fitting[0] in _zones(country)
    certainty = Certainty.LIKELY if is_theirs else Certainty.GUESS
    return [ZoneGuess(zone, certainty, ZoneSource.MAILS) for zone in fitting[:1]]


ZONES: dict[str, tuple[str, ...]] = {
    "DE": ("Europe/Berlin",), "GB": ("Europe/London",),
    "US": ("America/New_York", "America/Chicago", "America/Los_Angeles", "America/Denver", "America/Phoenix",
           "America/Anchorage", "Pacific/Honolulu"),
    "CN": ("Asia/Shanghai",), "JP": ("Asia/Tokyo",), "FR": ("Europe/Paris",), "IT": ("Europe/Rome",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"), "NL": ("Europe/Amsterdam",), "PL": ("Europe/Warsaw",),
    "SE": ("Europe/Stockholm",), "AT": ("Europe/Vienna",), "CH": ("Europe/Zurich",), "BE": ("Europe/Brussels",),
    "DK": ("Europe/Copenhagen",), "NO": ("Europe/Oslo",), "CZ": ("Europe/Prague",), "HU": ("Europe/Budapest",),
    "SK": ("Europe/Bratislava",), "SI": ("Europe/Ljubljana",), "HR": ("Europe/Zagreb",), "LU": ("Europe/Luxembourg",),
    "RS": ("Europe/Belgrade",), "MT": ("Europe/Malta",), "IE": ("Europe/Dublin",),
    "PT": ("Europe/Lisbon", "Atlantic/Azores"), "IS": ("Atlantic/Reykjavik",), "FI": ("Europe/Helsinki",),
    "GR": ("Europe/Athens",), "RO": ("Europe/Bucharest",), "BG": ("Europe/Sofia",), "EE": ("Europe/Tallinn",),
    "LV": ("Europe/Riga",), "LT": ("Europe/Vilnius",), "CY": ("Asia/Nicosia",), "UA": ("Europe/Kyiv",),
    "TR": ("Europe/Istanbul",), "IL": ("Asia/Jerusalem",), "AE": ("Asia/Dubai",), "SA": ("Asia/Riyadh",),
    "QA": ("Asia/Qatar",), "KW": ("Asia/Kuwait",), "EG": ("Africa/Cairo",), "ZA": ("Africa/Johannesburg",),
    "NG": ("Africa/Lagos",), "KE": ("Africa/Nairobi",), "MA": ("Africa/Casablanca",),
    "RU": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok", "Europe/Samara",
           "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Europe/Kaliningrad"),
    "IN": ("Asia/Kolkata",), "PK": ("Asia/Karachi",), "BD": ("Asia/Dhaka",), "LK": ("Asia/Colombo",),
    "TH": ("Asia/Bangkok",), "VN": ("Asia/Ho_Chi_Minh",), "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "SG": ("Asia/Singapore",), "MY": ("Asia/Kuala_Lumpur",), "PH": ("Asia/Manila",), "HK": ("Asia/Hong_Kong",),
    "TW": ("Asia/Taipei",), "MO": ("Asia/Macau",), "KR": ("Asia/Seoul",), "KZ": ("Asia/Almaty",),
    "AU": ("Australia/Sydney", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide", "Australia/Darwin"),
    "NZ": ("Pacific/Auckland",),
    "CA": ("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax",
           "America/Regina", "America/St_Johns"),
    "MX": ("America/Mexico_City", "America/Tijuana", "America/Cancun", "America/Hermosillo"),
    "BR": ("America/Sao_Paulo", "America/Manaus", "America/Fortaleza", "America/Rio_Branco"),
    "AR": ("America/Argentina/Buenos_Aires",), "CL": ("America/Santiago",), "CO": ("America/Bogota",),
    "PE": ("America/Lima",), "EC": ("America/Guayaquil",), "UY": ("America/Montevideo",),
    "PR": ("America/Puerto_Rico",),
    "CR": ("America/Costa_Rica",), "PA": ("America/Panama",), "DO": ("America/Santo_Domingo",),
}  # fmt: skip
"""The zones of countries, those with the most people first; countries where shops sell most go first."""

_COUNTRY_OF_END = {code.casefold(): code for code in ZONES if code not in {"CO", "IS", "ID", "MX"}} | {
    "uk": "GB", "mx": "MX", "id": "ID",
}  # fmt: skip
"""Of a mail address; endings that shops all over the world take (.co, .is) tell nothing."""
_COUNTRY_OF_LANGUAGE = {
    "de": "DE", "fr": "FR", "it": "IT", "es": "ES", "nl": "NL", "pl": "PL", "sv": "SE", "da": "DK", "no": "NO",
    "nb": "NO", "fi": "FI", "cs": "CZ", "hu": "HU", "ro": "RO", "bg": "BG", "el": "GR", "tr": "TR", "ja": "JP",
    "ko": "KR", "zh": "CN", "ru": "RU", "uk": "UA", "pt": "PT", "he": "IL", "th": "TH", "vi": "VN",
}  # fmt: skip
"""English tells nothing: the whole world writes it."""
_CITIES = {
    "beijing": "Asia/Shanghai", "shenzhen": "Asia/Shanghai", "北京": "Asia/Shanghai", "上海": "Asia/Shanghai",
    "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "柏林": "Europe/Berlin", "伦敦": "Europe/London",
    "巴黎": "Europe/Paris", "东京": "Asia/Tokyo", "纽约": "America/New_York", "洛杉矶": "America/Los_Angeles",
    "san_francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles", "boston": "America/New_York",
    "miami": "America/New_York", "washington": "America/New_York", "dallas": "America/Chicago",
    "houston": "America/Chicago", "montreal": "America/Toronto", "melbourne": "Australia/Sydney",
    "barcelona": "Europe/Madrid", "milan": "Europe/Rome", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "悉尼": "Australia/Sydney", "uk": "Europe/London",
}  # fmt: skip
