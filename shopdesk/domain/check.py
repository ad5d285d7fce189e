"""The result of checking the data folder."""

from dataclasses import dataclass

LITTLE_SPACE = "less than 100 MB of disk space is left"
"""A finding that concerns the disk alone: nothing of the shop is damaged."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not sound: `what` is a short English phrase, `count` how many rows it concerns."""

    what: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All that `main.py check` looked at."""

    messages: int
    places: int
    archived: int
    free_bytes: int
    findings: tuple[Finding, ...] = ()

    @property
    def is_sound(self) -> bool:
        """True when nothing was found."""
        return not self.findings
