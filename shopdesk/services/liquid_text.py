"""Fills Liquid templates into pieces: what was written, what was filled in, what is missing.

Values are text and stay text: whatever is in them never becomes a placeholder, another value's place, or markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from liquid import CachingDictLoader, Environment, Mode, RenderContext, Undefined
from liquid.builtin.output import Output, OutputNode
from liquid.exceptions import (
    ContextDepthError,
    LiquidError,
    LiquidSyntaxError,
    ResourceLimitError,
    TemplateNotFoundError,
    UnknownFilterError,
)
from liquid.span import Span
from liquid.static_analysis import TemplateAnalysis
from liquid.stringify import to_liquid_string
from typing_extensions import override

from shopdesk.domain.filling import Piece, PieceKind
from shopdesk.domain.template import Fault, FaultKind

LONGEST_VALUE = 10_000
"""Characters of one value; more is cut, since nobody writes that into a reply."""
_OUTPUT_LIMIT = 200_000
_BEGIN, _NAME, _END = "\ue100", "\ue101", "\ue102"
_MARKED = re.compile(f"{_BEGIN}([^{_NAME}]*){_NAME}([^{_END}]*){_END}")
_MARKS = str.maketrans("", "", _BEGIN + _NAME + _END)
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class _Missing(Undefined):
    """A value that is not there: `default` gives another one, else it is a gap."""


class _MarkedOutput(OutputNode):
    """Writes a value between marks, so that filled text is known from written text."""

    @override
    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Render one placeholder."""
        value = self.expression.evaluate(context)
        gap = value is None or isinstance(value, Undefined)
        text = "" if gap else to_liquid_string(value, autoescape=False)
        if _BEGIN in text:  # captured: the marks are in it, since values never bring any
            return buffer.write(text)
        return buffer.write(f"{_BEGIN}{_name_of(str(self.expression))}{_NAME}{text}{_END}")


class _MarkingOutput(Output):
    node_class = _MarkedOutput


class _Limited(Environment):
    """Liquid with its limits switched on."""

    context_depth_limit = 12
    block_nesting_limit = 12
    loop_iteration_limit = 1_000
    local_namespace_limit = 200_000
    output_stream_limit = _OUTPUT_LIMIT


class LiquidText:
    """Fills and checks templates. In: snippets by key, and further filters by name."""

    def __init__(
        self, snippets: Mapping[str, str] | None = None, filters: Mapping[str, Callable[..., object]] | None = None
    ) -> None:
        self._snippets = dict(snippets or {})
        self._environment = _Limited(
            tolerance=Mode.STRICT, undefined=_Missing, loader=CachingDictLoader(self._snippets), autoescape=False
        )
        self._environment.add_tag(_MarkingOutput)
        for name in ("include", "increment", "decrement", "tablerow"):
            self._environment.tags.pop(name, None)
        for name, do in (filters or {}).items():
            self._environment.add_filter(name, do)

    def fill(self, source: str, values: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The pieces of a filled template; a value that is missing or empty is a gap. Raises `LiquidError`."""
        rendered = self._environment.from_string(source.translate(_MARKS)).render(**_cleaned(values))
        return tuple(piece for piece in _pieces(rendered) if piece.text)

    def faults(self, source: str, known: Callable[[str], bool]) -> list[Fault]:
        """What is wrong, in the order of the source; never raises. `known` says whether there is a placeholder."""
        try:
            template = self._environment.from_string(source)
            analysis = template.analyze(include_partials=True)
            strange = self._strange(analysis)
            unknown = [Fault(FaultKind.UNKNOWN_FILTER, span.index, len(name), name) for name, span in strange]
            if not unknown:
                template.render()  # finds snippets that call each other, and loops without end
        except (LiquidError, RecursionError) as problem:
            return [_fault_of(problem, source)]
        found = [
            Fault(FaultKind.UNKNOWN_PLACEHOLDER, variable.span.index, len(str(variable)), str(variable))
            for variables in analysis.globals.values()
            for variable in variables
            if not variable.span.template_name and not known(str(variable))
        ]
        return sorted(unknown + found, key=lambda fault: fault.start)

    def _strange(self, analysis: TemplateAnalysis) -> list[tuple[str, Span]]:
        """Filters that there are not."""
        known = self._environment.filters
        return [(name, span) for name, spans in analysis.filters.items() if name not in known for span in spans]

    def placeholders(self, source: str) -> tuple[str, ...]:
        """The placeholders of a template and of its snippets, each once; empty for one that cannot be read."""
        try:
            analysis = self._environment.from_string(source).analyze(include_partials=True)
        except (LiquidError, RecursionError):
            return ()
        spoken = [(str(one), one.span.index) for many in analysis.globals.values() for one in many]
        return tuple(dict.fromkeys(name for name, _ in sorted(spoken, key=lambda pair: pair[1])))


def clean(value: str) -> str:
    """A value as it may stand in a reply: bounded, no control or direction characters, none of our marks."""
    text = value[:LONGEST_VALUE].replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS)
    return _UNWANTED.sub("", text)


def _name_of(expression: str) -> str:
    return expression.partition("|")[0].strip().translate(_MARKS)


def _pieces(rendered: str) -> Iterator[Piece]:
    end = 0
    for found in _MARKED.finditer(rendered):
        yield Piece(rendered[end : found.start()])
        name, text = found[1], found[2]
        if text.strip():
            yield Piece(text, PieceKind.FILLED, name)
        else:
            yield Piece(f"[{name}]", PieceKind.MISSING, name)
        end = found.end()
    yield Piece(rendered[end:])


def _cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as templates may see them; empty ones are not there, so that `if` and `default` take them as missing."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found[name] = _cleaned(value)
        elif isinstance(value, str):
            if value.strip():
                found[name] = clean(value)
        elif value is not None:
            found[name] = value
    return found


def _fault_of(problem: Exception, source: str) -> Fault:
    token = getattr(problem, "token", None)
    start = max(0, min(getattr(token, "start_index", 0), len(source)))
    word = getattr(token, "value", "") or ""
    kinds: Sequence[tuple[type[Exception], FaultKind]] = (
        (UnknownFilterError, FaultKind.UNKNOWN_FILTER),
        (TemplateNotFoundError, FaultKind.UNKNOWN_SNIPPET),
        (ContextDepthError, FaultKind.SNIPPET_LOOP),
        (ResourceLimitError, FaultKind.TOO_MUCH),
        (RecursionError, FaultKind.SNIPPET_LOOP),
        (LiquidSyntaxError, FaultKind.SYNTAX),
    )
    kind = next((kind for error, kind in kinds if isinstance(problem, error)), FaultKind.SYNTAX)
    shown = str(getattr(problem, "message", "") or problem) if kind is FaultKind.SYNTAX else word
    return Fault(kind, start, len(word) or 1, shown)
