"""How long we wait for a mail server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds."""

    connect: float = 28.0
    """From the first packet to the greeting, name, TLS and all: a wrong server is reported within half a minute."""
    read: float = 60.0
    """One silence while an answer is expected."""


DEFAULT_TIMEOUTS = Timeouts()
