"""How long to wait after failures before the next try."""

from collections.abc import Callable
from datetime import timedelta

from shopdesk.domain.errors import (
    Cancelled,
    CertificateRefused,
    EncryptionMissing,
    ShopdeskError,
    SignInNeeded,
    SignInRefused,
)

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30))
"""After the first failure, the second …; the last one stays."""
JITTER = 0.2
"""The most that a pause is made longer or shorter, so that a hundred desks do not knock at the same second."""

_MOST_TRIES: dict[type[ShopdeskError], int] = {
    SignInRefused: 2,
    SignInNeeded: 1,
    CertificateRefused: 2,
    EncryptionMissing: 2,
    Cancelled: 1,
}


def next_pause(failures: int, random: Callable[[], float]) -> timedelta:
    """The pause after so many failures in a row.

    In: how many (below 1 counts as 1), and a source of numbers from 0 to 1. Out: 1, 2, 5, 15, then 30 minutes, each
    made up to `JITTER` longer or shorter.
    """
    step = min(max(failures, 1), len(PAUSES)) - 1
    return PAUSES[step] * (1 + JITTER * (2 * random() - 1))


def tries_left(error: ShopdeskError, failures: int) -> bool:
    """Whether to try again by itself.

    In: the newest error and how many tries in a row failed, this one included. Out: False when a person has to act
    first: servers lock accounts after a few wrong passwords, and no waiting mends a certificate.
    """
    most = next((most for kind, most in _MOST_TRIES.items() if isinstance(error, kind)), None)
    return most is None or failures < most
