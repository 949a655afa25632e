"""Are the volumes bound apart, and does a proof lie behind the paper that it proves?"""

from typing import Any

import pytest

from documents.dossier import EmptyDossier, Part, dossier_pdf, in_order
from documents.registry import FORMS
from documents.services import draw, issue
from law.forms import all_forms
from tests.documents.printed import Printed
from tests.documents.test_dossier import DAY

PDF = b"%PDF"


def test_a_receipt_and_a_photograph_lie_behind_what_was_served_and_the_rest_keeps_its_order() -> None:
    parts = [
        Part("立案登记表", PDF, order=50, document=1),
        Part("违法行为通知书", PDF, order=120, document=2),
        Part("决定书", PDF, order=30, document=3),
        Part("送达回证（通知书）", PDF, order=190, document=4, behind=2),
        Part("送达回证（决定书）", PDF, order=190, document=5, behind=3),
        Part("留置照片", PDF, behind=3),
        Part("称重单", PDF),
        Part("无主的回证", PDF, order=190, document=6, behind=99),
    ]
    assert [one.title for one in in_order(parts)] == [
        *("决定书", "送达回证（决定书）", "留置照片", "立案登记表", "称重单"),
        *("违法行为通知书", "送达回证（通知书）", "无主的回证"),
    ]


def test_what_lies_behind_a_paper_of_the_secondary_volume_lies_there_too() -> None:
    parts = [Part("审核意见书", PDF, order=310, volume="secondary", document=1), Part("回执", PDF, behind=1)]
    assert {one.volume for one in in_order(parts)} == {"secondary"}


@pytest.mark.django_db
def test_each_volume_can_be_bound_alone(case: Any, officer: Any, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path

    def add(key: str) -> None:
        content = FORMS[key].samples()["typical"]
        issue(draw(case=case, form_key=key, content=content, officer=officer, on=DAY), officer=officer, on=DAY)

    add("filing-form")
    with pytest.raises(EmptyDossier):
        dossier_pdf(case.pk, volume="secondary")
    add("legal-review-opinion")
    add("loan-slip")
    main, secondary = (Printed(dossier_pdf(case.pk, volume=name)).text for name in ("main", "secondary"))
    assert "立案登记表" in main and "法制审核意见书" not in main
    assert "法制审核意见书" in secondary and "立案登记表" not in secondary
    assert "借阅登记表" not in main + secondary, "the archive's own papers are bound into neither"


def test_the_order_is_that_of_the_rules_of_filing() -> None:
    """Decision first, then as the case went, the back sheet last; the inner papers of the bureau in their own volume."""
    order = {form.key: form.order for form in all_forms() if form.volume == "main"}
    went = [
        *("dossier-cover", "dossier-contents", "penalty-decision", "filing-form", "evidence-list"),
        *("investigation-report", "violation-notice", "statement-record", "hearing-record", "service-receipt"),
        *("closing-report", "back-sheet"),
    ]
    assert sorted(went, key=lambda key: order[key]) == went
    inner = {form.key for form in all_forms() if form.volume == "secondary"}
    assert {"legal-review-opinion", "discussion-minutes"} <= inner
