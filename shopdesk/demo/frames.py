"""What marketplaces put round a customer's words: their mails as text and HTML."""

from __future__ import annotations

import hashlib
import json
from html import escape
from pathlib import Path
from string import Template

from shopdesk.demo.samples import Frame, Sample


class FrameTexts:
    """The frames of a folder: ``NAME.txt``, ``NAME.html`` and ``words.json``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words: dict[str, dict[str, str]] = json.loads((folder / "words.json").read_text(encoding="utf-8"))

    def fill(self, sample: Sample, text: str) -> tuple[str, str]:
        """Text and HTML of a marketplace's mail round these words; the HTML may be empty."""
        words = self._words.get(sample.language, self._words["en"])
        values = {
            **{name: value for name, value in words.items() if name not in ("order", "item")},
            "order_label": words["order"],
            "item_label": words["item"],
            "order": sample.order,
            "item": sample.item,
            "name": sample.name,
            "address": sample.address,
            "country": {"zh": "CN", "de": "DE", "es": "ES", "ja": "JP"}.get(sample.language, "GB"),
            "reference": hashlib.sha256(sample.id.encode()).hexdigest()[:20],
            "subject": sample.subject,
            "text": text,
        }
        plain = self._template(sample.frame, "txt").substitute(values)
        html_values = {name: escape(value).replace("\n", "<br>") for name, value in values.items()}
        html = self._template(sample.frame, "html").substitute(html_values)
        return plain, html

    def subject(self, sample: Sample) -> str:
        """The subject as the marketplace writes it."""
        if sample.frame is not Frame.AMAZON:
            return sample.subject
        words = self._words.get(sample.language, self._words["en"])
        return f"{sample.subject} {Template(words['subject']).substitute(order=sample.order)}"

    def _template(self, frame: Frame, kind: str) -> Template:
        file = self._folder / f"{frame.value}.{kind}"
        return Template(file.read_text(encoding="utf-8") if file.exists() else "")
