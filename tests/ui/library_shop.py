"""The sample shop with the real template service over a real database."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import finalize

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.services.templates import Templates
from shopdesk.storage.store import SqliteStore, open_store
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk


def _put_away(store: SqliteStore, folder: str) -> None:
    store.close()
    shutil.rmtree(folder, ignore_errors=True)


@dataclass(eq=False)
class LibraryShop(FakeDesk):
    """The sample shop with a library in a real database; `starter` comes in when it is asked for."""

    starter: Sequence[Template] = ()
    now: list[datetime] = field(default_factory=lambda: [NOW])

    @cached_property
    def store(self) -> SqliteStore:
        folder = tempfile.mkdtemp(prefix="library-")
        made = open_store(Path(folder), lambda _: None)
        finalize(self, _put_away, made, folder)
        with made.writing() as work:
            work.settings.save("templates.starter", "furnished")
        return made

    @cached_property
    def templates(self) -> Templates:  # type: ignore[override]
        doors = SimpleNamespace(reading=self.reading, writing=self.writing)
        return Templates(doors, SimpleNamespace(now=lambda: self.now[0]), lambda: self.starter)  # type: ignore[arg-type]

    @contextmanager
    def reading(self) -> Iterator[SimpleNamespace]:
        with self.store.reading() as work:
            yield self._with_people(work)

    @contextmanager
    def writing(self) -> Iterator[SimpleNamespace]:
        with self.store.writing() as work:
            yield self._with_people(work)

    def _with_people(self, work: Any) -> SimpleNamespace:
        """The library of the database, the conversations of the sample."""
        return SimpleNamespace(
            templates=work.templates,
            settings=work.settings,
            orders=work.orders,
            customers=work.customers,
            touched=work.touched,
            conversations=SimpleNamespace(get=self._row, messages=lambda number: self.messages.get(number, ())),
            mailboxes=SimpleNamespace(get=lambda _: self.all()[0], all=self.all),
        )

    def _row(self, number: int) -> object:
        if number not in self.all_rows:
            raise NotFound(str(number))
        return self.all_rows[number]


def library_shop(language: str = "en", templates: Sequence[Template] | None = None) -> LibraryShop:
    """The sample shop with five templates and a snippet."""
    sample = sample_desk(language)
    shop = LibraryShop(**{name: getattr(sample, name) for name in ("all_rows", "messages", "files", "mailbox_health")})
    with shop.store.writing() as work:
        for one in SAMPLE if templates is None else templates:
            number = work.templates.save(one, NOW - timedelta(days=30), "Lin")
            work.templates.mark_reviewed(number, NOW - timedelta(days=200 if one.key == "lost" else 10))
            for _ in range(one.uses if templates is None else 0):
                work.templates.count_use([number])
    return shop


DAMAGED = Template(
    TemplateId(0),
    "Damaged – replacement",
    "dmg",
    (
        Variant(
            "en",
            "Hi {{ customer.first_name }},\n\n"
            "I am sorry the parcel of order {{ order.number }} arrived damaged. We send you a new one today, free of"
            " charge — it reaches you by {{ input.arrives }}.\n\nYou can keep the damaged one.\n\n"
            "{% render 'sig' %}",
            "About your order {{ order.number }}",
        ),
        Variant("zh", "{{ customer.name }}您好！\n\n很抱歉包裹破损。我们今天免费补发，{{ input.arrives }} 前送达。"),
        Variant("de", "Hallo {{ customer.first_name }},\n\nes tut mir leid, dass das Paket beschädigt ankam."),
    ),
    topic="damage",
    tags=("amazon", "ebay"),
    next_state=ConversationState.WAITING,
    follow_up_days=3,
    inputs=(AskedInput("arrives", InputKind.DATE, "delivery date"),),
    uses=46,
)
SAMPLE = (
    DAMAGED,
    Template(TemplateId(0), "Ask for photos", "pic", (Variant("en", "Could you send us a photo?"),), "damage", uses=28),
    Template(
        TemplateId(0), "Return label", "rma",
        (Variant("en", "Here is your label."), Variant("de", "Hier ist Ihr Etikett.")), "return", uses=19,
    ),
    Template(
        TemplateId(0), "Lost parcel – search opened", "lost",
        (Variant("en", "We opened a search today."),), "delivery", ("dhl",), uses=9,
    ),
    Template(TemplateId(0), "补发通知", "bufa", (Variant("zh", "您好，我们今天补发。"),), "damage"),
    Template(TemplateId(0), "Signature", "sig", (Variant("en", "Best wishes\n{{ shop.name }}"),), is_snippet=True),
)  # fmt: skip
