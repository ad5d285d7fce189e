"""`status` and `check`: how the mailboxes and the data folder fare."""

from argparse import ArgumentParser, Namespace

from shopdesk.cli.error_texts import sentence_of_name
from shopdesk.cli.output import counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.check import LITTLE_SPACE, CheckReport
from shopdesk.domain.mailbox import Health, MailboxState

_STATE_WORDS = {
    MailboxState.NEW: "not synced yet",
    MailboxState.IMPORTING: "first import under way",
    MailboxState.READY: "up to date",
    MailboxState.TROUBLE: "in trouble",
    MailboxState.SIGN_IN_NEEDED: "needs a sign-in",
}
_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_STEP = 1000


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def _status(arguments: Namespace, shop: CliShop) -> int:
    """Say how every mailbox fares; 1 when one has a problem."""
    health = shop.mailboxes.health()
    if arguments.json:
        say_json([_health_json(one) for one in health])
    elif not health:
        say("No mailbox is connected; add one with: mailbox add ADDRESS --imap HOST:PORT --smtp HOST:PORT")
    else:
        for one in health:
            _say_health(one)
    return 1 if any(one.problem for one in health) else 0


def _say_health(one: Health) -> None:
    words = [_STATE_WORDS[one.state], counted(one.messages, "mail")]
    if one.waiting_bytes:
        words.append(f"{one.waiting_bytes:,} still to be fetched completely")
    if one.set_aside:
        words.append(f"{one.set_aside:,} set aside")
    words.append(f"last success {local(one.last_success)}" if one.last_success else "no success yet")
    say(f"{line(one.mailbox.address)}: {', '.join(words)}")
    if one.problem:
        say(f"    {_problem(one)}")
    if one.problem and one.next_try:
        say(f"    Next try {local(one.next_try)}.")


def _problem(one: Health) -> str:
    return sentence_of_name(one.problem, one.problem_host, one.problem_detail)


def _health_json(one: Health) -> dict[str, object]:
    return {
        "mailbox": one.mailbox.address,
        "state": one.state.value,
        "messages": one.messages,
        "waiting_bytes": one.waiting_bytes,
        "set_aside": one.set_aside,
        "last_try": iso(one.last_try),
        "last_success": iso(one.last_success),
        "next_try": iso(one.next_try),
        "failures": one.failures,
        "problem": one.problem or None,
        "problem_text": _problem(one) if one.problem else None,
    }


def _check(arguments: Namespace, shop: CliShop) -> int:
    """Say what is not sound in the data folder; 1 when there is anything."""
    report = shop.upkeep.check()
    if arguments.json:
        say_json(_report_json(report))
    else:
        held = f"{counted(report.messages, 'message')}, {counted(report.places, 'place')} on servers"
        say(f"{held}, {counted(report.archived, 'raw mail')}, {_amount(report.free_bytes)} free on the disk")
        for finding in report.findings:
            say(f"Not sound: {line(finding.what)} ({finding.count:,})")
        say(_advice(report))
    return 0 if report.is_sound else 1


def _advice(report: CheckReport) -> str:
    found = {finding.what for finding in report.findings}
    if not found:
        return "All is sound."
    if found == {LITTLE_SPACE}:
        return "Nothing is damaged; make room on the disk."
    return "Restore a backup of the data folder, or sync once more and check again."


def _report_json(report: CheckReport) -> dict[str, object]:
    return {
        "sound": report.is_sound,
        "messages": report.messages,
        "places": report.places,
        "archived": report.archived,
        "free_bytes": report.free_bytes,
        "findings": [{"what": finding.what, "count": finding.count} for finding in report.findings],
    }


def _amount(size: int) -> str:
    """Bytes in a unit that reads well."""
    amount = float(size)
    for unit in _UNITS[:-1]:
        if amount < _STEP:
            return f"{amount:.0f} {unit}"
        amount /= _STEP
    return f"{amount:.1f} {_UNITS[-1]}"


STATUS = Command("status", "how each mailbox fares: state, counts, last success, problem", _define, _status)
CHECK = Command("check", "whether the data folder is sound", _define, _check)
