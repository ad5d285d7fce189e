"""What templates were, how often they were used, when somebody last looked them over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import Template
from shopdesk.services.ports import Clock, Store, Work
from shopdesk.services.template_shelf import ShelfKeeper

AGENT_SETTING, REVIEW_SETTING = "agent_name", "templates.review_days"
REVIEW_DAYS = 90


def author(work: Work, by: str) -> str:
    """Who changes a template: the one who is named, else whoever has the desk."""
    return by or work.settings.get(AGENT_SETTING) or ""


def due_for_review(work: Work, now: datetime, templates: Sequence[Template] | None = None) -> Sequence[Template]:
    """Those that nobody wrote or looked over for as many days as the shop chose; most used first, then oldest."""
    before = now - timedelta(days=review_days(work))
    seen = [(one.reviewed_at or one.changed_at, one) for one in templates or work.templates.all()]
    due = [(-one.uses, at, one.name, one) for at, one in seen if at is not None and at <= before]
    return [each[-1] for each in sorted(due, key=lambda each: each[:3])]


def review_days(work: Work) -> int:
    """After how many days a template is to be looked over."""
    text = work.settings.get(REVIEW_SETTING) or ""
    return int(text) if text.isascii() and text.isdigit() else REVIEW_DAYS


class TemplateHistory:
    """The part of the library that looks back."""

    def __init__(self, store: Store, clock: Clock, keeper: ShelfKeeper) -> None:
        self._store = store
        self._clock = clock
        self._keeper = keeper

    def versions(self, template: TemplateId) -> Sequence[Template]:
        """What it was and is, the newest first, each with who wrote it when."""
        with self._store.reading() as work:
            return work.templates.versions(template)

    def count_use(self, templates: Sequence[TemplateId]) -> None:
        """They were used in a reply that was queued."""
        with self._store.writing() as work:
            work.templates.count_use(templates)

    def mark_reviewed(self, template: TemplateId) -> None:
        """Somebody read it and found it right."""
        with self._store.writing() as work:
            work.templates.mark_reviewed(template, self._clock.now())
            work.touched(Changes(templates=True))

    def due_for_review(self, now: datetime) -> Sequence[Template]:
        """See the function of this name."""
        templates = self._keeper.shelf().templates
        with self._store.reading() as work:
            return due_for_review(work, now, templates)

    def review_days(self) -> int:
        """After how many days a template is to be looked over."""
        with self._store.reading() as work:
            return review_days(work)

    def review_after(self, days: int) -> None:
        """Choose it: 1 to 3650 days."""
        with self._store.writing() as work:
            work.settings.save(REVIEW_SETTING, str(min(max(days, 1), 3650)))
            work.touched(Changes(templates=True))
