"""What a process that reads mails starts with: a sync waits for it, so nothing that others need is imported here."""

import gc
import signal
import sys


def start_reader() -> int:
    """A child of the engine that reads mails: they come in by standard input, readings go out by standard output."""
    # Ctrl-C in a terminal reaches all its processes; whoever asked for readings ends this one by closing its pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # nothing is thrown away while modules are made
    from shopdesk.jobs.reader_child import serve_reading
    from shopdesk.mail.read_mime import read_mail
    from shopdesk.services.reading import ReadHere

    answers, sys.stdout = sys.stdout, sys.stderr  # a stray print must not end up between the readings
    serve_reading(ReadHere(read_mail), sys.stdin.buffer, answers.buffer)
    return 0
