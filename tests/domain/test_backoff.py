"""Pauses after failures grow, waver, and end where a person has to act."""

from datetime import timedelta

import pytest

from shopdesk.domain.backoff import next_pause, tries_left
from shopdesk.domain.errors import (
    ConnectionLost,
    ServerBusy,
    ServerUnreachable,
    ShopdeskError,
    SignInNeeded,
    SignInRefused,
)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 1), (1, 1), (2, 2), (3, 5), (4, 15), (5, 30), (6, 30), (1000, 30)]
)
def test_pauses_grow_from_one_minute_to_thirty(failures: int, minutes: int) -> None:
    assert next_pause(failures, lambda: 0.5) == timedelta(minutes=minutes)


def test_pauses_waver_by_a_fifth_at_most() -> None:
    assert next_pause(3, lambda: 0.0) == timedelta(minutes=4)
    assert next_pause(3, lambda: 1.0) == timedelta(minutes=6)


def test_a_refused_sign_in_is_tried_twice() -> None:
    assert tries_left(SignInRefused(), 1)
    assert not tries_left(SignInRefused(), 2)


def test_a_missing_secret_is_not_tried_again() -> None:
    assert not tries_left(SignInNeeded(), 1)


@pytest.mark.parametrize("error", [ServerBusy(), ServerUnreachable(), ConnectionLost()])
def test_what_may_pass_is_tried_for_ever(error: ShopdeskError) -> None:
    assert tries_left(error, 10_000)
