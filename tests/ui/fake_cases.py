"""Cases in memory over the rules that come with the program, and those that the sample shop has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import PAYING, Case, CaseKind, Column, Evidence, Resolution, Stage
from shopdesk.domain.case_changes import CaseUndo, differences, put_back
from shopdesk.domain.case_fields import filled
from shopdesk.domain.case_history import CaseEvent, Deed, Entry, canonical, hash_of
from shopdesk.domain.case_rules import CaseRules, read_case_rules
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import AgentId, CaseId, ConversationId, MessageId
from shopdesk.services.case_ledger import Allowance, MonthOfPayments, _summed
from shopdesk.services.case_opening import with_playbook
from shopdesk.services.cases import Board
from shopdesk.system.rule_files import load_rules

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "cases"
RULES = read_case_rules(load_rules(RESOURCES, Path("nowhere")))


@dataclass
class FakeCases:
    """Fits `CaseDesk`, `EscalationDesk` and `PackDesk`."""

    now: datetime
    kept: dict[int, Case] = field(default_factory=dict)
    links: dict[int, tuple[ConversationId, ...]] = field(default_factory=dict)
    entries: dict[int, list[Entry]] = field(default_factory=dict)
    fail_with: Exception | None = None
    asked: list[tuple[str, str, str, datetime]] = field(default_factory=list)
    rules: CaseRules = RULES
    team: list[Agent] = field(default_factory=list)
    me: AgentId | None = None

    def board(self) -> Board:
        open_ones = tuple(case for case in self.kept.values() if case.is_open)
        return Board(open_ones, len(self.kept) - len(open_ones), dict(self.links), tuple(self.team), self.me)

    def get(self, case: CaseId) -> Case:
        if case not in self.kept:
            raise NotFound(f"case {case}")
        return self.kept[case]

    def closed(self, limit: int = 200) -> Sequence[Case]:
        return [case for case in self.kept.values() if not case.is_open][:limit]

    def of_conversation(self, conversation: ConversationId) -> Sequence[Case]:
        return [self.kept[number] for number, homes in self.links.items() if conversation in homes]

    def homes(self, case: CaseId) -> tuple[ConversationId, ...]:
        return self.links.get(case, ())

    def history(self, case: CaseId) -> Sequence[Entry]:
        return tuple(self.entries.get(case, ()))

    def propose(self, conversation: ConversationId, kind: CaseKind | None = None) -> Case:
        self.links[0] = (conversation,)
        return Case(
            CaseId(0), kind or CaseKind.DAMAGED, self.now, self.now, customer_name="Anna Schmidt",
            customer_email="anna.schmidt@gmail.com", order_number="#1042", item="Linen table lamp", variant="Sand",
            reason="The shade has a dent and a crack.", value=Decimal("78.00"), currency="EUR",
        )  # fmt: skip

    def open(self, new: Case) -> Case:
        number = CaseId(max([1047, *self.kept]) + 1)
        if (homes := self.links.pop(0, None)) is not None:
            self.links[number] = homes
        self._keep(with_playbook(replace(new, id=number), self.rules), Deed.OPENED, ())
        return self.kept[number]

    def move(self, case: CaseId, to: Stage | Column, values: Mapping[str, str] | None = None) -> CaseUndo:
        before = self.get(case)
        return self._change(before, filled(before, values or {}).moved(to, self.now, self.rules.gates), Deed.MOVED)

    def change(self, case: CaseId, values: Mapping[str, str]) -> CaseUndo:
        return self._change(self.get(case), filled(self.get(case), values), Deed.CHANGED)

    def tick(self, case: CaseId, step: str, *, done: bool = True) -> CaseUndo:
        return self._change(self.get(case), self.get(case).ticked(step, self.now if done else None), Deed.STEP)

    def attach(self, case: CaseId, message: MessageId, number: int, note: str = "") -> CaseUndo:
        piece = Evidence(message, number, "photo.jpg", "image/jpeg", note)
        return self._change(self.get(case), self.get(case).with_evidence(piece, self.now), Deed.EVIDENCE)

    def link(self, case: CaseId, conversation: ConversationId) -> CaseUndo:
        self.links[case] = (*self.homes(case), conversation)
        after = replace(self.get(case), messages=(*self.get(case).messages, MessageId(conversation)))
        return self._change(self.get(case), after, Deed.LINKED)

    def unlink(self, case: CaseId, conversation: ConversationId) -> CaseUndo:
        self.links[case] = tuple(home for home in self.homes(case) if home != conversation)
        left = tuple(each for each in self.get(case).messages if each != conversation)
        return self._change(self.get(case), replace(self.get(case), messages=left), Deed.UNLINKED)

    # --- payments ----------------------------------------------------------------------------------

    def month(self, at: datetime) -> Sequence[MonthOfPayments]:
        paid = [case for case in self.kept.values() if case.decided_at is not None and case.resolution in PAYING]
        counted = [case for case in paid if case.decided_at.astimezone(UTC).month == at.astimezone(UTC).month]
        return [_summed(currency, counted, self.rules) for currency in ("CNY", "EUR")]

    def allowances(self, case: Case, now: datetime) -> Mapping[str, Allowance]:
        return {"EUR": Allowance(Decimal(50), Decimal("32.50"), Decimal(500))}

    def undo(self, undo: CaseUndo) -> CaseUndo:
        now = self.get(undo.case_id)
        if undo.before.messages != undo.after.messages:
            self.links[now.id] = tuple(ConversationId(each) for each in undo.before.messages)
        return self._change(now, put_back(now, undo, self.now), Deed.UNDONE)

    # --- escalations and packs ---------------------------------------------------------------------

    def address_of(self, to: str) -> str:
        return "maker@works.example" if to == "supplier" else ""

    def ask(self, case: CaseId, to: str, address: str, words: str, due: datetime, hold_seconds: int = 10) -> int:
        self.asked.append((to, address, words, due))
        return 1

    def answered(self, case: CaseId, position: int) -> CaseUndo:
        before = self.get(case)
        listed = list(before.escalations)
        listed[position] = replace(listed[position], answered_at=self.now)
        return self._change(before, replace(before, escalations=tuple(listed)), Deed.ESCALATED)

    def write(self, case: CaseId, to: Path) -> None:
        to.write_bytes(b"PK")

    def page(self, case: CaseId) -> str:
        return f"<h1>RC-{case} 中文</h1>"

    # --- inside ------------------------------------------------------------------------------------

    def _change(self, before: Case, after: Case, deed: Deed) -> CaseUndo:
        if self.fail_with is not None:
            raise self.fail_with
        self._keep(after, deed, differences(before, after))
        return CaseUndo(before, after)

    def _keep(self, case: Case, deed: Deed, changes: tuple[tuple[str, str, str], ...]) -> None:
        self.kept[case.id] = case
        event = CaseEvent(case.id, self.now, "Lin", deed, changes)
        details = canonical([list(change) for change in event.changes])
        known = self.entries.setdefault(case.id, [])
        known.append(
            Entry(len(known) + 1, case.id, self.now.isoformat(), "Lin", deed.value, details, hash_of(details), "", "")
        )


def sample_cases(now: datetime, language: str = "en", links: Sequence[ConversationId] = ()) -> FakeCases:
    """The cases of the design's board; the one to decide is linked with the given conversations."""
    zh = language.startswith("zh")
    desk = FakeCases(now)
    for facts in _SAMPLE:
        case = _made(facts, now, zh=zh)
        desk._keep(with_playbook(case, RULES), Deed.OPENED, ())
    desk.links = {1042: tuple(links)} if links else {}
    for number in range(128 - 2):
        closed = Case(CaseId(800 + number), CaseKind.RETURN, now, now, Stage.ARCHIVED, Column.CLOSED, item="Candle")
        desk.kept[closed.id] = closed
    return desk


def _made(facts: tuple[object, ...], now: datetime, *, zh: bool) -> Case:
    number, kind, column, item, variant, who, price, step, hours = facts
    items, variants, names, prices, steps = (_two(each)[zh] for each in (item, variant, who, price, step))
    stage = {Column.NEW: Stage.ACCEPTED, Column.SETTLE: Stage.ANSWERED}.get(column, Stage.IN_HAND)
    return Case(
        CaseId(number), kind, now - timedelta(days=4), now, stage, column, names, f"{number}@mail.example",
        shop="hello@kiefer-home.shop", order_number=f"#{number}", item=items, variant=variants,
        reason="It is not as it should be.", value=Decimal(prices), currency="CNY" if zh else "EUR",
        evidence_note="seen", resolution=Resolution.REFUND if column is Column.SETTLE else None,
        next_step=steps, next_at=now + timedelta(hours=hours),
    )  # fmt: skip


def _two(value: object) -> tuple[str, str]:
    both = str(value).split("|")
    return (both[0], both[-1])


_NEW, _WAIT, _BACK, _DECIDE, _SETTLE = Column.NEW, Column.WAITING, Column.RETURNING, Column.DECIDE, Column.SETTLE
_SAMPLE = (
    (1047, CaseKind.DAMAGED, _NEW, "Stoneware mug|粗陶杯", "Set of 4|4 件套", "Priya Sharma|孙丽",
     "52.00|398", "", 1.9),
    (1046, CaseKind.NOT_RECEIVED, _NEW, "Wool scarf|羊毛围巾", "Rust|锈红", "Daniel Novak", "34.00|260", "", 5),
    (1045, CaseKind.EXCHANGE, _WAIT, "Linen shirt|亚麻衬衫", "M instead of S|S 换 M", "Marco Rossi|李伟", "39.90|299",
     "Photo asked 1 d ago|1 天前请求照片", 30),
    (1041, CaseKind.REFUND, _WAIT, "Desk organiser|桌面收纳", "Oak|橡木", "Camille Dubois|赵敏", "27.50|210",
     "Reminds tomorrow|明天自动提醒", 24),
    (1039, CaseKind.RETURN, _BACK, "Floor lamp|落地灯", "Black|黑色", "Lars Nilsson", "129.00|988",
     "DHL · arrives Thu|顺丰 · 周四到达", 60),
    (1036, CaseKind.RETURN, _BACK, "Ceramic vase|陶瓷花瓶", "Large|大号", "Sophie Laurent|周杰", "64.00|488",
     "No scan for 4 d|4 天无物流更新", 1.5),
    (1042, CaseKind.RESEND, _DECIDE, "Linen table lamp|亚麻台灯", "Sand|沙色", "Anna Schmidt|王芳",
     "78.00|598", "", -0.59),
    (1033, CaseKind.RETURN, _DECIDE, "Notebook|点阵笔记本", "Dotted A5|A5", "Jonas Weber|陈思雨", "14.00|108",
     "Arrived · inspect today|已到仓 · 今天验货", 6),
    (1030, CaseKind.RETURN, _DECIDE, "Glass carafe|玻璃水壶", "1 litre|1 升", "Emily Chen|吴娜", "29.00|220",
     "Arrived · inspect today|已到仓 · 今天验货", 7),
    (1038, CaseKind.REFUND, _SETTLE, "Candle|香薰蜡烛", "Cedar|雪松", "Lars Nilsson|周杰", "39.90|299",
     "Approve €39.90|待审批 ¥299", 8),
)  # fmt: skip
