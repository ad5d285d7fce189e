"""The time of the computer."""

from datetime import UTC, datetime


class SystemClock:
    """Fits `services.ports.Clock`."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)
