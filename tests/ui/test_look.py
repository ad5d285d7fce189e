"""Colours, letters, languages, sizes: what the design promises about all of them."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from shopdesk.domain import errors
from shopdesk.ui.actions import ACTIONS, Do, action_text
from shopdesk.ui.error_texts import error_text, problem_text, short_problem
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.preferences import Density, Preferences, Scheme
from shopdesk.ui.theme.tokens import DARK, LIGHT, Tokens
from shopdesk.ui.theme.type import next_scale, type_for
from shopdesk.ui.translation import Languages
from tests.ui.conftest import RESOURCES, Maker, settle
from tests.ui.memory import Memory
from tests.ui.sample import sample_desk

UI = Path(__file__).resolve().parents[2] / "shopdesk" / "ui"
SURFACES = ("canvas", "surface", "sunken", "hover", "selected")
TONES = ("red", "amber", "blue", "violet", "grey")


def translations(language: str) -> ET.ElementTree:
    """The translation source of a language."""
    return ET.parse(RESOURCES / "translations" / f"shopdesk_{language}.ts")  # noqa: S314 - our own file


def ratio(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""

    def light(name: str) -> float:
        parts = [value / 255 for value in QColor(name).getRgb()[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


# --- tokens ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_text_stands_out_from_everything_it_may_stand_on(tokens: Tokens) -> None:
    colours = tokens.colours()
    pairs = [(text, ground) for text, ground in product(("text", "text2", "text3"), SURFACES)]
    pairs += [(tone, f"{tone}_s") for tone in TONES]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_h"), ("accent_t", "soft"), ("rail_badge_t", "rail_badge")]
    pairs += [("rail_text", "rail"), ("rail_on", "rail_sel"), ("text", "note"), ("red", "canvas"), ("amber", "canvas")]
    weak = [f"{a} on {b}: {ratio(colours[a], colours[b]):.2f}" for a, b in pairs if ratio(colours[a], colours[b]) < 4.5]
    assert weak == []
    assert all(ratio(background, letters) >= 4.5 for background, letters in tokens.avatars)
    assert all(ratio(tokens.on_badge, colour) >= 4.5 for _, colour in tokens.badges)
    assert ratio(tokens.field, tokens.surface) >= 3
    assert ratio(tokens.accent, tokens.selected) >= 3


def test_no_colour_is_written_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(")
    found = []
    for path in UI.rglob("*.py"):
        if path.name == "tokens.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and literal.search(node.value):
                found.append(f"{path.name}:{node.lineno} {node.value}")
    assert found == []
    assert not literal.search((RESOURCES / "themes" / "app.qss").read_text("utf-8"))


def test_the_style_sheet_stays_small_and_names_no_class_of_ours() -> None:
    sheet = (RESOURCES / "themes" / "app.qss").read_text("utf-8")
    rules = re.findall(r"\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    assert len(rules) < 150
    assert all(name.startswith("Q") for name in re.findall(r"(?m)^([A-Za-z]+)", sheet))


def test_every_icon_that_is_named_exists_with_its_licence() -> None:
    files = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    assert "ISC License" in (RESOURCES / "icons" / "LICENSE").read_text("utf-8")
    assert {facts.icon for facts in ACTIONS.values() if facts.icon} <= files
    for path in (RESOURCES / "icons" / f"{name}.svg" for name in files - {"logo-tile"}):  # the tile keeps its colours
        assert "currentColor" in path.read_text("utf-8"), path.name


# --- switching while the window is open --------------------------------------------------------------


def average(window: QWidget, part: QWidget) -> QColor:
    """The colour in the lower left of a widget."""
    picture = part.grab().toImage()
    return picture.pixelColor(3, picture.height() - 60)


def test_a_theme_switch_leaves_nothing_in_the_old_colours(window: MainWindow, qtbot: QtBot) -> None:
    theme = window._around.theme
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.choose_scheme(scheme)
        settle(qtbot)
        assert average(window, window.inbox.column) == QColor(tokens.canvas)
        assert average(window, window.inbox.pane) == QColor(tokens.surface)
        assert average(window, window.inbox.panel) == QColor(tokens.canvas)
        assert average(window, window.rail) == QColor(tokens.rail)
        text = window.inbox.pane.thread_view.cards[0].text
        assert text.palette().text().color() == QColor(tokens.text)


class StyleChanges(QObject):
    """Counts how often a widget is told that its style changed."""

    seen = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.seen += event.type() is QEvent.Type.StyleChange
        return False


def test_themes_live_a_switch_polishes_each_widget_a_few_times_only(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    """A second sheet in the place of the first would polish a widget once for each of its parents: some ten times."""
    settle(qtbot)
    counter = StyleChanges()
    qapp.installEventFilter(counter)
    window._around.theme.choose_scheme(Scheme.DARK)
    qapp.removeEventFilter(counter)
    assert 0 < counter.seen <= 3 * len(qapp.allWidgets())


def test_a_theme_switch_keeps_focus_scroll_and_what_was_unfolded(window: MainWindow, qtbot: QtBot) -> None:
    thread = window.inbox.pane.thread_view
    cards, card = thread.cards, thread.cards[-1]
    card.text.setFocus()
    bar = thread.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(qtbot)
    place = bar.value()
    window._around.theme.choose_scheme(Scheme.DARK)
    settle(qtbot)
    assert window.focusWidget() is card.text
    assert thread.cards is cards, "colours alone change: nothing is built anew"
    assert bar.value() == place


def test_auto_follows_the_system(make: Maker) -> None:
    make.settings["scheme"] = "auto"
    window = make()
    dark = window._around.theme._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert window._around.theme.is_dark == dark


def test_the_language_switches_without_a_restart(window: MainWindow, qtbot: QtBot) -> None:
    window.deeds.choose_language("zh_CN")
    settle(qtbot)
    assert window.inbox.column.title.text() == "收件箱"
    assert [word.text() for word in window.inbox.column.tabs.words] == ["待回复", "等待中", "稍后", "已完成"]
    assert window.rail.items["settings"].text() == "设置"
    assert window.inbox.pane.header.done.text() == "标记完成"
    assert window.inbox.pane.header.pill_texts()[0] == "超时 35 分"
    assert window.inbox.pane.thread_view.stack is not None
    assert window.inbox.pane.thread_view.stack.text() == "更早的 3 条消息"
    assert window.actions_table[Do.DONE].text() == "标记完成"
    assert window.inbox.panel.cards.sections["earlier"].head.text() == "其他会话"
    window.deeds.choose_language("en")
    settle(qtbot)
    assert window.inbox.column.title.text() == "Inbox"
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_sentence_is_unfinished(language: str) -> None:
    tree = translations(language)
    messages = list(tree.iter("message"))
    assert len(messages) > 150
    open_ones = [
        message.findtext("source")
        for message in messages
        if (found := message.find("translation")) is None or found.get("type") or not (found.text or "").strip()
    ]
    assert open_ones == []


def test_every_sentence_of_the_source_is_in_the_translation_files() -> None:
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in translations("zh_CN").iter("context")
        for message in context.iter("message")
    }
    missing = []
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if tuple(words[:2]) not in known:
                    missing.append(f"{path.name}:{node.lineno} {words[:2]}")
    assert missing == []


def test_placeholders_survive_translation() -> None:
    tree = translations("zh_CN")
    for message in tree.iter("message"):
        source, translated = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", translated)), source


def test_the_compiled_files_are_as_new_as_their_sources(make: Maker, qtbot: QtBot) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(RESOURCES / "translations" / "shopdesk_zh_CN.qm"))
    for context in translations("zh_CN").iter("context"):
        for message in context.iter("message"):
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            comment = message.findtext("comment") or ""
            assert translator.translate(name, source, comment) == message.findtext("translation")


# --- words -------------------------------------------------------------------------------------------


def every_failure() -> list[type[Exception]]:
    """All classes of expected failures."""
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]


def test_every_expected_failure_has_a_sentence_of_its_own(qapp: QApplication) -> None:
    english = Languages(qapp, RESOURCES / "translations", Preferences(Memory(language="en")))
    assert english.current == "en"
    texts = {}
    for kind in every_failure():
        made = kind("field", "why") if kind is errors.InputRefused else kind()
        texts[kind.__name__] = error_text(made)
    assert len(texts) > 20
    assert all(text.endswith(".") and len(text) > 20 for text in texts.values())
    assert len(set(texts.values())) == len(texts)
    assert "imap.example.org" in error_text(errors.SignInRefused("imap.example.org"))
    assert error_text(ValueError("x")).startswith("Something unexpected")
    assert problem_text("NoSuchName") == error_text(errors.ShopdeskError())
    assert short_problem("SignInRefused", "GMX") == "GMX: password refused"
    assert short_problem("NoSuchName", "GMX") == "GMX: sync stopped"


def test_no_key_is_taken_twice_and_every_action_has_a_name(qtbot: QtBot) -> None:
    keys = [keys for facts in ACTIONS.values() for keys in facts.keys]
    assert len(keys) == len(set(keys))
    assert set(ACTIONS) == set(Do)
    assert all(action_text(do) for do in Do)


# --- names for screen readers ------------------------------------------------------------------------


def nameless(window: MainWindow) -> list[str]:
    """Interactive widgets that a screen reader would not name."""
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, kinds) or isinstance(widget, QScrollBar) or not widget.isVisibleTo(window):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_that_takes_keys_has_a_name(make: Maker, qtbot: QtBot, language: str) -> None:
    make.settings["language"] = language
    window = make(sample_desk(language))
    assert nameless(window) == []
    window.inbox.column.search.setText("xyzzy")
    settle(qtbot)
    assert nameless(window) == []


def test_a_row_speaks_one_sentence(window: MainWindow) -> None:
    model = window.inbox.column.list.model()
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Anna Schmidt, Parcel arrived damaged, 17 Nov, Overdue 35m, unread, with attachment"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Overdue 2"


# --- sizes -------------------------------------------------------------------------------------------


def test_the_panel_becomes_an_overlay_on_narrower_windows(make: Maker, qtbot: QtBot) -> None:
    window = make(size=(1440, 900))
    inbox = window.inbox
    assert inbox.panel.isVisible()
    assert inbox.pane.width() + inbox.panel.width() < inbox.area.width() + 1
    window.resize(1200, 900)
    settle(qtbot)
    assert not inbox.panel.isVisible()
    QTest.keyClick(inbox.column.list, "i")
    assert inbox.panel.isVisible()
    assert inbox.pane.width() == inbox.area.width()
    QTest.keyClick(inbox.column.list, Qt.Key.Key_Escape)
    assert not inbox.panel.isVisible()
    window.resize(1440, 900)
    settle(qtbot)
    assert inbox.panel.isVisible()


@pytest.mark.parametrize(
    ("width", "list_width", "folds"),
    [(1440, 376, False), (1100, 376, False), (1041, 376, True), (1030, 300, True), (960, 300, True)],
)
def test_narrow_windows_narrow_the_list_and_fold_the_pills(
    make: Maker, qtbot: QtBot, width: int, list_width: int, folds: bool
) -> None:
    window = make(size=(width, 700))
    assert window.inbox.column.width() == list_width
    assert ("…" in window.inbox.pane.header.pill_texts()) == folds
    assert window.minimumSize().width() == 960
    assert window.width() == width


def test_widths_and_choices_are_remembered(make: Maker, qtbot: QtBot) -> None:
    window = make()
    window.inbox._splitter.setSizes([420, 900])
    window.inbox._splitter.splitterMoved.emit(420, 1)
    window.inbox.toggle_panel()
    window.close()
    again = make()
    assert again.inbox.column.width() == 420
    assert not again.inbox.panel.isVisible()


@pytest.mark.parametrize("scale", [90, 125, 175])
def test_text_sizes_scale_rows_and_letters(window: MainWindow, qtbot: QtBot, scale: int) -> None:
    theme = window._around.theme
    theme.choose_scale(scale)
    settle(qtbot)
    rows = window.inbox.column.list
    assert rows.rowHeight(1) == round(78 * scale / 100)
    assert rows.rowHeight(0) == round(36 * scale / 100)
    assert window.inbox.column.title.font().pixelSize() == round(20 * scale / 100)
    assert window.width() == 1440


def test_keys_change_text_size_and_density(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.inbox.column.list
    QTest.keyClick(rows, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window._around.theme.type.scale == 110
    QTest.keyClick(rows, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window._around.theme.type.scale == 100
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(rows, Qt.Key.Key_D, both)
    assert window._around.theme.density is Density.COMPACT
    assert rows.rowHeight(1) == 56


def test_letters_fit_the_language() -> None:
    chinese, english = type_for("zh_CN", 100, "win32"), type_for("en", 100, "win32")
    assert "Microsoft YaHei UI" in chinese.families
    assert (chinese.weight(500), chinese.weight(600)) == (400, 700)
    assert (english.weight(500), english.weight(600)) == (500, 600)
    assert type_for("en", 400).scale == 175
    assert [next_scale(100, 1), next_scale(175, 1), next_scale(90, -1)] == [110, 175, 90]


def test_nothing_is_cut_off_in_the_header_and_the_tabs(make: Maker, qtbot: QtBot) -> None:
    for language in ("en", "zh_CN"):
        make.settings["language"] = language
        window = make(sample_desk(language), size=(960, 620))
        words = [word for word in window.inbox.column.tabs.words if word.isVisible()]
        assert words[-1].geometry().right() <= window.inbox.column.width()
        assert all(word.width() >= word.sizeHint().width() for word in words)
        done = window.inbox.pane.header.done
        assert done.width() >= done.sizeHint().width()
        assert window.inbox.pane.header.geometry().right() >= done.geometry().right()
