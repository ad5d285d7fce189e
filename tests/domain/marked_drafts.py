"""Sixty drafts with the mails they answer, marked by reading, and the rules that come with the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from shopdesk.domain.reply_check.checking import check_reply
from shopdesk.domain.reply_check.facts import CheckResult, Rule, Situation
from shopdesk.domain.reply_check.rules import Rules, read_rules

ROOT = Path(__file__).parents[2]
FILES = ("drafts-en", "drafts-zh")
OURS = "hello@oakandlinen.example"


@cache
def rules() -> Rules:
    """What the program comes with."""
    return read_rules({path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "resources/rules").glob("*")})


def look(body: str, mail: str = "", **facts: Any) -> CheckResult:
    """Check a draft of a few words."""
    return check_reply(Situation(body=body, mail=mail, **facts), rules())


def found(body: str, mail: str = "", **facts: Any) -> set[str]:
    """Which rules say something."""
    return {rule.value for rule in look(body, mail, **facts).rules}


@dataclass(frozen=True)
class Marked:
    """One marked draft."""

    name: str
    situation: Situation
    marks: frozenset[str]
    questions: tuple[tuple[str, bool], ...]


def marked_drafts() -> list[Marked]:
    """All of them."""
    texts = [(ROOT / "tests/data" / f"{name}.json").read_text("utf-8") for name in FILES]
    return [_marked(each) for text in texts for each in json.loads(text)]


def _marked(each: dict[str, Any]) -> Marked:
    situation = Situation(
        body=each["body"],
        subject=each.get("draft_subject", f"Re: {each['subject']}"),
        sender=each.get("sender", OURS),
        has_files=bool(each.get("files")),
        mail=each["mail"],
        mail_subject=each["subject"],
        names=(each["name"],),
        orders=tuple(each["orders"]),
        market=each["market"],
        on_site=each["market"] == "etsy",
        approved=frozenset({OURS}),
    )
    questions = tuple((beginning, answered) for beginning, answered in each["questions"])
    return Marked(each["id"], situation, frozenset(each["marks"]), questions)


@dataclass
class Agreement:
    """How often reading and rules agree."""

    agreed: int = 0
    asked: int = 0
    hits: int = 0
    said: int = 0
    lines: list[str] | None = None

    def count(self, name: str, what: str, *, marked: bool, seen: bool) -> None:
        self.agreed += marked is seen
        self.asked += 1
        self.hits += marked and seen
        self.said += marked or seen
        if marked is not seen:
            self.lines = [*(self.lines or []), f"{name:40} {what:24} marked {marked!s:5} found {seen!s:5}"]

    @property
    def table(self) -> str:
        """Where they differ."""
        return "\n".join(["", *(self.lines or []), f"{self.agreed} of {self.asked} agree"])


def agreement_on_rules(drafts: list[Marked]) -> Agreement:
    """Over every rule and draft."""
    counted = Agreement()
    for draft in drafts:
        seen = {rule.value for rule in check_reply(draft.situation, rules()).rules}
        for rule in Rule:
            counted.count(draft.name, rule.value, marked=rule.value in draft.marks, seen=rule.value in seen)
    return counted


def agreement_on_questions(drafts: list[Marked]) -> Agreement:
    """Over every question that was marked or found; one that was missed or made up agrees with nothing."""
    counted = Agreement()
    for draft in drafts:
        left = list(check_reply(draft.situation, rules()).questions)
        for beginning, answered in draft.questions:
            question = next((one for one in left if beginning in one.text), None)
            seen = question.answered if question is not None else not answered
            counted.count(draft.name, beginning[:24], marked=answered, seen=seen)
            if question is not None:
                left.remove(question)
        for extra in left:
            counted.count(draft.name, extra.text[:24], marked=False, seen=True)
    return counted
