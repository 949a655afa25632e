"""Does the glossary know every state, act and paper by both its names, and are the documents about the code in date?"""

from io import StringIO
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.utils import translation

from cases.act import acts_of
from law.forms import all_forms

DOCS = Path(__file__).resolve().parents[2] / "docs"


def names() -> list[tuple[str, str]]:
    """Chinese name and identifier of everything that the glossary must hold."""
    machines = [model for model in apps.get_models() if acts_of(model)]
    states = [pair for model in machines for pair in model._meta.get_field("state").choices]
    with translation.override("zh-hans"):
        found = [(str(label), str(code)) for code, label in states]
        found += [(str(act.title), key) for model in machines for key, act in acts_of(model).items()]
        return found + [(form.title, form.key) for form in all_forms()]


def test_every_state_act_and_paper_is_in_the_glossary() -> None:
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    missing = [(chinese, code) for chinese, code in names() if f"| {chinese} | `{code}` |" not in text]
    assert missing == []


def test_no_identifier_of_the_glossary_is_out_of_date() -> None:
    tables = (DOCS / "glossary.md").read_text(encoding="utf-8").split("## States of a case")[1]
    known = {f"`{code}`" for _chinese, code in names()}
    listed = {cell.strip() for line in tables.splitlines() for cell in line.split("|") if "`" in cell}
    assert listed - known == set()


def test_the_printed_procedure_is_what_the_code_declares() -> None:
    printed = StringIO()
    call_command("procedure", "--format", "md", stdout=printed)
    page = (DOCS / "procedure.md").read_text(encoding="utf-8")
    assert printed.getvalue() == page, "run: EMBEDDED=true python -m scripts.generated_docs --write"


def test_every_decision_stands_on_its_page() -> None:
    numbers = sorted(page.name[:4] for page in (DOCS / "decisions").glob("*.md"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
