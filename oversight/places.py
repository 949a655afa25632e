"""Where does a finding lead: to the field of the paper, to the act that cures it, or to the case?"""

from urllib.parse import quote

from django.urls import reverse

from cases.act import ANY, acts_of
from cases.models import Case
from cases.states import State
from law.citations import cite_all, print_citations
from law.forms import form_rule


def place_url(case: int, document: int | None, field: str) -> str:
    """The paper, scrolled to the words of the field where the browser can; else the list of the file's findings."""
    if document is None:
        return reverse("oversight:case", args=[case])
    address = reverse("documents:paper", args=[document])
    return f"{address}#:~:text={quote(field, safe='')}" if field else address


def cure_url(case: Case, act: str) -> str:
    """The page of the act that cures it, if the case stands where that act starts."""
    declared = acts_of(case).get(act) if act else None
    if declared is None or not (ANY in declared.source or State(case.state) in declared.source):
        return ""
    return reverse("cases:act", args=[case.pk, act])


def paper_title(form: str) -> str:
    return form_rule(form).title if form else ""


def article(basis: str) -> str:
    return print_citations(cite_all(basis))


def short_article(basis: str) -> str:
    """For narrow columns: 行政处罚法57条2款."""
    return "，".join(one.short for one in cite_all(basis))
