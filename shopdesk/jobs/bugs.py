"""How an unexpected failure is told to the window: what and where, never with contents."""

from pathlib import PurePath
from traceback import extract_tb

from shopdesk.jobs.link import Bug


def bug_of(error: BaseException) -> Bug:
    """Class of the exception and innermost line; its text may hold mail or secrets and stays in the log."""
    frames = extract_tb(error.__traceback__)
    where = f" in {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Bug(f"{type(error).__name__}{where}")
