"""The settings through real widgets: everything acts at once, by keyboard, in every language, size and look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTime
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.domain.errors import DatabaseBusy, SendRefused, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Security
from shopdesk.domain.network import Proxy, ProxyKind
from shopdesk.domain.trial import SelfMail, SelfMailStep, Trial
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.muting import UNTIL_TURNED_ON, Mute
from shopdesk.ui.preferences import Closing, Density, Motion, Preferences, Scheme
from shopdesk.ui.settings.about_page import AboutPage
from shopdesk.ui.settings.connection_page import ConnectionPage
from shopdesk.ui.settings.dialog import SettingsDialog
from shopdesk.ui.settings.look_page import LookPage
from shopdesk.ui.settings.mailbox_editor import MailboxEditor
from shopdesk.ui.settings.mailboxes_page import MailboxesPage
from shopdesk.ui.settings.notices_page import NoticesPage
from shopdesk.ui.settings.privacy_page import PrivacyPage
from shopdesk.ui.settings.sending_page import HOLDS, SendingPage
from shopdesk.ui.theme.tokens import DARK, LIGHT, Tokens, more_contrast
from tests.ui.accessibility import cut_text
from tests.ui.conftest import Maker, settle
from tests.ui.memory import Memory
from tests.ui.pseudo_german import speaking_pseudo_german
from tests.ui.sample import sample_desk
from tests.ui.shown import settings as shown
from tests.ui.shown.stage import Stage

FIRST, SECOND, THIRD = MailboxId(1), MailboxId(2), MailboxId(3)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp)
    yield made
    made.clear()


@pytest.fixture
def desk(stage: Stage) -> SettledDesk:
    return SettledDesk(stage)


class SettledDesk:
    """The sample shop with three mailboxes, and what was asked of them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.fake = sample_desk()
        self.fake.mailbox_health = shown.mailboxes_of(stage)
        self.asked: list[tuple[object, ...]] = []
        self.fails: Exception | None = None
        self.trial = Trial(None, None)
        for name in ("change", "rename", "arrange", "pause", "renew_secret", "remove"):
            setattr(self.fake, name, self._noting(name))
        self.fake.test = self._test  # type: ignore[attr-defined]
        self.self_mail = SelfMail(SelfMailStep.CONTENT)
        self.fake.send_to_oneself = self._send_to_oneself  # type: ignore[attr-defined]
        self.window = stage.window(self.fake)
        self.room = self.window.deeds.settings
        self.told: list[str] = []
        self.room.mailboxes_changed.connect(lambda: self.told.append("changed"))
        self.room.mailbox_removed.connect(lambda: self.told.append("removed"))
        self.room.mail_wanted.connect(lambda mailbox: self.told.append(f"mail {mailbox}"))

    def _noting(self, name: str) -> Callable[..., None]:
        def note(*words: object, **named: object) -> None:
            self.asked.append((name, *words, *named.values()))
            if self.fails is not None:
                raise self.fails

        return note

    def _test(self, address: str) -> Trial:
        self.asked.append(("test", address))
        return self.trial

    def _send_to_oneself(self, address: str, subject: str, text: str) -> SelfMail:
        self.asked.append(("send_to_oneself", address, subject))
        return self.self_mail

    def page(self, key: str) -> QWidget:
        self.room.open(key)
        self.stage.settle()
        return self.room.dialog.page(key)

    def mailboxes(self) -> MailboxesPage:
        page = self.page("mailboxes")
        assert isinstance(page, MailboxesPage)
        return page

    def editor(self, mailbox: MailboxId = FIRST) -> MailboxEditor:
        page = self.mailboxes()
        QTest.mouseClick(page.cards[mailbox].change, Qt.MouseButton.LeftButton)
        self.stage.settle()
        assert page.editor is not None
        return page.editor


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def click(button: QPushButton | QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# --- the dialog ------------------------------------------------------------------------------------------


def test_ctrl_comma_opens_the_settings_at_the_page_that_was_open_last(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    dialog = window.deeds.settings.dialog
    assert dialog.isVisible()
    assert dialog.buttons["mailboxes"].isChecked()
    dialog.turn_to("about")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.rail.items["settings"].click()
    assert dialog.isVisible()
    assert dialog.buttons["about"].isChecked()
    assert window._around.preferences.settings_page == "about"


def test_arrows_turn_pages_and_tab_goes_into_them(desk: SettledDesk) -> None:
    desk.room.open("mailboxes")
    dialog = desk.room.dialog
    dialog.activateWindow()
    desk.stage.settle()
    dialog.buttons["mailboxes"].setFocus()
    QTest.keyClick(dialog.buttons["mailboxes"], Qt.Key.Key_Down)
    assert dialog.buttons["look"].isChecked()
    assert dialog.areas["look"].isVisible()
    page = dialog.page("look")
    assert isinstance(page, LookPage)
    following = dialog.buttons["look"].nextInFocusChain()
    reached = set()
    while following is not dialog.buttons["look"]:
        reached.add(following)
        following = following.nextInFocusChain()
    assert page.text_size in reached


def test_return_in_a_field_does_not_close_the_settings(desk: SettledDesk) -> None:
    editor = desk.editor()
    QTest.keyClick(editor.name, Qt.Key.Key_Return)
    assert desk.room.dialog.isVisible()


def test_the_settings_fit_into_the_least_window_at_every_text_size(desk: SettledDesk) -> None:
    for key in shown.PAGES:
        desk.page(key)
    desk.window._around.theme.choose_scale(150)
    desk.stage.settle()
    least = desk.room.dialog.minimumSizeHint()
    assert least.width() <= 960
    assert least.height() <= 620


# --- looks -----------------------------------------------------------------------------------------------


def test_looks_change_at_once_and_are_remembered(desk: SettledDesk) -> None:
    page = desk.page("look")
    assert isinstance(page, LookPage)
    theme, chosen = desk.window._around.theme, desk.window._around.preferences
    click(page.schemes._group.button(2))
    assert theme.is_dark
    assert chosen.scheme is Scheme.DARK
    click(page.densities._group.button(1))
    assert chosen.density is Density.COMPACT
    page.text_size.setFocus()
    QTest.keyClick(page.text_size, Qt.Key.Key_Right)
    assert theme.type.scale == chosen.scale == 110
    assert "110 %" in texts(page)
    click(page.motions._group.button(2))
    assert theme.moving(160) == 0
    click(page.motions._group.button(1))
    assert theme.moving(160) == 160
    assert chosen.motion is Motion.FULL
    click(page.languages._group.button(2))
    assert chosen.language == "zh_CN"


def test_what_keys_change_is_seen_in_the_open_settings(desk: SettledDesk) -> None:
    page = desk.page("look")
    assert isinstance(page, LookPage)
    desk.window._around.theme.step_scale(1)
    desk.window._around.theme.choose_density(Density.COMPACT)
    assert (page.text_size.value(), page.densities.current) == (2, 1)


def test_languages_switch_at_run_time_in_every_open_page_and_dialog(desk: SettledDesk) -> None:
    pages = [desk.page(key) for key in shown.PAGES]
    editor = desk.editor()
    dialog = desk.room.dialog
    before = {text for page in pages for text in texts(page)} | set(texts(editor))
    desk.window.deeds.choose_language("zh_CN")
    desk.stage.settle()
    assert dialog.windowTitle() == "设置"
    assert dialog.buttons["about"].text() == "关于"
    after = {text for page in pages for text in texts(page)} | set(texts(editor))
    ours = {"Look", "Colours", "Folders", "Servers", "Licences", "Quiet hours", "Proxy", "Name", "Version 0.1.0"}
    assert ours <= before
    assert not ours & after
    assert editor.horizon.currentText() == "最近一年"
    desk.window.deeds.choose_language("en")
    desk.stage.settle()
    assert {text for page in pages for text in texts(page)} | set(texts(editor)) == before


# --- themes live -----------------------------------------------------------------------------------------


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


SURFACES = (
    "canvas", "surface", "sunken", "hover", "selected", "border", "border2", "field", "soft", "accent", "rail",
    "rail_sel", "red_s", "amber_s", "grey_s",
)  # fmt: skip


def _values(tokens: Tokens) -> set[str]:
    return {colour.lower() for colour in tokens.colours().values()}


def test_themes_live_nothing_keeps_an_old_colour(desk: SettledDesk) -> None:
    """Switching light and dark with the inbox and the settings open: no pixel keeps a colour that only the old has."""
    theme = desk.window._around.theme
    desk.page("connection")
    badges = {colour.lower() for _, colour in LIGHT.badges}  # shops have one colour in both
    old_only = {getattr(LIGHT, name).lower() for name in SURFACES} - _values(DARK) - badges
    new_only = {getattr(DARK, name).lower() for name in SURFACES} - _values(LIGHT) - badges
    for scheme, gone, there in ((Scheme.LIGHT, new_only, old_only), (Scheme.DARK, old_only, new_only)):
        theme.choose_scheme(scheme)
        desk.stage.settle(5)
        for widget in (desk.window, desk.room.dialog):
            seen = colours_of(widget.grab().toImage())
            assert seen & there, "its own colours are there"
            # Photographs and the avatars' own pairs are no surfaces; a single letter's edge may hit by chance.
            assert not seen & gone, f"{type(widget).__name__} keeps {seen & gone} in {scheme}"


def test_themes_live_a_switch_repaints_within_a_tenth_of_a_second(desk: SettledDesk) -> None:
    """The middle one of some switches with the inbox open, in the processor's time: others share this machine."""
    from time import process_time

    theme, lengths = desk.window._around.theme, []
    for number in range(8):
        began = process_time()
        theme.choose_scheme(Scheme.DARK if number % 2 else Scheme.LIGHT)
        desk.window.repaint()
        QApplication.processEvents()
        lengths.append(process_time() - began)
    assert sorted(lengths)[len(lengths) // 2] < 0.4


def test_auto_follows_the_system(desk: SettledDesk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = desk.window._around.theme
    theme.choose_scheme(Scheme.AUTO)

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(theme, "_hints", Hints())
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark
    theme.choose_scheme(Scheme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark


def test_more_contrast_is_shown_to_who_asks_the_system_for_it(
    desk: SettledDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = desk.window._around.theme

    class Access:
        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
            return Qt.ContrastPreference.HighContrast

    real = theme._access
    monkeypatch.setattr(theme, "_access", Access())
    real.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.tokens == more_contrast(LIGHT)
    assert theme.colour("text3") == theme.colour("text")
    theme.choose_scheme(Scheme.DARK)
    assert theme.is_dark


# --- pseudo-long German ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("name", sorted(shown.SHOWN))
def test_languages_pseudo_long_german_is_not_clipped(stage: Stage, qapp: QApplication, name: str, scale: int) -> None:
    stage.scale = scale
    dialog = shown.SHOWN[name](stage)
    with speaking_pseudo_german(qapp):
        stage.settle()
        stage.settle()  # once for the words, once for the room they want
        assert any("ungen" in label.text() for label in dialog.findChildren(QLabel))
        cut = list(cut_text(dialog))
        assert not cut, "\n".join(cut)


# --- mailboxes -------------------------------------------------------------------------------------------


def test_mailboxes_are_listed_with_how_they_fare(desk: SettledDesk) -> None:
    said = texts(desk.mailboxes())
    assert {"Lumen Home", "service@lumen-home.example", "shop@gmx.example", "Amazon DE"} <= set(said)
    assert any(text.startswith("Works · 1,204") for text in said)
    assert any("refused name or password" in text for text in said)
    assert any(text.startswith("Paused") for text in said)


def test_a_mailbox_moves_up_and_down_and_keeps_the_focus(desk: SettledDesk) -> None:
    page = desk.mailboxes()
    assert not page.cards[FIRST].up.isEnabled()
    assert not page.cards[THIRD].down.isEnabled()
    click(page.cards[SECOND].up)
    assert desk.asked == [("arrange", [SECOND, FIRST, THIRD])]
    assert desk.told == ["changed"]
    assert list(page.cards) == [SECOND, FIRST, THIRD]


def test_adding_a_mailbox_leaves_the_settings_for_the_wizard(
    desk: SettledDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(desk.room, "_add_mailbox", lambda: asked.append("wizard"))
    click(desk.mailboxes().add)
    assert asked == ["wizard"]
    assert not desk.room.dialog.isVisible()


def test_a_mailbox_gets_a_name_a_pause_and_another_horizon(desk: SettledDesk) -> None:
    editor = desk.editor()
    editor.name.setText(" Lamps ")
    QTest.keyClick(editor.name, Qt.Key.Key_Return)
    click(editor.sync)
    editor.horizon.setCurrentIndex(4)
    editor.horizon.activated.emit(4)
    (renamed, paused, changed) = desk.asked
    assert renamed == ("rename", FIRST, "Lamps")
    assert paused == ("pause", FIRST, True)
    assert changed[0] == "change"
    assert (changed[1].since_days, changed[1].name) == (None, "Lamps")  # type: ignore[attr-defined]
    assert desk.told == ["changed"] * 3


def test_folders_are_ticked_by_key_and_mouse(desk: SettledDesk) -> None:
    editor = desk.editor()
    folders, box = desk.fake.outside.folders, editor.folders
    spam = box.model.index(4)
    assert spam.data() == "Spam (Junk)"
    box.list.setCurrentIndex(spam)
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert folders.folders[4].wanted
    assert desk.told == ["mail 1"]
    assert "Spam (Junk) is imported now." in texts(box)
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert not folders.folders[4].wanted
    inbox = box.model.index(0)
    assert not inbox.flags() & Qt.ItemFlag.ItemIsUserCheckable
    folders.refuses = DatabaseBusy()
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert spam.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert any("keeps the data busy" in text for text in texts(editor))


def test_a_new_password_is_kept_tried_and_forgotten_by_the_field(desk: SettledDesk) -> None:
    servers = desk.editor(SECOND).servers
    servers.password.setText("new word")
    click(servers.keep_password)
    assert desk.asked == [("renew_secret", SECOND, "new word"), ("test", "shop@gmx.example")]
    assert servers.password.text() == ""
    assert servers.result.text() == "Works: signed in to all servers."
    desk.trial = Trial(SignInRefused("imap.gmx.example", "no"), None)
    servers.password.setText("wrong")
    QTest.keyClick(servers.password, Qt.Key.Key_Return)
    assert "refused name or password" in servers.result.text()
    desk.asked.clear()
    click(servers.keep_password)
    assert desk.asked == []


def test_a_mailbox_sends_a_test_mail_to_itself_and_says_what_became_of_it(desk: SettledDesk) -> None:
    servers = desk.editor(SECOND).servers
    click(servers.self_mail)
    assert desk.asked == [("send_to_oneself", "shop@gmx.example", "Test mail from Shopdesk")]
    assert servers.result.text().startswith("The test mail left. It comes to the inbox of shop@gmx.example")
    desk.self_mail = SelfMail(SelfMailStep.CONTENT, SendRefused("mail.gmx.example", "554 spam"))
    click(servers.self_mail)
    assert servers.result.text() == (
        "mail.gmx.example took the address, but refused the mail itself. Ask the provider why. It said: “554 spam”"
    )
    assert servers.result.property("type") == "failed"
    servers.smtp.host.setText("")
    click(servers.keep_servers)
    assert not servers.self_mail.isVisibleTo(servers), "without a server there is nothing to try"


def test_servers_are_changed_and_a_trusted_certificate_is_forgotten(desk: SettledDesk) -> None:
    editor = desk.editor()
    servers = editor.servers
    assert any("9C9C" in text for text in texts(servers))
    servers.imap.host.setText("mail.example")
    servers.imap.port.setValue(143)
    servers.imap.security.setCurrentIndex(1)
    servers.smtp.host.setText("")
    click(servers.imap.distrust)
    click(servers.keep_servers)
    (_, after), tried = desk.asked
    assert (after.imap.host, after.imap.port, after.imap.security) == ("mail.example", 143, Security.STARTTLS)  # type: ignore[attr-defined]
    assert (after.imap.fingerprint, after.smtp) == ("", None)  # type: ignore[attr-defined]
    assert tried == ("test", "service@lumen-home.example")
    assert editor.mailbox == after
    servers.imap.host.setText(" ")
    click(servers.keep_servers)
    assert servers.result.text() == "Name the server that receives."


def test_removing_a_mailbox_asks_says_what_goes_and_can_be_left(desk: SettledDesk) -> None:
    page = desk.mailboxes()
    editor = desk.editor()
    click(editor.remove)
    assert editor.question.isVisibleTo(editor)
    assert any("cannot be undone" in text and "service@lumen-home.example" in text for text in texts(editor))
    assert desk.room.dialog.focusWidget() is editor.keep
    click(editor.keep)
    assert not editor.question.isVisibleTo(editor)
    assert desk.asked == []
    click(editor.remove)
    desk.fails = DatabaseBusy()
    click(editor.really)
    assert any("keeps the data busy" in text for text in texts(editor))
    desk.fails = None
    click(editor.really)
    assert desk.asked[-1] == ("remove", "service@lumen-home.example")
    assert desk.told == ["changed", "removed"]
    assert page.editor is None


def test_a_trouble_leads_straight_to_the_settings_of_its_mailbox(desk: SettledDesk) -> None:
    desk.room.open_mailbox(SECOND)
    desk.stage.settle()
    page = desk.room.dialog.page("mailboxes")
    assert isinstance(page, MailboxesPage)
    assert page.editor is not None
    assert page.editor.mailbox.address == "shop@gmx.example"
    click(page.editor.back)
    assert page.editor is None


# --- sending and privacy ---------------------------------------------------------------------------------


def test_how_long_a_mail_can_be_taken_back_is_chosen_and_holds_from_the_next_mail_on(desk: SettledDesk) -> None:
    page = desk.page("sending")
    assert isinstance(page, SendingPage)
    chosen = desk.window._around.preferences
    assert HOLDS[page.holds.current] == chosen.undo_send_seconds == 10
    for place, seconds in ((0, 0), (5, 60)):
        click(page.holds._group.button(place))
        assert chosen.undo_send_seconds == seconds
    chosen.undo_send_seconds = 19
    page.opened()
    assert HOLDS[page.holds.current] == 20, "the nearest; what was kept is not changed by looking"
    assert chosen.undo_send_seconds == 19
    assert [button.text() for button in page.holds._group.buttons()] == ["Off", "5 s", "10 s", "20 s", "30 s", "60 s"]


def test_senders_whose_pictures_are_always_loaded_are_listed_and_removed(desk: SettledDesk) -> None:
    pictures = desk.fake.outside.pictures
    page = desk.page("privacy")
    assert isinstance(page, PrivacyPage)
    assert page.empty.isVisibleTo(page)
    pictures.trusted = ["a@x.example", "b@x.example", "c@x.example"]
    page = desk.page("privacy")
    assert isinstance(page, PrivacyPage)
    assert not page.empty.isVisibleTo(page)
    assert [line.address for line in page.lines] == pictures.trusted
    QTest.keyClick(page.lines[1].remove, Qt.Key.Key_Space)
    assert pictures.trusted == ["a@x.example", "c@x.example"]
    assert page.said.text() == "You are asked again before pictures from b@x.example are loaded."
    assert desk.room.dialog.focusWidget() is page.lines[1].remove, "the next one has the keys"
    desk.window.deeds.choose_language("zh_CN")
    desk.stage.settle()
    assert page.lines[0].remove.text() == "移除"
    desk.window.deeds.choose_language("en")
    desk.stage.settle()
    for _ in range(2):
        click(page.lines[0].remove)
    assert page.empty.isVisibleTo(page)


def test_a_sender_that_cannot_be_removed_stays_and_says_why(
    desk: SettledDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = desk.fake.outside.pictures
    pictures.trusted = ["a@x.example"]

    def busy(address: str) -> None:
        raise DatabaseBusy

    monkeypatch.setattr(pictures, "ask_again", busy)
    page = desk.page("privacy")
    assert isinstance(page, PrivacyPage)
    click(page.lines[0].remove)
    assert "keeps the data busy" in page.said.text()
    assert len(page.lines) == 1


# --- notices ---------------------------------------------------------------------------------------------


def test_notices_and_quiet_hours_are_chosen(desk: SettledDesk) -> None:
    heard: list[str] = []
    desk.room.notices_changed.connect(lambda: heard.append("heard"))
    page = desk.page("notices")
    assert isinstance(page, NoticesPage)
    chosen = desk.window._around.preferences
    assert not page.begin.isEnabled()
    click(page.quiet)
    page.begin.setTime(QTime(21, 30))
    click(page.focused)
    click(page.hidden)
    click(page.tray)
    page.closing.activated.emit(2)
    assert (chosen.quiet, chosen.quiet_begin, chosen.quiet_end) == (True, time(21, 30), time(8, 0))
    assert chosen.while_focused
    assert chosen.hide_content
    assert chosen.tray
    assert chosen.keep_running is Closing.QUIT
    assert len(heard) == 6
    click(page.wanted)
    assert not chosen.notifications
    assert page.quiet.isEnabled(), "the reminder keeps to them too"
    click(page.reminder)
    assert not chosen.reminder
    assert not page.quiet.isEnabled()


def test_notifications_are_muted_for_a_while_which_is_seen_and_turned_on_again(desk: SettledDesk) -> None:
    heard: list[str] = []
    desk.room.notices_changed.connect(lambda: heard.append("heard"))
    page = desk.page("notices")
    assert isinstance(page, NoticesPage)
    preferences, box = desk.window._around.preferences, page.mute
    assert (box.words, box.turn_on.isVisibleTo(page)) == ("Mute notifications:", False)
    QTest.keyClick(box.choices[Mute.UNTIL_TURNED_ON], Qt.Key.Key_Space)
    assert preferences.muted_until == UNTIL_TURNED_ON
    assert box.words == "Notifications are muted."
    assert desk.room.dialog.focusWidget() is box.turn_on
    assert not any(button.isVisibleTo(page) for button in box.choices.values())
    QTest.keyClick(box.turn_on, Qt.Key.Key_Space)
    assert preferences.muted_until is None
    assert desk.room.dialog.focusWidget() is box.choices[Mute.HOUR]
    click(box.choices[Mute.TOMORROW])
    assert box.words.startswith("Notifications are muted until tomorrow 08:00")
    assert heard == ["heard"] * 3
    desk.stage.now += timedelta(days=2)
    desk.page("notices")
    assert box.words == "Mute notifications:", "it ended by itself"
    click(page.wanted)
    click(page.reminder)
    assert not box.isEnabled(), "there is nothing to mute"


def test_numbers_and_times_are_seen_in_their_fields(desk: SettledDesk) -> None:
    """The style sheet of spin boxes once left a single pixel for what stands in them."""
    for key in ("notices", "connection"):
        desk.page(key)
    editor = desk.editor()
    boxes = desk.room.dialog.findChildren(QAbstractSpinBox)
    assert len(boxes) == 5
    assert editor.servers.imap.port in boxes
    for scale in (100, 150):
        desk.window._around.theme.choose_scale(scale)
        desk.stage.settle()
        for box in boxes:
            line = box.lineEdit()
            assert line.fontMetrics().horizontalAdvance(line.text()) + 16 <= line.width(), box.accessibleName()


def test_unreadable_preferences_count_as_not_set() -> None:
    odd = Memory(
        scheme="blue", scale="big", quiet_begin="late", tray="perhaps", geometry=7, language=3, panel_shown="false"
    )
    chosen = Preferences(odd)
    assert (chosen.scheme, chosen.scale, chosen.quiet_begin) == (Scheme.AUTO, 100, time(20, 0))
    assert (chosen.tray, chosen.language, chosen.panel_shown) == (False, "", False)
    assert chosen.geometry.isEmpty()


# --- connection ------------------------------------------------------------------------------------------


def connection_page(desk: SettledDesk) -> ConnectionPage:
    page = desk.page("connection")
    assert isinstance(page, ConnectionPage)
    return page


def test_a_proxy_is_chosen(desk: SettledDesk) -> None:
    page, connection = connection_page(desk), desk.fake.outside.connection
    click(page.kinds._group.button(1))
    assert connection.now.proxy == Proxy(ProxyKind.SYSTEM)
    assert not page.fields.isVisibleTo(page)
    click(page.kinds._group.button(3))
    assert page.fields.isVisibleTo(page)
    assert page.port.value() == 8080
    click(page.keep)
    assert page.said.text() == "This is not the name of a server."
    page.host.setText("proxy.example")
    page.user.setText("anna")
    page.password.setText("word")
    click(page.keep)
    assert connection.now.proxy == Proxy(ProxyKind.HTTP, "proxy.example", 8080, "anna")
    assert connection.password == "word"
    assert page.password.text() == ""
    assert page.said.text() == "Used from the next connection on."
    assert "changed" in desk.told


def test_own_authorities_are_shown_added_and_removed(desk: SettledDesk, tmp_path: Path) -> None:
    page = connection_page(desk)
    [card] = page.cards
    assert any(text.startswith("SHA-256 fingerprint: 3F3F") for text in texts(card))
    assert any(text.startswith("Valid from") for text in texts(card))
    good, bad = tmp_path / "ca.pem", tmp_path / "letter.txt"
    good.write_text("-----BEGIN CERTIFICATE-----")
    bad.write_text("dear shop")
    for path, said, many in (
        (None, "", 1),
        (bad, "There is no certificate in this file.", 1),
        (tmp_path / "gone.pem", "The file cannot be read: No such file or directory", 1),
        (good, "Trusted from now on.", 2),
    ):
        page._ask_file = lambda parent, path=path: path  # type: ignore[misc]
        click(page.add)
        assert (page.trouble.text(), len(page.cards)) == (said, many)
    click(page.cards[0].remove)
    assert [one.authority.subject for one in page.cards] == ["Warehouse CA"]


def test_an_expired_authority_says_so(desk: SettledDesk) -> None:
    connection = desk.fake.outside.connection
    [known] = connection.now.authorities
    old = replace(known, valid_to=desk.stage.now)
    connection.now = replace(connection.now, authorities=(old,))
    [card] = connection_page(desk).cards
    assert any(text.startswith("Expired on") for text in texts(card))


# --- about -----------------------------------------------------------------------------------------------


def test_about_shows_version_folders_and_licences(desk: SettledDesk) -> None:
    page, about = desk.page("about"), desk.fake.outside.about
    assert isinstance(page, AboutPage)
    assert "Version 0.1.0" in texts(page)
    click(page.data)
    click(page.logs)
    assert about.shown == [about.data_folder, about.log_folder]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().data() == "Python 1.0"
    assert page.text.toPlainText().startswith("Permission is hereby granted")


def test_the_dialog_hears_of_another_language_by_itself(desk: SettledDesk, qapp: QApplication) -> None:
    dialog: SettingsDialog = desk.room.dialog
    with speaking_pseudo_german(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        assert dialog.windowTitle().startswith("Settings".translate(str.maketrans("aos", "äöß")))


def test_the_window_remembers_size_panel_and_tab(make: Maker, qtbot: QtBot) -> None:
    first = make()
    first.inbox.toggle_panel()
    first.inbox.presenter.choose_tab(Tab.WAITING)
    first.close()
    settle(qtbot)
    kept = Preferences(make.settings)
    assert (kept.panel_shown, kept.tab, kept.geometry.isEmpty()) == (False, "waiting", False)
    second = make()
    assert second.inbox.presenter.tab is Tab.WAITING
    assert not second.inbox.area.shown_wide
