"""The health panel in its states, and the alarm over the list."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, Mailbox, MailboxState, Security, Server
from shopdesk.ui.health.panel import HealthPanel
from shopdesk.ui.health.presenter import Fix, Running, board_of
from shopdesk.ui.health.protocol import ProtocolViewer
from shopdesk.ui.health.strip import AlarmStrip
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.widgets.mute_box import MuteBox
from tests.ui.sample import NOW, health
from tests.ui.shown.stage import Stage

_SAID = (
    "connecting to imap.example.org:993 (tls)",
    "> A1 LOGIN ***",
    "< A1 OK signed in",
    "> A2 SELECT INBOX",
    "< A2 OK (11 lines, 0 bytes in literals)",
)
LINES = [f"2026-11-18 09:22:01,114 hello@linenhaus.example #1 {said}" for said in _SAID]


def mailbox(number: int, address: str, name: str = "") -> Mailbox:
    server = Server("imap.gmx.example", 993, Security.TLS)
    return Mailbox(MailboxId(number), address, server, None, address, name=name)


def in_trouble(number: int, address: str, problem: str, detail: str = "", minutes: int | None = 4) -> Health:
    """A mailbox that failed; `minutes` until the next try, None when only a person can help."""
    return Health(
        mailbox(number, address, name="GMX" if "gmx" in address else ""),
        MailboxState.SIGN_IN_NEEDED if minutes is None else MailboxState.TROUBLE,
        messages=8_604,
        last_try=NOW - timedelta(minutes=1),
        last_success=NOW - timedelta(minutes=42),
        next_try=None if minutes is None else NOW + timedelta(minutes=minutes, seconds=7),
        failures=2,
        problem=problem,
        problem_host="imap.gmx.example",
        problem_detail=detail,
    )


def several() -> list[Health]:
    """One that works, one refused, one importing, one offline."""
    soon = NOW + timedelta(seconds=65)
    fine = replace(health(1, "hello@linenhaus.example"), messages=12_480, next_try=soon, set_aside=2)
    new = Health(mailbox(3, "shop@linen.example", "Linen Italia"), MailboxState.IMPORTING)
    refused = in_trouble(2, "linenhaus@gmx.example", "SignInRefused", "[AUTHENTICATIONFAILED] Failed", None)
    return [fine, refused, new, in_trouble(4, "help@linenhaus.example", "ServerUnreachable", "timed out")]


def _panel(stage: Stage, rows: list[Health], **facts: object) -> HealthPanel:
    stage.window()
    mute = MuteBox(stage.theme, stage.around.preferences, lambda: stage.now)
    panel = HealthPanel(stage.theme, lambda: stage.now, None, tuple(Fix), links_set_aside=True, mute=mute)
    running = {MailboxId(3): Running(2_930, 8_604, timedelta(minutes=4))}
    panel.show_board(board_of(rows, running, **facts))  # type: ignore[arg-type]
    stage.keep(panel)
    return panel


def all_well(stage: Stage) -> QWidget:
    """Nothing to do."""
    return _panel(stage, several()[:1])


def troubles(stage: Stage) -> QWidget:
    """A refused password, an import, no connection."""
    return _panel(stage, several())


def asking(stage: Stage) -> QWidget:
    """Another password is asked for."""
    panel = _panel(stage, several()[:2])
    panel.cards[MailboxId(2)].ask_password()
    stage.settle()
    return panel


def stopped(stage: Stage) -> QWidget:
    """The engine is down, one mailbox is paused."""
    rows = [*several()[:1], replace(several()[3], mailbox=replace(several()[3].mailbox, paused=True))]
    return _panel(stage, rows, engine_down=True, restart_at=stage.now + timedelta(seconds=5))


def protocol(stage: Stage) -> QWidget:
    """What was said to the servers."""
    window = stage.window()
    viewer = ProtocolViewer(stage.theme, [mailbox(1, "hello@linenhaus.example")], None, window)
    viewer.show_lines(LINES)
    return stage.keep(viewer)


def alarm(stage: Stage) -> QWidget:
    """No mail for half an hour."""
    from shopdesk.domain.silence import Silence
    from shopdesk.ui.health.wording import alarm_text
    from shopdesk.ui.words import translate

    window = stage.window()
    strip = AlarmStrip(stage.theme)
    window.inbox.column.put_over_list(strip)
    silent = [Silence(several()[1], NOW - timedelta(minutes=42))]
    text = alarm_text(silent, NOW, engine_down=False)
    strip.show_alarm(text, translate("Health", "See what helps"), urgent=True)
    window.inbox.column.foot.show_facts(FootFacts(FootKind.OFFLINE, mailboxes=3), NOW)
    stage.settle()
    return window


def importing(stage: Stage) -> QWidget:
    """A long import in the foot."""
    window = stage.window()
    facts = FootFacts(FootKind.IMPORTING, done=2_930, total=8_604, left=timedelta(minutes=4), mailboxes=3)
    window.inbox.column.foot.show_facts(facts, NOW)
    return window


SHOWN = {
    "health-well": all_well,
    "health-troubles": troubles,
    "health-asking": asking,
    "health-stopped": stopped,
    "health-protocol": protocol,
    "health-alarm": alarm,
    "foot-importing": importing,
}
