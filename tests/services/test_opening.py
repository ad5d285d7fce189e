"""An opened conversation shows what was written first, the quotes behind a fold."""

from __future__ import annotations

from shopdesk.services.conversations import Conversations
from tests.services.bench import Bench, answer, mail

HTML = "Content-Type: text/html; charset=utf-8"
QUOTED = (
    "<p>It is <b>broken</b>.</p><div>On 2 Sep 2024, at 10:03, Shop wrote:</div>"
    "<blockquote><p>Did it arrive?</p></blockquote>"
)


def test_quotes_in_html_are_folded_when_a_conversation_is_opened(bench: Bench) -> None:
    home = bench.comes(mail("a1", body="<p>Where is it?</p>", extra=HTML))
    bench.comes(answer("a2", "a1"))
    bench.comes(mail("a3", answers="a1 a2", body=QUOTED, extra=HTML))

    first, ours, last = bench.shop.conversations.open(home).messages
    assert first.html_own == first.mail.html != ""  # nothing to fold
    assert (ours.mail.html, ours.html_own) == ("", "")
    assert last.html_own.startswith("<p>It is <b>broken</b>.</p>")
    assert "Did it arrive?" not in last.html_own
    assert "Did it arrive?" in last.mail.html
    assert last.mail.own_words == "It is broken."


def test_mail_without_html_has_none_when_it_is_opened(bench: Bench) -> None:
    home = bench.comes(mail("a1", body="Broken.\n\nOn 2 Sep 2024, at 10:03, Shop wrote:\n> Did it arrive?"))
    (message,) = bench.shop.conversations.open(home).messages
    assert (message.mail.html, message.html_own, message.mail.own_words) == ("", "", "Broken.")


def test_who_folds_is_loaded_before_the_first_conversation(bench: Bench) -> None:
    asked: list[str] = []

    def own_html(html: str) -> str:
        asked.append(html)
        return ""

    Conversations(bench.shop.store, bench.clock, own_html=own_html).get_ready()
    assert asked == [""]
