"""The settings: every page, one mailbox, and the question before one is removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.backup import BackupState
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, Mailbox, MailboxState, Security, Server
from shopdesk.domain.network import Proxy, ProxyKind
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.settings.dialog import SettingsDialog
from shopdesk.ui.settings.mailboxes_page import MailboxesPage
from tests.ui.sample import sample_desk
from tests.ui.shown.stage import Stage

PAGES = (
    "mailboxes", "look", "sending", "signatures", "learned", "blocked", "notices", "privacy", "backups", "connection",
    "about",
)  # fmt: skip


def mailboxes_of(stage: Stage) -> list[Health]:
    """One that works, one in trouble, one that rests."""

    def one(number: int, address: str, name: str, **more: object) -> Health:
        host = address.partition("@")[2]
        trusted = "9c" * 32 if number == 1 else ""
        imap = Server(f"imap.{host}", 993, Security.TLS, trusted)
        smtp = Server(f"smtp.{host}", 465, Security.TLS)
        mailbox = Mailbox(MailboxId(number), address, imap, smtp, address, name=name, since_days=365)
        return Health(mailbox, MailboxState.READY, messages=1204, last_success=stage.now - timedelta(minutes=1), **more)  # type: ignore[arg-type]

    works = one(1, "service@lumen-home.example", "Lumen Home")
    trouble = one(2, "shop@gmx.example", "", problem="SignInRefused", problem_host="imap.gmx.example", failures=2)
    rests = one(3, "amazon@lumen-home.example", "Amazon DE")
    return [works, trouble, replace(rests, mailbox=replace(rests.mailbox, paused=True))]


def dialog_of(stage: Stage, page: str) -> SettingsDialog:
    """The settings over the sample shop, turned to a page."""
    desk = sample_desk(stage.language)
    desk.mailbox_health = mailboxes_of(stage)
    desk.outside.connection.now = replace(
        desk.outside.connection.now, proxy=Proxy(ProxyKind.SOCKS5, "proxy.lumen-home.example", 1080, "anna")
    )
    desk.backups.now = BackupState(
        "/media/lumen/Backup stick/Shopdesk backup", stage.now - timedelta(hours=6), copies=9, bytes=1_240_000_000
    )
    for key in ("offers@deals.example", "@ads.example"):
        desk.blocking.block(key)
    desk.signatures.kept[1] = "{{ agent.name }}\n{{ shop.name }}"
    desk.signatures.name = "Mei Lin"
    window = stage.window(desk)
    window.deeds.settings.open(page)
    dialog = window.deeds.settings.dialog
    stage.settle()
    return dialog


def _page(key: str) -> Callable[[Stage], QWidget]:
    return lambda stage: dialog_of(stage, key)


def mailbox(stage: Stage) -> QWidget:
    """The settings of one mailbox."""
    dialog = dialog_of(stage, "mailboxes")
    page = dialog.page("mailboxes")
    assert isinstance(page, MailboxesPage)
    page.edit(MailboxId(1))
    stage.settle()
    return dialog


def removing(stage: Stage) -> QWidget:
    """What is asked before a mailbox goes."""
    dialog = mailbox(stage)
    page = dialog.page("mailboxes")  # type: ignore[attr-defined]
    page.editor.remove.click()
    stage.settle()
    dialog.areas["mailboxes"].ensureWidgetVisible(page.editor.question)  # type: ignore[attr-defined]
    stage.settle()
    return dialog


def privacy(stage: Stage) -> QWidget:
    """Two senders whose pictures are always loaded."""
    dialog = dialog_of(stage, "about")
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    pictures = window._desk.outside.pictures
    pictures.trusted = ["news@leinen-weber.example", "versand@paketdienst.example"]
    dialog.turn_to("privacy")
    stage.settle()
    return dialog


def failing_backup(stage: Stage) -> QWidget:
    """The drive is away for three days."""
    dialog = dialog_of(stage, "about")
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    backups = window._desk.backups
    since = stage.now - timedelta(days=3)
    backups.now = replace(
        backups.now, last=since, failing_since=since, problem="BackupFolderMissing", same_disk=True, forgets=since
    )
    dialog.turn_to("backups")
    stage.settle()
    return dialog


SHOWN = {
    **{f"settings-{key}": _page(key) for key in PAGES},
    "settings-privacy-senders": privacy,
    "settings-failing-backup": failing_backup,
    "settings-mailbox": mailbox,
    "settings-removing": removing,
}
