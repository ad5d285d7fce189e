"""`today` and `day`: the digest, and the lists of the day."""

from argparse import ArgumentParser, Namespace
from datetime import timedelta
from typing import Any

from shopdesk.cli.error_texts import sentence_of_name
from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.day import Check, DayKind, DayUndecided, Digest, Item, ItemState, Run
from shopdesk.domain.errors import NotFound

_WORDS = {
    Check.NOTE: "Note for the morning",
    Check.MAILBOXES: "Mailboxes in trouble",
    Check.BACKUP: "Backup",
    Check.DISK: "Little room on the disk",
    Check.UNSENT: "Mails that did not leave",
    Check.OVERDUE: "Overdue conversations",
    Check.ANGRY: "Angry customers",
    Check.DUE: "Due today",
    Check.YESTERDAY: "Open since yesterday",
    Check.SNOOZED: "Snoozed until today",
    Check.CASES: "Cases due",
    Check.ORDERS: "Late parcels and faulty orders",
    Check.PROMISES: "Promises",
    Check.TEMPLATES: "Templates to look over",
    Check.FACTS: "Facts of the day",
    Check.LEFT: "Conversations to decide about",
    Check.HANDOVERS: "Conversations of people who left",
    Check.DRAFTS: "Unsent drafts",
}
_TWO_DAYS = timedelta(days=2)
_TITLES = {DayKind.MORNING: "Morning review", DayKind.WRAP_UP: "Wrap-up"}
_SIGNS = {ItemState.OPEN: " ", ItemState.AUTOMATIC: "=", ItemState.TICKED: "x"}


def _define_today(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def _define_day(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("start", "tick", "close"), help="what to do")
    parser.add_argument("item", nargs="?", help="which one (tick): a word of 'today', such as facts or own:3")
    parser.add_argument("--wrap-up", action="store_true", help="the list of the evening (start, tick)")
    parser.add_argument("--amount", type=int, metavar="N", help="what was counted (tick)")
    parser.add_argument("--json", action="store_true", help="for machines")


def _today(arguments: Namespace, shop: CliShop) -> int:
    """Print the digest."""
    digest = shop.day.digest()
    if arguments.json:
        say_json(_json(digest))
        return 0
    since = f", the oldest since {local(digest.oldest_since)}" if digest.oldest_since is not None else ""
    verb = "waits" if digest.waiting == 1 else "wait"
    say(f"{digest.day}: {counted(digest.waiting, 'conversation')} {verb} for a reply{since}; {digest.overdue} overdue.")
    for note in digest.notes:
        say(f"Note{' of ' + line(note.by) if note.by else ''}: {line(note.text)}")
    for one in digest.promised:
        say(f"Promised for {local(one.due)}: {line(one.name)}, {line(one.quoted)} (conversation {one.conversation_id})")
    _say_run(digest.run)
    for share in digest.team:
        say(f"{line(share.name) or 'Nobody yet'}{' (on duty)' if share.on_duty else ''}: {share.open} open")
    return 0


def _day(arguments: Namespace, shop: CliShop) -> int:
    """Begin a list, tick an item, or close the day; raises `NotFound`, `InputRefused`."""
    kind = DayKind.WRAP_UP if arguments.wrap_up else DayKind.MORNING
    if arguments.action == "close":
        return _close(arguments, shop)
    if arguments.action == "tick":
        if arguments.item is None:
            complain("Which one? Name an item of 'today': day tick ITEM.")
            return 2
        try:
            run = shop.day.tick(kind, arguments.item, arguments.amount)
        except NotFound:
            other = "without" if arguments.wrap_up else "with"
            complain(f"Not found: item {line(arguments.item)} on this list; see 'today', or tick {other} --wrap-up.")
            return 1
    else:
        run = shop.day.begin(kind)
    if arguments.json:
        say_json(_run_json(run))
    else:
        _say_run(run)
    return 0


def _close(arguments: Namespace, shop: CliShop) -> int:
    try:
        record = shop.day.close()
    except DayUndecided as undecided:
        named = [_WORDS[Check(key)] if key in set(Check) else line(key) for key in undecided.keys]
        complain(f"The day cannot be closed yet: {', '.join(named)}.")
        return 1
    figures = record.figures
    if arguments.json:
        say_json({"day": record.day.isoformat(), "closed_at": iso(record.closed_at), "answered": figures.answered})
    else:
        say(f"{record.day} closed {local(record.closed_at)}: {figures.received} received, {figures.answered} answered.")
    return 0


def _say_run(run: Run) -> None:
    begun = f", begun {local(run.begun_at)}" if run.begun_at is not None else ""
    closed = f", closed {local(run.closed_at)}" if run.closed_at is not None else ""
    say(f"{_TITLES[run.kind]}: {run.done} of {len(run.items)} done{begun}{closed}")
    for item in run.items:
        title = _backup_words(item) if item.check is Check.BACKUP else line(item.title) or _WORDS[Check(item.key)]
        names = f"  ({', '.join(line(name) for name in item.names)})" if item.names else ""
        say(f"  [{_SIGNS[item.state]}] {item.key:<10} {item.count:>4}  {title}{names}")


def _backup_words(item: Item) -> str:
    """How old the backup is, and what is wrong with it."""
    if item.age is None:
        age = "No backup yet"
    elif item.age < _TWO_DAYS:
        age = f"Backup: {counted(int(item.age.total_seconds() // 3600), 'hour')} old"
    else:
        age = f"Backup: {counted(item.age.days, 'day')} old"
    return f"{age}. {sentence_of_name(item.problem, '', '')}" if item.problem else age


def _json(digest: Digest) -> dict[str, Any]:
    return {
        "day": digest.day.isoformat(),
        "waiting": digest.waiting,
        "overdue": digest.overdue,
        "oldest_since": iso(digest.oldest_since),
        "streak": digest.streak,
        "notes": [{"by": note.by, "text": note.text} for note in digest.notes],
        "week": [{"day": day.isoformat(), "received": got, "answered": sent} for day, got, sent in digest.week],
        "team": [{"name": one.name, "open": one.open, "on_duty": one.on_duty} for one in digest.team],
        "promised": [
            {"conversation": one.conversation_id, "name": one.name, "quoted": one.quoted, "due": iso(one.due)}
            for one in digest.promised
        ],
        "first_reply_seconds": digest.first_reply.total_seconds() if digest.first_reply is not None else None,
        "cases_moved": digest.cases_moved,
        "cases": {
            "moved": [{"number": one.number, "stage": one.stage.value} for one in digest.moved],
            "due": [{"number": one.number, "due": iso(one.due_at)} for one in digest.cases_due],
        },
        "tomorrow": {"promises": digest.tomorrow_promises, "snoozed": digest.tomorrow_snoozed},
        "run": _run_json(digest.run),
    }


def _run_json(run: Run) -> dict[str, Any]:
    return {
        "day": run.day.isoformat(),
        "kind": run.kind.value,
        "begun_at": iso(run.begun_at),
        "begun_by": run.begun_by,
        "closed_at": iso(run.closed_at),
        "items": [_item(one) for one in run.items],
    }


def _item(one: Item) -> dict[str, Any]:
    return {
        "key": one.key,
        "state": one.state.value,
        "count": one.count,
        "required": one.required,
        "names": list(one.names),
        "first_at": iso(one.first_at),
        "conversations": list(one.conversations),
        "title": one.title,
        "done_at": iso(one.done_at),
        "by": one.by,
        "amount": one.amount,
        "to_order": one.to_order,
        "age_hours": round(one.age.total_seconds() / 3600, 1) if one.age is not None else None,
        "problem": one.problem or None,
    }


TODAY = Command("today", "what is due, and the list of the day", _define_today, _today)
DAY = Command("day", "begin the day's list, tick its items, close the day", _define_day, _day, writes=True)
