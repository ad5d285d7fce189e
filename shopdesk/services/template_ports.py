"""The door to the template library; storage fits it by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from shopdesk.domain.ids import TemplateId
    from shopdesk.domain.template import Template


class TemplateRepository(Protocol):
    """The template library."""

    def all(self) -> Sequence[Template]: ...
    def get(self, template: TemplateId) -> Template:
        """Also a deleted one; raises `NotFound`."""

    def by_key(self, key: str) -> Template | None: ...
    def save(self, template: Template, at: datetime, by: str) -> TemplateId:
        """A new one when its id is 0; this version of it is kept."""

    def versions(self, template: TemplateId) -> Sequence[Template]:
        """What it was, the newest first."""

    def delete(self, template: TemplateId, at: datetime) -> None: ...
    def restore(self, template: TemplateId) -> None: ...
    def mark_reviewed(self, template: TemplateId, at: datetime) -> None: ...
    def count_use(self, templates: Sequence[TemplateId], by: int = 1) -> None: ...
    def stamp(self) -> tuple[int, int, int]:
        """How often templates were reviewed, changed and used: the same as long as nothing is new."""

    def newest(self) -> Mapping[TemplateId, int]:
        """The number of the newest version of every template that is not deleted."""

    def some(self, templates: Sequence[TemplateId]) -> Sequence[Template]:
        """Templates by their numbers, by name."""

    def uses(self) -> Mapping[TemplateId, int]:
        """How often templates were used; those that never were are not in it."""

    def file(self, content_id: int) -> bytes:
        """The bytes of a template's file; raises `NotFound`."""

    def files_here(self, digests: Sequence[bytes]) -> Mapping[bytes, int]:
        """Which contents are here, by their SHA-256."""

    def starters(self) -> frozenset[str]:
        """Names in the starter pack of everything that ever came from it."""
