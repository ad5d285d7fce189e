"""Phrases are found where they stand, with endings, numbers and gaps."""

from __future__ import annotations

import pytest

from shopdesk.domain.phrase_index import PhraseIndex, walk


def hits(text: str, *phrases: str) -> list[str]:
    index: PhraseIndex[str] = PhraseIndex()
    for phrase in phrases:
        index.add(phrase, phrase)
    return [text[hit.start : hit.end] for hit in index.hits(walk(text))]


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("My MONEY back", "money back", ["MONEY back"]),
        ("my money-back", "money back", ["money-back"]),
        ("money. Back then", "money back", []),
        ("disappointingly so", "disappoint*", ["disappointingly"]),
        ("refunded", "refund", []),
        ("about 150 pieces", "# pieces", ["150 pieces"]),
        ("not received my lovely order", "not received … order", ["not received my lovely order"]),
        ("not received. The order", "not received … order", []),
        ("Rückgabe möglich", "ruckgabe", ["Rückgabe"]),
        ("c’est l’argent", "c'est l'argent", ["c’est l’argent"]),
        ("还没有收到包裹", "没有收到", ["没有收到"]),
        ("请问150个多少钱", "#个", []),
        ("请订150个杯子", "请订#个", ["请订150个"]),
        ("还没能收到", "还没…收到", ["还没能收到"]),
        ("İstanbul broken", "broken", ["broken"]),
    ],
)
def test_a_phrase_is_found_as_it_is_meant(text: str, phrase: str, found: list[str]) -> None:
    assert hits(text, phrase) == found


def test_what_is_no_phrase_is_left_out() -> None:
    assert hits("退 * … a", "退", "*", "… a", "", "  ") == []
