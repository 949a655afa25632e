"""Where on the page of a case is the bundle for the court made?"""

from dataclasses import dataclass

from django.urls import reverse

from cases.bundle.handing_out import is_taker
from cases.case_file import CaseFile
from officers.models import Officer


@dataclass(frozen=True)
class BundleView:
    """url: empty for whoever may not take it. is_near: a court is about to ask for it."""

    url: str = ""
    is_near: bool = False


def bundle_view(file: CaseFile, officer: Officer) -> BundleView:
    """Near: an application to the court is being prepared, or a suit is to be answered."""
    if not file.case.number or not is_taker(file, officer):
        return BundleView()
    is_near = any(not one.has_ended for one in (*file.case.enforcements.all(), *file.case.remedies.all()))
    return BundleView(reverse("cases:court-bundle", args=[file.case.pk]), is_near)
