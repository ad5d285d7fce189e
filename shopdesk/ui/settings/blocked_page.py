"""Whose mails ask for nothing; each sender can be heard again, and that can be taken back."""

from collections.abc import Callable

from shopdesk.domain.blocking import BlockedSender
from shopdesk.ui.customer_desk import BlockingDesk
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.settings.list_page import ListDeeds, ListPage, ListWords
from shopdesk.ui.words import since_time, translate


class BlockedPage(ListPage[BlockedSender]):
    """Conversations add to the list."""

    def __init__(
        self, doors: Doors, blocking: BlockingDesk, unblock: Callable[[BlockedSender], None], undo: Callable[[], bool]
    ) -> None:
        """In: see `ListDeeds`."""
        words: ListWords[BlockedSender] = ListWords(
            heading=lambda: translate("People", "Blocked senders"),
            hint=lambda: translate(
                "People",
                "Their mails are kept and found by the search, but they stand among the notices, ask for no answer and "
                "ring no bell.",
            ),
            empty=_empty_words,
            title=_shown,
            detail=lambda one: translate("People", "since %1").replace("%1", since_time(one.blocked_at, doors.now())),
            off=_off_words,
            taken_off=_heard_words,
            is_back=lambda: translate("People", "Blocked again."),
        )
        super().__init__(doors, ListDeeds(blocking.all, unblock, undo), words, "check")


def _empty_words() -> str:
    return translate("People", "Nobody. %1 above a conversation puts its sender here.").replace("%1", "Shift+B")


def _off_words(sender: BlockedSender) -> tuple[str, str]:
    return translate("People", "Unblock"), translate("People", "Unblock %1").replace("%1", _shown(sender))


def _heard_words(sender: BlockedSender) -> str:
    words = translate("People", "%1 is heard again, also with what came meanwhile.")
    return words.replace("%1", _shown(sender))


def _shown(sender: BlockedSender) -> str:
    return translate("People", "Everybody at %1").replace("%1", sender.key[1:]) if sender.is_domain else sender.key
