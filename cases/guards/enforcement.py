"""May a party be made to perform: reminded, heard, and not before the law allows?"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.carrying_out import awaited, refused
from cases.court_window import court_window
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from cases.money import account_of, enforcement_of, remedies_of, unmet_orders
from law.enforcement import enforcement_row, enforcement_rows
from law.holidays import is_working_day
from law.limits import limit
from law.surcharge import NOTHING
from law.terms import compute, term_rule

if TYPE_CHECKING:
    from cases.models import Party


def reminder_served_on(ask: Ask) -> date | None:
    """When the reminder of this enforcement reached the party."""
    party = ask.subject.party
    papers = [one for one in ask.file.papers_of("reminder", party) if one.state != "draft"]
    service = ask.file.service_of(papers[-1]) if papers else None
    return service.served_on if service else None


def unperformed(ask: Ask, party: "Party") -> bool:
    """A duty that no money settles: an order unmet in its time, or a penalty that the party does not obey."""
    return bool(unmet_orders(ask.file, party, ask.on) or refused(ask.file, party))


@guard(basis="行政强制法:34", cure=gettext_lazy("在履行期限届满以后办理"), by=HANDLERS)
def something_is_overdue(ask: Ask) -> Iterator[Text]:
    party = ask.facts.get("party")
    if party is None:
        return
    if enforcement_of(ask.file, party) is not None:
        yield _("%(name)s已在强制执行中。") % {"name": party.name}
    elif not (account_of(ask.file, party, ask.on).overdue or unperformed(ask, party)):
        yield _("%(name)s没有逾期未履行的金额，也没有逾期未改正的责令。") % {"name": party.name}


@guard(
    basis="行政强制法:37.1", cure=gettext_lazy("登记当事人已经履行"), by=HANDLERS, act="enforcement.confirm_performed"
)
def still_unperformed(ask: Ask) -> Iterator[Text]:
    party = ask.subject.party
    if account_of(ask.file, party, ask.on).is_settled and not unperformed(ask, party):
        yield _("%(name)s已经缴清，不得再强制执行。") % {"name": ask.subject.party.name}


@guard(basis="行政强制法:34", cure=gettext_lazy("登记缴款，或者终结执行"), by=HANDLERS)
def everything_is_performed(ask: Ask) -> Iterator[Text]:
    left = account_of(ask.file, ask.subject.party, ask.on).left
    if left:
        yield _("%(name)s还有 %(left)s 元没有缴纳。") % {"name": ask.subject.party.name, "left": left}
    for one in awaited(ask.file, ask.subject.party):
        yield _("对%(name)s的“%(penalty)s”还没有执行的记录。") % {"name": ask.subject.party.name, "penalty": one}


@guard(basis="行政强制法:35;行政强制法:54", cure=gettext_lazy("直接送达催告书，等期限届满"), by=HANDLERS)
def reminder_period_is_over(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("hiding") or ask.facts.get("immediate"):
        return  # 行政强制法 37.3, 52: at once, where property is being hidden or a road must be cleared
    served = reminder_served_on(ask)
    if served is None:
        yield _("催告书还没有送达%(name)s。") % {"name": ask.subject.party.name}
        return
    due = compute(term_rule("reminder", served), served).due
    if ask.on <= due:
        yield _("催告书 %(served)s 送达，当事人可以在 %(due)s 前履行。") % {"served": served, "due": due}


@guard(
    basis="行政强制法:36",
    cure=gettext_lazy("复核并答复当事人的陈述申辩"),
    by=HANDLERS,
    act="enforcement.answer_after_reminder",
)
def statement_after_reminder_is_answered(ask: Ask) -> Iterator[Text]:
    if ask.subject.stated_on and not ask.subject.answered_on:
        yield _("当事人在催告后提出的陈述申辩还没有复核。")


@guard(basis="行政强制法:36", cure=gettext_lazy("先登记当事人的陈述申辩"), by=HANDLERS)
def something_was_stated(ask: Ask) -> Iterator[Text]:
    if not ask.subject.stated_on:
        yield _("当事人在催告后没有提出陈述申辩。")


@guard(basis="行政强制法:53", cure=gettext_lazy("复议、诉讼了结以后再办理"), by=HANDLERS)
def no_remedy_is_undecided(ask: Ask) -> Iterator[Text]:
    if any(one.effective_on is None for one in remedies_of(ask.file, ask.subject.party)):
        yield _("%(name)s提起的行政复议或者行政诉讼还没有了结。") % {"name": ask.subject.party.name}


@guard(basis="行政处罚法:73.1", cure=gettext_lazy("恢复执行以后再办理"), by=HANDLERS)
def execution_is_not_stopped(ask: Ask) -> Iterator[Text]:
    for one in remedies_of(ask.file, ask.subject.party):
        if one.stay_since and one.stay_since <= ask.on and (one.stay_until is None or ask.on <= one.stay_until):
            yield _("处罚决定自 %(since)s 起停止执行。") % {"since": one.stay_since}


@guard(basis="行政强制法:53", cure=gettext_lazy("在申请期限内申请"), by=HANDLERS)
def inside_the_court_window(ask: Ask) -> Iterator[Text]:
    window = court_window(ask.file, ask.subject.party)
    if window is None:
        yield _("处罚决定还没有送达，不能申请法院强制执行。")
    elif ask.on < window.first:
        yield _("当事人还可以申请复议、提起诉讼或者按批准的期限缴纳，最早 %(first)s 可以申请，最迟 %(last)s。") % {
            "first": window.first,
            "last": window.last,
        }
    elif ask.on > window.last:
        yield _("申请法院强制执行的期限已于 %(last)s 届满，法院不予受理。") % {"last": window.last}


@guard(basis="行政强制法:55.1", cure=gettext_lazy("备齐材料后勾选"), by=HANDLERS)
def materials_are_complete(ask: Ask) -> Iterator[Text]:
    materials = ask.facts.get("materials")
    if materials is None:
        return
    for row in enforcement_rows("material", ask.on):
        if not str(materials.get(row.key, "")).strip():
            yield _("缺少“%(title)s”。") % {"title": row.title}


@guard(basis="行政强制法:13", cure=gettext_lazy("没有强制执行权的，申请法院强制执行"), by=HEAD)
def bureau_has_the_power(ask: Ask) -> Iterator[Text]:
    power = ask.facts.get("power")
    if power is None:
        return
    row = next((one for one in enforcement_rows("power", ask.on) if one.key == power), None)
    if row is None:
        yield _("法律没有授权本机关以这种方式强制执行。")
        return
    window = court_window(ask.file, ask.subject.party)
    if "no_remedy" in row.needs and (window is None or ask.on < window.first):
        yield _("“%(title)s”要等复议和起诉期限届满。") % {"title": row.title}
    if "announced" in row.needs and (ask.subject.remove_by is None or ask.on <= ask.subject.remove_by):
        yield _("“%(title)s”要先公告限期自行拆除，等期限届满。") % {"title": row.title}
    if "seizure" in row.needs and not str(ask.facts.get("seizure", "")).strip():
        yield _("“%(title)s”只限于已经查封、扣押的财物，写明查封扣押决定书文号。") % {"title": row.title}


@guard(basis="行政强制法:43.1", cure=gettext_lazy("在工作日白天实施；情况紧急的写明紧急情况"), by=HANDLERS)
def not_at_night_nor_on_a_holiday(ask: Ask) -> Iterator[Text]:
    moment = ask.facts.get("carried_out_at")
    if moment is None or str(ask.facts.get("urgency", "")).strip():
        return
    local = localtime(moment)
    night = local.hour >= limit("night_begins", ask.on) or local.hour < limit("night_ends", ask.on)
    if night or not is_working_day(local.date()):
        yield _("不得在夜间或者法定节假日实施强制执行：%(moment)s。") % {"moment": local.strftime("%Y-%m-%d %H:%M")}


@guard(basis="行政强制法:37.2", cure=gettext_lazy("先送达决定书"), by=HANDLERS)
def decision_to_enforce_was_served(ask: Ask) -> Iterator[Text]:
    execution = ask.subject.execution
    if execution is None or execution.immediate:
        return  # 行政强制法 52: at once, the party is told afterwards
    forms = {"own": "enforcement-decision", "substitute": "substitute-decision"}
    papers = [one for one in ask.file.papers_of(forms[execution.kind], ask.subject.party) if one.state != "draft"]
    if not papers or ask.file.service_of(papers[-1]) is None:
        yield _("强制执行决定书还没有送达当事人。")


@guard(
    basis="行政强制法:51.1(2)",
    cure=gettext_lazy("代履行三日前再次催告"),
    by=HANDLERS,
    act="enforcement.remind_again",
)
def reminded_again_three_days_before(ask: Ask) -> Iterator[Text]:
    execution = ask.subject.execution
    if execution is None or execution.kind != "substitute" or execution.immediate:
        return
    if execution.reminded_again_on is None:
        yield _("代履行三日前还没有再次催告当事人履行。")
        return
    again = execution.reminded_again_on
    due = compute(term_rule("substitute_reminder", again), again).due
    if ask.on <= due:
        yield _("再次催告的期限到 %(due)s 届满，此前不得代履行。") % {"due": due}


@guard(basis="行政强制法:51.1(3)", cure=gettext_lazy("派员到场监督"), by=HANDLERS)
def somebody_supervises(ask: Ask) -> Iterator[Text]:
    execution = ask.subject.execution
    if execution and execution.kind == "substitute" and "result" in ask.facts and not ask.facts.get("supervisor"):
        yield _("代履行时本机关应当派员到场监督。")


@guard(basis="行政强制法:42.1", cure=gettext_lazy("减免不超过加处的罚款；写明当事人采取的补救措施"), by=HEAD)
def only_the_surcharge_is_reduced(ask: Ask) -> Iterator[Text]:
    relief = ask.facts.get("relief") or NOTHING
    left = account_of(ask.file, ask.subject.party, ask.on).reckoning.surcharge_left
    if relief > left:
        yield _("未缴的加处罚款是 %(left)s 元，不能减免 %(relief)s 元；罚款本身不能减免。") % {
            "left": left,
            "relief": relief,
        }


@guard(basis="行政强制法:39.2", cure=gettext_lazy("满三年或者符合不再执行的条件以后办理"))
def three_years_without_resumption(ask: Ask) -> Iterator[Text]:
    suspension = ask.subject.suspension
    if suspension is None:
        yield _("执行没有中止。")
        return
    due = compute(term_rule("suspension", suspension.first), suspension.first).due
    if ask.on <= due:
        yield _("中止执行到 %(due)s 才满三年。") % {"due": due}
    if not suspension.harmless:
        yield _("没有认定当事人确无能力履行并且没有明显社会危害，不能自动不再执行。")


def title_of(list_: str, key: str, on: date) -> str:
    return enforcement_row(list_, key, on).title
