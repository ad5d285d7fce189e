"""Gives way to the window and everything else on the computer."""

import logging
import os
import sys

_NICE = 10
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000

_log = logging.getLogger(__name__)


def lower_priority() -> None:
    """Lower this process's priority; when the system refuses, it stays as it is."""
    try:
        if sys.platform == "win32":
            import ctypes

            process = ctypes.windll.kernel32.GetCurrentProcess()
            ctypes.windll.kernel32.SetPriorityClass(process, _BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(max(_NICE - os.nice(0), 0))
    except OSError:
        _log.info("the priority could not be lowered", exc_info=True)
