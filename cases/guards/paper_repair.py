"""Is it a slip of the pen that is corrected, and a paper that nobody has that is voided?"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.clerical import places, substance
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from cases.repairs import correctable, has_twin, identities, is_about_to_be_voided, pending, voidable
from documents.services import content_of


def _paper(ask: Ask) -> Any:
    return ask.facts.get("paper") or getattr(ask.subject, "paper", None)


def _said(ask: Ask, name: str) -> str:
    return str(ask.facts.get(name) or getattr(ask.subject, name, "") or "")


@guard(basis="行政处罚法:75.2", cure=gettext_lazy("选择已经签发、依法应当送达的文书"), by=HANDLERS)
def paper_may_be_corrected(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is not None and paper.pk not in {one.pk for one in correctable(ask.file)}:
        yield _("%(paper)s不是可以补正的文书。") % {"paper": paper}


@guard(basis="行政处罚法:75.2", cure=gettext_lazy("照文书上的原样写出错误的文字"), by=HANDLERS)
def error_stands_in_the_paper(ask: Ask) -> Iterator[Text]:
    paper, wrong = _paper(ask), _said(ask, "wrong")
    if paper is None or not wrong:
        return
    if not places(content_of(paper), wrong):
        yield _("%(paper)s里没有“%(wrong)s”。") % {"paper": paper, "wrong": wrong}
    elif wrong == _said(ask, "right"):
        yield _("更正前后的文字一样。")


@guard(
    basis="行政处罚法:75.2", cure=gettext_lazy("涉及实体内容的不能补正，应当依法撤销或者变更原决定，重新作出"), by=HEAD
)
def only_a_slip_is_put_right(ask: Ask) -> Iterator[Text]:
    paper, wrong = _paper(ask), _said(ask, "wrong")
    if paper is None or not wrong:
        return
    for what in substance(content_of(paper), wrong, _said(ask, "right"), identities(ask.file)):
        yield _("更正涉及%(what)s，不属于文字错误。") % {"what": what}


@guard(basis="行政处罚法:75.2", cure=gettext_lazy("等负责人答复以后再提出"), by=HEAD)
def no_repair_is_pending(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is not None and pending(ask.file, paper):
        yield _("%(paper)s正在报批补正或者作废。") % {"paper": paper}


@guard(basis="行政处罚法:75.2", cure=gettext_lazy("已经送达的文书不能作废，有文字错误的补正"), by=HANDLERS)
def paper_is_in_nobody_s_hands(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is not None and paper.pk not in {one.pk for one in voidable(ask.file)}:
        yield _("%(paper)s不是已经签发、还没有送达的文书。") % {"paper": paper}


@guard(basis="行政处罚法:61.1", cure=gettext_lazy("选择换发；只有同一文书重复签发的才可以不换发"), by=HANDLERS)
def void_paper_is_issued_anew(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is not None and ask.facts.get("reissue") is False and not has_twin(ask.file, paper):
        yield _("%(paper)s依法应当送达，作废以后须换发。") % {"paper": paper}


@guard(basis="行政处罚法:61", cure=gettext_lazy("等负责人答复是否作废以后再送达"), by=HEAD)
def paper_is_not_about_to_be_voided(ask: Ask) -> Iterator[Text]:
    paper = ask.facts.get("document")
    if paper is not None and is_about_to_be_voided(ask.file, paper):
        yield _("%(paper)s正在报批作废。") % {"paper": paper}


def _voidings(ask: Ask) -> list[Any]:
    return list(ask.file.case.paper_voidings.all())
