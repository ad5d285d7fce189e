"""How all mailboxes together fare, as the one line under the list."""

from collections.abc import Mapping, Sequence

from shopdesk.domain.mailbox import Health, MailboxState
from shopdesk.ui.error_texts import short_problem
from shopdesk.ui.inbox.foot import FootFacts, FootKind

_BAD = {MailboxState.TROUBLE, MailboxState.SIGN_IN_NEEDED}


def foot_facts(health: Sequence[Health], progress: Mapping[int, tuple[int, int]]) -> FootFacts:
    """The most important thing to say. In: the mailboxes, and (done, total) of the running passes by mailbox number."""
    count = len(health)
    running = [pair for pair in progress.values() if pair[0] < pair[1]]
    if running:
        done, total = sum(pair[0] for pair in running), sum(pair[1] for pair in running)
        return FootFacts(FootKind.IMPORTING, done=done, total=total, mailboxes=count)
    bad = next((one for one in health if one.state in _BAD), None)
    if bad is not None:
        trouble = short_problem(bad.problem, bad.mailbox.shown)
        return FootFacts(FootKind.TROUBLE, trouble=trouble, mailboxes=count)
    synced = [one.last_success for one in health if one.last_success is not None]
    if synced:
        return FootFacts(FootKind.SYNCED, synced_at=min(synced), mailboxes=count)
    kind = FootKind.IMPORTING if any(one.state is MailboxState.IMPORTING for one in health) else FootKind.QUIET
    return FootFacts(kind, mailboxes=count)
