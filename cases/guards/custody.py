"""Is what was taken kept by the right hands, and disposed of only as the head has approved?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.case_file import CaseFile
from cases.coercion import Fate
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD, case_officers
from officers.models import Officer
from officers.roles import Role


def _is_named_keeper(ask: Ask) -> bool:
    return ask.officer.holds(Role.KEEPER) and getattr(ask.subject, "taker_id", None) == ask.officer.pk


def _has_the_things(ask: Ask) -> bool:
    """The handlers until somebody has taken them over, then whoever keeps them."""
    keeper = getattr(ask.subject, "keeper_id", None)
    return keeper == ask.officer.pk if keeper else case_officers.check(ask)


def _keepers(file: CaseFile) -> object:
    return Officer.objects.holding(Role.KEEPER)


named_keeper = Actor(Role.KEEPER.value, Role.KEEPER.label, _is_named_keeper, _keepers)  # type: ignore[arg-type]
holder_of_things = Actor("holder_of_things", gettext_lazy("持有财物的人员"), _has_the_things)


@guard(basis="程序规定:119", cure=gettext_lazy("只能移交还在保管的财物"), by=HANDLERS)
def things_are_still_here(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None and not ask.subject.unsettled():
        yield _("没有还在保管的财物。")


@guard(basis="程序规定:119", cure=gettext_lazy("等对方接收，或者由对方退回"), by=Role.KEEPER.label)
def no_handing_over_is_pending(ask: Ask) -> Iterator[Text]:
    if ask.subject is None:
        return
    for one in ask.file.case.custody_changes.all():
        if one.measure_id == ask.subject.pk and not one.has_ended:
            yield _("已经移交%(name)s，还没有接收。") % {"name": one.taker.name}


@guard(basis="程序规定:119", cure=gettext_lazy("填写实际接收的时间"), by=Role.KEEPER.label)
def taken_after_it_was_handed_over(ask: Ask) -> Iterator[Text]:
    taken_at = ask.facts.get("taken_at")
    if ask.subject is not None and taken_at and taken_at < ask.subject.handed_at:
        yield _("接收时间早于移交时间。")


@guard(basis="行政处罚法:74.1", cure=gettext_lazy("没收的先办理没收；无人领取的先公告催领期满"), by=HANDLERS)
def disposal_ground_applies(ask: Ask) -> Iterator[Text]:
    ground, measure = ask.facts.get("ground"), ask.subject
    if measure is None or not ground:
        return
    for thing in ask.facts.get("things", ()):
        if ground == "confiscated" and thing.fate != Fate.CONFISCATED:
            yield _("“%(thing)s”没有没收，不能作为没收的财物处理。") % {"thing": thing}
        if ground != "confiscated" and thing.fate != Fate.HELD:
            yield _("“%(thing)s”已经不在扣押之中。") % {"thing": thing}
    if ground == "unclaimed":
        notices = measure.terms_of("unclaimed_notice")
        if not notices:
            yield _("还没有公告催领。")
        elif ask.on <= notices[-1].due_on:
            yield _("公告催领到 %(due)s 才期满。") % {"due": notices[-1].due_on}


@guard(basis="行政处罚法:74.1", cure=gettext_lazy("等待批准和处理"), by=HEAD)
def things_await_no_other_disposal(ask: Ask) -> Iterator[Text]:
    asked = {one.pk for one in ask.facts.get("things", ())}
    for other in ask.file.case.disposals.all():
        if not other.has_ended and asked & {one.pk for one in other.things.all()}:
            yield _("“%(disposal)s”还没有办结。") % {"disposal": other}


@guard(basis="行政强制法:28.2", cure=gettext_lazy("等财物处理办结，再退还其余财物和所得款项"), by=HANDLERS)
def no_disposal_is_pending(ask: Ask) -> Iterator[Text]:
    for one in ask.file.case.disposals.all():
        if ask.subject is not None and one.measure_id == ask.subject.pk and not one.has_ended:
            yield _("“%(disposal)s”还没有办结。") % {"disposal": one}


@guard(basis="行政强制法:28.2", cure=gettext_lazy("鲜活物品已经变卖的，退还所得款项"), by=HANDLERS)
def proceeds_go_back(ask: Ask) -> Iterator[Text]:
    """What was sold because it would not keep is given back as money."""
    if ask.subject is None or "proceeds" not in ask.facts:
        return
    sold = proceeds_of(ask)
    if ask.facts["proceeds"] != sold:
        yield _("应当退还变卖所得 %(sold)s 元。") % {"sold": sold}


def proceeds_of(ask: Ask) -> object:
    sold = [
        one.proceeds
        for one in ask.file.case.disposals.all()
        if one.measure_id == ask.subject.pk and one.ground == "perishable" and one.proceeds
    ]
    return sum(sold, start=0)
