"""What does the page of a case say about the check that found it?"""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.panels import Panel
from inspections.check_screens import check_row
from inspections.models import Check
from officers.models import Officer


def check_panel(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """Only where a check led to the case; a link only for those who may see the check."""
    found = Check.objects.filter(cases__case=file.case).select_related("target").first()
    if found is None:
        return None
    seen = Check.objects.visible_to(officer).filter(pk=found.pk).exists()
    address = reverse("inspections:check", args=[found.pk]) if seen else ""
    return Panel(_("来自检查"), "inspections/checks_panel.html", {"row": check_row(found), "url": address})
