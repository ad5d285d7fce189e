"""The engine's small duties by the clock: mailboxes that came or went, snoozes, targets, the day, mails set aside."""

import logging
from collections.abc import Callable
from datetime import datetime

from shopdesk.domain.errors import Cancelled, ShopdeskError
from shopdesk.domain.ids import PlaceId
from shopdesk.jobs.bugs import bug_of
from shopdesk.jobs.control import LaneControl
from shopdesk.jobs.event_writer import EventWriter
from shopdesk.jobs.schedule import Alarm, utc_now
from shopdesk.jobs.shop import READ_IN_A_ROUND, RENEWED_IN_A_ROUND, EngineShop

_SOONER = 0.2

_log = logging.getLogger(__name__)


class Chores:
    """`run` is the one long work of the chores' lane; the other methods may be called from any thread."""

    def __init__(
        self,
        shop: EngineShop,
        events: EventWriter,
        reconcile: Callable[[], None],
        seconds_between: float,
        now: Callable[[], datetime] = utc_now,
        back_up: Callable[[], None] = lambda: None,
    ) -> None:
        self._shop = shop
        self._events = events
        self._seconds_between = seconds_between
        self._duties = (
            reconcile,
            self._wake_due,
            self._keep_targets,
            self._retry_set_aside,
            self._look_after_promises,
            self._keep_the_day,
            self._read_topics,
            self._renew_readings,
            back_up,
            self._look_for_orders,
        )
        self._alarm = Alarm(now)
        self._control = LaneControl(lambda _done, _total: None)
        self._first_round = True
        self._retry: set[PlaceId | None] = set()

    def hurry(self) -> None:
        """Do the round now."""
        self._alarm.ring()

    def retry_set_aside(self, place: PlaceId | None = None) -> None:
        """Read a mail again that was set aside, or all of them, now; may be called from any thread."""
        self._retry.add(place)
        self._alarm.ring()

    def cancel(self) -> None:
        """Finish the current duty and leave."""
        self._control.cancel()
        self._alarm.ring()

    def run(self) -> None:
        """One round after the other until `cancel`; raises nothing."""
        while not self._control.is_cancelled:
            self._alarm.reset()
            failed = [duty for duty in self._duties if not self._guarded(duty)]
            if not self._control.is_cancelled:
                self._alarm.wait(self._seconds_between * (_SOONER if failed else 1.0))

    def _guarded(self, duty: Callable[[], None]) -> bool:
        """One duty's failure must not keep the others from their turn; True when it went well."""
        try:
            self._control.stop_if_cancelled()
            duty()
            return True
        except Cancelled:
            return True
        except ShopdeskError as error:
            _log.warning("a chore failed and comes again: %s", error)
        except Exception as error:  # noqa: BLE001 - see above
            _log.error("unexpected failure in a chore", exc_info=error)
            self._events.send(bug_of(error))
        return False

    def _wake_due(self) -> None:
        self._shop.conversations.wake_due()

    def _keep_targets(self) -> None:
        self._shop.targets.keep_up()

    def _read_topics(self) -> None:
        """A few in each round, those that need a reply first: a first sync is not to wait for it."""
        self._shop.topics.reread(self._control, READ_IN_A_ROUND)

    def _renew_readings(self) -> None:
        self._shop.rereading.renew(self._control, RENEWED_IN_A_ROUND)

    def _look_after_promises(self) -> None:
        self._shop.promises.expire()

    def _keep_the_day(self) -> None:
        """After what may have taken something off its lists."""
        self._shop.day.keep_up()

    def _look_for_orders(self) -> None:
        """Last: a large file may take half a minute."""
        self._shop.order_folder.look(self._control)

    def _retry_set_aside(self) -> None:
        """All when asked to; in the first round those that only an older reader has seen."""
        wanted = {self._retry.pop() for _ in range(len(self._retry))}
        if None in wanted:
            self._shop.sync.retry_set_aside(self._control)
        elif wanted:
            for place in wanted:
                self._shop.sync.retry_set_aside(self._control, only=place)
        elif self._first_round:
            self._shop.sync.retry_set_aside(self._control, only_older_readers=True)
        self._first_round = False
