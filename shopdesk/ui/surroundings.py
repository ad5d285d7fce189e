"""What a window is made with, besides the shop."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shopdesk.jobs.lane import InlineLane, WorkLane
from shopdesk.ui.desk import Now
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import Languages

if TYPE_CHECKING:
    from shopdesk.ui.conversation.outside import Opener


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where work off the screen's thread is done; their receivers are called in the screen's thread."""

    writing: WorkLane
    searching: WorkLane
    reading: WorkLane
    network: WorkLane = field(default_factory=InlineLane)
    """For what waits for other computers; its pieces do not wait for each other."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Surroundings:
    """Look, language, settings, lanes, time, and the programs outside."""

    theme: Theme
    languages: Languages
    preferences: Preferences
    lanes: Lanes
    now: Now
    opener: "Opener"
