"""Every typed text is a valid search."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.search import SearchQuery
from shopdesk.domain.search_query import LONGEST_TERM, MOST_TERMS, parse_query

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
SHANGHAI = timezone(timedelta(hours=8))


def parsed(text: str, zone: timezone = UTC) -> SearchQuery:
    return parse_query(text, zone, lambda: NOW)


def day(year: int, month: int, day_of_month: int) -> datetime:
    return datetime(year, month, day_of_month, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", SearchQuery()),
        ("   \t\n", SearchQuery()),
        ("lamp broken", SearchQuery(words=("lamp", "broken"))),
        ("lamp lamp", SearchQuery(words=("lamp",))),
        ('"lamp is broken"', SearchQuery(words=("lamp is broken",))),
        ("“lamp is” «broken now»", SearchQuery(words=("lamp is", "broken now"))),
        ("「灯 坏了」", SearchQuery(words=("灯 坏了",))),
        ("„Lampe ist“ kaputt", SearchQuery(words=("Lampe ist", "kaputt"))),
        ('"never closed', SearchQuery(words=("never closed",))),
        ("lamp -blue", SearchQuery(words=("lamp",), without=("blue",))),
        ('-"dark blue"', SearchQuery(without=("dark blue",))),
        ("a-b 27-11894", SearchQuery(words=("a-b", "27-11894"))),
        ("from:anna", SearchQuery(sender=("anna",))),
        ("FROM:Anna", SearchQuery(sender=("Anna",))),
        ('from:"Anna Bell" lamp', SearchQuery(words=("lamp",), sender=("Anna Bell",))),
        ("subject:lamp order:#1001", SearchQuery(subject=("lamp",), order=("1001",))),
        ("order：１００１", SearchQuery(order=("1001",))),
        ("发件人：王 订单:8812047 主题:灯", SearchQuery(sender=("王",), order=("8812047",), subject=("灯",))),
        ("has:attachment", SearchQuery(has_attachment=True)),
        ("has:Photo", SearchQuery(has_attachment=True)),
        ("有:附件", SearchQuery(has_attachment=True)),
        ("has:wings", SearchQuery(words=("has:wings",))),
        ("after:2026-03-01", SearchQuery(after=day(2026, 3, 1))),
        ("before:01.03.2026", SearchQuery(before=day(2026, 3, 1))),
        ("before:2026/3/1 after:20260201", SearchQuery(before=day(2026, 3, 1), after=day(2026, 2, 1))),
        ("after:2026年3月1日", SearchQuery(after=day(2026, 3, 1))),
        ("after:2026-03", SearchQuery(after=day(2026, 3, 1))),
        ("after:today", SearchQuery(after=day(2026, 3, 20))),
        ("before:Yesterday", SearchQuery(before=day(2026, 3, 19))),
        ("after:7d", SearchQuery(after=day(2026, 3, 13))),
        ("after:2w after:1d", SearchQuery(after=day(2026, 3, 19))),
        ("after:9999y", SearchQuery(after=datetime(1, 1, 1, tzinfo=UTC))),
        ("after:2026-02-30", SearchQuery(words=("after:2026-02-30",))),
        ("after:soon", SearchQuery(words=("after:soon",))),
        ("from:", SearchQuery()),
        ("http://x", SearchQuery(words=("http://x",))),
        ("col:x", SearchQuery(words=("col:x",))),
        ("lam*", SearchQuery(words=("lam*",))),
        ("* ( ' \" - %", SearchQuery()),
        ("NEAR(a b)", SearchQuery(words=("NEAR(a", "b)"))),
        ("who's", SearchQuery(words=("who's",))),
        ("灯", SearchQuery(words=("灯",))),
        ("😀", SearchQuery(words=("😀",))),
        ("x", SearchQuery(words=("x",))),
    ],
)
def test_a_typed_text_becomes_a_query(text: str, query: SearchQuery) -> None:
    assert parsed(text) == query


def test_dates_are_meant_in_the_local_zone() -> None:
    assert parsed("after:2026-03-01", SHANGHAI).after == datetime(2026, 2, 28, 16, tzinfo=UTC)
    late = parse_query("after:today", SHANGHAI, lambda: datetime(2026, 3, 20, 17, tzinfo=UTC))
    assert late.after == datetime(2026, 3, 20, 16, tzinfo=UTC)


def test_an_endless_text_is_cut() -> None:
    words = parsed(" ".join(f"word{number}" for number in range(10_000))).words
    assert len(words) == MOST_TERMS
    assert [len(word) for word in parsed("x" * 10_000).words] == [LONGEST_TERM]


@given(st.text(max_size=300) | st.text(alphabet="\"'-:：*()«»“”「」 frombeaft0123456789.d", max_size=100))
def test_any_text_is_a_valid_query(text: str) -> None:
    query = parsed(text)
    terms = (*query.words, *query.without, *query.sender, *query.subject, *query.order)
    assert len(terms) <= MOST_TERMS
    assert all(0 < len(term) <= LONGEST_TERM for term in terms)
