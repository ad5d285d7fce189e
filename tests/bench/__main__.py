"""`python -m tests.bench [--quick] [--only NAME]`: prints ratios beside their goals, never fails on time."""

import argparse

from tests.bench.report import show

BENCHES = ("sync", "slow-line", "search", "window")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="small sizes, one round: only to see that it runs")
    options.add_argument("--only", choices=BENCHES)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    rounds = 1 if asked.quick else asked.rounds
    wanted = [asked.only] if asked.only else BENCHES
    if "sync" in wanted:
        from tests.bench import sync_bench

        show("Sync", sync_bench.run([200, 500] if asked.quick else [2_000, 10_000], rounds))
    if "slow-line" in wanted:
        from tests.bench import slow_line_bench

        show("Slow line", slow_line_bench.run(200 if asked.quick else 2_000, rounds))
    if "search" in wanted:
        from tests.bench import search_bench

        show("Search", search_bench.run(3_000 if asked.quick else 100_000, rounds))
    if "window" in wanted:
        from tests.bench import window_bench

        show("Window", window_bench.run(3_000 if asked.quick else 100_000, rounds))


if __name__ == "__main__":
    main()
