"""Reads the command line's first word and starts what it asks for."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Start what the arguments ask for: nothing the window, `demo` the demo shop, else a command of the command line.

    `--data DIR` before the command, or SHOPDESK_DATA, names the data folder. Out: the exit code, 0 only if all is well.
    """
    given, rest = _given_folder(arguments)
    if rest == ["reader"]:
        from shopdesk.app.reader_start import start_reader

        return start_reader()
    from shopdesk.app import starts

    match rest:
        case []:
            return starts.start_window(given, "engine")
        case ["demo"]:
            from shopdesk.app.demo import start_demo

            return start_demo(given)
        case ["engine"]:
            return starts.start_engine(given)
        case ["demo-engine"]:
            from shopdesk.app.demo import start_demo_engine

            return start_demo_engine(given)
        case _:
            from shopdesk.app.safekeeping import BackupsElsewhere
            from shopdesk.cli.main import run

            return run(rest, lambda: starts.opened(given), BackupsElsewhere(given))


def _given_folder(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take `--data DIR` (or `--data=DIR`) off the front."""
    first, *rest = arguments or [""]
    if first == "--data" and rest:
        return rest[0], rest[1:]
    if first.startswith("--data="):
        return first.removeprefix("--data="), rest
    return None, list(arguments)
