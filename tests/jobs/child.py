"""An engine as a process of its own over a scripted shop: `python -m tests.jobs.child [stuck|long|bug|raw…]`."""

import sys
import time

from shopdesk.domain.changes import Changes
from shopdesk.jobs.beside import BesideLanes
from shopdesk.jobs.engine import run_engine
from shopdesk.jobs.event_writer import EventWriter
from tests.jobs.scripted_shop import ScriptedShop, never_ends


def announces(writer: EventWriter):
    def step(sync, number, session, control):
        writer.announce(Changes(conversations=frozenset({11, 12})))

    return step


def main(way: str) -> int:
    writer = EventWriter(sys.stdout)
    shop = ScriptedShop(1)
    scripts = {
        "stuck": lambda *_: time.sleep(60),
        "stuck beside": lambda *_: BesideLanes().start(lambda: time.sleep(60))(),
        "long": never_ends,
    }
    shop.sync.passes[1] = [scripts.get(way, announces(writer))]
    if way == "noisy":
        print("a library printed something", flush=True)  # noqa: T201
        print("x" * 3_000_000, flush=True)  # noqa: T201
        print("Traceback in the child", file=sys.stderr, flush=True)  # noqa: T201
    return run_engine(shop, sys.stdin, writer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
