"""`report`: figures on the screen, for machines and in a file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

OURS = "hello@shop.example"


@pytest.fixture
def days(connected, post) -> tuple[str, ...]:
    post.deliver("Lamp broken", "My lamp is broken, what now?")
    connected("sync")
    today = date.today()  # noqa: DTZ011 - the days of a report are those of this computer
    return ("report", "--from", str(today - timedelta(days=6)), "--to", str(today + timedelta(days=1)))


def test_the_figures_of_some_days_are_told(connected, days) -> None:
    told = connected(*days)
    assert told.code == 0
    assert "Received" in told.out
    assert "Waiting now" in told.out
    record = connected(*days, "--json").json
    assert (record["now"]["received"], record["now"]["begun"], record["before"]["received"]) == (1, 1, 0)
    assert sum(map(sum, record["now"]["by_hour"])) == 1
    assert record["rises"] == []


def test_the_table_goes_into_a_file(connected, days, tmp_path) -> None:
    file = tmp_path / "report.csv"
    assert connected(*days, "--mailbox", OURS, "--open-hours", "--csv", str(file)).code == 0
    assert "Received,1,0" in file.read_text("utf-8-sig")
    nowhere = connected(*days, "--csv", str(tmp_path / "no" / "report.csv"))
    assert nowhere.code == 1
    assert "could not be written" in nowhere.err


@pytest.mark.parametrize("words", [("--from", "2026-02-02", "--to", "2026-02-01"), ("--from", "yesterday")])
def test_a_period_that_is_none_is_refused(connected, words) -> None:
    refused = connected("report", *words)
    assert refused.code in {1, 2}
    assert refused.err
    assert "Traceback" not in refused.err
    assert "isoformat" not in refused.err
