"""How the clock of an answer is written in columns."""

from shopdesk.domain.answer_clock import NOT_STOPPED, AnswerClock, Pause
from shopdesk.storage.values import micros, micros_or_none, moment, moment_or_none


def clock_row(clock: AnswerClock) -> tuple[int | None, str, int]:
    """The values of asked_at, pauses, clock_off; a pause is `begun-ended` in microseconds since 1970."""
    pauses = " ".join(
        f"{micros(pause.begun)}-{'' if pause.ended is None else micros(pause.ended)}" for pause in clock.pauses
    )
    return micros_or_none(clock.asked_at), pauses, int(clock.is_off)


def clock_of(asked_at: int | None, pauses: str, clock_off: int) -> AnswerClock:
    """The clock that `clock_row` wrote."""
    if asked_at is None and not pauses and not clock_off:
        return NOT_STOPPED
    return AnswerClock(moment_or_none(asked_at), tuple(map(_pause, pauses.split())), bool(clock_off))


def _pause(text: str) -> Pause:
    begun, ended = text.split("-")
    return Pause(moment(int(begun)), moment(int(ended)) if ended else None)
