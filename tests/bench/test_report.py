"""How a figure of a bench is judged."""

from tests.bench.report import Row


def test_a_figure_is_judged_as_measured_and_said_with_the_floor_of_its_limit() -> None:
    slowly = Row("page", 90.0, "ms", 50, 50, "p50 20 ms", slower=2.0)
    assert slowly.verdict == "TOO MUCH"
    assert slowly.remark == "with the floor of the limits 45 ms: goal; p50 20 ms"
    assert Row("page", 110.0, "ms", 50, 50, slower=2.0).remark == "with the floor of the limits 55 ms: TOO MUCH"


def test_a_ratio_stands_as_it_is() -> None:
    assert Row("sync", 0.41, "×", 0.2, 0.4).verdict == "TOO MUCH"
    assert Row("sync", 0.39, "×", 0.2, 0.4, "26 s").verdict == "enough"
    assert Row("sync", 0.39, "×", 0.2, 0.4, "26 s").remark == "26 s"
    assert Row("sync", None, "×", 0.2, 0.4).verdict == "not measured"
