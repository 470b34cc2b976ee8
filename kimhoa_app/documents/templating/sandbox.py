"""The sandbox in which a template is filled: it reaches nothing but the values of the paper, it ends, it stays small.

Anyone may write a template. So no method is called but those of the papers, no macro or other file is run, every loop
and every text that grows draws on a budget, and a rendering that takes too long is broken off.
"""

import time
from collections.abc import Iterable, Iterator
from types import MethodType
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer
from typing_extensions import override

from kimhoa_app.domain.anniversaries import AnniversaryInYear

LONGEST_TEMPLATE: Final = 200_000
"""How many signs a template may have."""
LONGEST_VALUE: Final = 100_000
"""How many signs a text may have that a template puts together."""

BUDGET: Final = "_budget"
"""The name under which a rendering finds its `Budget`; a template cannot name it."""

_MOST_WORK: Final = 2_000_000
_STEP: Final = 10
_LARGEST_NUMBER: Final = 10**12
_MOST_SECONDS: Final = 5
_TOO_MUCH: Final = "mẫu lặp quá nhiều hoặc làm ra quá nhiều chữ"
_KEPT: Final = ("trim", "lower", "upper", "length", "list", "first", "last", "default", "select", "reject",
                "selectattr", "rejectattr", "map", "sort")  # fmt: skip
_STATEMENTS: Final = (nodes.Output, nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.Template)


class Budget:
    """What one rendering may still do, in signs written and steps taken."""

    def __init__(self) -> None:
        self._left = _MOST_WORK
        self._until = time.monotonic() + _MOST_SECONDS

    def spend(self, amount: int) -> None:
        """Take `amount` away; raises SecurityError when it is used up or the time is over."""
        self._left -= amount
        if self._left < 0 or time.monotonic() > self._until:
            raise SecurityError(_TOO_MUCH)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that nobody has looked through."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.globals = {"namespace": Namespace}
        self.filters = {name: self.filters[name] for name in _KEPT}
        self.filters |= {"join": _joined, "_counted": _counted, "_concatenated": _concatenated, "_bounded": _bounded}

    @override
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and (not callable(value) or _is_phrase(value))

    @override
    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:
        return self.undefined(f"không được dùng “{attribute}” ở đây", name=attribute, obj=obj, exc=SecurityError)

    @override
    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(obj, jinja2.Undefined):
            str(obj)  # raises, as every use of it does
        if not self.is_safe_callable(obj):
            raise SecurityError("không gọi được hàm trong mẫu")
        return super().call(context, obj, *args, **kwargs)

    @override
    def is_safe_callable(self, obj: Any) -> bool:
        return obj is Namespace or _is_phrase(obj)

    @override
    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _concatenated(context, (left, right))
        if operator == "**" or not isinstance(left, int) or not isinstance(right, int):
            raise SecurityError("chỉ tính được với số nguyên")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > _LARGEST_NUMBER:
            raise SecurityError("số quá lớn")
        return result

    @override
    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        narrowed = _Narrowing().visit(tree)
        assert isinstance(narrowed, nodes.Template)
        return narrowed


class Forbidden(jinja2.TemplateSyntaxError):
    """A template uses what a paper has no use for; its message is for people."""


class _Narrowing(NodeTransformer):
    """Refuses what a paper has no use for, and lets loops and growing texts draw on the budget."""

    @override
    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        if isinstance(node, nodes.Stmt) and not isinstance(node, _STATEMENTS):
            raise Forbidden(f"không dùng được lệnh {type(node).__name__}", node.lineno)
        names = [getattr(node, part, None) for part in ("name", "attr")]
        if any(isinstance(name, str) and name.startswith("_") for name in names):
            raise Forbidden("tên không được bắt đầu bằng dấu gạch dưới", node.lineno)
        return super().generic_visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        if node.recursive:
            raise Forbidden("không dùng được vòng lặp gọi lại chính nó", node.lineno)
        weight = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        self.generic_visit(node)
        node.iter = _filter(node.iter, "_counted", nodes.Const(weight, lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), "_concatenated")

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, "_bounded", [], [], None, None, lineno=node.lineno)
        return node


def _filter(value: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    assert isinstance(value, nodes.Expr)
    return nodes.Filter(value, name, list(arguments), [], None, None, lineno=value.lineno)


def _is_phrase(value: object) -> bool:
    return isinstance(value, MethodType) and value.__func__ is AnniversaryInYear.phrase


@jinja2.pass_context
def _counted(context: Context, values: Iterable[Any], weight: int) -> Iterator[Any]:
    for value in values:
        context[BUDGET].spend(weight + _STEP)
        yield value


@jinja2.pass_context
def _bounded(context: Context, text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise SecurityError(_TOO_MUCH)
    context[BUDGET].spend(len(text))
    return text


@jinja2.pass_context
def _concatenated(context: Context, parts: Iterable[object]) -> str:
    return _joined(context, parts)


@jinja2.pass_context
def _joined(context: Context, parts: Iterable[object], between: str = "") -> str:
    words = list(map(str, parts))
    if sum(map(len, words)) + len(between) * len(words) > LONGEST_VALUE:
        raise SecurityError(_TOO_MUCH)
    return _bounded(context, between.join(words))
