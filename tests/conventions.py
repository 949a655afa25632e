"""What would a reviewer forget to look for? Each rule reads one file and yields what is wrong, by line."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = (
    "law",
    "officers",
    "documents",
    "files",
    "cases",
    "inspections",
    "publicity",
    "oversight",
    "recordings",
    "search",
    "bureau",
)
STATE_WRITERS = {"cases/services.py", "documents/services.py", "publicity/services.py", "inspections/check_services.py"}
"""One service per legal object with a life of its own; for a case it is perform()."""
LEGAL_OBJECTS = {"case", "document", "paper", "publication", "locked"}
TIMELESS = ("law/", "cases/guards/", "cases/procedure/")
CLOCKS = {"today", "now", "localdate", "localtime", "utcnow"}

Fault = tuple[int, str]
Rule = Callable[[str, str], Iterator[Fault]]


@cache
def tree(source: str) -> ast.Module:
    return ast.parse(source)


def lines_matching(source: str, pattern: str, what: str) -> Iterator[Fault]:
    for number, line in enumerate(source.splitlines(), 1):
        if re.search(pattern, line):
            yield number, what


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def last_name(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


# --- Python of the product ------------------------------------------------------------------------
def state_has_one_writer(path: str, source: str) -> Iterator[Fault]:
    if path in STATE_WRITERS:
        return
    for node in ast.walk(tree(source)):
        targets: list[ast.expr] = []
        match node:
            case ast.Assign(targets=targets):
                pass
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
                targets = [target]
            case ast.Call(keywords=keywords) if called_name(node) in {"update", "bulk_update"}:
                if any(keyword.arg == "state" for keyword in keywords):
                    yield node.lineno, "update(state=…) goes round perform()"
            case ast.Call(args=[_, ast.Constant(value="state"), *_]) if called_name(node) == "setattr":
                yield node.lineno, "setattr(…, 'state', …) goes round perform()"
        if any(isinstance(target, ast.Attribute) and target.attr == "state" for target in targets):
            yield node.lineno, "assigns .state; only the service changes it"


def declared_transitions(source: str) -> set[str]:
    """Names of the methods that move a legal object: those under @act or @transition."""
    names = set()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.FunctionDef):
            decorators = {called_name(one) for one in node.decorator_list if isinstance(one, ast.Call)}
            if decorators & {"act", "transition"}:
                names.add(node.name)
    return names


def transitions_are_not_called(transitions: set[str]) -> Rule:
    def rule(path: str, source: str) -> Iterator[Fault]:
        if path in STATE_WRITERS:
            return
        for node in ast.walk(tree(source)):
            match node:
                case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in transitions:
                    if last_name(owner) in LEGAL_OBJECTS:
                        yield node.lineno, f"calls {last_name(owner)}.{name}() directly; perform() is the one door"

    return rule


def files_are_short(path: str, source: str) -> Iterator[Fault]:
    if "/migrations/" not in path and (length := len(source.splitlines())) > 400:
        yield 1, f"has {length} lines; 400 is the cap"


def functions_are_short(path: str, source: str) -> Iterator[Fault]:
    if path.startswith("bureau/sample/"):  # The sample tells whole cases, each from its first day to its last.
        return
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > 60:
                yield node.lineno, f"{node.name} has {length} lines; 60 is the cap"


def errors_are_named(path: str, source: str) -> Iterator[Fault]:
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or last_name(kind) in {"Exception", "BaseException"} for kind in kinds):
                yield node.lineno, "catches everything; name the error"


def nothing_is_printed(path: str, source: str) -> Iterator[Fault]:
    for node in ast.walk(tree(source)):
        match node:
            case ast.Call(func=ast.Name(id="print")):
                yield node.lineno, "prints; log an event or write to self.stdout"


def nothing_is_marked_safe(path: str, source: str) -> Iterator[Fault]:
    for node in ast.walk(tree(source)):
        named = isinstance(node, ast.Name | ast.Attribute) and last_name(node) == "mark_safe"
        if named or (isinstance(node, ast.Call) and called_name(node) in {"SafeString", "SafeText"}):
            yield node.lineno, "marks text as safe; use format_html or a template"


def imports_are_absolute_and_on_top(path: str, source: str) -> Iterator[Fault]:
    top = set(tree(source).body)
    guarded = {child for node in top if isinstance(node, ast.If | ast.Try) for child in ast.walk(node)}
    for node in ast.walk(tree(source)):
        match node:
            case ast.ImportFrom(level=level) if level:
                yield node.lineno, "is a relative import"
            case ast.ImportFrom(module=module) if module and module.split(".")[0] in APPS:
                if node not in top | guarded and not path.endswith("/apps.py"):
                    yield node.lineno, f"imports {module} inside a function, out of sight of the layers"


def there_are_no_signals(path: str, source: str) -> Iterator[Fault]:
    for node in ast.walk(tree(source)):
        match node:
            case ast.ImportFrom(module=("django.dispatch" | "django.db.models.signals")):
                yield node.lineno, "uses signals; a reader follows calls"


def rules_have_no_clock(path: str, source: str) -> Iterator[Fault]:
    # A check of the installation is asked now and about now.
    if not path.startswith(TIMELESS) or "/management/" in path or path.endswith("/checks.py"):
        return
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield node.lineno, "asks the clock; a rule is given its day"


KNOW_WEASYPRINT = (
    "documents/typesetting.py",
    "documents/acceleration.py",
    "documents/acceleration_layout.py",
    "documents/acceleration_writing.py",
)


def only_rendering_renders(path: str, source: str) -> Iterator[Fault]:
    for node in ast.walk(tree(source)):
        modules: list[str] = []
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module)):
                modules = [module]
        if any(name.split(".")[0] == "weasyprint" for name in modules) and path not in KNOW_WEASYPRINT:
            yield node.lineno, "imports weasyprint; only documents/typesetting.py and its acceleration do"


def modules_say_what_they_answer(path: str, source: str) -> Iterator[Fault]:
    name = Path(path).name
    if name in {"__init__.py", "apps.py", "wsgi.py", "asgi.py"} or "/migrations/" in path:
        return
    if not ast.get_docstring(tree(source)):
        yield 1, "has no docstring that says which question it answers"


def names_say_something(path: str, source: str) -> Iterator[Fault]:
    if Path(path).stem in {"utils", "util", "helpers", "helper", "common", "misc"}:
        yield 1, "is named by nothing; split it by noun or by act"
    if "/migrations/" in path and re.search(r"_auto_|^\d{4}_(alter|remove|rename)_.*_and_more$", Path(path).stem):
        yield 1, "is a migration without a name of its own"


def nothing_is_left_to_do(path: str, source: str) -> Iterator[Fault]:
    yield from lines_matching(source, r"\b(TODO|FIXME|XXX|HACK)\b", "is left to do")


# --- templates ------------------------------------------------------------------------------------
def markup_is_escaped(path: str, source: str) -> Iterator[Fault]:
    yield from lines_matching(source, r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off|\{%\s*debug", "switches escaping off")


def pages_have_no_inline_code(path: str, source: str) -> Iterator[Fault]:
    if path.startswith("templates/documents/"):  # A paper is styled for print and never reaches a browser as a page.
        return
    yield from lines_matching(source, r"<script(?![^>]*\bsrc=)", "has an inline script")
    yield from lines_matching(source, r"<style\b|\sstyle\s*=", "has an inline style")
    yield from lines_matching(source, r"\son[a-z]+\s*=\s*[\"']|\bhx-on\b|javascript:", "has an inline handler")


def pages_load_only_ours(path: str, source: str) -> Iterator[Fault]:
    yield from lines_matching(
        source, r"<(script|link|img|iframe)\b[^>]*(src|href)=[\"'](https?:)?//", "loads from outside"
    )


TRANSLATED = re.compile(
    r"\{%-?\s*blocktrans(late)?\b.*?\{%-?\s*endblocktrans(late)?\s*-?%\}"
    r"|\{%-?\s*trans(late)?\b.*?%\}|\{%-?\s*comment\b.*?endcomment\s*-?%\}|\{#.*?#\}|_\(([\"']).*?\4\)",
    re.DOTALL,
)


SHOW_SAMPLES = {"templates/gallery.html"}


def pages_speak_both_languages(path: str, source: str) -> Iterator[Fault]:
    """Chinese that is not marked for translation stays Chinese for an English reader. Papers are Chinese always."""
    if path.startswith("templates/documents/") or path in SHOW_SAMPLES:
        return
    # Keep the line numbers: what is translated leaves its line breaks behind.
    rest = TRANSLATED.sub(lambda found: "\n" * found.group().count("\n"), source)
    # What says lang="zh…" is Chinese on purpose, as the name of the language is.
    rest = re.sub(r"<(\w+)[^>]*\blang=\"zh[^>]*>.*?</\1>", "", rest)
    yield from lines_matching(rest, "[一-鿿]", "has Chinese that is not marked for translation")


# --- every file -----------------------------------------------------------------------------------
MACHINE = re.compile(
    r"(?<![\w.])/(root|home|Users|work)/\w|/opt/(pypi|wheels)|--(extra-)?index-url|--find-links|--trusted-host"
    r"|https?://[^\s/\"']*(pypi|mirror|tsinghua|aliyun|ustc\.edu|npmmirror|huaweicloud|artifactory|nexus)"
)


def no_machine_is_named(path: str, source: str) -> Iterator[Fault]:
    for number, line in enumerate(source.splitlines(), 1):
        if found := MACHINE.search(line):
            yield number, f"names a machine or a package index ({found.group()})"


# --- tests ----------------------------------------------------------------------------------------
JUDGES = {"raises", "fail", "warns", "expect"}


def judges(node: ast.AST, helpers: frozenset[str] = frozenset()) -> bool:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert):
            return True
        if isinstance(inner, ast.Call):
            name = called_name(inner)
            if name in JUDGES or name in helpers or name.startswith("assert"):
                return True
    return False


def judging_helpers(source: str) -> set[str]:
    """Functions of the test tree that assert, under whatever name."""
    nodes = [node for node in ast.walk(tree(source)) if isinstance(node, ast.FunctionDef)]
    return {node.name for node in nodes if judges(node)}


def tests_can_fail(helpers: frozenset[str]) -> Rule:
    def rule(path: str, source: str) -> Iterator[Fault]:
        for node in ast.walk(tree(source)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not judges(node, helpers):
                yield node.lineno, f"{node.name} asserts nothing"

    return rule


def missing_tools_fail(path: str, source: str) -> Iterator[Fault]:
    """A test that skips where a program is missing is never missed. The statutes' texts alone are not shipped."""
    yield from lines_matching(source, r"pytest\.(skip|importorskip)\(|skipif\((?!not SHARED)", "skips, but must fail")


# --- what no test imports -------------------------------------------------------------------------
def imports_are_there(path: str, source: str) -> Iterator[Fault]:
    """A benchmark that takes a name from a module of ours that is gone is noticed only when somebody measures."""
    for node in ast.walk(tree(source)):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.split(".")[0] in (*APPS, "benchmarks"):
                known = defined_in(module)
                yield from ((node.lineno, f"{module} has no {one.name}") for one in names if one.name not in known)


@cache
def defined_in(module: str) -> frozenset[str]:
    """What a module or package of this repository binds at its top; nothing where there is no such module."""
    place = ROOT / module.replace(".", "/")
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    if not file.is_file():
        return frozenset()
    found = {one.stem for one in place.iterdir()} if place.is_dir() else set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=targets):
                found |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found |= {one.asname or one.name for one in names}
    return frozenset(found)
