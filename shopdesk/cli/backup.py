"""`backup` and `restore`: copies of all data in another place, and back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command, KeptBackups
from shopdesk.domain.backup import BackupCopy, CheckedCopy
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import BackupNotChosen

_MEGABYTE = 1_000_000


def _define_backup(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="where to; the daily backup uses it from now on")
    parser.add_argument("--list", action="store_true", help="only tell which copies there are")
    parser.add_argument("--check", action="store_true", help="only read every byte of all copies again")
    parser.add_argument("--json", action="store_true", help="for machines")


def _define_restore(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the backup")
    parser.add_argument("--into", metavar="DATA_FOLDER", help="an empty or new folder (default: this user's own)")
    parser.add_argument("--copy", metavar="NAME", default="", help="a word of 'backup FOLDER --list' (default: newest)")
    parser.add_argument("--json", action="store_true", help="for machines")


def _look(arguments: Namespace, kept: KeptBackups) -> int | None:
    """What needs no desk: a look into a backup that is named."""
    if arguments.list and arguments.check:
        complain("Either --list or --check.")
        return 2
    if arguments.folder is None or not (arguments.list or arguments.check):
        return None
    if arguments.check:
        return _say_checked(arguments, kept.check(_path(arguments.folder)))
    return _say_copies(arguments, kept.copies(_path(arguments.folder)))


def _backup(arguments: Namespace, shop: CliShop) -> int:
    """Make a copy now, or look into the folder that was chosen."""
    if arguments.check:
        return _say_checked(arguments, shop.backups.check())
    if arguments.list:
        return _say_copies(arguments, shop.backups.copies())
    if arguments.folder is not None:
        shop.backups.choose(str(_path(arguments.folder)))
    elif not shop.backups.state().folder:
        raise BackupNotChosen
    made = shop.backups.make(SimpleControl())
    state = shop.backups.state()
    if arguments.json:
        facts = {"folder": state.folder, "mails_added": made.mails_added, "removed": list(made.removed)}
        say_json({**_copy_json(made.copy), **facts, "copies": state.copies, "total_bytes": state.bytes})
        return 0
    say(f"Backed up {_held(made.copy)} into {line(state.folder)}: {made.copy.name}.")
    gone = f", {counted(len(made.removed), 'older one')} went" if made.removed else ""
    say(f"{counted(made.mails_added, 'new raw mail')}; {counted(state.copies, 'copy', 'copies')} there now{gone}.")
    if state.same_disk:
        say("It lies on the same disk as the data: when that breaks, both are gone. Better is another drive.")
    return 0


def _restore(arguments: Namespace, kept: KeptBackups) -> int | None:
    """Bring a copy back."""
    wanted = _path(arguments.into) if arguments.into is not None else None
    copy, into = kept.restore(_path(arguments.folder), wanted, arguments.copy)
    if arguments.json:
        say_json({**_copy_json(copy), "into": str(into)})
        return 0
    say(f"Brought back {_held(copy)} of {local(copy.made_at)} into {line(str(into))}.")
    say("Sign in to each mailbox again: a backup holds no password. What was about to leave is held in the outbox.")
    return 0


def _say_copies(arguments: Namespace, copies: Sequence[BackupCopy]) -> int:
    if arguments.json:
        say_json([_copy_json(one) for one in copies])
        return 0
    for one in copies:
        say(f"{one.name}  {local(one.made_at)}  {_held(one)}, {one.bytes / _MEGABYTE:,.1f} MB")
    if not copies:
        say("No copy yet; make one with: backup FOLDER")
    return 0


def _say_checked(arguments: Namespace, checked: Sequence[CheckedCopy]) -> int:
    """1 when a copy is not sound, or there is none."""
    sound = bool(checked) and all(one.is_sound for one in checked)
    if arguments.json:
        copies = [{**_copy_json(one.copy), "sound": one.is_sound, "faults": list(one.faults)} for one in checked]
        say_json({"sound": sound, "copies": copies})
        return 0 if sound else 1
    for one in checked:
        words = "sound" if one.is_sound else f"not sound: {line(', '.join(one.faults))}"
        say(f"{one.copy.name}  {_held(one.copy)}: {words}")
    if not checked:
        say("No copy yet; make one with: backup FOLDER")
    elif not sound:
        say("Make a new backup: what is not sound is copied again. If it stays so, use another drive.")
    return 0 if sound else 1


def _path(named: str) -> Path:
    with suppress(RuntimeError):  # nobody is called so: it is the name of a folder
        return Path(named).expanduser().absolute()
    return Path(named).absolute()


def _held(copy: BackupCopy) -> str:
    return f"{counted(copy.messages, 'message')} in {counted(copy.conversations, 'conversation')}"


def _copy_json(copy: BackupCopy) -> dict[str, Any]:
    return {
        "copy": copy.name,
        "made_at": iso(copy.made_at),
        "messages": copy.messages,
        "conversations": copy.conversations,
        "bytes": copy.bytes,
    }


BACKUP = Command(
    "backup", "copy all data into a folder elsewhere, or look into it", _define_backup, _backup, alone=_look
)
RESTORE = Command(
    "restore", "bring a backup back into an empty data folder", _define_restore, lambda _, __: 0, alone=_restore
)
