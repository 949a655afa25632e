"""Which papers are tried: every form with every one of its samples, those of a form by one worker, which prints each once."""

import pytest

from documents.registry import FORMS

SAMPLES = [(key, name) for key, form in FORMS.items() for name in form.samples()]
every_sample = pytest.mark.parametrize(
    ("key", "name"), [pytest.param(key, name, marks=pytest.mark.xdist_group(key)) for key, name in SAMPLES]
)
