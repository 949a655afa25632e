"""Are amounts, faults and charts written as a reader expects, and do the assets stay small?"""

import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template.loader import render_to_string

from officers.templatetags.bureau_ui import chart_bars, faults, yuan

STATIC = Path(settings.BASE_DIR) / "static"
TEMPLATES = Path(settings.BASE_DIR) / "templates"


@pytest.mark.parametrize(
    ("amount", "written"),
    [(30000, "30,000 元"), (Decimal("1234567.50"), "1,234,567.50 元"), (0, "0 元"), (None, "")],
)
def test_an_amount_is_grouped_and_shows_cents_only_where_there_are_any(amount: Decimal | None, written: str) -> None:
    assert yuan(amount) == written


def test_every_fault_of_a_form_is_counted() -> None:
    class Sample(forms.Form):
        name = forms.CharField()
        day = forms.DateField()

    form = Sample(data={"day": "tomorrow"})
    form.add_error(None, "one")
    form.add_error(None, "two")
    assert faults(form) == 4


def test_bars_are_measured_against_the_longest() -> None:
    context = chart_bars([{"label": "a", "value": 20}, {"label": "b", "value": 5}], "title")
    assert [bar.percent for bar in context["bars"]] == ["100.0", "25.0"]


def test_a_chart_of_zeros_has_no_bars_and_no_error() -> None:
    assert [bar.percent for bar in chart_bars([{"label": "a", "value": 0}], "title")["bars"]] == ["0.0"]


def test_every_number_of_a_chart_stands_beside_its_bar_and_opens_its_list() -> None:
    rows = [{"label": "送达回证未签收", "value": 27, "url": "/review/item/4"}]
    page = render_to_string("components/chart_bars.html", chart_bars(rows, "扣分最多的检查项"))
    assert 'href="/review/item/4">27' in page
    assert "送达回证未签收</th>" in page


def test_the_stylesheet_stays_within_20_kb_compressed() -> None:
    assert len(gzip.compress((STATIC / "app.css").read_bytes())) <= 20 * 1024


def test_all_our_scripts_together_stay_within_16_kb() -> None:
    # 12 KB were planned beside a library of 13 KB, which no page has come to need.
    scripts = [script for script in (STATIC / "js").glob("*.js") if script.name != "upload.js"]
    assert scripts
    assert sum(script.stat().st_size for script in scripts) <= 16 * 1024


def test_only_a_form_that_takes_a_large_file_pays_for_uploading_it() -> None:
    assert (STATIC / "js" / "upload.js").stat().st_size <= 8 * 1024
    naming = [path.name for path in TEMPLATES.rglob("*.html") if "upload.js" in path.read_text()]
    assert naming == ["upload.html"]


def test_the_page_for_a_server_error_needs_neither_request_nor_database() -> None:
    assert 'href="/"' in render_to_string("errors/500.html")


def test_the_gallery_shows_every_component() -> None:
    shown = {path for path in _included("gallery.html")}
    # Parts of the frame that a page with a form or filters adds by itself.
    elsewhere = {"draft_note", "filters", "form_attributes", "form_scripts", "preview", "session_dialog"}
    missing = {path.stem for path in (TEMPLATES / "components").glob("*.html")} - shown - elsewhere
    assert missing == set()


def _included(name: str) -> set[str]:
    """Stems of all templates that a template draws in, directly or through others."""
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    found: set[str] = {"chart_bars"} if "{% chart_bars" in source else set()
    for part in TEMPLATES.rglob("*.html"):
        path = part.relative_to(TEMPLATES).as_posix()
        if f'"{path}"' in source and part.stem not in found:
            found |= {part.stem} | _included(path)
    return found
