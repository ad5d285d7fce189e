"""`templates`: list the library, take templates in from a file, give them out into one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from shopdesk.cli.output import complain, counted, line, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportPreview, ImportState
from shopdesk.system.single_instance import hold_folder


def _define(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = actions.add_parser("list", help="all of them, or those with some words", allow_abbrev=False)
    listing.add_argument("words", nargs="*", metavar="WORD", help="of its key, name, tags or text")
    listing.add_argument("--json", action="store_true", help="for machines")
    giving = actions.add_parser("export", help="write all into a file", allow_abbrev=False)
    giving.add_argument("file", type=Path, metavar="FILE")
    forms = [form.value for form in ExchangeFormat]
    giving.add_argument("--format", choices=forms, help="default: by the ending of the file, else json")
    taking = actions.add_parser("import", help="take templates in from JSON, CSV or xlsx", allow_abbrev=False)
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument(
        "--conflicts",
        choices=[choice.value for choice in ImportChoice],
        default=ImportChoice.MINE.value,
        help="where the shop has another one under the same key: keep mine (default), take theirs, or both",
    )
    taking.add_argument("--dry-run", action="store_true", help="only say what would happen")
    taking.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """List, export or import; 1 when something of a file was refused."""
    if arguments.action == "list":
        return _list(arguments, shop)
    if arguments.action == "export":
        return _export(arguments, shop)
    return _import(arguments, shop)


def _list(arguments: Namespace, shop: CliShop) -> int:
    words = " ".join(arguments.words)
    found = shop.templates.find(words, limit=100_000)
    if arguments.json:
        say_json(
            [
                {
                    "key": one.key,
                    "name": one.name,
                    "topic": one.topic,
                    "tags": list(one.tags),
                    "languages": [variant.language for variant in one.variants],
                    "asks": [asked.name for asked in one.inputs],
                    "uses": one.uses,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        languages = ", ".join(variant.language for variant in one.variants)
        asks = f"  asks: {', '.join(asked.name for asked in one.inputs)}" if one.inputs else ""
        say(f"/{one.key}  {line(one.name)}  [{languages}]{asks}")
    if not found:
        say("There is no such template." if words else "There are no templates.")
    return 0


def _export(arguments: Namespace, shop: CliShop) -> int:
    ending = arguments.file.suffix.lstrip(".").casefold()
    known = {form.value for form in ExchangeFormat}
    form = ExchangeFormat(arguments.format or (ending if ending in known else "json"))
    content = shop.templates.export(form)
    try:
        arguments.file.write_bytes(content)
    except OSError as problem:
        raise InputRefused("file", f"cannot be written: {problem.strerror or problem}") from None
    say(f"{counted(len(shop.templates.all()), 'template')} written to {line(str(arguments.file))}.")
    if form is not ExchangeFormat.JSON and any(one.attachments for one in shop.templates.all()):
        say("A table only names the files that go along with templates; JSON takes them along.")
    return 0


def _import(arguments: Namespace, shop: CliShop) -> int:
    try:
        content = arguments.file.read_bytes()
    except OSError as problem:
        raise InputRefused("file", f"cannot be read: {problem.strerror or problem}") from None
    preview = shop.templates.preview_import(arguments.file.name, content)
    refused = preview.of(ImportState.REFUSED)
    if arguments.dry_run:
        _tell(preview, as_json=arguments.json)
        return 1 if refused else 0
    choice = ImportChoice(arguments.conflicts)
    choices = {row.key: choice for row in preview.of(ImportState.CHANGED)}
    with hold_folder(shop.data_folder):
        done = shop.templates.apply_import(preview, choices)
    if arguments.json:
        say_json({"added": done.added, "changed": done.changed, "kept": done.kept, "refused": len(refused)})
    else:
        say(f"{counted(done.added, 'template')} added, {done.changed:,} changed, {done.kept:,} left as they are.")
    _complain_refused(preview)
    return 1 if refused else 0


def _tell(preview: ImportPreview, *, as_json: bool) -> None:
    if as_json:
        say_json(
            [{"place": row.place, "key": row.key, "state": row.state.value, "why": row.why} for row in preview.rows]
        )
        return
    for state in (ImportState.NEW, ImportState.CHANGED, ImportState.SAME):
        rows = preview.of(state)
        say(f"{state.value}: {len(rows):,}{': ' if rows else ''}{', '.join(line(row.key) for row in rows)}")
    _complain_refused(preview)


def _complain_refused(preview: ImportPreview) -> None:
    for row in preview.of(ImportState.REFUSED):
        complain(f"Row {row.place} ({line(row.key) or 'no key'}) is not taken: {line(f'{row.field} {row.why}')}.")


COMMAND = Command("templates", "the template library: list, import, export", _define, _run)
