"""Pictures inside of an answer: pasted and dropped, kept with the draft, sent as multipart/related."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from shopdesk.domain.draft import PICTURE
from shopdesk.domain.ids import OutboxId
from shopdesk.ui.actions import Do
from tests.services.bench import NOW
from tests.ui.composing import CONTROL, ENTER, SHIFT, Seat, bench, furnished, seat, shop_folder
from tests.ui.conftest import settle

__all__ = ["bench", "furnished", "seat", "shop_folder"]

PASTED = f"{NOW.astimezone():%Y-%m-%d %H.%M.%S}.png"


def red(width: int = 40, height: int = 20) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    return picture


def paste_picture(seat: Seat) -> None:
    copied = QMimeData()
    copied.setImageData(red())
    seat.text.insertFromMimeData(copied)
    settle(seat.bot)


def sent(seat: Seat) -> bytes:
    (item,) = seat.bench.shop.outbox.items()
    with seat.bench.shop.store.reading() as work:
        return work.outbox.raw(OutboxId(item.id))


def test_a_pasted_picture_stands_in_the_text_and_not_among_the_files(seat: Seat) -> None:
    seat.press("r")
    seat.type("Before ")
    paste_picture(seat)
    seat.type(" behind")
    assert seat.body == f"Before {PICTURE} behind"
    assert seat.window.answers.composer.chips.chips == []
    seat.pause()
    draft = seat.draft()
    (picture,) = draft.pictures
    assert (picture.place, draft.inline, [file.name for file in draft.files]) == (7, (picture.file,), [PASTED])


def test_a_dropped_picture_goes_into_the_text_and_what_is_none_becomes_a_file(seat: Seat, tmp_path: Path) -> None:
    seat.press("r")
    shown, broken = tmp_path / "photo.png", tmp_path / "broken.png"
    red().save(str(shown))
    broken.write_bytes(b"no picture")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in (shown, broken)])
    seat.text.insertFromMimeData(dropped)
    settle(seat.bot)
    assert seat.body == PICTURE
    assert [chip.name for chip in seat.window.answers.composer.chips.chips] == ["broken.png"]
    seat.window.answers.seat.take_files([str(shown)])
    assert [chip.name for chip in seat.window.answers.composer.chips.chips] == ["broken.png", "photo.png"]


def test_one_undo_takes_a_picture_away_and_redo_brings_it_back(seat: Seat) -> None:
    seat.press("r")
    paste_picture(seat)
    presenter = seat.window.answers.seat.presenter
    seat.press("z", CONTROL)
    assert (seat.body, presenter.view.read(presenter.draft).pictures) == ("", ())
    seat.press("z", CONTROL | SHIFT)
    assert seat.body == PICTURE
    assert len(presenter.view.read(presenter.draft).pictures) == 1


def test_a_draft_with_a_picture_comes_back_with_it_and_forgets_one_that_was_deleted(seat: Seat) -> None:
    seat.press("r")
    seat.type("See ")
    paste_picture(seat)
    paste_picture(seat)
    seat.press(Qt.Key.Key_Backspace)
    seat.press(Qt.Key.Key_Escape)
    seat.press("j")
    seat.press("k")
    assert seat.body == f"See {PICTURE}"
    draft = seat.window.answers.seat.presenter.draft
    (picture,) = draft.pictures
    assert [file.id for file in draft.files] == [picture.file] == list(draft.inline)
    assert seat.text.pictures._thumbs[picture.file].width() == 40
    assert [file.id for file in seat.draft().files] == [picture.file]


def test_a_picture_is_moved_by_cut_and_paste_and_others_get_its_words_only(seat: Seat) -> None:
    seat.press("r")
    seat.type("a ")
    paste_picture(seat)
    seat.press("a", CONTROL)
    mime = seat.text.createMimeDataFromSelection()
    assert mime.text() == "a "
    seat.press(Qt.Key.Key_Delete)
    assert seat.body == ""
    seat.text.insertFromMimeData(mime)
    assert seat.body == f"a {PICTURE}"
    assert len(seat.text.written().pictures) == 1
    stray = QMimeData()
    stray.setText(f"x{PICTURE}y")
    seat.text.insertFromMimeData(stray)
    assert seat.body == f"a {PICTURE}xy"


def test_a_note_takes_a_picture_as_a_file(seat: Seat) -> None:
    seat.window.deeds.run(Do.NOTE)
    settle(seat.bot)
    seat.type("See")
    paste_picture(seat)
    assert seat.body == "See"
    assert [chip.name for chip in seat.window.answers.composer.chips.chips] == [PASTED]


def test_a_picture_too_large_is_told_and_not_kept(seat: Seat, tmp_path: Path) -> None:
    seat.press("r")
    seat.type("x")
    large = tmp_path / "film.png"
    with large.open("wb") as file:
        file.truncate((25 << 20) + 1)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(large))])
    seat.text.insertFromMimeData(dropped)
    assert "25 MB" in seat.window.answers.composer.words.text()
    assert seat.body == "x"


def test_a_sent_picture_is_inside_of_the_page_and_named_in_the_plain_text(seat: Seat) -> None:
    seat.press("r")
    seat.type("Here: ")
    paste_picture(seat)
    seat.press(ENTER)
    seat.type("It is {{x}} fine.".replace("{{x}}", "<b>"))
    QTest.keyClick(seat.text, ENTER, CONTROL)
    settle(seat.bot)
    raw = sent(seat)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    plain, related = message.iter_parts()
    assert plain.get_content().splitlines()[:2] == [f"Here: [picture: {PASTED}]", "It is <b> fine."]
    assert related.get_content_type() == "multipart/related"
    page, picture = related.iter_parts()
    assert picture.get_content_type() == "image/png"
    assert picture.get_content_disposition() == "inline"
    assert f'<img src="cid:{picture["Content-ID"].strip("<>")}" alt="{PASTED}"' in page.get_content()
    assert QImage.fromData(picture.get_content()).width() == 40
    seat.press("z")
    assert seat.body == f"Here: {PICTURE}\nIt is <b> fine."
    assert len(seat.text.written().pictures) == 1
