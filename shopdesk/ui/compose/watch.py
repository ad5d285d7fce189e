"""Looks at the open draft after each pause, off the screen's thread; newer words make an older look worthless."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.reply_check.facts import CheckResult, Finding, Part
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import ReplyCheckDesk
from shopdesk.ui.compose.check_lines import is_good, lines_of, objections, with_named_file
from shopdesk.ui.compose.composer import Composer
from shopdesk.ui.compose.keeping import place_of
from shopdesk.ui.compose.presenter import ComposePresenter
from shopdesk.ui.finding_texts import finding_text
from shopdesk.ui.words import translate

PAUSE_MS = 300


class ReplyWatch(QObject):
    """One for a composer."""

    def __init__(
        self,
        composer: Composer,
        presenter: ComposePresenter,
        check: Callable[[], ReplyCheckDesk],
        reading: WorkLane,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._presenter = presenter
        self._check = check
        self._reading = reading
        self._asked = 0
        self._draft: Draft | None = None
        self._result: CheckResult | None = None
        self._objected: set[object] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        composer.edited.connect(self._wake)
        composer.opened.connect(self._begin)
        composer.check.pointed.connect(self._point)
        composer.check.dismissed.connect(self._dismiss)

    def look(self) -> None:
        """Look at what is written now."""
        draft = self._presenter.draft
        if draft is None or draft.kind is DraftKind.NOTE:
            self._composer.check.clear()
            return
        draft = self._composer.read(draft)
        asked = self._asked = self._asked + 1

        def work() -> CheckResult | None:
            return with_named_file(self._check().check(draft), draft) if asked == self._asked else None

        def done(result: CheckResult | None) -> None:
            if result is not None and asked == self._asked:
                self._show(draft, result)

        self._reading.submit(work, done)

    def lets_go(self, draft: Draft, again: Callable[[], None]) -> bool:
        """Whether a draft may be sent without a question; each thing is asked about once.

        When the rules were never asked before, they are asked first, and `again` is called when they answered.
        """
        if draft.kind is DraftKind.NOTE:
            return True
        if self._result is None:
            self._pause.stop()
            self._first_look(draft, again)
            return False
        result = self._result
        if self._draft is None or _words_of(self._draft) != _words_of(draft):
            result = with_named_file(self._check().check(draft), draft)
            self._show(draft, result)
        found = [one for one in objections(result, draft.dismissed) if (place_of(draft), one.key) not in self._objected]
        if not found:
            return True
        self._objected.update((place_of(draft), one.key) for one in found)
        sent = translate("ReplyCheck", "Send once more to send it as it is.")
        self._composer.say("warning", f"{finding_text(found[0])} {sent}")
        self._point(found[0])
        return False

    # --- inside ---------------------------------------------------------------------------------------------

    def _first_look(self, draft: Draft, again: Callable[[], None]) -> None:
        def answered(result: CheckResult) -> None:
            self._result, self._draft = result, draft
            if self._presenter.draft is not None and place_of(self._presenter.draft) == place_of(draft):
                again()

        self._asked += 1
        self._reading.submit(
            lambda: with_named_file(self._check().check(draft), draft), answered, lambda _: answered(CheckResult())
        )

    def _begin(self) -> None:
        """Another draft is open."""
        self._asked += 1
        self._draft = None
        self._composer.check.clear()
        self._objected.clear()
        self._pause.start()

    def _wake(self) -> None:
        self._asked += 1
        self._pause.start()

    def _show(self, draft: Draft, result: CheckResult) -> None:
        self._draft, self._result = draft, result
        lines = lines_of(result, draft.dismissed)
        self._composer.check.show_lines(lines, good=is_good(result, lines))

    def _dismiss(self, keys: tuple[str, ...]) -> None:
        self._presenter.dismiss(keys)
        if self._result is not None and self._presenter.draft is not None:
            self._show(self._presenter.draft, self._result)

    def _point(self, finding: Finding) -> None:
        """Put the caret where it is; what was moved by later words is looked for."""
        if finding.part is Part.SUBJECT:
            self._composer.point_at_subject()
            return
        body, start, length = self._composer.text.body, 0, 0
        if finding.part is Part.BODY and finding.length:
            start, length = finding.start, finding.length
            word = finding.words[0] if finding.words else ""
            if word and body[start : start + length] != word:
                start = body.find(word)
                length = len(word) if start >= 0 else 0
        self._composer.text.point_at(max(start, 0), length)


def _words_of(draft: Draft) -> tuple[object, ...]:
    """What the rules look at."""
    return draft.body, draft.subject, draft.to, draft.cc, draft.sender, draft.mailbox_id, draft.files, draft.kind
