"""A mail that answers nothing, in a window of its own."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import DraftId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.compose.composer import Composer
from shopdesk.ui.compose.presenter import ComposePresenter
from shopdesk.ui.desk import Desk
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

_SIZE = (700, 560)
_CHROME = 120


class NewMail(QDialog):
    """A composer, and which shop it comes from when there are several."""

    left = Signal()
    """It is being closed; what was written is to be kept."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme.px
        self.setProperty("kind", "surface")
        self.setWindowTitle(translate("Composer", "New mail"))
        self.resize(px(_SIZE[0]), px(_SIZE[1]))
        self.composer = Composer(theme)
        self.composer.room = lambda: 2 * (self.height() - px(_CHROME))
        self.shops = QComboBox()
        self.shops.setAccessibleName(translate("Composer", "From"))
        self._mailboxes: Sequence[Mailbox] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.shops)
        column.addWidget(self.composer)
        column.addStretch(1)

    def begin(self, presenter: ComposePresenter, mailboxes: Sequence[Mailbox], unfinished: Draft | None) -> None:
        """Go on with an unfinished one, or begin one from the first mailbox."""
        self._mailboxes = mailboxes
        draft = unfinished or Draft(DraftId(0), DraftKind.NEW, mailboxes[0].id)
        self.shops.addItems([f"{one.shown} <{one.address}>" for one in mailboxes])
        self.shops.setVisible(len(mailboxes) > 1)
        places = [place for place, one in enumerate(mailboxes) if one.id == draft.mailbox_id]
        self.shops.setCurrentIndex(places[0] if places else 0)
        self.shops.activated.connect(lambda place: self._comes_from(presenter, place))
        self.open()
        presenter.show(draft, take_keys=True)

    def _comes_from(self, presenter: ComposePresenter, place: int) -> None:
        if presenter.draft is not None:
            presenter.draft = replace(presenter.draft, mailbox_id=self._mailboxes[place].id, sender=None)
            presenter.keep()
            self.composer.edited.emit()

    @override
    def done(self, result: int) -> None:
        self.left.emit()
        super().done(result)


def begin_with(desk: Desk) -> Callable[[], tuple[Sequence[Mailbox], Draft | None]]:
    """What finds (in the reading lane) the mailboxes, and the unfinished mail that answers nothing."""

    def found() -> tuple[Sequence[Mailbox], Draft | None]:
        drafts = desk.replies.drafts()
        return desk.mailboxes.all(), next((one for one in drafts if one.conversation_id is None), None)

    return found
