"""Runs one command: parse, open the shop, act, and turn every failure into a sentence and an exit code."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from shopdesk.cli.error_texts import sentence_of
from shopdesk.cli.output import complain, prepare_streams
from shopdesk.cli.parser import UsageProblem, parsed
from shopdesk.cli.shop import CliShop, KeptBackups
from shopdesk.domain.errors import ShopdeskError
from shopdesk.system.single_instance import hold_folder

FAILED = 1
USAGE = 2
BUG = 70
"""A failure that nobody expected (EX_SOFTWARE of sysexits)."""
INTERRUPTED = 130
"""Ctrl+C, as shells count it."""
READER_GONE = 141
"""The reader of a pipe went away, as shells count it."""

_log = logging.getLogger(__name__)


def run(
    arguments: Sequence[str],
    open_shop: Callable[[], AbstractContextManager[CliShop]],
    backups: KeptBackups | None = None,
) -> int:
    """Run one command.

    In: the words after `main.py` (and after `--data DIR`), what opens the shop for the time of the command, and what
    looks into backups without one.
    Out: the exit code: 0 only if all is well, 1 a failure, 2 no such command, 70 a bug, 130 interrupted. A failure is
    one sentence on standard error, never a traceback.
    """
    prepare_streams()
    try:
        code = _run(arguments, open_shop, backups)
        sys.stdout.flush()
    except SystemExit as wish:
        return wish.code if isinstance(wish.code, int) else 0
    except BrokenPipeError:
        _forget_stdout()
        return READER_GONE
    except (Exception, KeyboardInterrupt) as failure:  # noqa: BLE001 - the guard that makes a bug a sentence
        code, sentence = _told(failure)
        complain(sentence)
    return code


def _told(failure: BaseException) -> tuple[int, str]:
    """The exit code of a failure, and its sentence."""
    match failure:
        case UsageProblem():
            return USAGE, str(failure)
        case ShopdeskError():
            return FAILED, sentence_of(failure)
        case KeyboardInterrupt():
            return INTERRUPTED, "Stopped; run it again, it goes on where it was."
        case _:
            return BUG, _tell_bug(failure)


def _run(
    arguments: Sequence[str],
    open_shop: Callable[[], AbstractContextManager[CliShop]],
    backups: KeptBackups | None,
) -> int:
    options = parsed(arguments)
    if options.data is not None:
        raise UsageProblem("--data DIR goes first, before everything else.")
    command = options.command
    if command.alone is not None and backups is not None:
        done: int | None = command.alone(options, backups)
        if done is not None:
            return done
    with open_shop() as shop, hold_folder(shop.data_folder) if command.writes else nullcontext():
        code: int = command.run(options, shop)
        return code


def _tell_bug(bug: BaseException) -> str:
    """Write the whole failure into the log; returns the sentence that names the log."""
    files = [h.baseFilename for h in logging.getLogger().handlers if isinstance(h, logging.FileHandler)]
    if not files:
        return f"Something went wrong that should not ({type(bug).__name__}); please report it."
    _log.error("A command failed", exc_info=bug)
    return f"Something went wrong that should not ({type(bug).__name__}); please report it with the log {files[-1]}."


def _forget_stdout() -> None:
    """Nobody reads any more: let what is still buffered go nowhere, without a complaint at the end of the process."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
