"""Search finds what is there, takes any text, and shows where it fits."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import Cancelled
from shopdesk.domain.filing import Renewal
from shopdesk.domain.ids import ConversationId, MessageId, first_message_id
from shopdesk.domain.message import Address, Direction
from shopdesk.domain.search import SearchHit, SearchQuery
from shopdesk.storage import database as storage_database
from shopdesk.storage import search as storage_search
from shopdesk.storage.snippet import snippet
from shopdesk.storage.spaced import spaced
from shopdesk.storage.store import SqliteStore
from tests.storage.make import a_conversation, a_mail, a_message, a_place, an_attachment, first_folder

DAY = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = (
    "您好，我要求全额退款，谢谢。商品破损了",
    "The glass arrived broken. Refund please! It is a-b, who's fault?",
    "Ich hätte gern eine Rückerstattung für die große Straße 5",
    "返金をお願いします。ＡＢＣ１２３",
    "订单LL-2024-000123到哪里了",
    "emoji 😀 party re\u0301sume\u0301 50%_x",
    "환불 부탁드립니다",
    "ligne française: œuvre déjà vue",
)


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    """One conversation for each of the texts; message n came on the nth of January 2026."""
    with store.writing() as work:
        folder = first_folder(work)
        work.conversations.add([a_conversation(number) for number in range(1, len(TEXTS) + 1)])
        messages = []
        for number, text in enumerate(TEXTS, start=1):
            received = DAY + timedelta(days=number - 1)
            mail = a_mail(text, subject=f"Betreff {number}", sender=Address("Jürgen Groß", "j@mail.example"))
            messages.append(a_message(_id(number), number, mail, received_at=received))
        work.mails.add_messages(messages)
        work.mails.add_places(folder, [a_place(number, _id(number)) for number in range(1, len(TEXTS) + 1)])
    return store


def _id(day: int) -> int:
    return first_message_id(int(DAY.timestamp()) + (day - 1) * 86_400)


def _find(store: SqliteStore, *words: str, by_relevance: bool = False, **more: object) -> list[int]:
    with store.reading() as work:
        hits = work.search.find(SearchQuery(words=words, **more), 50, by_relevance=by_relevance)  # type: ignore[arg-type]
    return [hit.conversation_id for hit in hits]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("退款", [1]),
        ("款", [1]),
        ("破损", [1]),
        ("款退", []),
        ("返金", [4]),
        ("abc123", [4]),
        ("订单LL-2024-000123", [5]),
        ("LL-2024-000123", [5]),
        ("环", []),
        ("환불", [7]),
        ("ruckerstattung", [3]),
        ("RÜCKERSTATTUNG", [3]),
        ("strasse", [3]),
        ("Straße", [3]),
        ("Rück", []),
        ("Rück*", [3]),
        ("glass arrived", [2]),
        ("arrived glass", []),
        ("a-b", [2]),
        ("who's", [2]),
        ("résumé", [6]),
        ("resume", [6]),
        ("deja", [8]),
        ("gross", [8, 7, 6, 5, 4, 3, 2, 1]),
        ("j@mail.example", [8, 7, 6, 5, 4, 3, 2, 1]),
    ],
)
def test_words_find_their_conversations(filled: SqliteStore, word: str, found: list[int]) -> None:
    assert _find(filled, word) == found


def test_all_words_must_occur_and_the_others_must_not(filled: SqliteStore) -> None:
    assert _find(filled, "glass", "refund") == [2]
    assert _find(filled, "glass", "退款") == []
    assert _find(filled, "betreff", without=("glass", "退款", "환불")) == [8, 6, 5, 4, 3]
    assert _find(filled, without=("gross",)) == []
    assert _find(filled, without=("glass",), before=DAY + timedelta(days=3)) == [3, 1]


def test_fields_are_searched_alone(filled: SqliteStore) -> None:
    assert _find(filled, subject=("betreff 3",)) == [3]
    assert _find(filled, subject=("glass",)) == []
    assert _find(filled, sender=("jürgen",), subject=("3",)) == [3]
    assert _find(filled, sender=("hello@shop.example",)) == []
    assert _find(filled, "hello@shop.example", "glass") == [2]


def test_days_bound_the_search(filled: SqliteStore) -> None:
    assert _find(filled, after=DAY + timedelta(days=6)) == [8, 7]
    assert _find(filled, before=DAY + timedelta(days=2)) == [2, 1]
    assert _find(filled, "betreff", after=DAY + timedelta(days=1), before=DAY + timedelta(days=3)) == [3, 2]


def test_numbers_and_files_are_found(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(1), a_conversation(2)])
        photo = an_attachment("微信图片_2024 Schäden.jpg")
        message = a_message(1, mail=a_mail("text", attachments=(photo,)), parcel_numbers=("1Z 999",))
        work.mails.add_messages([message, a_message(2, 2, a_mail("text"))])
        work.mails.renew_messages([Renewal(MessageId(1), message.mail, ("302-1234567-7654321",), ("1Z 999",))])
    assert _find(store, "302-1234567-7654321") == [1]
    assert _find(store, "302123456 77654321") == []
    assert _find(store, "30212345677654321") == [1]
    assert _find(store, order=("302-1234567-7654321",)) == [1]
    assert _find(store, order=("text",)) == []
    assert _find(store, "1z999") == [1]
    assert _find(store, "微信", "schaden") == [1]
    assert _find(store, has_attachment=True) == [1]
    assert _find(store, "text", has_attachment=True) == [1]
    assert _find(store, "text") == [2, 1]


def test_a_conversation_is_found_once_by_its_newest_message(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(number) for number in (1, 2, 3)])
        work.mails.add_messages([
            a_message(number, 1 + number % 3, a_mail(f"lamp {number}")) for number in range(1, 10)
        ])
        hits = work.search.find(SearchQuery(words=("lamp",)), 2)
        assert hits == [
            SearchHit(ConversationId(1), MessageId(9), "lamp 9"),
            SearchHit(ConversationId(3), MessageId(8), "lamp 8"),
        ]
        assert work.search.find(SearchQuery(words=("lamp",)), 0) == []


def test_the_best_hit_comes_first_by_relevance(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(1), a_conversation(2)])
        filler = "many other words that say nothing at all " * 20
        best = a_mail("lamp lamp lamp", subject="lamp")
        work.mails.add_messages([a_message(1, 1, best), a_message(2, 2, a_mail(f"{filler} lamp"))])
    assert _find(store, "lamp") == [2, 1]
    assert _find(store, "lamp", by_relevance=True) == [1, 2]


def test_own_mails_and_notes_are_found(store: SqliteStore) -> None:
    with store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(1)])
        work.mails.add_messages([a_message(1, mail=a_mail("please call back"), direction=Direction.NOTE)])
    assert _find(store, "call") == [1]


def test_an_empty_query_finds_nothing(filled: SqliteStore) -> None:
    with filled.reading() as work:
        assert work.search.find(SearchQuery(), 10) == []


@pytest.mark.parametrize(
    "text",
    ['"', "'", "who's", "a-b", "NEAR(", "*", "col:x", "%", "_", "😀", "a" * 10_000, "a " * 5_000, "e", "   ", "",
     "\0", "\ud800", "^x", "AND", "a OR", "{x}", "-",
     '""*', "退" * 10_000, "\U00031000", "\U0001e900*", "+", "(", "\\"],
)  # fmt: skip
def test_any_text_is_a_valid_search(filled: SqliteStore, text: str) -> None:
    for fields in ({}, {"without": (text,)}, {"subject": (text,), "order": (text, "x")}, {"sender": (text,)}):
        assert isinstance(_find(filled, text, **fields), list)
        assert isinstance(_find(filled, "glass", text, by_relevance=True, **fields), list)


def test_what_holds_no_word_is_passed_over(filled: SqliteStore) -> None:
    assert _find(filled, "glass", "😀") == [2]
    assert _find(filled, "glass", "\u19b0") == [2]
    assert _find(filled, "glass", without=("\u19b0",)) == [2]
    assert _find(filled, "😀") == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(max_size=12), max_size=4),
    st.lists(st.text(max_size=12), max_size=3),
    st.lists(st.text(max_size=12), max_size=2),
    st.booleans(),
)
def test_no_query_ever_fails(
    filled: SqliteStore, words: list[str], without: list[str], subject: list[str], by_relevance: bool
) -> None:
    found = _find(
        filled, *words, by_relevance=by_relevance, without=tuple(without), subject=tuple(subject), sender=tuple(words)
    )
    assert set(found) <= set(range(1, 9))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("退款货破损坏a b，", min_size=1, max_size=20), min_size=1, max_size=8))
def test_chinese_words_of_one_and_two_signs_are_found_as_like_finds_them(
    store: SqliteStore, texts: list[str]
) -> None:
    class UndoneError(Exception):
        pass

    with pytest.raises(UndoneError), store.writing() as work:
        first_folder(work)
        work.conversations.add([a_conversation(number) for number in range(1, len(texts) + 1)])
        work.mails.add_messages([
            a_message(number, number, a_mail(text)) for number, text in enumerate(texts, start=1)
        ])
        for word in ("退", "款", "退款", "破损", "坏", "货款"):
            hits = work.search.find(SearchQuery(words=(word,)), 50)
            joined = [text.replace(" ", "").replace("，", "") for text in texts]  # a word may be broken by a line end
            expected = {number for number, text in enumerate(joined, start=1) if word in text}
            assert {hit.conversation_id for hit in hits} == expected
        raise UndoneError


def test_spacing_leaves_other_scripts_alone() -> None:
    assert spaced("plain ascii") == "plain ascii"
    assert spaced("Füße für “alle”") == "Füsse für “alle”"
    assert spaced("退款ok").split() == ["退", "款", "ok"]
    assert spaced("か\u3099").split() == ["が"]
    assert spaced("a\0b退") == "a b 退 "


# --- snippets ----------------------------------------------------------------------------------------


def test_a_snippet_shows_the_first_hit_in_one_line() -> None:
    text = "Hello,\n\n" + "filler words " * 30 + "the glass\narrived broken " + "and more " * 30
    shown = snippet(text, text, ["arrived"])
    assert "the glass arrived broken" in shown
    assert shown.startswith("… ")
    assert len(shown) < 130
    assert "\n" not in shown


def test_a_snippet_of_chinese_words_shows_the_hit() -> None:
    text = "一二三四五六七八九十" * 20 + "我要求全额退款，谢谢"
    assert "退款，谢谢" in snippet(text, text, ["退款"])


def test_a_snippet_prefers_a_word_to_a_part_of_one() -> None:
    text = "reorder " * 30 + "my order is late"
    assert "my order is late" in snippet(text, text, ["order"])


def test_a_snippet_is_found_without_accents() -> None:
    text = "x " * 200 + "eine Rückerstattung bitte"
    assert "Rückerstattung bitte" in snippet(text, text, ["ruckerstattung"])
    assert "Rückerstattung bitte" in snippet(text, text, ["Rückerst"])


def test_a_hit_elsewhere_shows_the_writers_own_words() -> None:
    assert snippet("Hello there\n> quote", "Hello there", ["subject"]) == "Hello there"
    assert snippet("text", "", []) == "text"
    assert snippet("", "", ["x"]) == ""


# --- interrupted -----------------------------------------------------------------------------------------

REFUND = SearchQuery(words=("refund",))
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n WHERE i < 0"


class _Asked(SimpleControl):
    """Counts how often it was asked: the first time is before the statement begins."""

    def stop_if_cancelled(self) -> None:
        self.report(self.done + 1, 0)
        super().stop_if_cancelled()


def _cancelled_while_running(store: SqliteStore, control: SimpleControl) -> float:
    """Search in another thread until it is cancelled; out: the seconds that the end took."""
    from shopdesk.jobs.lane import Lane

    failures: list[Exception] = []

    def search() -> None:
        with store.reading() as work:
            work.search.find(SearchQuery(words=("lamp",)), 9, control=control)

    lane = Lane("search", last=store.release)
    lane.submit(search, failed=failures.append)
    while not control.done:
        time.sleep(0.001)
    time.sleep(0.02)
    began = time.monotonic()
    control.cancel()
    assert lane.wait_idle(5)
    ended = time.monotonic() - began
    lane.submit(lambda: _find(store, "refund"), lambda found: failures.append(AssertionError(found)))
    assert lane.close(5)
    interrupted, later = failures
    assert isinstance(interrupted, Cancelled)
    assert later.args == ([2],), "the same connection answers the next question"
    return ended


def test_a_search_that_takes_long_is_interrupted_in_the_middle_of_its_statement(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = storage_search.search_statement

    def slow(query: SearchQuery, *, by_relevance: bool) -> tuple[str, list[object]]:
        return (ENDLESS, []) if query.words == ("lamp",) else real(query, by_relevance=by_relevance)

    monkeypatch.setattr(storage_search, "search_statement", slow)
    assert _cancelled_while_running(filled, _Asked()) < 1.0


def test_a_search_that_was_cancelled_before_it_began_asks_nothing(filled: SqliteStore) -> None:
    control = SimpleControl()
    control.cancel()
    with pytest.raises(Cancelled), filled.reading() as work:
        work.search.find(SearchQuery(words=("lamp",)), 9, control=control)
    assert _find(filled, "refund") == [2]
    control.cancel()


class _CancelledAtLook(SimpleControl):
    """Is cancelled by somebody else just before it is looked at for the nth time."""

    def __init__(self, nth: int) -> None:
        self._left = nth
        super().__init__()

    @property
    def is_cancelled(self) -> bool:  # type: ignore[override]
        self._left -= 1
        return self._left < 0

    @is_cancelled.setter
    def is_cancelled(self, _value: bool) -> None:
        """`SimpleControl` begins with False."""


def test_a_search_that_is_cancelled_at_any_step_never_answers_with_too_little_and_the_next_one_is_right(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_database, "_STEPS", 1)
    answers: list[list[int]] = []
    cancelled = 0
    while not answers:
        control = _CancelledAtLook(cancelled)
        try:
            with filled.reading() as work:
                answers.append([hit.conversation_id for hit in work.search.find(REFUND, 9, control=control)])
        except Cancelled:
            cancelled += 1
        assert _find(filled, "refund") == [2]
    assert answers == [[2]]
    assert cancelled > 20, "more often than before and after the statement"
