"""Finds the signature of the open draft, again when it comes from another mailbox."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from shopdesk.domain.draft import Draft
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import SignatureDesk
from shopdesk.ui.compose.composer import Composer
from shopdesk.ui.compose.presenter import ComposePresenter


class Signing(QObject):
    """One for a composer."""

    def __init__(
        self,
        composer: Composer,
        presenter: ComposePresenter,
        signatures: Callable[[], SignatureDesk],
        reading: WorkLane,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._presenter = presenter
        self._signatures = signatures
        self._reading = reading
        self._looked_for: object = None
        composer.opened.connect(self._begin)
        composer.edited.connect(self._look)
        composer.signature.toggled.connect(self._toggle)

    def _begin(self) -> None:
        self._looked_for = None
        self._look()

    def _look(self) -> None:
        """Cheap while nothing changed that a signature goes by: it is asked with every key."""
        draft = self._presenter.draft
        if draft is None or self._looked_for == _reason(draft):
            return
        reason = self._looked_for = _reason(draft)

        def done(text: str) -> None:
            if self._looked_for == reason:
                self._composer.show_signature(text, signed=draft.signed)

        self._reading.submit(lambda: self._signatures().text_for(draft), done)

    def _toggle(self, signed: bool) -> None:
        presenter = self._presenter
        if presenter.draft is not None:
            presenter.draft = replace(presenter.draft, signed=signed)
            presenter.keep()
            self._look()
            self._composer.edited.emit()


def _reason(draft: Draft) -> tuple[object, ...]:
    return draft.mailbox_id, draft.sender, draft.kind, draft.signed, draft.conversation_id
