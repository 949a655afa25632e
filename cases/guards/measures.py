"""May this measure for securing evidence be taken, and is it still in its time?"""

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.objects import about_of


@guard(
    basis="行政处罚法:56",
    cure=gettext_lazy("返还物品；确有需要而又符合条件的，依法采取查封、扣押"),
    by=HANDLERS,
)
def preservation_period_runs(ask: Ask) -> Iterator[Text]:
    about = about_of(ask.subject)
    for term in ask.file.open_terms("preservation"):
        if term.about == about and ask.on > term.due_on:
            yield _("七个工作日已于 %(due)s 届满，登记保存自动解除，不能再作处理决定，也不能延长。") % {
                "due": term.due_on
            }


@guard(basis="行政处罚法:56", cure=gettext_lazy("按清点登记的当天办理"), by=HANDLERS)
def registered_on_the_day_of_the_act(ask: Ask) -> Iterator[Text]:
    kept_at = ask.facts.get("kept_at")
    if kept_at and localdate(kept_at) != ask.on:
        yield _("清点登记的时间是 %(kept)s，不是办理日期 %(on)s；七个工作日从登记之日起算。") % {
            "kept": localdate(kept_at),
            "on": ask.on,
        }


@guard(basis="行政处罚法:28.1", cure=gettext_lazy("写明比原来更晚的期限"), by=HANDLERS)
def correction_date_is_later(ask: Ask) -> Iterator[Text]:
    due_on = ask.facts.get("due_on")
    if due_on and due_on <= max(ask.on, ask.subject.due_on or ask.subject.ordered_on):
        yield _("新的改正期限 %(due)s 没有比原来更晚。") % {"due": due_on}


@guard(basis="行政处罚法:46.2", cure=gettext_lazy("退回鉴定机构补签名、盖章，或者另行委托有资质的机构"), by=HANDLERS)
def opinion_has_its_form(ask: Ask) -> Iterator[Text]:
    if "opinion" in ask.facts and not (ask.facts.get("signed") and ask.facts.get("appraisers", "").strip()):
        yield _("鉴定意见没有鉴定人签名或者鉴定机构盖章，不能作为证据。")


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("对重新鉴定的意见不服的，在陈述申辩或者听证中提出"), by=HANDLERS)
def repeated_only_once(ask: Ask) -> Iterator[Text]:
    if ask.subject.repeats_id:
        yield _("这已经是重新鉴定的意见，重新鉴定以一次为限。")
