"""How a figure of a bench is judged."""

from tests.bench.report import Row


def test_a_figure_in_ms_stands_where_it_would_with_the_floor_of_its_limit() -> None:
    assert Row("page", 90.0, "ms", 50, 50).verdict == "TOO MUCH"
    slowly = Row("page", 90.0, "ms", 50, 50, "p50 20 ms", slower=2.0)
    assert (slowly.verdict, slowly.remark) == ("goal", "45 ms with the floor of the limits; p50 20 ms")
    assert Row("page", 110.0, "ms", 50, 50, slower=2.0).verdict == "TOO MUCH"


def test_a_ratio_stands_as_it_is() -> None:
    assert (Row("sync", 0.41, "×", 0.2, 0.4).verdict, Row("sync", 0.39, "×", 0.2, 0.4, "26 s").remark) == (
        "TOO MUCH",
        "26 s",
    )
    assert Row("sync", None, "×", 0.2, 0.4).verdict == "not measured"
