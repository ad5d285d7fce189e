"""Fills Liquid templates into pieces: what was written, what was filled in, what is missing.

Values are text and stay text: whatever is in them never becomes a placeholder, another value's place, or markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from liquid import BoundTemplate, CachingDictLoader, Environment, Mode, RenderContext, Undefined
from liquid.ast import Node
from liquid.builtin.expressions import FilteredExpression, Path
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.builtin.output import Output, OutputNode
from liquid.exceptions import (
    ContextDepthError,
    LiquidError,
    LiquidSyntaxError,
    ResourceLimitError,
    TemplateNotFoundError,
    UnknownFilterError,
)
from liquid.expression import Expression
from liquid.static_analysis import TemplateAnalysis
from liquid.stringify import to_liquid_string
from typing_extensions import override

from shopdesk.domain.errors import TemplateFaulty
from shopdesk.domain.filling import Piece, PieceKind
from shopdesk.domain.template import Fault, FaultKind

LONGEST_VALUE = 10_000
"""Characters of one value; more is cut, since nobody writes that into a reply."""
LONGEST_SOURCE = 100_000
_OUTPUT_LIMIT = 200_000
_BEGIN, _NAME, _END = "\ue100", "\ue101", "\ue102"
_MARKED = re.compile(f"{_BEGIN}([^{_BEGIN}{_NAME}{_END}]*){_NAME}([^{_BEGIN}{_NAME}{_END}]*){_END}")
_MARKS = str.maketrans("", "", _BEGIN + _NAME + _END)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_NO_TAGS = ("include", "increment", "decrement", "tablerow", "echo", "liquid")
"""Old, surprising, or a second way to write a value."""
_NO_FILTERS = ("base64_encode", "base64_decode", "base64_url_safe_encode", "base64_url_safe_decode", "url_decode")
"""What could bring in signs that no value and no template may have."""
_BROKEN = (LiquidError, RecursionError, ValueError, ArithmeticError, TypeError)


class _MarkedOutput(OutputNode):
    """Writes a value between marks, so that filled text is known from written text."""

    @override
    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Render one placeholder; one whose value is missing, and that names no other, is a gap."""
        value = self.expression.evaluate(context)
        text = "" if value is None or isinstance(value, Undefined) else to_liquid_string(value, autoescape=False)
        if _BEGIN in text:  # captured: the marks are in it, since values never bring any
            return buffer.write(text)
        left = getattr(self.expression, "left", None)
        if not isinstance(left, Path):  # a word of the template's own
            return buffer.write(text)
        others = [each for each in getattr(self.expression, "filters", None) or () if each.name == "default"]
        if others and isinstance(value, str) and not value:  # somebody said that it may be empty
            return 0
        shown = text if others or not isinstance(left.evaluate(context), Undefined) else ""
        named = str(left if shown.strip() else _last_resort(others, left)).translate(_MARKS)
        return buffer.write(f"{_BEGIN}{named}{_NAME}{shown}{_END}")


def _last_resort(others: Sequence[Any], left: Path) -> Path:
    """What is asked for when nothing is there: `input.b` of `input.a | default: input.b`."""
    named = [argument.value for each in others for argument in each.args if isinstance(argument.value, Path)]
    return named[-1] if named else left


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
        self._snippets = snippets or {}
        self._environment = _Limited(
            tolerance=Mode.STRICT,
            undefined=Undefined,
            loader=CachingDictLoader(dict(self._snippets), auto_reload=False),
            autoescape=False,
        )
        self._environment.add_tag(_MarkingOutput)
        for name in _NO_TAGS:
            self._environment.tags.pop(name, None)
        for name in _NO_FILTERS:
            self._environment.filters.pop(name, None)
        for name, do in (filters or {}).items():
            self._environment.add_filter(name, do)

    def fill(self, source: str, values: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The pieces of a filled template; a value that is missing or empty is a gap. Raises `TemplateFaulty`."""
        try:
            template = self._read(source)
            self._refuse_loops(template)
            rendered = template.render(**_cleaned(values))
        except _BROKEN as problem:
            fault = _fault_of(problem, source)
            raise TemplateFaulty("", fault.start, fault.word) from None
        return tuple(piece for piece in _pieces(rendered) if piece.text)

    def faults(self, source: str, known: Callable[[str], bool]) -> list[Fault]:
        """What is wrong, in the order of the source; never raises. `known` says whether there is a placeholder."""
        try:
            template = self._read(source)
            self._refuse_loops(template)
            analysis = template.analyze(include_partials=True)
            strange = self._strange(analysis)
            if not strange:
                template.render()
        except _BROKEN as problem:
            return [_fault_of(problem, source)]
        unknown = [
            Fault(FaultKind.UNKNOWN_PLACEHOLDER, variable.span.index, len(str(variable)), str(variable))
            for variables in analysis.globals.values()
            for variable in variables
            if not variable.span.template_name and not known(str(variable))
        ]
        return sorted(strange + unknown, key=lambda fault: fault.start)

    def placeholders(self, source: str) -> tuple[str, ...]:
        """The placeholders of a template and of its snippets, each once; empty for one that cannot be read."""
        try:
            analysis = self._read(source).analyze(include_partials=True)
        except _BROKEN:
            return ()
        spoken = [(str(one), one.span.index) for many in analysis.globals.values() for one in many]
        return tuple(dict.fromkeys(name for name, _ in sorted(spoken, key=lambda pair: pair[1])))

    def _read(self, source: str) -> BoundTemplate:
        if len(source) > LONGEST_SOURCE:
            raise ResourceLimitError("the text is too long", token=None)
        template = self._environment.from_string(source.translate(_MARKS))
        for node in _nodes(template):
            if any(_has_range(expression) for expression in node.expressions()):
                raise ResourceLimitError("rows of numbers are for loops only", token=node.token)
        return template

    def _refuse_loops(self, template: BoundTemplate, path: tuple[str, ...] = (), seen: set[str] | None = None) -> None:
        """Raise `ContextDepthError` for snippets that call each other, in whatever branch they do it."""
        seen = set() if seen is None else seen
        for node in _nodes(template):
            name = _called(node)
            if name in path:
                raise ContextDepthError(name, token=node.token, template_name=path[0])
            if name and name not in seen and name in self._snippets:
                self._refuse_loops(self._snippet(name), (*path, name), seen)
                seen.add(name)

    def _snippet(self, name: str) -> BoundTemplate:
        try:
            return self._read(self._snippets[name])
        except LiquidError as problem:
            problem.template_name = name
            raise

    def _strange(self, analysis: TemplateAnalysis) -> list[Fault]:
        """Filters that there are not."""
        known = self._environment.filters
        return [
            Fault(FaultKind.UNKNOWN_FILTER, 0 if span.template_name else span.index, len(name), name)
            for name, spans in analysis.filters.items()
            if name not in known
            for span in spans
        ]


def clean(value: str) -> str:
    """A value as it may stand in a reply: bounded, no control or direction characters, none of our marks."""
    text = value[:LONGEST_VALUE].replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS)
    return _UNWANTED.sub("", text)


def _nodes(template: BoundTemplate) -> Iterator[Node]:
    """Every node of one template, without those of the snippets that it calls."""
    context = RenderContext(template)
    waiting = list(template.nodes)
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children(context, include_partials=False)


def _called(node: Node) -> str:
    """The snippet that a node calls; empty for none."""
    partial = node.partial_scope()
    if partial is None:
        return ""
    name = partial.name
    return name if isinstance(name, str) else str(getattr(name, "value", ""))


def _has_range(expression: Expression, *, inside: bool = False) -> bool:
    """Whether a value is made of a row of numbers, which could be endless."""
    if inside and isinstance(expression, RangeLiteral):
        return True
    inside = inside or isinstance(expression, FilteredExpression)
    return any(_has_range(child, inside=inside) for child in expression.children())


def _pieces(rendered: str) -> Iterator[Piece]:
    end = 0
    for found in _MARKED.finditer(rendered):
        yield Piece(rendered[end : found.start()].translate(_MARKS))
        name, text = found[1], found[2]
        if text.strip():
            yield Piece(text, PieceKind.FILLED, name)
        else:
            yield Piece(f"[{name}]", PieceKind.MISSING, name)
        end = found.end()
    yield Piece(rendered[end:].translate(_MARKS))


def _cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as templates may see them; empty ones are not there, so that `if` and `default` take them as missing."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found[name] = _cleaned(value)
        elif isinstance(value, str):
            text = clean(value).strip()
            if text:
                found[name] = text
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
    said = str(problem.args[0]) if problem.args else type(problem).__name__
    shown = said if kind in {FaultKind.SYNTAX, FaultKind.SNIPPET_LOOP} else word or said
    return Fault(kind, *_place(problem, source, start, word), shown)


def _place(problem: Exception, source: str, start: int, word: str) -> tuple[int, int]:
    """Where a fault is; one inside a snippet is where the snippet is called."""
    snippet = str(getattr(problem, "template_name", "") or "")
    if not snippet:
        quoted = source.startswith(("'", '"'), start) and source.startswith(word, start + 1)
        return start + quoted, len(word) or 1
    called = re.search(rf"render\s+[\"']{re.escape(snippet)}[\"']", source)
    return (called.start(), len(called[0])) if called else (0, 1)
