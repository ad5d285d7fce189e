"""The sample shop with the real template service over a library in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.services.templates import Templates
from tests.ui.fakes import FakeDesk
from tests.ui.sample import NOW, sample_desk


@dataclass
class MemoryTemplates:
    """Fits `TemplateRepository`."""

    kept: dict[int, Template] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    past: dict[int, list[Template]] = field(default_factory=dict)
    changes: int = 0

    def all(self) -> Sequence[Template]:
        return sorted((one for one in self.kept.values() if one.id not in self.deleted), key=lambda one: one.name)

    def get(self, template: TemplateId) -> Template:
        if template not in self.kept:
            raise NotFound(f"template {template}")
        return self.kept[template]

    def by_key(self, key: str) -> Template | None:
        return next((one for one in self.all() if one.key == key), None)

    def save(self, template: Template, at: datetime, by: str) -> TemplateId:
        number = TemplateId(template.id or len(self.kept) + 1)
        before = self.kept.get(number)
        uses = before.uses if before is not None else template.uses
        saved = replace(template, id=number, uses=uses, changed_at=at, changed_by=by, reviewed_at=at)
        self.kept[number] = saved
        self.past.setdefault(number, []).insert(0, saved)
        self.changes += 1
        return number

    def versions(self, template: TemplateId) -> Sequence[Template]:
        return list(self.past.get(template, ()))

    def delete(self, template: TemplateId, at: datetime) -> None:
        self.deleted.add(template)
        self.changes += 1

    def restore(self, template: TemplateId) -> None:
        self.deleted.discard(template)
        self.changes += 1

    def mark_reviewed(self, template: TemplateId, at: datetime) -> None:
        self.kept[template] = replace(self.kept[template], reviewed_at=at)
        self.changes += 1

    def count_use(self, templates: Sequence[TemplateId]) -> None:
        for number in templates:
            self.kept[number] = replace(self.kept[number], uses=self.kept[number].uses + 1)

    def stamp(self) -> tuple[int, int]:
        return self.changes, sum(one.uses for one in self.kept.values())

    def uses(self) -> Mapping[TemplateId, int]:
        return {one.id: one.uses for one in self.kept.values()}

    def starters(self) -> frozenset[str]:
        return frozenset(one.starter for one in self.kept.values() if one.starter)


@dataclass
class LibraryShop(FakeDesk):
    """The sample shop; `repository` is its library, `starter` comes in when it is asked for."""

    repository: MemoryTemplates = field(default_factory=MemoryTemplates)
    starter: Sequence[Template] = ()
    now: list[datetime] = field(default_factory=lambda: [NOW])

    @property
    def templates(self) -> Templates:  # type: ignore[override]
        if not hasattr(self, "_service"):
            self._service = Templates(self, SimpleNamespace(now=lambda: self.now[0]), lambda: self.starter)  # type: ignore[arg-type]
        return self._service

    @contextmanager
    def reading(self) -> Iterator[SimpleNamespace]:
        conversations = SimpleNamespace(get=self._row, messages=lambda number: self.messages.get(number, ()))
        mailboxes = SimpleNamespace(get=lambda number: self.all()[0], all=self.all)
        settings = SimpleNamespace(get=lambda name: "furnished", save=lambda name, value: None)
        yield SimpleNamespace(
            templates=self.repository,
            conversations=conversations,
            mailboxes=mailboxes,
            settings=settings,
            touched=lambda changes: None,
        )

    writing = reading

    def _row(self, number: int) -> object:
        if number not in self.all_rows:
            raise NotFound(str(number))
        return self.all_rows[number]


def library_shop(language: str = "en", templates: Sequence[Template] | None = None) -> LibraryShop:
    """The sample shop with five templates and a snippet."""
    sample = sample_desk(language)
    shop = LibraryShop(**{name: getattr(sample, name) for name in ("all_rows", "messages", "files", "mailbox_health")})
    for one in SAMPLE if templates is None else templates:
        number = shop.repository.save(one, NOW - timedelta(days=30), "Lin")
        long_ago = NOW - timedelta(days=200 if one.key == "lost" else 10)
        shop.repository.kept[number] = replace(shop.repository.kept[number], uses=one.uses, reviewed_at=long_ago)
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
