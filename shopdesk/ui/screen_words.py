"""What the inbox says on its calm page and in its toasts."""

from shopdesk.ui.inbox.presenter import InboxPresenter
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.widgets.calm_page import CalmWords
from shopdesk.ui.words import translate
from shopdesk.ui.writes import Deed


def deed_words(deed: Deed, count: int = 1) -> str:
    """What was done, and to how many conversations."""
    words = {
        Deed.DONE: translate("Toast", "Marked done"),
        Deed.SNOOZED: translate("Toast", "Snoozed"),
        Deed.WAITING: translate("Toast", "Waiting for the customer"),
        Deed.UNREAD: translate("Toast", "Marked unread"),
        Deed.READ: translate("Toast", "Marked read"),
        Deed.REOPENED: translate("Toast", "Back in Needs reply"),
        Deed.ANSWERED: translate("Toast", "Sent"),
        Deed.NOTE_ADDED: translate("Toast", "Note saved"),
        Deed.NOTE_CHANGED: translate("Toast", "Note changed"),
        Deed.NOTE_REMOVED: translate("Toast", "Note removed"),
        Deed.TAG_ADDED: translate("Toast", "Tag added"),
        Deed.TAG_REMOVED: translate("Toast", "Tag removed"),
        Deed.MERGED: translate("Toast", "Merged"),
        Deed.ASSIGNED: translate("Toast", "Assigned"),
        Deed.PROMISED: translate("Toast", "Promised"),
        Deed.PROMISE_KEPT: translate("Toast", "Promise kept"),
        Deed.PROMISE_MOVED: translate("Toast", "Promise moved"),
        Deed.PROMISE_BROKEN: translate("Toast", "Promise not kept"),
        Deed.CASE_LINKED: translate("Toast", "Linked with the case"),
        Deed.CASE_PARTED: translate("Toast", "Parted from the case"),
        Deed.JOINED: translate("Toast", "One customer now"),
        Deed.PARTED: translate("Toast", "Address parted"),
        Deed.BLOCKED: translate("Toast", "Sender blocked"),
        Deed.UNBLOCKED: translate("Toast", "Sender unblocked"),
        Deed.CORRECTED: translate("Toast", "Corrected and learned"),
        Deed.UNLEARNED: translate("Toast", "Lesson removed"),
        Deed.SPLIT: translate("Toast", "Split into two conversations"),
    }[deed]
    if count <= 1:
        return words
    many = translate("Toast", "%1 conversations").replace("%1", str(count))
    return f"{words} · {many}"


def undone_words(deed: Deed, count: int = 1) -> str:
    """What was taken back."""
    return translate("Toast", "Taken back: %1").replace("%1", deed_words(deed, count))


def calm_words(inbox: InboxPresenter, *, connected: bool) -> CalmWords:
    """What the calm page says when no conversation is open."""
    if not connected:
        return CalmWords(
            icon="store",
            title=translate("Calm", "Connect a mailbox to begin"),
            words=translate("Calm", "Your mail stays on this computer and with your mail provider."),
            button=translate("Calm", "Connect a mailbox"),
        )
    counts = inbox.totals
    if not (counts.needs_reply or counts.waiting or counts.snoozed or counts.done or counts.machines):
        return CalmWords(
            icon="mail",
            title=translate("Calm", "Your mail is on its way"),
            words=translate("Calm", "The newest conversations appear here first."),
        )
    if len(inbox.listing):
        return CalmWords(
            icon="inbox",
            title=translate("Calm", "Choose a conversation"),
            words=translate("Calm", "J and K go through the list, E marks done, H snoozes."),
        )
    if inbox.tab is Tab.NEEDS_REPLY and not inbox.is_searching:
        return CalmWords(
            icon="mail-check",
            title=translate("Calm", "You are all caught up"),
            words=translate("Calm", "Nobody is waiting for a reply."),
            button=translate("Calm", "See what is waiting") if counts.waiting else "",
        )
    return CalmWords(icon="inbox", title=translate("Calm", "Nothing here right now"), words="")
