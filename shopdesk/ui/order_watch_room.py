"""Connects the page of orders that need somebody: its rules, and mails to their customers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shiboken6 import isValid

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import DraftId
from shopdesk.domain.message import Address
from shopdesk.ui.orders.watch_page import WatchPage

if TYPE_CHECKING:
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.domain.order import WritingAbout
    from shopdesk.domain.template import Template
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.sending_room import SendingRoom
    from shopdesk.ui.surroundings import Surroundings
    from shopdesk.ui.writing_seat import WritingSeat

Answers = Callable[[], "SendingRoom | None"]


def watch_page(
    desk: "Desk",
    around: "Surroundings",
    answers: Answers,
    show: "Callable[[Conversation], None]",
    bring_in: Callable[[], None],
) -> WatchPage:
    """The page. In: where answers are written, what turns to a conversation, what opens the import of orders."""
    lanes = (around.lanes.reading, around.lanes.writing)
    page = WatchPage(
        desk.orders, lambda: desk.templates.all(), around.theme, lanes, around.now,  # noqa: PLW0108 - not made before
        lambda: around.languages.current,
    )  # fmt: skip

    def ask_rules() -> None:
        from shopdesk.ui.orders.rules_popover import RulesPopover

        shown = page.presenter.shown
        if shown is not None:
            popover = RulesPopover(around.theme, page.window(), shown.rules)
            popover.saved.connect(page.presenter.set_rules)
            popover.show_rules()

    def write(about: "WritingAbout", template: "Template | None") -> None:
        room = answers()
        if room is not None:
            OrderWriting(room, desk, around, show).write(about, template)

    page.writing_asked.connect(write)
    page.import_asked.connect(bring_in)
    page.rules_asked.connect(ask_rules)
    return page


class OrderWriting:
    """Writes about an order: in the customer's conversation, else in a new mail; with a template where one fits."""

    def __init__(
        self, answers: "SendingRoom", desk: "Desk", around: "Surroundings", show: "Callable[[Conversation], None]"
    ) -> None:
        """In: what turns to a conversation."""
        self._answers = answers
        self._desk = desk
        self._around = around
        self._show = show

    def write(self, about: "WritingAbout", template: "Template | None") -> None:
        """Open what is written in; the template comes right after."""
        reading, number = self._around.lanes.reading, about.conversation
        if number is not None:
            found = [number]
            rows = self._desk.conversations
            reading.submit(lambda: rows.rows(found), lambda shown: self._answer(shown, about, template))
        elif about.email:
            mailboxes = self._desk.mailboxes
            reading.submit(mailboxes.all, lambda known: self._begin(known, about, template))

    # --- inside -----------------------------------------------------------------------------------------------

    def _answer(self, rows: "Sequence[Conversation]", about: "WritingAbout", template: "Template | None") -> None:
        for row in rows if isValid(self._answers) else ():  # the answer may come when the window is gone
            self._show(row)
            self._answers.write(DraftKind.REPLY)
            if self._answers.seat.presenter.draft is not None:
                self._insert(self._answers.seat, row.id, about, template)

    def _begin(self, mailboxes: "Sequence[Mailbox]", about: "WritingAbout", template: "Template | None") -> None:
        if not mailboxes or not isValid(self._answers):
            return
        draft = Draft(DraftId(0), DraftKind.NEW, mailboxes[0].id, to=(Address(about.name, about.email),))
        seat = self._answers.write_new(mailboxes, draft)
        self._insert(seat, None, about, template)

    @staticmethod
    def _insert(
        seat: "WritingSeat", home: "ConversationId | None", about: "WritingAbout", template: "Template | None"
    ) -> None:
        draft = seat.presenter.draft
        if template is not None and draft is not None and draft.conversation_id == home:
            seat.picker.put(template, about.values)
