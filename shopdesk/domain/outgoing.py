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
class OutgoingPicture:
    """A picture inside of the text: shown in the HTML half, in the plain half it is a file and some words."""

    file: OutgoingFile
    cid: str
    """Its Content-ID with angle brackets, unique everywhere."""
    words: str
    """What stands at its place where no picture can be shown."""


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
    signature: str = ""
    """Plain text that is put under the text, above what is quoted."""
    pictures: tuple[OutgoingPicture, ...] = ()
    """In the order of the `PICTURE` signs in `text`."""
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


_PICTURE = {
    "en": "picture",
    "zh": "图片",
    "de": "Bild",
    "fr": "image",
    "es": "imagen",
    "it": "immagine",
    "pt": "imagem",
    "nl": "afbeelding",
    "ja": "画像",
}


def picture_words(language: str, name: str) -> str:
    """What stands for a picture in plain text: "[picture: name]". In: a language as for `attribution`."""
    word = _PICTURE.get(language.replace("-", "_").partition("_")[0].casefold(), _PICTURE["en"])
    return f"[{word}: {' '.join(name.split())}]"


def attribution(language: str, who: str, when: datetime) -> str:
    """The line above a quoted message. In: a language such as `de` or `zh_CN` (another one: English), a local time."""
    words = _WROTE.get(language.replace("-", "_").partition("_")[0].casefold(), _WROTE["en"])
    return words.replace("{when}", f"{when:%Y-%m-%d %H:%M}").replace("{who}", who)


def quoted(text: str, head: str) -> str:
    """A message as it stands under an answer. In: its plain text, and the line that says who wrote it when."""
    lines = text.rstrip().split("\n")
    return "\n".join([head, *(f"> {line}" if line else ">" for line in lines)])
