"""Public holidays of countries, from the library `holidays`; it is imported when a country is first asked for."""

from collections.abc import Sequence
from datetime import date

from shopdesk.domain.errors import InputRefused


class LibraryHolidays:
    """Knows the public holidays of some 250 countries; fits `target_ports.PublicHolidays`."""

    def of(self, country: str, years: Sequence[int]) -> tuple[frozenset[date], frozenset[date]]:
        """Days off in some years, and weekend days that are worked instead. In: an ISO 3166 code in capitals.

        Raises `InputRefused` for a country that is not known.
        """
        import holidays

        try:
            known = holidays.country_holidays(country, years=years)
        except NotImplementedError as error:
            raise InputRefused("country", f"{country!r} is not known") from error
        # Of a country that moves its holidays the library knows all years' at once.
        made_up = frozenset(day for day in getattr(known, "weekend_workdays", ()) if day.year in years)
        return frozenset(known), made_up

    def countries(self) -> Sequence[str]:
        """ISO 3166 codes, sorted."""
        import holidays

        return sorted(holidays.list_supported_countries(include_aliases=False))
