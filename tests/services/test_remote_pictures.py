"""Pictures from outside: 30 trackers make no request, loading loads each once, and what was loaded stays."""

from __future__ import annotations

import pytest

from shopdesk.domain.errors import NotFound
from shopdesk.domain.message import Message
from shopdesk.domain.remote_picture import FetchedPicture, marked, remote_urls
from shopdesk.services.remote_pictures import RemotePictures
from tests.services.bench import Bench, mail

HTML_HEAD = "Content-Type: text/html; charset=utf-8"


class Internet:
    """Counts what is asked; knows a picture for every address but those that end in `gone`."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_down = False

    def fetch(self, url: str) -> FetchedPicture:
        self.asked.append(url)
        if self.is_down or url.endswith("gone"):
            return FetchedPicture(url)
        return FetchedPicture(url, "image/png", b"" if url.endswith("point") else f"picture {url}".encode())


def html_mail(name: str, *pictures: str) -> bytes:
    images = "".join(f'<img src="https://t.example/{one}" width="20" height="20">' for one in pictures)
    points = "".join(f'<img src="https://t.example/watch{n}" width="1" height="1">' for n in range(30))
    return mail(name, body=f"<p>Hi</p>{images}{points}", extra=HTML_HEAD)


@pytest.fixture
def internet() -> Internet:
    return Internet()


def delivered(bench: Bench, *raws: bytes) -> list[Message]:
    return [bench.messages(bench.comes(raw))[-1] for raw in raws]


def load(pictures: RemotePictures, message: Message) -> None:
    pictures.keep(message, [pictures.fetch(url) for url in pictures.state(message).unknown])


def test_nothing_is_asked_before_somebody_wants_it_and_points_never_are(bench: Bench, internet: Internet) -> None:
    pictures = RemotePictures(bench.shop.store, internet)
    message = delivered(bench, html_mail("a", "1.png", "2.png", "gone"))[0]
    assert len(remote_urls(message.mail.html)) == 3
    assert pictures.state(message).left == 3
    assert internet.asked == []
    load(pictures, message)
    assert len(internet.asked) == 3
    state = pictures.state(message)
    assert (state.shown, state.left, state.unknown) == (frozenset({0, 1}), 1, ("https://t.example/gone",))
    load(pictures, message)
    assert internet.asked[3:] == ["https://t.example/gone"], "what is here is not loaded again"


def test_what_was_loaded_is_shown_from_the_store(bench: Bench, internet: Internet) -> None:
    pictures = RemotePictures(bench.shop.store, internet)
    message = delivered(bench, html_mail("a", "1.png", "point"))[0]
    with pytest.raises(NotFound):
        pictures.content(message, 0)
    load(pictures, message)
    internet.is_down = True
    assert pictures.content(message, 0).content == b"picture https://t.example/1.png"
    for place in (1, 7, -1):  # a single point is known, and never shown
        with pytest.raises(NotFound):
            pictures.content(message, place)
    assert marked(message.mail.html, pictures.state(message).shown).count('src="remote:') == 2


def test_another_mail_shows_the_same_picture_only_when_asked_and_then_without_a_request(
    bench: Bench, internet: Internet
) -> None:
    pictures = RemotePictures(bench.shop.store, internet)
    first, second = delivered(bench, html_mail("a", "logo.png"), html_mail("b", "logo.png"))
    load(pictures, first)
    assert pictures.state(second).left == 1
    load(pictures, second)
    assert pictures.state(second).left == 0
    assert len(internet.asked) == 1


def test_always_is_remembered_by_sender_and_can_be_taken_back(bench: Bench, internet: Internet) -> None:
    pictures = RemotePictures(bench.shop.store, internet)
    message = delivered(bench, html_mail("a", "1.png"))[0]
    assert not pictures.state(message).always
    pictures.always(message.mail.sender)
    assert pictures.state(message).always
    assert list(pictures.senders()) == ["anna@mail.example"]
    pictures.ask_again("Anna@Mail.example")
    assert not pictures.state(message).always


def test_pictures_go_with_the_last_mail_that_shows_them(bench: Bench, internet: Internet) -> None:
    pictures = RemotePictures(bench.shop.store, internet)
    load(pictures, delivered(bench, html_mail("a", "1.png"))[0])
    bench.shop.mailboxes.remove("hello@shop.example")
    bench.shop.finish_removals()
    database = bench.shop.store._desk  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM remote_picture") == 0
