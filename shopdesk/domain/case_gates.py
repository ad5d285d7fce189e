"""What has to be filled before a case may go on; the lists come from a file that the shop may edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from shopdesk.domain.case import Case, CaseKind, Column, Resolution, Stage
from shopdesk.domain.case_fields import FIELDS, is_filled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Of = TypeVar("_Of", CaseKind, Resolution)

ALWAYS: Mapping[Stage, tuple[str, ...]] = {
    Stage.FOLLOWED_UP: ("follow_up_result",),
    Stage.ARCHIVED: ("follow_up_result", "root_cause", "lesson"),
}
"""What no file can take away: nothing is archived without how it ended, why it happened and what was learned."""


@dataclass(frozen=True, slots=True)
class Gates:
    """Fields to fill, by stage; some more for a kind, for a way of settling, for a column."""

    stages: Mapping[Stage, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[tuple[CaseKind, Stage], tuple[str, ...]] = field(default_factory=dict)
    resolutions: Mapping[tuple[Resolution, Stage], tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[Column, tuple[str, ...]] = field(default_factory=dict)

    def missing(self, case: Case, to: Stage, column: Column | None = None) -> tuple[str, ...]:
        """The empty fields among all that the way to a stage (and column) wants, in the order of the loop."""
        wanted = dict.fromkeys(self._on_the_way(case, to))
        if column is not None:
            wanted |= dict.fromkeys(self.columns.get(column, ()))
        return tuple(name for name in wanted if not is_filled(case, name))

    @staticmethod
    def needed(case: Case) -> tuple[str, ...]:
        """The empty fields without which it must not stand where it does, whatever the files say."""
        wanted = dict.fromkeys(
            name for stage in list(Stage)[: list(Stage).index(case.stage) + 1] for name in ALWAYS.get(stage, ())
        )
        return tuple(name for name in wanted if not is_filled(case, name))

    def _on_the_way(self, case: Case, to: Stage) -> list[str]:
        """Every gate up to there counts: who jumps over a stage must not jump over its gate."""
        names: list[str] = []
        for stage in list(Stage)[: list(Stage).index(to) + 1]:
            names += ALWAYS.get(stage, ())
            names += self.stages.get(stage, ())
            names += self.kinds.get((case.kind, stage), ())
            if case.resolution is not None:
                names += self.resolutions.get((case.resolution, stage), ())
        return names


def read_gates(content: object) -> Gates:
    """Gates from what a file holds; names that no case has are left out: nobody could ever fill them."""
    parts = _mapping(content)
    return Gates(
        stages={stage: _names(_mapping(parts.get("stages")).get(stage.value)) for stage in Stage},
        kinds=_by_stage(parts.get("kinds"), CaseKind),
        resolutions=_by_stage(parts.get("resolutions"), Resolution),
        columns={column: _names(_mapping(parts.get("columns")).get(column.value)) for column in Column},
    )


def _by_stage(content: object, of: type[_Of]) -> dict[tuple[_Of, Stage], tuple[str, ...]]:
    return {
        (one, stage): _names(_mapping(_mapping(content).get(one.value)).get(stage.value))
        for one in of
        for stage in Stage
    }


def _mapping(content: object) -> Mapping[str, object]:
    return content if isinstance(content, dict) else {}


def _names(content: object) -> tuple[str, ...]:
    listed: Sequence[object] = content if isinstance(content, list) else ()
    return tuple(name for name in listed if isinstance(name, str) and name in FIELDS)
