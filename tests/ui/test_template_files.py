"""Files that go along with a template: given in the editor, taken into a reply with its words, gone when they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template, TemplateFile, Variant
from shopdesk.ui.templates.files_row import LARGEST
from shopdesk.ui.templates.wording import gap_words
from tests.ui.composing import CONTROL, ENTER, SHIFT, Seat, bench, furnished, seat, shop_folder
from tests.ui.conftest import Maker
from tests.ui.library_shop import library_shop

__all__ = ["bench", "furnished", "seat", "shop_folder"]

WORDS = (Variant("en", "Here is how to wash it."),)


def a_file(name: str = "wash.pdf", content: bytes = b"%PDF-1.7") -> TemplateFile:
    return TemplateFile(name, "application/pdf", len(content), content=content)


def test_files_are_attached_dropped_removed_and_kept_with_the_versions(make: Maker, tmp_path: Path) -> None:
    shop = library_shop()
    window = make(shop)
    window.pages.show("templates")
    window.pages.let_go()
    page = window.pages.templates
    row, number = page.editor.files, page.presenter.current
    assert number is not None
    for name in ("wash.txt", "photo.png"):
        (tmp_path / name).write_bytes(b"some bytes")
    row.ask = lambda: [str(tmp_path / "wash.txt")]
    row.add.click()
    assert page.editor.state.text() == "Not saved"
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.editor.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, buttons, keys))
    assert [chip.name for chip in row.chips] == ["wash.txt", "photo.png"]
    page.editor.save.click()
    kept = shop.templates.get(number).attachments
    assert [(one.name, one.media_type, shop.templates.file(one.content_id)) for one in kept] == [
        ("wash.txt", "text/plain", b"some bytes"), ("photo.png", "image/png", b"some bytes"),
    ]  # fmt: skip
    row.chips[0].remove.click()
    page.editor.save.click()
    assert [one.name for one in shop.templates.get(number).attachments] == ["photo.png"]
    assert [len(one.attachments) for one in shop.templates.versions(number)][:2] == [1, 2]
    page.editor.versions.click()
    assert page.tools.versions is not None
    assert "photo.png" in page.tools.versions.text.toPlainText()
    page.tools.versions.close_now()
    page.exchange.ask_target = lambda _: str(tmp_path / "all.csv")
    page.exchange.take_out("csv")
    assert page.window().toast.text.endswith("A table only names attached files; JSON takes them along.")


def test_a_file_that_is_too_large_or_gone_is_refused_with_its_name(make: Maker, tmp_path: Path) -> None:
    window = make(library_shop())
    window.pages.show("templates")
    row = window.pages.templates.editor.files
    (tmp_path / "big.bin").write_bytes(b"x" * (LARGEST + 1))
    row.take([str(tmp_path / "big.bin")])
    assert "big.bin" in row.refusal.text()
    row.take([str(tmp_path / "gone.bin")])
    assert row.refusal.text() == "“gone.bin” cannot be read."
    assert row.chips == []


def test_a_templates_files_come_with_its_words_and_undo_takes_them_away(seat: Seat) -> None:
    templates = seat.bench.shop.templates
    templates.save(Template(TemplateId(0), "Wash", "wash", WORDS, attachments=(a_file(), a_file("b.pdf", b"B"))))
    presenter = seat.window.answers.seat.presenter
    seat.press("r")
    seat.press("/")
    seat.type("wash")
    seat.press(ENTER)
    assert seat.body.startswith("Here is how to wash it.")
    assert [one.name for one in presenter.draft.files] == ["wash.pdf", "b.pdf"]
    seat.pause()
    draft = seat.draft()
    assert [seat.bench.shop.replies.file_content(one.id) for one in draft.files] == [b"%PDF-1.7", b"B"]
    seat.press("z", CONTROL)
    assert presenter.draft.files == ()
    seat.press("z", CONTROL | SHIFT)
    assert [one.name for one in presenter.draft.files] == ["wash.pdf", "b.pdf"]
    templates.save(replace(templates.by_key("wash"), attachments=()))
    seat.pause()
    assert len(seat.draft().files) == 2, "the draft stays as it is when its template changes"


def test_a_gap_says_why_there_is_no_value() -> None:
    template = Template(TemplateId(1), "Returns", "returns", WORDS)
    assert gap_words("facts.returns_until", template, "expired") == "facts returns until? (expired)"
    assert gap_words("customer.name", template) == "customer's name?"
