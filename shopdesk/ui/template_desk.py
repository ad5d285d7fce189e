"""What the page of templates asks of the library; `services.templates.Templates` fits it by shape."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from shopdesk.ui.answer_desk import TemplateDesk

if TYPE_CHECKING:
    from shopdesk.domain.filling import Filled
    from shopdesk.domain.ids import ConversationId, TemplateId
    from shopdesk.domain.template import Fault, Template


class LibraryDesk(TemplateDesk, Protocol):
    """Reads in the reading lane, writes in the store lane only."""

    def all(self) -> "Sequence[Template]": ...
    def get(self, template: "TemplateId") -> "Template": ...
    def save(self, template: "Template", by: str = "") -> "TemplateId": ...
    def delete(self, template: "TemplateId") -> None: ...
    def restore(self, template: "TemplateId") -> None: ...
    def versions(self, template: "TemplateId") -> "Sequence[Template]": ...
    def mark_reviewed(self, template: "TemplateId") -> None: ...
    def check(self, source: str, inputs: Sequence[str] = ()) -> "Sequence[Fault]": ...
    def preview(
        self,
        found: "Template",
        conversation: "ConversationId | None",
        answers: Mapping[str, str] | None = None,
        language: str | None = None,
        agent: str = "",
    ) -> "Filled": ...
