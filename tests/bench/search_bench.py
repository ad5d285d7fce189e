"""Search while typing: inside the process, beside notmuch, and complete for two Chinese characters."""

import random
import tempfile
import time
from pathlib import Path

from sqlcipher3 import dbapi2

from shopdesk.app.shop import Shop
from tests.bench.big_desk import make, open_desk
from tests.bench.corpus import Filled
from tests.bench.peers import MbsyncAndNotmuch, missing
from tests.bench.report import Row, median, percentile, say
from tests.bench.words import TONGUES

COMMON = ("order", "parcel", "the", "bestellung", "pedido", "paket", "photographs", "bought times", "ink leaked", "fa")
CHINESE = (
    "钢笔",
    "墨水",
    "快递",
    "退款",
    "绿茶",
    "划痕",
    "包裹",
    "发票",
    "礼物",
    "照片",
    "父亲",
    "银行",
    "诸葛",
    "江水",
    "订单",
    "盖子",
)
LIKE = """SELECT DISTINCT m.conversation_id FROM mail JOIN message m ON m.id = mail.message_id
    WHERE mail.subject LIKE ?1 OR mail.own_words LIKE ?1 OR mail.body LIKE ?1"""


def run(number: int, rounds: int) -> list[Row]:
    """Rows of one desk."""
    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-") as folder:
        data, maildir, filled = make(Path(folder), number)
        shop = open_desk(data, maildir)
        try:
            rows = _speed(shop, _queries(filled), number, rounds)
            rows += _recall(shop, data)
        finally:
            shop.close()
        rows += _beside_notmuch(Path(folder), maildir, filled, median_seconds=(rows[0].value or 0) / 1000)
    return rows


def _queries(filled: Filled) -> list[str]:
    dice = random.Random(4)
    names = dice.sample(sorted(set(filled.names)), 12)
    prefixes = [word[: dice.randrange(2, 5)] for word in names]
    return [*COMMON, *CHINESE, *dice.sample(filled.orders, 20), *names, *prefixes, '"green tea tin"', "没有任何消息"]


def _speed(shop: Shop, queries: list[str], number: int, rounds: int) -> list[Row]:
    queries = [query for query in queries if _works(shop, query)]
    seconds = [_median_seconds(shop, query, max(rounds, 3)) for query in queries]
    slowest = percentile(seconds, 0.95) * 1000
    note = f"{len(queries)} different searches over {number} messages, first 50 with rows and snippets"
    return [
        Row("search, first 50 by date, p50", median(seconds) * 1000, "ms", note=note),
        Row("search, first 50 by date, p95", slowest, "ms", 5, 20),
        Row("search, slowest", max(seconds) * 1000, "ms"),
    ]


def _median_seconds(shop: Shop, query: str, rounds: int) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        shop.search.find(query)
        seconds.append(time.perf_counter() - began)
    return median(seconds)


def _works(shop: Shop, query: str) -> bool:
    """Also warms the caches."""
    try:
        shop.search.find(query)
    except Exception as error:  # noqa: BLE001 - a bug is told and does not end the bench
        say(f"CHECK FAILED: searching for {query!r} raises {type(error).__name__}: {error}")
        return False
    return True


def _recall(shop: Shop, data: Path) -> list[Row]:
    """Everything that LIKE finds in subject and text must be found."""
    database = dbapi2.connect(f"file:{data / 'desk.db'}?mode=ro", uri=True)
    there = hit = 0
    for word in (*CHINESE, *(last for last in TONGUES["zh"].last if len(last) == 2)):
        by_like = {row[0] for row in database.execute(LIKE, (f"%{word}%",))}
        found = {one.conversation.id for one in shop.search.find(word, limit=1_000_000)}
        there, hit = there + len(by_like), hit + len(by_like & found)
    database.close()
    share = 100 * hit / there if there else None
    return [Row("two-character Chinese words: found of what LIKE finds", share, "%", 100, 100, f"{there} places", True)]


def _beside_notmuch(folder: Path, maildir: Path, filled: Filled, median_seconds: float) -> list[Row]:
    absent = missing()
    if absent:
        say(absent)
        return []
    peer = MbsyncAndNotmuch(folder / "peer", 1, "nobody")
    peer.index(maildir)
    start = median([peer.nothing() for _ in range(5)])
    queries = [*COMMON[:8], *filled.orders[:8]]
    theirs = median([max(peer.search(query) - start, 1e-6) for query in queries])
    note = f"notmuch {theirs * 1000:.1f} ms without its start of {start * 1000:.0f} ms"
    return [Row("search p50 / notmuch search", median_seconds / theirs, note=note)]
