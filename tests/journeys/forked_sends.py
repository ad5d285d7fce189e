"""Runs `outbox send` again and again in forks of one warm process and kills each after a given time.

`python -m tests.journeys.forked_sends DATA SECONDS…`; prints for each round whether it was killed at work.
"""

import os
import signal
import sys
import time

from shopdesk.app import sending
from shopdesk.app.main import main


def rounds(data: str, moments: list[float]) -> None:
    """One fork per moment."""
    for seconds in moments:
        child = os.fork()
        if child == 0:
            os._exit(main(["--data", data, "outbox", "send"]))
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else "ended\n")


if __name__ == "__main__":
    assert sending.make_outbox is not None  # what sending needs is imported once, before the forks
    rounds(sys.argv[1], [float(word) for word in sys.argv[2:]])
