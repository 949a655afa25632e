"""Is everything settled that must be settled before a case is closed?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.beside import open_at_closing
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.money import account_of, is_settled_for
from cases.serving import served_by_the_way
from law.forms import form_rule
from officers.roles import Role

# Terms that run on after closing or protect the party; they do not keep a case open.
OUTLIVING = frozenset({"archive", "copy_home_authority", "reconsideration", "litigation"})


@guard(
    basis="行政处罚法:67",
    cure=gettext_lazy("登记缴款"),
    by=Role.FINANCE.label,
    act="record_payment",
    title=gettext_lazy("应缴的款项已经了结"),
)
def money_is_settled(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties:
        if is_settled_for(ask.file, party, ask.on):
            continue
        account = account_of(ask.file, party, ask.on)
        sums = {"name": party.name, "owed": account.owed, "paid": account.paid, "surcharge": account.surcharge}
        if account.surcharge:
            yield _("%(name)s应缴 %(owed)s 元（其中加处罚款 %(surcharge)s 元），已缴 %(paid)s 元。") % sums
        else:
            yield _("%(name)s应缴 %(owed)s 元，已缴 %(paid)s 元。") % sums


@guard(
    basis="程序规定:116",
    cure=gettext_lazy("登记执行结果"),
    by=HANDLERS,
    title=gettext_lazy("强制执行已经了结"),
)
def enforcement_is_over(ask: Ask) -> Iterator[Text]:
    for one in ask.file.case.enforcements.all():
        if not one.has_ended:
            yield _("对%(name)s的强制执行还没有了结，执行完毕后归档。") % {"name": one.party.name}


@guard(
    basis="行政处罚法:48.1",
    cure=gettext_lazy("公示决定，或者由负责人批准不公示并写明理由"),
    by=Role.PUBLISHER.label,
    title=gettext_lazy("决定已经公示，或者批准不公示"),
)
def publication_is_done(ask: Ask) -> Iterator[Text]:
    if ask.file.open_terms("publish"):
        yield _("行政处罚决定还没有公示，也没有批准不公示。")


@guard(basis="行政处罚法:48.1", cure=gettext_lazy("没有需要公示的决定，不用办理"))
def publication_is_due(ask: Ask) -> Iterator[Text]:
    if not ask.file.open_terms("publish"):
        yield _("本案没有等待公示的行政处罚决定。")


@guard(basis="超限运输规定:44", cure=gettext_lazy("不是超限运输案件或者已经抄告的，不用办理"))
def copy_is_due(ask: Ask) -> Iterator[Text]:
    if not ask.file.open_terms("copy_home_authority"):
        yield _("本案没有等待抄告的事项。")


@guard(
    basis="行政处罚法:60",
    cure=gettext_lazy("办理或者终结未了的期限"),
    by=HANDLERS,
    title=gettext_lazy("应当按期办理的事项都已了结"),
)
def no_duty_is_open(ask: Ask) -> Iterator[Text]:
    for term in ask.file.open_terms():
        if term.nature == "duty" and term.key not in OUTLIVING | {"publish", "payment"}:
            yield _("“%(title)s”期限（%(due)s）还没有了结。") % {"title": term.title, "due": term.due_on}


@guard(
    basis="行政处罚法:28.1",
    cure=gettext_lazy("复查改正情况"),
    by=HANDLERS,
    act="correction.recheck",
    title=gettext_lazy("责令改正的都已复查"),
)
def corrections_are_checked(ask: Ask) -> Iterator[Text]:
    for correction in ask.file.case.corrections.all():
        if not correction.has_ended:
            yield _("责令改正还没有复查：%(content)s") % {"content": correction.content}


@guard(
    basis="行政处罚法:61.1",
    cure=gettext_lazy("登记送达这份文书"),
    by=HANDLERS,
    act="serve_paper_on_party",
    title=gettext_lazy("应当送达的文书都已送达"),
)
def every_paper_is_served(ask: Ask) -> Iterator[Text]:
    for paper in served_by_the_way(ask.file):
        yield _("《%(title)s》%(number)s还没有送达。") % {"title": paper.title, "number": paper.number}


@guard(
    basis="行政处罚法:33.3",
    cure=gettext_lazy("制作教育记录"),
    by=HANDLERS,
    act="record_education",
    title=gettext_lazy("不予处罚的已经教育"),
)
def education_has_its_record(ask: Ask) -> Iterator[Text]:
    taught = {one.party_id for one in ask.file.case.education_records.all()}
    for decision in ask.file.decisions:
        if decision.kind == "no_penalty" and decision.party_id not in taught:
            yield _("不予处罚，但案卷中没有对%(name)s的教育记录。") % {
                "name": next((one.name for one in ask.file.parties if one.pk == decision.party_id), "")
            }


@guard(
    basis="行政处罚法:47",
    cure=gettext_lazy("补齐缺少的文书"),
    by=HANDLERS,
    title=gettext_lazy("案卷文书齐全"),
)
def dossier_is_complete(ask: Ask) -> Iterator[Text]:
    needed = ["filing-form"]
    if ask.file.is_summary:
        # On the spot nothing is filed or reported: the decision, with what it rests on, is the file.
        needed = ["spot-decision"]
    elif ask.file.decisions:
        needed += ["investigation-report", "evidence-list"]
    for form in needed:
        if not any(one.state != "draft" for one in ask.file.papers_of(form)):
            yield _("案卷缺少%(title)s。") % {"title": form_rule(form).title}


@guard(
    basis="行政处罚法:47",
    cure=gettext_lazy("在本案的全过程记录页面关联音像，或者说明没有音像的原因"),
    by=HANDLERS,
    title=gettext_lazy("应当音像记录的环节都有音像，或者已说明原因"),
)
def recordings_are_accounted_for(ask: Ask) -> Iterator[Text]:
    """No article voids a decision for want of a recording: it holds up the closing, not the decision."""
    yield from open_at_closing(ask.file)
