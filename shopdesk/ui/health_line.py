"""How all mailboxes together fare, as the one line under the list."""

from datetime import datetime

from shopdesk.ui.error_texts import short_problem
from shopdesk.ui.health.presenter import Board, Fix, MailboxLine, Standing
from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.words import translate


def foot_facts(board: Board) -> FootFacts:
    """The most important thing to say: what only a person can help with, an import, other trouble, the last sync."""
    count = len(board.lines)
    if board.engine_down:
        return FootFacts(FootKind.TROUBLE, trouble=translate("Inbox", "Sync stopped · Restart"), mailboxes=count)
    stopped = [line for line in board.troubled if line.standing is Standing.STOPPED]
    if stopped:
        return _trouble(stopped[0], count)
    importing = [line for line in board.lines if line.standing is Standing.IMPORTING]
    if importing:
        return _importing(importing, count)
    if board.troubled:
        return _passing_trouble(board, count)
    return _calm(board, count)


def _importing(lines: list[MailboxLine], count: int) -> FootFacts:
    known = [line.running for line in lines if line.running is not None and line.running.total]
    left = [one.left for one in known if one.left is not None]
    return FootFacts(
        FootKind.IMPORTING,
        done=sum(one.done for one in known),
        total=sum(one.total for one in known),
        left=max(left) if left and len(left) == len(known) else None,
        mailboxes=count,
    )


def _passing_trouble(board: Board, count: int) -> FootFacts:
    """What comes back by itself: one word for no connection at all, else the first trouble."""
    awake = [line for line in board.lines if line.standing is not Standing.PAUSED]
    if all(line.standing is Standing.OFFLINE for line in awake):
        return FootFacts(FootKind.OFFLINE, synced_at=_oldest(board), mailboxes=count)
    return _trouble(board.troubled[0], count)


def _trouble(line: MailboxLine, count: int) -> FootFacts:
    words = short_problem(line.health.problem, line.health.mailbox.shown)
    if line.fix not in (Fix.NONE, Fix.TRY_NOW):
        words = translate("Inbox", "%1 · Fix").replace("%1", words)
    return FootFacts(FootKind.TROUBLE, trouble=words, mailboxes=count)


def _calm(board: Board, count: int) -> FootFacts:
    if count and all(line.standing is Standing.PAUSED for line in board.lines):
        return FootFacts(FootKind.PAUSED, mailboxes=count)
    running = [line.running for line in board.lines if line.running is not None and line.running.total]
    synced = _oldest(board)
    return FootFacts(
        FootKind.QUIET if synced is None else FootKind.SYNCED,
        synced_at=synced,
        done=sum(one.done for one in running),
        total=sum(one.total for one in running),
        mailboxes=count,
    )


def _oldest(board: Board) -> datetime | None:
    """The last success of the mailbox that waits longest for another one."""
    times = [line.health.last_success for line in board.lines if line.standing is not Standing.PAUSED]
    return min((one for one in times if one is not None), default=None)
