"""Does equal content give equal bytes, in this process, in another, and after other papers?"""

import hashlib
import subprocess
import sys
from pathlib import Path

from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf, template_version

PROGRAM = """
import hashlib, sys
import django
django.setup()
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf
for key in sys.argv[1:]:
    meta = PaperMeta(verify_url="http://127.0.0.1:8000/public/verify/x", sealed=True)
    print(hashlib.sha256(render_pdf(key, FORMS[key].samples()["typical"], meta=meta)).hexdigest())
"""
KEYS = ["penalty-decision", "filing-form", "interview-record"]
META = PaperMeta(verify_url="http://127.0.0.1:8000/public/verify/x", sealed=True)


def here(key: str) -> str:
    return hashlib.sha256(render_pdf(key, FORMS[key].samples()["typical"], meta=META)).hexdigest()


def test_another_process_prints_the_same_bytes() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, *KEYS],
        cwd=Path(__file__).resolve().parents[2],
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONHASHSEED": "1", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [here(key) for key in reversed(KEYS)][::-1]


def test_another_content_prints_other_bytes() -> None:
    assert here("penalty-decision") != here("filing-form")


def test_each_form_knows_the_version_of_its_template() -> None:
    versions = {key: template_version(key) for key in FORMS}
    assert all(len(version) == 12 for version in versions.values())
    assert versions["penalty-decision"] != versions["filing-form"]
