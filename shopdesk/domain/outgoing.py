"""A mail as a person wants it to leave, before it is made into bytes."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.domain.message import Address


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file that goes along."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """What a mail is made of; whoever writes it makes it safe for headers."""

    sender: Address
    to: tuple[Address, ...]
    subject: str
    text: str
    message_id: str
    date: datetime
    """With a zone: the writer's own."""
    cc: tuple[Address, ...] = ()
    quoted: str = ""
    """What is quoted under the text: a line that says who wrote it when, then lines that begin with "> "."""
    files: tuple[OutgoingFile, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()


_WROTE = {
    "en": "On {when}, {who} wrote:",
    "zh": "{who} 于 {when} 写道：",
    "de": "Am {when} schrieb {who}:",
    "fr": "Le {when}, {who} a écrit :",
    "es": "El {when}, {who} escribió:",
    "it": "Il {when}, {who} ha scritto:",
    "pt": "Em {when}, {who} escreveu:",
    "nl": "Op {when} schreef {who}:",
    "ja": "{when}、{who} のメッセージ：",
}


def attribution(language: str, who: str, when: datetime) -> str:
    """The line above a quoted message. In: a language such as `de` or `zh_CN` (another one: English), a local time."""
    words = _WROTE.get(language.replace("-", "_").partition("_")[0].casefold(), _WROTE["en"])
    return words.replace("{when}", f"{when:%Y-%m-%d %H:%M}").replace("{who}", who)


def quoted(text: str, head: str) -> str:
    """A message as it stands under an answer. In: its plain text, and the line that says who wrote it when."""
    lines = text.rstrip().split("\n")
    return "\n".join([head, *(f"> {line}" if line else ">" for line in lines)])
