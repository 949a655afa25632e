"""Is a penalty that is not money carried out, and is it shown?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.carrying_out import Imposed, awaited, imposed, unshown
from cases.guards.declare import guard
from cases.guards.people import HANDLERS


def chosen_penalty(ask: Ask) -> Imposed | None:
    charge, kind = ask.facts.get("charge"), ask.facts.get("kind")
    if charge is None:
        return None
    return next(
        (one for one in imposed(ask.file, charge.party) if (one.charge.pk, one.kind) == (charge.pk, kind)), None
    )


@guard(
    basis="行政处罚法:66.1",
    cure=gettext_lazy("登记处罚执行情况，附上证据或者文书"),
    by=HANDLERS,
    act="record_performance",
    title=gettext_lazy("罚款以外的处罚都已执行"),
)
def other_penalties_are_carried_out(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties:
        for one in awaited(ask.file, party):
            yield _("对%(name)s的“%(penalty)s”还没有执行的记录。") % {"name": party.name, "penalty": one}


@guard(basis="行政处罚法:66.1", cure=gettext_lazy("只登记决定中还没有执行的处罚"), by=HANDLERS)
def penalty_is_still_to_be_carried_out(ask: Ask) -> Iterator[Text]:
    charge = ask.facts.get("charge")
    if charge and ask.facts.get("kind") not in {
        one.kind for one in unshown(ask.file, charge.party) if one.charge.pk == charge.pk
    }:
        yield _("有效的决定中没有这项还要执行的处罚。")


@guard(
    basis="行政处罚法:66.1", cure=gettext_lazy("选择证据，或者写明文书和文号；吊销、暂扣的告知发证机关"), by=HANDLERS
)
def performance_is_proven(ask: Ask) -> Iterator[Text]:
    chosen = chosen_penalty(ask)
    if chosen is None:
        return
    if not ask.facts.get("evidence") and not str(ask.facts.get("proof", "")).strip():
        yield _("没有证明“%(penalty)s”执行情况的证据或者文书。") % {"penalty": chosen}
    if chosen.needs_the_organ and not ask.facts.get("refused") and not str(ask.facts.get("organ", "")).strip():
        yield _("“%(penalty)s”涉及许可证件，没有写明怎样告知发证机关。") % {"penalty": chosen}


@guard(basis="行政处罚法:66.1", cure=gettext_lazy("填写决定送达以后实际执行的日期"), by=HANDLERS)
def carried_out_after_service(ask: Ask) -> Iterator[Text]:
    chosen = chosen_penalty(ask)
    done = ask.facts.get("carried_out_on")
    if chosen is None or done is None:
        return
    paper = ask.file.papers_of("penalty-decision", chosen.party)
    service = ask.file.service_of(paper[-1]) if paper else None
    if service is None or done < service.served_on:
        yield _("执行日期早于决定送达的日期。")
    elif done > ask.on:
        yield _("执行日期晚于办理日期。")
