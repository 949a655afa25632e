"""Does the repository keep its own conventions, and would each check notice a breach?"""

import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests import conventions
from tests.conventions import APPS, ROOT, Rule

PYTHON_RULES: list[Rule] = [
    conventions.state_has_one_writer,
    conventions.files_are_short,
    conventions.functions_are_short,
    conventions.errors_are_named,
    conventions.nothing_is_printed,
    conventions.nothing_is_marked_safe,
    conventions.imports_are_absolute_and_on_top,
    conventions.there_are_no_signals,
    conventions.rules_have_no_clock,
    conventions.only_rendering_renders,
    conventions.modules_say_what_they_answer,
    conventions.names_say_something,
    conventions.nothing_is_left_to_do,
]
TEMPLATE_RULES: list[Rule] = [
    conventions.markup_is_escaped,
    conventions.pages_have_no_inline_code,
    conventions.pages_load_only_ours,
    conventions.pages_speak_both_languages,
    conventions.nothing_is_left_to_do,
]
DJANGO_FINDS_THESE = ("templates/django/", "templates/registration/")


@cache
def sources(*patterns: str) -> dict[str, str]:
    """Text by path of what is or would be committed; git knows what is ignored."""
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in listed(*patterns) if (ROOT / name).is_file()}


def listed(*patterns: str) -> list[str]:
    # -z: without it git writes names that are not ASCII as escapes, and no such file would be found.
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted(set(filter(None, found.split("\0"))))


def product() -> dict[str, str]:
    return sources(*(f"{app}/*.py" for app in APPS))


def breaches(rule: Rule, files: dict[str, str]) -> str:
    found = [f"{path}:{line} {what}" for path, text in files.items() for line, what in rule(path, text)]
    return "\n".join(found)


@pytest.mark.parametrize("rule", PYTHON_RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_convention(rule: Rule) -> None:
    assert breaches(rule, product()) == ""


@pytest.mark.parametrize("rule", TEMPLATE_RULES, ids=lambda rule: rule.__name__)
def test_the_templates_keep_the_convention(rule: Rule) -> None:
    assert breaches(rule, sources("templates/*")) == ""


def test_what_benchmarks_import_is_there() -> None:
    assert breaches(conventions.imports_are_there, sources("benchmarks/*.py")) == ""


def test_no_one_but_the_service_performs_an_act() -> None:
    transitions = {name for text in product().values() for name in conventions.declared_transitions(text)}
    assert transitions, "no act was found: the check would check nothing"
    assert breaches(conventions.transitions_are_not_called(transitions), product()) == ""


def test_every_test_can_fail() -> None:
    tests = sources("tests/*.py")
    helpers = frozenset(name for text in tests.values() for name in conventions.judging_helpers(text))
    assert breaches(conventions.tests_can_fail(helpers), tests) == ""


def test_a_missing_tool_fails_its_tests() -> None:
    own = {"tests/conventions.py", "tests/test_conventions.py"}
    tests = {path: text for path, text in sources("tests/*.py").items() if path not in own}
    assert breaches(conventions.missing_tools_fail, tests) == ""


def test_no_committed_file_names_a_machine() -> None:
    binary = {".ttf", ".otf", ".woff2", ".png", ".ico", ".jpg", ".mo", ".pdf", ".xlsx"}
    names = [name for name in listed() if Path(name).suffix not in binary]
    # These hold the patterns themselves.
    own = {"tests/conventions.py", "tests/test_conventions.py"}
    assert breaches(conventions.no_machine_is_named, sources(*(name for name in names if name not in own))) == ""


def mentions(texts: Iterable[str], name: str) -> bool:
    return any(name in text for text in texts)


def name_in_use(path: str) -> str:
    """How others speak of a template: by its path, or a paper's by the key of its form."""
    name = path.removeprefix("templates/")
    is_paper = name.startswith("documents/") and not Path(name).stem.startswith("_")
    return Path(name).stem if is_paper else name


def test_every_template_is_used() -> None:
    templates = sources("templates/*.html")
    code = [*product().values(), *sources("*.toml").values()]
    unused = []
    for path in templates:
        others = [text for other, text in templates.items() if other != path]
        if not path.startswith(DJANGO_FINDS_THESE) and not mentions([*code, *others], name_in_use(path)):
            unused.append(path)
    assert unused == []


def test_every_migration_but_the_first_says_what_it_is_for() -> None:
    names = [Path(path).name for path in sources("*/migrations/*.py")]
    assert [name for name in names if "_auto_" in name] == []


SNIPPETS = [
    (conventions.state_has_one_writer, "cases/views.py", "def f(case):\n    case.state = 'closed'"),
    (conventions.state_has_one_writer, "cases/views.py", "Case.objects.filter(pk=1).update(state='closed')"),
    (conventions.state_has_one_writer, "cases/views.py", "setattr(case, 'state', 'closed')"),
    (conventions.transitions_are_not_called({"decide"}), "cases/views.py", "def f(self):\n    self.case.decide()"),
    (conventions.files_are_short, "law/x.py", "x = 1\n" * 401),
    (conventions.functions_are_short, "law/x.py", "def f():\n" + "    x = 1\n" * 60),
    (conventions.errors_are_named, "law/x.py", "try:\n    f()\nexcept Exception:\n    pass"),
    (conventions.errors_are_named, "law/x.py", "try:\n    f()\nexcept (ValueError, BaseException):\n    pass"),
    (conventions.errors_are_named, "law/x.py", "try:\n    f()\nexcept:\n    pass"),
    (conventions.nothing_is_printed, "law/x.py", "print('x')"),
    (conventions.nothing_is_marked_safe, "law/x.py", "mark_safe(text)"),
    (conventions.nothing_is_marked_safe, "law/x.py", "safestring.mark_safe(text)"),
    (conventions.imports_are_absolute_and_on_top, "law/x.py", "from . import y"),
    (conventions.imports_are_absolute_and_on_top, "law/x.py", "def f():\n    from cases.models import Case"),
    (conventions.there_are_no_signals, "law/x.py", "from django.db.models.signals import post_save"),
    (conventions.imports_are_there, "benchmarks/x.py", "from benchmarks.decision_pdf import system_sheet"),
    (conventions.imports_are_there, "benchmarks/x.py", "from documents.rendering import HTML"),
    (conventions.rules_have_no_clock, "cases/guards/x.py", "def f():\n    return date.today()"),
    (conventions.rules_have_no_clock, "law/x.py", "def f():\n    return timezone.localdate()"),
    (conventions.only_rendering_renders, "cases/x.py", "from weasyprint import HTML"),
    (conventions.only_rendering_renders, "cases/x.py", "import weasyprint.text"),
    (conventions.modules_say_what_they_answer, "law/x.py", "x = 1"),
    (conventions.names_say_something, "law/utils.py", ""),
    (conventions.names_say_something, "law/migrations/0002_auto_20260101.py", ""),
    (conventions.nothing_is_left_to_do, "law/x.py", "x = 1  # TO" + "DO: more"),
    (conventions.markup_is_escaped, "templates/x.html", "{{ text|safe }}"),
    (conventions.markup_is_escaped, "templates/x.html", "{% autoescape off %}"),
    (conventions.pages_have_no_inline_code, "templates/x.html", "<script>alert(1)</script>"),
    (conventions.pages_have_no_inline_code, "templates/x.html", '<p style="color: red">'),
    (conventions.pages_have_no_inline_code, "templates/x.html", '<a onclick="f()">'),
    (conventions.pages_load_only_ours, "templates/x.html", '<script src="https://cdn.example.org/x.js">'),
    (conventions.pages_speak_both_languages, "templates/x.html", '{% translate "待办" %} 立案'),
    (
        conventions.pages_speak_both_languages,
        "templates/x.html",
        "{# 注 #}<p>{% blocktranslate %}甲{% endblocktranslate %}乙",
    ),
    (conventions.no_machine_is_named, "README.md", "see /work/shared/design.md"),
    (conventions.no_machine_is_named, "requirements.txt", "--extra-index-url file:///x"),
    (conventions.no_machine_is_named, "x.toml", "url = 'https://pypi.example.org/simple'"),
    (conventions.tests_can_fail(frozenset()), "tests/test_x.py", "def test_x():\n    f()"),
    (conventions.missing_tools_fail, "tests/test_x.py", '@pytest.mark.skipif(not which("x"), reason="no x")'),
    (conventions.missing_tools_fail, "tests/test_x.py", 'x = pytest.importorskip("x")'),
]


@pytest.mark.parametrize(("rule", "path", "text"), SNIPPETS)
def test_a_breach_is_noticed(rule: Rule, path: str, text: str) -> None:
    assert list(rule(path, text)), "the check cannot fail"


GOOD = [
    (conventions.state_has_one_writer, "cases/services.py", "def perform(case):\n    case.state = 'closed'"),
    (conventions.state_has_one_writer, "cases/views.py", "x = case.state == 'closed'\nf(state=1)"),
    (conventions.transitions_are_not_called({"close"}), "cases/x.py", "handle.close()"),
    (conventions.errors_are_named, "law/x.py", "try:\n    f()\nexcept ValueError:\n    pass"),
    (
        conventions.imports_are_absolute_and_on_top,
        "law/x.py",
        "if TYPE_CHECKING:\n    from officers.models import Officer",
    ),
    (conventions.imports_are_there, "benchmarks/x.py", "from documents.rendering import render_pdf"),
    (conventions.rules_have_no_clock, "cases/views.py", "def f():\n    return timezone.localdate()"),
    (conventions.pages_have_no_inline_code, "templates/x.html", '<script src="/static/x.js" defer></script>'),
    (conventions.pages_speak_both_languages, "templates/x.html", '{# 注 #}{% translate "待办" %}{{ _("立案") }}'),
    (conventions.pages_speak_both_languages, "templates/x.html", '<button name="x" lang="zh-hans">中文</button>'),
    (conventions.pages_speak_both_languages, "templates/documents/x.html", "立案登记表"),
    (conventions.no_machine_is_named, "README.md", "http://127.0.0.1:8000/work/home.html"),
    (conventions.tests_can_fail(frozenset()), "tests/test_x.py", "def test_x():\n    assert f()"),
    (conventions.missing_tools_fail, "tests/test_x.py", '@pytest.mark.skipif(not SHARED.exists(), reason="texts")'),
    (conventions.tests_can_fail(frozenset({"tell"})), "tests/test_x.py", "def test_x():\n    tell()"),
]


@pytest.mark.parametrize(("rule", "path", "text"), GOOD)
def test_what_is_right_is_left_alone(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(path, text))
