"""What a window is made with, besides the shop."""

from typing import TYPE_CHECKING, NamedTuple

from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Now
from shopdesk.ui.preferences import Preferences
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.translation import Languages

if TYPE_CHECKING:
    from shopdesk.ui.conversation.outside import Opener


class Lanes(NamedTuple):
    """Where work off the screen's thread is done; their receivers are called in the screen's thread."""

    writing: WorkLane
    searching: WorkLane
    reading: WorkLane
    network: WorkLane
    """For what waits for other computers; its pieces do not wait for each other."""


class Surroundings(NamedTuple):
    """Look, language, settings, lanes, time, and the programs outside."""

    theme: Theme
    languages: Languages
    preferences: Preferences
    lanes: Lanes
    now: Now
    opener: "Opener"
