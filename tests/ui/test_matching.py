"""Finding commands by what was typed of their titles."""

from __future__ import annotations

import pytest

from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.ui.commands.entries import Entry, Kind
from shopdesk.ui.commands.matching import BEGINNING, EXACT, LOOSE, PART, WORD_STARTS, Title, best_fit, folded
from shopdesk.ui.commands.presenter import PalettePresenter


@pytest.mark.parametrize(
    ("title", "typed", "fit"),
    [
        ("Mark done", "mark done", EXACT),
        ("Mark done", "MARK", BEGINNING),
        ("Mark done", "done", WORD_STARTS),
        ("Mark done", "do ma", WORD_STARTS),
        ("Mark done", "md", LOOSE),
        ("Mark done", "madon", LOOSE),
        ("Mark done", "ark", PART),
        ("Mark done", "dm", None),
        ("Snooze until the customer replies", "sucr", LOOSE),
        ("Snooze until the customer replies", "unt cust", WORD_STARTS),
        ("稍后提醒：客户回复时", "稍后", BEGINNING),
        ("稍后提醒：客户回复时", "客户", WORD_STARTS),
        ("稍后提醒：客户回复时", "客户 稍后", WORD_STARTS),
        ("稍后提醒：客户回复时", "shtx", LOOSE),
        ("稍后提醒：客户回复时", "kh", LOOSE),
        ("稍后提醒：客户回复时", "xyz", None),
        ("标记完成", "wc", LOOSE),
        ("Larger text", "+", None),
    ],
)
def test_a_title_fits_by_beginnings_first_letters_and_pinyin(title: str, typed: str, fit: int | None) -> None:
    assert Title(title).fit(folded(typed)) == fit


def test_only_the_first_title_of_a_thing_can_be_meant_exactly() -> None:
    titles = (Title("转到稍后"), Title("稍后"))
    assert best_fit(titles, "转到稍后") == EXACT
    assert best_fit(titles, "稍后") == BEGINNING
    assert best_fit(titles, "完成") is None


def test_pinyin_initials_of_usual_characters() -> None:
    assert pinyin_initials("王芳") == "wf"
    assert pinyin_initials("收件箱 Inbox 一") == "sjxy"
    assert pinyin_initials("阿座") == "az"
    assert pinyin_initials("龘 abc ü") == ""


class Shown:
    """Remembers what a presenter showed."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.times = 0

    def show_entries(self, entries: object) -> None:
        self.entries = list(entries)  # type: ignore[call-overload]
        self.times += 1


def entry(kind: Kind, title: str, **more: object) -> Entry:
    return Entry(kind, title, lambda: None, titles=(Title(title),), **more)  # type: ignore[arg-type]


def test_answers_that_come_late_are_not_shown_for_other_words() -> None:
    asked: list[tuple[str, object]] = []
    presenter = PalettePresenter([entry(Kind.COMMANDS, "Settings")], lambda typed, add: asked.append((typed, add)))
    presenter.view = shown = Shown()
    presenter.type("se")
    presenter.type("an")
    for typed, add in asked:
        add([Entry(Kind.CUSTOMERS, f"found for {typed}", lambda: None)])  # type: ignore[operator]
    assert [one.title for one in shown.entries] == ["found for an"]


def test_customers_come_first_only_when_no_command_is_meant_for_certain() -> None:
    anna = Entry(Kind.CUSTOMERS, "Anna", lambda: None)
    entries = [entry(Kind.COMMANDS, "Scan now"), entry(Kind.HERE, "Answer")]
    presenter = PalettePresenter(entries, lambda _, add: add([anna]))
    presenter.view = shown = Shown()
    presenter.type("an")
    assert [one.title for one in shown.entries] == ["Answer", "Anna"]
    presenter.type("ann")
    assert [one.title for one in shown.entries] == ["Anna"]


def test_each_kind_stands_together_and_hidden_lines_wait_until_something_is_typed() -> None:
    entries = [
        entry(Kind.COMMANDS, "Show keys"),
        entry(Kind.HERE, "Show original"),
        entry(Kind.HERE, "Show later", only_when_typed=True),
    ]
    presenter = PalettePresenter(entries, lambda _, __: None)
    presenter.view = shown = Shown()
    presenter.type(" ")
    assert [one.title for one in shown.entries] == ["Show original", "Show keys"]
    presenter.type("show")
    assert [one.title for one in shown.entries] == ["Show original", "Show later", "Show keys"]
