"""Do the pages that correct, return and compare papers pass axe and fit, on a phone and on a desk?"""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bureau.sample.overload import SANCTION, found, overload
from bureau.sample.story import Story
from cases.case_file import load_case_file
from cases.repairs import open_to_voiding
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of

DAY = date(2026, 8, 17)


def reported(cast: dict[str, Officer]) -> Story:
    story = found(cast, DAY, 1)
    report = {"recommendation": "penalty", "findings": "超限。", "opinion": "建议处罚。"}
    flags = {"is_complex": False, "concerns_public_interest": False}
    story.handler("conclude_investigation", DAY, **report, **flags, sanctions={story.charge.pk: dict(SANCTION)})
    return story


def issued_anew(cast: dict[str, Officer]) -> Story:
    story = overload(cast, until="ready", start=date(2026, 7, 1), serial=2)
    sanctions = {story.charge.pk: dict(SANCTION)}
    story.act("卫国", "decide_penalty", DAY, sanctions=sanctions, opinion="同意。")
    [paper] = open_to_voiding(load_case_file(story.case.pk))
    said = {"reason": "地点有误。", "reissue": True, "wrong": "S210线", "right": "S211线", "opinion": "建议作废。"}
    voiding = story.handler("propose_paper_voiding", DAY, paper=paper, **said).about
    story.act_on(voiding, "卫国", "approve_paper_voiding", DAY, opinion="同意。")
    return story


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_about_papers(sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path, width: int) -> None:
    report, anew = reported(cast), issued_anew(cast)
    head, handler = sign_in("郑海", width=width), sign_in("李明", width=width)
    fresh = anew.case.documents.filter(form_key="penalty-decision").latest("pk")
    visits = [
        (head, "return", f"/cases/{report.case.pk}/act/return_report/"),
        (handler, "correct", f"/cases/{anew.case.pk}/act/propose_paper_correction/"),
        (handler, "case", f"/cases/{anew.case.pk}/"),
        (handler, "changes", f"/cases/{anew.case.pk}/papers/{fresh.pk}/changes/"),
    ]
    for page, name, address in visits:
        page.goto(address)
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
        assert (name, faults_of(page)) == (name, [])
    expect(handler.frame_locator("iframe").locator("mark.slot").first).to_have_text("211")
