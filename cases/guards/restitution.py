"""Is made good what was carried out wrongly, and what was sold too cheaply (行政强制法 28.2, 41)?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.making_good import SOURCES, Wrong, owed, possibly_mistaken
from cases.money import refundable

CURE = gettext_lazy("提请恢复、退还或者补偿，由负责人决定")


@guard(basis="行政强制法:41", cure=gettext_lazy("选择确实被撤销、执行错误或者低价变卖的事项"), by=HANDLERS)
def something_is_to_be_made_good(ask: Ask) -> Iterator[Text]:
    chosen = {f"{source}-{row.pk}" for source in SOURCES if (row := ask.facts.get(source))}
    ground = ask.facts.get("ground")
    if not ground:
        return
    known = owed(ask.file) if ground != "mistaken" else possibly_mistaken(ask.file)
    if not chosen & {one.pk for one in known if one.ground == ground}:
        yield _("案卷中没有这样的事项需要恢复或者补偿。")


@guard(basis="行政强制法:41", cure=gettext_lazy("写明金额和计算办法"), by=HANDLERS)
def compensation_has_its_sum(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("manner") not in ("compensate", "damages"):
        return
    if not ask.facts.get("amount") or not str(ask.facts.get("reckoning", "")).strip():
        yield _("补偿、赔偿没有写明金额和计算办法。")


@guard(basis="行政强制法:28.2", cure=CURE, by=HANDLERS, act="propose_restitution")
def low_price_is_decided_on(ask: Ask) -> Iterator[Text]:
    """Before the proceeds go back: what the party lost by a sale far below the value is decided on."""
    for one in owed(ask.file):
        if one.source == "disposal" and ask.subject is not None and one.row.measure_id == ask.subject.pk:
            yield _too_cheap(one)
    for asked in ask.file.case.restitutions.all():
        disposal = asked.disposal
        if asked.state == "proposed" and disposal and ask.subject and disposal.measure_id == ask.subject.pk:
            yield _("“%(what)s”还没有决定。") % {"what": asked}


@guard(
    basis="行政强制法:41",
    cure=CURE,
    by=HANDLERS,
    act="propose_restitution",
    title=gettext_lazy("执行错误、决定被撤销的都已恢复、退还或者补偿"),
)
def everything_is_made_good(ask: Ask) -> Iterator[Text]:
    for one in owed(ask.file):
        if one.source == "disposal":
            yield _too_cheap(one)
        else:
            yield _("决定已被撤销，“%(what)s”还没有恢复、退还。") % {"what": one}
    for asked in ask.file.case.restitutions.all():
        if not asked.has_ended:
            yield _("“%(what)s”还没有办结（%(state)s）。") % {"what": asked, "state": asked.get_state_display()}
    for decision in ask.file.all_decisions:
        over = refundable(ask.file, decision.party, ask.on) if decision.effect != "standing" else 0
        if over > 0:
            yield _("决定改变以后，%(name)s多缴的 %(over)s 元还没有提请退还。") % {
                "name": decision.party.name,
                "over": over,
            }


def _too_cheap(one: Wrong) -> Text:
    sums = {"what": one.row, "proceeds": one.row.proceeds, "value": one.row.valuation}
    return _("“%(what)s”所得 %(proceeds)s 元，明显低于估价 %(value)s 元，是否补偿还没有决定。") % sums
