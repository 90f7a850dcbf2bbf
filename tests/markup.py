"""Which text a page hands to Markdown without having escaped what others named.

Read from the source. A text is safe where it is written here, is a number in a format, comes from
`markdown()` or `as_label()`, or is said to be Markdown: what a function returns under that name,
and what is handed to it under that name, is held to the same.
"""

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ESCAPING = frozenset({"markdown", "as_label"})
# Methods of Streamlit whose first argument is Markdown, and arguments that are wherever they stand.
BODIES = _words(
    "markdown caption write title header subheader success info warning error toast badge "
    "metric button download_button form_submit_button link_button expander popover checkbox "
    "toggle text_input text_area number_input date_input slider radio selectbox multiselect "
    "segmented_control pills file_uploader status spinner tabs"
)
KEYWORDS = frozenset({"label", "help", "body", "captions", "text"})
# Whose second argument is Markdown.
SECOND = frozenset({"progress"})
# Whose options are Markdown too, as format_func writes them.
OPTIONS = frozenset({"radio", "segmented_control", "pills"})
# Not Streamlit, though a method has such a name.
OTHERS = frozenset({"messages", "LOG"})
NUMBERS = frozenset({"int", "float", "date"})
# The list of notices of a page: checked where something is put into it.
NOTICES = "notices"
# What returns a number, a day or words of our own.
OWN_CALLS = _words(
    "len min max sum round abs in_words whole share points count_of mean_rank rounded "
    "time_of_day how_many scores months_in_words people"
)
OWN_ATTRIBUTES = _words("dates version round status year years in_words")
# What leaves a safe text safe, and takes nothing but safe ones.
METHODS = _words("strip rstrip capitalize lower upper format get __getitem__ values items")
GATHERING = frozenset({"join", "joined", "list", "sorted", "tuple", "filter", "fromkeys"})

# Of what an expression is made: it is safe where each of them is.
PARTS: dict[type[ast.expr], Callable[..., Iterable[ast.expr | None]]] = {
    ast.JoinedStr: lambda node: node.values,
    # With a format it is a number or a day: a text has none.
    ast.FormattedValue: lambda node: () if node.format_spec else (node.value,),
    ast.IfExp: lambda node: (node.body, node.orelse),
    ast.BinOp: lambda node: (node.left, node.right),
    ast.BoolOp: lambda node: node.values,
    ast.List: lambda node: node.elts,
    ast.Tuple: lambda node: node.elts,
    ast.Dict: lambda node: node.values,
    ast.GeneratorExp: lambda node: (node.elt,),
    ast.ListComp: lambda node: (node.elt,),
    ast.DictComp: lambda node: (node.value,),
    ast.Starred: lambda node: (node.value,),
    ast.Subscript: lambda node: (node.value,),
    ast.Lambda: lambda node: (node.body,),
}

Scopes = tuple[ast.AST, ...]
# Functions as a file calls them, `ask()` or `filters.ask()`, each with its arguments.
Functions = dict[str, ast.FunctionDef]


def unescaped(files: Iterable[Path], root: Path = ROOT) -> list[str]:
    """Return every text that is not known to be safe, with its file and line."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
    every = {_dotted(file, root): _functions(tree) for file, tree in trees.items()}
    return [
        f"{file.relative_to(root)}:{text.lineno}: {ast.unparse(text)}"
        for file, tree in trees.items()
        for text, known in _texts(tree, every[_dotted(file, root)] | _imported(tree, every))
        if not known.is_safe(text)
    ]


def _dotted(file: Path, root: Path) -> str:
    return ".".join(file.relative_to(root).with_suffix("").parts)


def _functions(tree: ast.Module) -> Functions:
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _imported(tree: ast.Module, every: dict[str, Functions]) -> Functions:
    """Return the functions that a file imports, or that are in a module that it imports."""
    called = {}
    for node in (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)):
        for alias in node.names:
            name = alias.asname or alias.name
            if function := every.get(node.module or "", {}).get(alias.name):
                called[name] = function
            inside = every.get(f"{node.module}.{alias.name}", {})
            called |= {f"{name}.{inner}": function for inner, function in inside.items()}
    return called


class _Known:
    """What the names inside a function stand for."""

    def __init__(self, functions: Functions, scopes: Scopes) -> None:
        self._functions = functions
        self._values: dict[str, list[ast.expr]] = defaultdict(list)
        self._given: set[str] = set()
        for scope in scopes:
            nodes = scope.body if isinstance(scope, ast.Module) else list(ast.walk(scope))
            if isinstance(scope, ast.FunctionDef):
                self._given |= {arg.arg for arg in _arguments(scope) if _is_safe_kind(arg)}
            for name, value in (pair for node in nodes for pair in _assigned(node)):
                self._values[name].append(value)

    def is_safe(self, node: ast.expr | None) -> bool:
        """Tell whether a text is safe; what cannot be told is not."""
        match node:
            case None | ast.Constant():
                return True
            case ast.Name(id=name):
                return (
                    name.isupper()
                    or name == NOTICES
                    or name in self._given
                    or self._stands_for_safe(name)
                )
            case ast.Attribute(attr=name, value=value):
                own = name.isupper() or name in OWN_ATTRIBUTES
                return own or (name in METHODS and self.is_safe(value))
            case ast.Call():
                return self._returns_safe(node)
        return type(node) in PARTS and all(map(self.is_safe, PARTS[type(node)](node)))

    def _stands_for_safe(self, name: str) -> bool:
        # Taken out while it is looked at: it may be made of itself, as `text = text.strip()` is.
        values = self._values.pop(name, [])
        safe = bool(values) and all(map(self.is_safe, values))
        self._values[name] = values
        return safe

    def _returns_safe(self, call: ast.Call) -> bool:
        name = _name(call.func)
        if name == "map":
            return self._escapes(call.args[0])
        if self._escapes(call.func) or name in OWN_CALLS:
            return True
        if name in GATHERING:
            return self.is_safe(call.args[-1])
        on = call.func.value if isinstance(call.func, ast.Attribute) else None
        # What is looked up is not what is found.
        handed = call.args[1:] if name == "get" else call.args
        return name in METHODS and self.is_safe(on) and all(map(self.is_safe, handed))

    def _escapes(self, function: ast.expr) -> bool:
        called = self._functions.get(ast.unparse(function))
        return _name(function) in ESCAPING or (called is not None and _returns_markdown(called))


def _texts(tree: ast.Module, functions: Functions) -> Iterator[tuple[ast.expr, _Known]]:
    """Yield every text that becomes Markdown, with what is known where it stands."""
    for node, inside in _walk(tree, ()):
        texts = [text for text in _at(node, inside, functions) if text]
        known = _Known(functions, (tree, *inside)) if texts else None
        yield from ((text, known) for text in texts if known)


def _at(node: ast.AST, inside: Scopes, functions: Functions) -> Iterator[ast.expr | None]:
    match node:
        case ast.Return(value=text) | ast.Expr(value=ast.Yield(value=text)):
            around = [each for each in inside if isinstance(each, ast.FunctionDef)]
            if around and _returns_markdown(around[-1]):
                yield text
        case ast.Call():
            yield from _handed_over(node, functions)


def _handed_over(call: ast.Call, functions: Functions) -> Iterator[ast.expr]:
    name, named = _name(call.func), {keyword.arg: keyword.value for keyword in call.keywords}
    if function := functions.get(ast.unparse(call.func)):
        for place, argument in enumerate(_arguments(function)):
            if _says_markdown(argument.annotation):
                yield from (*call.args[place : place + 1],)
                yield from (named[key] for key in {argument.arg} & named.keys())
    elif isinstance(call.func, ast.Attribute) and _name(call.func.value) not in OTHERS:
        is_body = name in BODIES or _name(call.func.value) == NOTICES
        yield from (call.args[:1] if is_body else ())
        yield from (call.args[1:2] if name in SECOND else ())
        if is_body or name == "page_link" or name in SECOND:
            yield from (named[key] for key in KEYWORDS & named.keys())
        if name in OPTIONS:
            yield named.get("format_func", call.args[1])


def _walk(node: ast.AST, inside: Scopes) -> Iterator[tuple[ast.AST, Scopes]]:
    yield node, inside
    is_scope = isinstance(node, ast.FunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, (*inside, node) if is_scope else inside)


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a statement gives something to, with what it gives."""
    match node:
        case ast.Assign(targets=[target], value=value):
            yield from _paired(target, value)
        case (
            ast.AugAssign(target=target, value=value)
            | ast.AnnAssign(target=target, value=ast.expr() as value)
            | ast.NamedExpr(target=target, value=value)
        ):
            yield from _paired(target, value)
        case ast.For(target=target, iter=many) | ast.comprehension(target=target, iter=many):
            number, *rest = _names(target)
            counts = isinstance(many, ast.Call) and _name(many.func) == "enumerate"
            yield number.id, ast.Constant(0) if counts else many
            yield from ((name.id, many) for name in rest)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[value]):
            yield name, value


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for name, part in zip(target.elts, value.elts, strict=True):
            yield from _paired(name, part)
        return
    yield from ((name.id, value) for name in _names(target))


def _names(target: ast.expr) -> Iterator[ast.Name]:
    yield from (node for node in ast.walk(target) if isinstance(node, ast.Name))


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    return [*function.args.args, *function.args.kwonlyargs]


def _returns_markdown(function: ast.FunctionDef) -> bool:
    return _says_markdown(function.returns)


def _is_safe_kind(argument: ast.arg) -> bool:
    return _says_markdown(argument.annotation) or _name(argument.annotation) in NUMBERS


def _says_markdown(annotation: ast.expr | None) -> bool:
    return annotation is not None and "Markdown" in ast.unparse(annotation)


def _name(node: ast.AST | None) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
