"""Short mails of customers, marked by reading before any rule was written, and the rules of the program."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from shopdesk.domain.mail_rules import MailRules, read_mail_rules
from shopdesk.domain.mail_weighing import read_mail
from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import MailReading

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh", "de", "es", "fr", "ja")


@cache
def rules() -> MailRules:
    """What the program comes with."""
    files = (ROOT / "resources/topics").glob("*.json")
    return read_mail_rules({path.stem: json.loads(path.read_text("utf-8")) for path in files})


def read(text: str, subject: str = "", again: int = 0) -> MailReading:
    """Read a mail of a few words."""
    return read_mail(rules(), subject, text, again)


@dataclass
class Score:
    """How often reading and rules agree."""

    mails: int = 0
    topics: int = 0
    moods: int = 0
    urgent: int = 0
    angry: int = 0
    angry_found: int = 0
    calm_or_unhappy: int = 0
    falsely_angry: int = 0
    without_reason: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def count(self, one: dict[str, str], reading: MailReading) -> None:
        self.mails += 1
        self.topics += reading.topic == one["topic"]
        self.moods += reading.mood == one["mood"]
        self.urgent += reading.urgent == one["urgent"]
        is_angry = one["mood"] == "angry"
        self.angry += is_angry
        self.angry_found += is_angry and reading.mood is Mood.ANGRY
        self.calm_or_unhappy += not is_angry
        self.falsely_angry += not is_angry and reading.mood is Mood.ANGRY
        if (reading.topic or reading.mood is not Mood.CALM or reading.urgent) and not reading.reasons:
            self.without_reason.append(one["id"])
        if reading.topic != one["topic"] or reading.mood != one["mood"]:
            told = " | ".join(reason.word for reason in reading.reasons)
            found = f"{reading.topic or '-'}/{reading.mood}"
            self.misses.append(f"{one['id']}: marked {one['topic']}/{one['mood']}, found {found} ({told})")

    @property
    def table(self) -> str:
        """The figures, and where they differ."""
        return "\n".join(
            [
                f"of {self.mails} mails: topics {self.topics}, moods {self.moods}, urgency {self.urgent}",
                f"angry {self.angry_found} of {self.angry}, falsely {self.falsely_angry} of {self.calm_or_unhappy}",
                *self.misses,
            ]
        )


def score(*names: str) -> Score:
    """Read all mails of some files."""
    counted = Score()
    for name in names:
        for one in json.loads((ROOT / f"tests/data/topics/{name}.json").read_text("utf-8")):
            counted.count(one, read(one["text"], one["subject"]))
    return counted
