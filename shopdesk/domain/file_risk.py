"""What may happen to somebody who opens a file of a stranger."""

from enum import StrEnum


class FileRisk(StrEnum):
    """Why opening a file deserves a question first."""

    NONE = "none"
    PROGRAM = "program"
    """It can run a program: executables, scripts, links, disk images."""
    DISGUISED = "disguised"
    """A program that looks like something else, such as a second ending or a picture's name."""
    MACROS = "macros"
    """A document with a program in it."""
    WEB_PAGE = "web_page"
    """It opens in the browser and may imitate a page to sign in."""
    LOCKED = "locked"
    """An archive with a password: nothing that checks mails for viruses could look into it."""
    HOLDS_PROGRAM = "holds_program"
    """An archive with a program in it."""
