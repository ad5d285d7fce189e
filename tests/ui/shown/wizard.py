"""The mailbox wizard: every page, and the states of its largest one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.discovery import Found, Need, Source
from shopdesk.domain.errors import CertificateRefused, SendRefused, ServerUnreachable, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import FolderRole, Security, Server, ServerFolder, SignIn
from shopdesk.domain.trial import Part, SelfMail, SelfMailStep, Tick
from shopdesk.mail.presets import MICROSOFT_OAUTH
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.state import Browser, Search, Shown
from shopdesk.ui.wizard.state import Stage as Trying
from shopdesk.ui.wizard.troubles import Circumstances, trouble_of
from shopdesk.ui.wizard.wizard import Step, Wizard, WizardAround
from tests.ui.shown.stage import Stage

IMAP = Server("imap.linenhaus.de", 993, Security.TLS)
SMTP = Server("smtp.linenhaus.de", 465, Security.TLS)
FOUND = Found(IMAP, SMTP, "hello@linenhaus.de", SignIn.PASSWORD, "", Source.AUTOCONFIG)
FOLDERS = tuple(
    ServerFolder(name, role)
    for name, role in (
        ("INBOX", FolderRole.INBOX), ("Sent", FolderRole.SENT), ("Drafts", FolderRole.DRAFTS),
        ("Trash", FolderRole.TRASH), ("Junk", FolderRole.JUNK),
    )
)  # fmt: skip
TICKS = (
    Tick(Part.SIGN_IN, milliseconds=210, tls="TLS 1.3"),
    Tick(Part.FOLDERS, folders=FOLDERS, inbox=9_000, recent=8_604),
    Tick(Part.SENDING, milliseconds=180),
)
ENTRY = Entry("hello@linenhaus.de", "secret words").with_found(FOUND)
SEEN = SeenCertificate(
    "imap.linenhaus.de", 993, "3f" * 16 + "a7" * 16, "mail.linenhaus.de, Linenhaus", "mail.linenhaus.de, Linenhaus",
    ("mail.linenhaus.de",), datetime(2026, 1, 4, tzinfo=UTC), datetime(2028, 1, 4, tzinfo=UTC),
)  # fmt: skip


def wizard(stage: Stage, *, is_first: bool = True) -> Wizard:
    """The wizard in the place of the inbox, over a desk that answers nothing."""
    window = stage.window()
    room = window.setting_up
    room._sample = ("shopdesk", "demo")
    around = stage.around
    from shopdesk.jobs.lane import InlineLane

    parts = WizardAround(
        None, around.theme, InlineLane(), InlineLane(), around.now, str, around.preferences.language,  # type: ignore[arg-type]
        around.languages.choose,
    )  # fmt: skip
    room.wizard = Wizard(parts, is_first=is_first, sample=is_first)
    room._cover(room.wizard)
    stage.settle()
    return room.wizard


def _at(stage: Stage, shown: Shown, *, is_first: bool = True) -> QWidget:
    made = wizard(stage, is_first=is_first)
    made.welcome.shop.edit.setText("Linenhaus")
    made.go(Step.CONNECT)
    made.connect_page.address.edit.setText(shown.entry.address)
    made.connect_page.password.edit.setText(shown.entry.password)
    made.show_state(shown)
    stage.settle()
    return made.window()


def welcome(stage: Stage) -> QWidget:
    """The first thing that anybody sees."""
    made = wizard(stage)
    made.welcome.shop.edit.setText("Linenhaus")
    return made.window()


def works(stage: Stage) -> QWidget:
    """All three lines are ticked."""
    return _at(stage, Shown(ENTRY, Search.FOUND, stage=Trying.WORKS, ticks=TICKS))


def self_mail_refused(stage: Stage) -> QWidget:
    """It was refused."""
    failure = SendRefused("smtp.linenhaus.de", "553 5.7.1 sender address not owned by user")
    outcome = SelfMail(SelfMailStep.ADDRESS, failure)
    return _at(stage, Shown(ENTRY, Search.FOUND, stage=Trying.WORKS, ticks=TICKS, self_mail=outcome))


def trying(stage: Stage) -> QWidget:
    """The second line is under way."""
    return _at(stage, Shown(ENTRY, Search.FOUND, stage=Trying.TRYING, ticks=TICKS[:1]), is_first=False)


def refused(stage: Stage) -> QWidget:
    """An authorization code is wanted."""
    server = Server("imap.qq.com", 993, Security.TLS)
    found = Found(
        server, Server("smtp.qq.com", 465, Security.TLS), "27183@qq.com", SignIn.PASSWORD, "qq", Source.TABLE,
        (Need.SWITCH_ON, Need.AUTHORIZATION_CODE),
    )  # fmt: skip
    failure = SignInRefused("imap.qq.com", "Login fail. Password is incorrect")
    trouble = trouble_of(failure, Circumstances(Part.SIGN_IN, server, found))
    ticks = (Tick(Part.SIGN_IN, failure), Tick(Part.FOLDERS, is_left_out=True), Tick(Part.SENDING, failure))
    entry = Entry("27183@qq.com", "secret words").with_found(found)
    return _at(stage, Shown(entry, Search.FOUND, stage=Trying.FAILED, ticks=ticks, trouble=trouble))


def by_hand(stage: Stage) -> QWidget:
    """Nothing was found, and the port is blocked."""
    failure = ServerUnreachable("imap.linenhaus.de", "timed out")
    trouble = trouble_of(failure, Circumstances(Part.SIGN_IN, IMAP))
    ticks = (Tick(Part.SIGN_IN, failure), Tick(Part.FOLDERS, is_left_out=True), TICKS[2])
    entry = replace(ENTRY, found=None)
    return _at(stage, Shown(entry, Search.NOTHING, is_editing=True, stage=Trying.FAILED, ticks=ticks, trouble=trouble))


def certificate(stage: Stage) -> QWidget:
    """A strange certificate to look at."""
    failure = CertificateRefused("imap.linenhaus.de", "self-signed certificate")
    trouble = trouble_of(failure, Circumstances(Part.SIGN_IN, IMAP, FOUND))
    ticks = (Tick(Part.SIGN_IN, failure), Tick(Part.FOLDERS, is_left_out=True), TICKS[2])
    shown = Shown(ENTRY, Search.FOUND, stage=Trying.FAILED, ticks=ticks, trouble=trouble, certificate=SEEN)
    return _at(stage, shown)


def strange_servers(stage: Stage) -> QWidget:
    """DNS names servers of somebody else."""
    found = replace(FOUND, imap=Server("imap.hoster.example", 993, Security.TLS), smtp=None, ask_first=True)
    entry = Entry("hello@linenhaus.de").with_found(found)
    return _at(stage, Shown(entry, Search.FOUND, asks=True))


def code(stage: Stage) -> QWidget:
    """A code is typed at another device."""
    found = Found(
        Server("outlook.office365.com", 993, Security.TLS), Server("smtp.office365.com", 587, Security.STARTTLS),
        "hello@linenhaus.onmicrosoft.com", SignIn.OAUTH, "microsoft365", Source.TABLE, (Need.BROWSER,), MICROSOFT_OAUTH,
    )  # fmt: skip
    entry = replace(Entry("hello@linenhaus.onmicrosoft.com").with_found(found), client_id="8f0c-linenhaus")
    url = "https://microsoft.com/devicelogin"
    return _at(stage, Shown(entry, Search.FOUND, browser=Browser.CODE, browser_url=url, code="H7QK-2MWD"))


def browser(stage: Stage) -> QWidget:
    """The shop's own client id is wanted."""
    window = code(stage)
    made = window.setting_up.wizard  # type: ignore[attr-defined]
    made.show_state(replace(made.connect_page._shown, browser=Browser.WANTED, browser_url="", code=""))
    stage.settle()
    return window


def history(stage: Stage) -> QWidget:
    """How far back."""
    made = wizard(stage)
    made.history.name.edit.setText("Linenhaus")
    made.go(Step.HISTORY)
    return made.window()


def importing(stage: Stage) -> QWidget:
    """The newest messages are in."""
    made = wizard(stage)
    made.mailbox = MailboxId(1)
    made.go(Step.IMPORT)
    for seconds, done in ((0, 0), (30, 1_400), (60, 2_930)):
        made.importing.show_progress(done, 8_604, stage.now + timedelta(seconds=seconds))
    stage.settle()
    return made.window()


SHOWN = {
    "wizard-welcome": welcome,
    "wizard-works": works,
    "wizard-self-mail-refused": self_mail_refused,
    "wizard-trying": trying,
    "wizard-refused": refused,
    "wizard-by-hand": by_hand,
    "wizard-certificate": certificate,
    "wizard-strange-servers": strange_servers,
    "wizard-browser": browser,
    "wizard-code": code,
    "wizard-history": history,
    "wizard-importing": importing,
}
