"""The paper by which the bureau makes good what was carried out wrongly or sold too cheaply."""

from decimal import Decimal

from cases.making_good import SOURCES
from cases.models import Restitution
from cases.papers.enforcement import number_of
from cases.papers.parts import Drawing, chinese, party_block
from documents.forms.remedy import RestitutionDecision
from law.wording import wording


def restitution_decision(drawing: Drawing) -> RestitutionDecision:
    about: Restitution = drawing.about
    authorities = {"reviewing_government": drawing.bureau.reviewing_government, "court": drawing.bureau.court}
    source = next(row for name in SOURCES if (row := getattr(about, name)))
    return RestitutionDecision(
        case_number=drawing.case_number,
        party=party_block(about.party, drawing.on),
        decision_number=number_of(drawing, "penalty-decision"),
        ground=about.ground,
        subject=chinese(source),
        reasons=about.reason,
        manner=about.manner,
        what=about.what.rstrip("。"),
        amount=Decimal(about.amount),
        reckoning=about.reckoning,
        within=about.within or 0,
        remedy=wording("remedy-clause-no-penalty", drawing.on).format(**authorities),
        letterhead=drawing.letterhead,
    )
