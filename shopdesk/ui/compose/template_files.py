"""The files of templates in the open draft: they come with the words, and go when the words are undone."""

from collections.abc import Callable, Sequence

from shopdesk.domain.draft import Draft, DraftFile
from shopdesk.domain.filling import Filled
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import TemplateFile
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import TemplateDesk
from shopdesk.ui.compose.keeping import Place, place_of
from shopdesk.ui.compose.presenter import ComposePresenter


class TemplateFiles:
    """Remembers what came with which template, as long as one draft is open."""

    def __init__(
        self, presenter: ComposePresenter, templates: Callable[[], TemplateDesk], reading: WorkLane
    ) -> None:
        self._presenter = presenter
        self._templates = templates
        self._reading = reading
        self._place: Place | None = None
        self._known: dict[TemplateId, Sequence[TemplateFile]] = {}
        self._here: dict[TemplateId, list[DraftFile]] = {}

    def inserted(self, filled: Filled) -> None:
        """The words of a template stand in the draft now; what goes along is taken once."""
        if self._presenter.draft is None or not filled.files:
            return
        place = place_of(self._presenter.draft)
        if place != self._place:
            self._place = place
            self._known.clear()
            self._here.clear()
        self._known[filled.template_id] = filled.files
        if filled.template_id not in self._here:
            self._take(filled.template_id)

    def follow(self, facts: Draft) -> None:
        """An insertion was undone, or done again: these facts hold now."""
        if place_of(facts) != self._place:
            return
        for template in self._known:
            if template in facts.template_ids and template not in self._here:
                self._take(template)
            elif template not in facts.template_ids:
                for file in self._here.pop(template, []):
                    self._presenter.remove_file(file)

    def _take(self, template: TemplateId) -> None:
        self._here[template] = []
        files, place, desk = self._known[template], self._place, self._templates

        def got(contents: Sequence[bytes]) -> None:
            now = self._presenter.draft
            if now is None or place_of(now) != place:
                return
            for file, content in zip(files, contents, strict=True):
                self._presenter.add_file(
                    file.name, file.media_type, content, lambda kept: self._taken(template, kept)
                )

        failed = self._presenter.keeping.on_failure
        self._reading.submit(lambda: [desk().file(one.content_id) for one in files], got, failed)

    def _taken(self, template: TemplateId, file: DraftFile) -> None:
        if template in self._here:
            self._here[template].append(file)
        else:
            self._presenter.remove_file(file)  # undone meanwhile
