"""Is every fact proved by evidence that has its form, and was the party shown what no officer saw?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.evidence_rules import is_monitored, is_supported, lacking, matrix
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from law.limits import limit

MONITORING = "行政处罚法:41"


@guard(basis="行政处罚法:46.2", cure=gettext_lazy("补正证据"), by=HANDLERS, act="complete_evidence")
def evidence_has_its_form(ask: Ask) -> Iterator[Text]:
    for evidence in ask.file.evidence:
        for one in lacking(evidence, ask.on):
            if not one.basis.startswith(MONITORING):
                yield _("证据“%(evidence)s”还缺：%(title)s。") % {"evidence": evidence.title, "title": one.title}


@guard(
    basis="行政处罚法:41.2",
    cure=gettext_lazy("审核以后补正；审核不符合要求的，不得作为证据"),
    by=HANDLERS,
    act="complete_evidence",
)
def monitoring_records_are_audited(ask: Ask) -> Iterator[Text]:
    for evidence in ask.file.evidence:
        for one in lacking(evidence, ask.on):
            if one.basis.startswith(MONITORING):
                yield _("监控记录“%(evidence)s”未经审核，不得作为证据，还缺：%(title)s。") % {
                    "evidence": evidence.title,
                    "title": one.title,
                }


@guard(
    basis="行政处罚法:41.3",
    cure=gettext_lazy("向当事人出示，告知违法事实并记下意见"),
    by=HANDLERS,
    act="show_evidence",
)
def monitoring_records_were_shown(ask: Ask) -> Iterator[Text]:
    shown = {one.pk for showing in ask.file.showings for one in showing.evidence.all()}
    for evidence in ask.file.evidence:
        if is_monitored(evidence) and evidence.pk not in shown:
            yield _("监控记录“%(evidence)s”还没有向当事人出示、告知违法事实。") % {"evidence": evidence.title}


@guard(
    basis="行政处罚法:40",
    cure=gettext_lazy("为这项事实添加证据，或者在已有的证据上写明它证明这项事实"),
    by=HANDLERS,
    act="complete_evidence",
)
def every_fact_is_supported(ask: Ask) -> Iterator[Text]:
    if not ask.file.evidence:
        return  # has_evidence says so
    for fact in matrix(ask.file):
        if not is_supported(fact, ask.on):
            yield _("“%(conduct)s”的这项事实没有符合要求的证据：%(text)s") % {
                "conduct": fact.charge.violation.name,
                "text": fact.text[:60],
            }


@guard(
    basis="行政处罚法:30",
    cure=gettext_lazy("通知监护人到场并写明姓名，再询问"),
    by=HANDLERS,
)
def minors_have_a_guardian(ask: Ask) -> Iterator[Text]:
    born_on = ask.facts.get("person_born_on")
    if born_on is None or ask.facts.get("guardian", "").strip():
        return
    years = limit("age_of_majority", ask.on)
    age = ask.on.year - born_on.year - ((ask.on.month, ask.on.day) < (born_on.month, born_on.day))
    if age < years:
        yield _("被询问人只有 %(age)d 周岁，未满 %(years)d 周岁的，应当有监护人到场。") % {"age": age, "years": years}
