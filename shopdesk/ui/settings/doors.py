"""What the settings need of the shop and of the window around them."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.domain.ids import MailboxId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import MailboxDesk, Now, OutsideDesk
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.target_desk import TargetDesk
from shopdesk.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything that a page may need; the callables lead to other parts of the window."""

    theme: Theme
    preferences: Preferences
    now: Now
    mailboxes: MailboxDesk
    outside: OutsideDesk
    targets: TargetDesk
    reading: WorkLane
    writing: WorkLane
    waiting: WorkLane
    """For what waits for other computers, or takes long."""
    add_mailbox: Callable[[], object]
    mailboxes_changed: Callable[[], None]
    """The engine and the window look at the mailboxes again."""
    mailbox_removed: Callable[[], None]
    """The window forgets what a mailbox had."""
    look_for_mail: Callable[[MailboxId], object]
    """The engine begins a pass over a mailbox."""

    def write(self, work: Callable[[], object], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Do it in the store lane. In: `failed` gets a sentence."""
        self.writing.submit(work, lambda _: done(), lambda error: failed(error_text(error)))
