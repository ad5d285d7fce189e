"""Every failure is one sentence and an exit code, never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shopdesk.cli import output
from shopdesk.cli.error_texts import sentence_of, sentence_of_name
from shopdesk.cli.main import run
from shopdesk.domain import errors
from shopdesk.domain.errors import AlreadyConnected, InputRefused, ServerProblem, ShopdeskError


def kinds(kind: type[ShopdeskError] = ShopdeskError) -> list[type[ShopdeskError]]:
    return [kind, *(found for below in kind.__subclasses__() for found in kinds(below))]


DOMAIN_KINDS = [kind for kind in kinds() if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", DOMAIN_KINDS, ids=lambda kind: kind.__name__)
def test_every_failure_has_a_sentence_that_says_what_to_do(kind: type[ShopdeskError]) -> None:
    if issubclass(kind, ServerProblem):
        problem: ShopdeskError = kind("mail.example", "went\nwrong \x1b[31m.")
    elif kind is InputRefused:
        problem = InputRefused("--imap", "needs HOST:PORT")
    elif kind is AlreadyConnected:
        problem = AlreadyConnected()
    else:
        problem = kind("the place")
    sentence = sentence_of(problem)
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert kind.__name__ not in sentence
    assert "{" not in sentence
    if issubclass(kind, ServerProblem):
        assert "mail.example" in sentence
        assert "(went wrong [31m)" in sentence
        assert sentence_of_name(kind.__name__, "mail.example", "went\nwrong \x1b[31m.") == sentence


@pytest.mark.parametrize("name", ["", "KeychainFailed", "Unheard", "os", "InputRefused", "datetime"])
def test_a_written_down_failure_has_a_sentence_under_any_name(name: str) -> None:
    assert sentence_of_name(name, "", "some words").endswith(".")


def test_details_are_bounded() -> None:
    assert len(sentence_of(errors.ServerRefused("h", "x" * 100_000))) < 600


class Broken:
    """A shop whose every part fails in one way."""

    def __init__(self, failure: BaseException, folder: Path) -> None:
        self.failure = failure
        self.data_folder = folder

    def __getattr__(self, name: str) -> object:
        raise self.failure


def outcome(failure: BaseException, folder: Path, *words: str) -> int:
    @contextmanager
    def opened() -> Iterator[Broken]:
        yield Broken(failure, folder)

    return run(words or ("status",), opened)


@pytest.mark.parametrize(
    ("failure", "code", "words"),
    [
        (errors.DatabaseDamaged("desk.db"), 1, "damaged"),
        (errors.DiskFull(), 1, "no room left"),
        (KeyboardInterrupt(), 130, "Stopped"),
        (ValueError("boom"), 70, "ValueError"),
        (RecursionError(), 70, "should not"),
    ],
)
@pytest.mark.expects_log("A command failed")
def test_a_failure_is_one_sentence(failure, code, words, tmp_path, capsys) -> None:
    assert outcome(failure, tmp_path) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err


@pytest.mark.expects_log("A command failed")
def test_a_bug_names_the_log_that_holds_all_of_it(tmp_path, capsys) -> None:
    handler = logging.FileHandler(tmp_path / "command.log")
    logging.getLogger().addHandler(handler)
    try:
        assert outcome(ValueError("boom"), tmp_path) == 70
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert str(tmp_path / "command.log") in capsys.readouterr().err
    assert "ValueError: boom" in (tmp_path / "command.log").read_text()


def test_a_shop_that_does_not_open_is_one_sentence(capsys) -> None:
    @contextmanager
    def opened() -> Iterator[Broken]:
        raise errors.DatabaseTooNew("version 9")
        yield

    assert run(("mails",), opened) == 1
    assert capsys.readouterr().err == "A newer Shopdesk wrote this data folder (version 9); install that version.\n"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("bogus",),
        ("status", "--bogus"),
        ("show",),
        ("raw",),
        ("sync", "--mailb", "x"),
        ("--data", "/tmp", "status"),
    ],
)
def test_words_that_make_no_command_are_a_usage_problem(words, tmp_path, capsys) -> None:
    @contextmanager
    def opened() -> Iterator[Broken]:
        yield Broken(AssertionError(), tmp_path)

    assert run(words, opened) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert "usage" not in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("mailbox", "--help"),
        ("mailbox", "add", "-h"),
        ("search", "--help"),
        ("sync", "-h"),
    ],
)
def test_help_and_version_are_told_without_a_shop(words, tmp_path, capsys) -> None:
    assert outcome(AssertionError(), tmp_path, *words) == 0
    said = capsys.readouterr()
    assert said.out
    assert said.err == ""


def test_foreign_text_cannot_steer_a_terminal() -> None:
    nasty = "a\x1b[31mb\x07\x9bc\u202ed\u2066e\r\nf\tg\x7f\u2028"
    assert output.line(nasty) == "a [31mb c d e f g"
    assert output.block(nasty) == "a[31mbcde\nf\tg"
    assert output.line("灯 坏了 😀") == "灯 坏了 😀"
