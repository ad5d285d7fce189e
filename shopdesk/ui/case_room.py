"""Connects the pages of cases with the rest of the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.message import Address
from shopdesk.ui.cases.case_page import CaseRoom
from shopdesk.ui.cases.forms import NewCaseForm
from shopdesk.ui.cases.page import CasesPage
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.case import Case
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.ids import ConversationId
    from shopdesk.ui.desk import Desk
    from shopdesk.ui.sending_room import SendingRoom
    from shopdesk.ui.surroundings import Surroundings

Tell = Callable[[str], None]
MOST_FOUND = 30


def cases_page(
    desk: "Desk",
    around: "Surroundings",
    show: "Callable[[Conversation], None]",
    answers: "Callable[[], SendingRoom | None]" = lambda: None,
) -> CasesPage:
    """The page of cases. In: what shows a conversation in the inbox, and where answers are written."""

    def go_to(number: "ConversationId") -> None:
        for row in desk.conversations.rows([number]):
            show(row)

    def answer(case: "Case", home: "ConversationId", key: str) -> None:
        where = answers()
        if where is not None:
            answer_with(desk, around, show, where, case, home, key)

    def room(page: QWidget) -> CaseRoom:
        return CaseRoom(
            desk=desk.cases,
            escalations=desk.escalations,
            payments=desk.payments,
            agents=desk.agents,
            open_conversation=desk.conversations.open,
            find=partial(find_conversations, desk),
            arrived=partial(arrived_at, desk),
            go_to=go_to,
            answer=answer,
            export=lambda case: export(desk, around, page, case),
            reading=around.lanes.reading,
            now=around.now,
        )

    lanes = around.lanes
    return CasesPage(
        desk.cases, room, around.theme, (lanes.reading, lanes.writing), around.now, around.preferences
    )


def answer_with(
    desk: "Desk", around: "Surroundings", show: "Callable[[Conversation], None]", answers: "SendingRoom",
    case: "Case", home: "ConversationId", key: str,
) -> None:  # fmt: skip
    """Begin an answer in a conversation of a case, with the template of a key where there is one."""
    from shopdesk.domain.order import WritingAbout
    from shopdesk.ui.order_watch_room import OrderWriting

    writing = OrderWriting(answers, desk, around, show)
    about = WritingAbout(home, case.customer_email, case.customer_name)
    around.lanes.reading.submit(
        lambda: next((one for one in desk.templates.all() if one.key == key), None),
        lambda template: writing.write(about, template),
    )


def arrived_at(desk: "Desk", case: "Case") -> "datetime | None":
    """When the order of a case arrived, if a file told so. Asked in the reader lane."""
    from shopdesk.domain.order import number_key

    wanted = number_key(case.order_number)
    orders = [order for home in desk.cases.homes(case.id) for order in desk.orders.beside(home).orders]
    return next((order.delivered_at for order in orders if wanted and number_key(order.number) == wanted), None)


def find_conversations(desk: "Desk", case: "Case", typed: str) -> "Sequence[Conversation]":
    """Conversations for a text; with nothing typed those of the case's customer. Asked in the reader lane."""
    if typed:
        return [found.conversation for found in desk.search.find(typed, MOST_FOUND)]
    if not case.customer_email:
        return ()
    return desk.customers.card(Address(case.customer_name, case.customer_email)).conversations[:MOST_FOUND]


def export(desk: "Desk", around: "Surroundings", page: QWidget, case: "Case") -> None:
    """Ask for a place and write the evidence pack there: a zip archive, or a PDF."""
    suggested = f"{case.number}.zip"
    kinds = "%1 (*.zip);;PDF (*.pdf)".replace("%1", translate("Cases", "Everything in a zip archive"))
    name, _ = QFileDialog.getSaveFileName(page, translate("Cases", "Evidence pack"), suggested, kinds)
    if name:
        write_pack(desk, around, page, case, Path(name))


def write_pack(desk: "Desk", around: "Surroundings", page: QWidget, case: "Case", path: Path) -> None:
    """Write the pack to a place, and say so."""
    if not isinstance(page, CasesPage):
        return
    words = translate("Cases", "Saved %1").replace("%1", path.name)
    reading, failed = around.lanes.reading, page.failed.emit
    if path.suffix.casefold() == ".pdf":
        reading.submit(lambda: desk.case_packs.page(case.id), lambda html: _printed(html, path, page, words), failed)
    else:
        reading.submit(lambda: desk.case_packs.write(case.id, path), lambda _: page.told.emit(words, ""), failed)


def _printed(html: str, path: Path, page: CasesPage, words: str) -> None:
    from shopdesk.ui.widgets.pdf import write_pdf

    try:
        write_pdf(html, path)
    except OSError as error:
        page.failed.emit(error)
    else:
        page.told.emit(words, "")


class NewCases:
    """Opens a case from the conversation that is read."""

    def __init__(
        self, window: QWidget, desk: "Desk", around: "Surroundings", tell: Tell, failed: Callable[[Exception], None]
    ) -> None:
        self._window = window
        self._desk = desk
        self._around = around
        self._tell = tell
        self._failed = failed
        self._team: Sequence[Agent] = ()
        self.form: NewCaseForm | None = None
        self.opened: Callable[[Case], None] = lambda _: None

    def begin(self, conversation: "ConversationId") -> None:
        """The form, filled from the mails."""
        reading = self._around.lanes.reading
        cases, agents = self._desk.cases, self._desk.agents
        reading.submit(lambda: (cases.propose(conversation), agents.all()), self._ask, self._failed)

    def _ask(self, proposed: "tuple[Case, Sequence[Agent]]") -> None:
        case, team = proposed
        form = NewCaseForm(self._around.theme, self._window, self._around.now, case, team)
        self._team = team
        form.created.connect(self._create)
        self.form = form
        form.show_form()

    def _create(self, case: "Case") -> None:
        def opened(kept: "Case") -> None:
            self._tell(translate("Cases", "%1 opened").replace("%1", kept.number))
            self.opened(kept)

        def refused(error: Exception) -> None:
            if isinstance(error, InputRefused):
                self._ask((case, self._team))
            else:
                self._failed(error)

        self._around.lanes.writing.submit(lambda: self._desk.cases.open(case), opened, refused)
