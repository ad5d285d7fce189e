"""How old a backup is, and how it is brought back, in the person's language."""

import sys
from datetime import timedelta

from shopdesk.domain.backup import FAR_TOO_OLD, TOO_OLD
from shopdesk.ui.words import counted, translate

_HOUR = timedelta(hours=1)


def age_words(age: timedelta) -> str:
    """A length such as "6 hours" or "3 days"."""
    if age < _HOUR:
        return translate("Backup", "less than an hour")
    if age <= TOO_OLD:
        return counted(age // _HOUR, translate("Backup", "1 hour"), translate("Backup", "%1 hours"))
    return counted(age.days, translate("Backup", "1 day"), translate("Backup", "%1 days"))


def age_title(age: timedelta | None) -> str:
    """One line for a list."""
    if age is None:
        return translate("Backup", "No backup yet")
    return translate("Backup", "Backup: %1 old").replace("%1", age_words(age))


def age_pill(age: timedelta | None) -> tuple[str, str] | None:
    """(Tone, word) of what is to be worried about; None while all is well."""
    if age is None:
        return "amber", translate("Backup", "Missing")
    if age > FAR_TOO_OLD:
        return "red", translate("Backup", "Far too old")
    return ("amber", translate("Backup", "Old")) if age > TOO_OLD else None


def restore_command(folder: str) -> str:
    """What is typed on the new computer; the same program there reads it."""
    program = "python3 main.py"
    if getattr(sys, "frozen", False):
        program = "shopdesk" if sys.platform == "linux" else "shopdesk-cli"
    return f'{program} restore "{folder}"'
