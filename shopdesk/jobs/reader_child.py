"""The child's side of `readers`: reads what it is asked until nobody asks any more."""

import gc
from typing import IO

from shopdesk.jobs.reader_pipe import READY, read_request, write_answer
from shopdesk.services.reading import Readers


def serve_reading(readers: Readers, asked: IO[bytes], answers: IO[bytes]) -> None:
    """Read what is asked until the pipe is closed."""
    answers.write(READY)
    answers.flush()
    # Looking for garbage among the thousands of facts of a batch finds none and takes a tenth of the time.
    gc.disable()
    try:
        while True:
            write_answer(answers, list(readers.begin(read_request(asked))()))
            gc.collect(1)
    except EOFError:
        return
    finally:
        gc.enable()
