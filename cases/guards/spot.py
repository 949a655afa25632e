"""May this be punished on the spot, was it done as the law says, and may the money be taken there?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.grounds import years_before
from cases.guards.people import HANDLERS
from cases.states import Procedure
from law.lenient import Leniency, lenient
from law.limits import limit
from law.ranges import yuan
from law.violations import PenaltyKind
from officers.roles import Role

if TYPE_CHECKING:
    from datetime import date

    from cases.models import Charge

SUMMARY_KINDS = frozenset({PenaltyKind.WARNING.value, PenaltyKind.FINE.value})
ORDINARY = gettext_lazy("转为普通程序，已填写的内容都保留")
LIMITS = {"citizen": "spot_fine_citizen", "organisation": "spot_fine_organisation"}


def summary_limit(counts_as: str, on: "date") -> int:
    """The highest fine on the spot against a citizen or an organisation (行政处罚法 51)."""
    return limit(LIMITS[counts_as], on)


def total_fine(ask: Ask) -> Decimal:
    return sum((one["fine"] for one in ask.facts.get("sanctions", {}).values()), Decimal(0))


@guard(basis="行政处罚法:51", cure=gettext_lazy("按普通程序立案、调查、告知后决定"), by=HANDLERS)
def follows_summary_procedure(ask: Ask) -> Iterator[Text]:
    if ask.file.case.procedure != Procedure.SUMMARY:
        yield _("本案适用普通程序，不能当场处罚。")


@guard(
    basis="行政处罚法:54.1",
    cure=gettext_lazy("先转为普通程序"),
    by=HANDLERS,
    act="turn_ordinary",
)
def follows_ordinary_procedure(ask: Ask) -> Iterator[Text]:
    if ask.file.case.procedure == Procedure.SUMMARY:
        yield _("本案登记为简易程序，不能按普通程序立案。")


@guard(basis="行政处罚法:52.1", cure=gettext_lazy("一份决定书只处罚一名当事人，其他当事人另行处理"), by=HANDLERS)
def one_party_is_punished(ask: Ask) -> Iterator[Text]:
    if len(ask.file.parties) > 1:
        yield _("本案有 %(count)d 名当事人，当场处罚一次只处罚一名。") % {"count": len(ask.file.parties)}


@guard(basis="行政处罚法:30", cure=gettext_lazy("不予处罚，责令监护人加以管教"), by=HANDLERS)
def old_enough_to_be_punished(ask: Ask) -> Iterator[Text]:
    least = limit("punishable_age", ask.on)
    for charge in ask.file.charges:
        age = charge.party.age(charge.conduct_on)
        if age is not None and age < least:
            yield _("%(name)s不满 %(least)d 周岁，不予行政处罚。") % {"name": charge.party.name, "least": least}


@guard(basis="行政处罚法:52.1", cure=gettext_lazy("先出示执法证件，查明对方身份"), by=HANDLERS)
def certificates_are_shown_first(ask: Ask) -> Iterator[Text]:
    if "spot" in ask.facts and not ask.facts["spot"]["certificates_shown"]:
        yield _("没有出示执法证件，不得当场处罚。")


@guard(basis="行政处罚法:44", cure=gettext_lazy("先口头告知，再作出决定"), by=HANDLERS)
def party_is_told(ask: Ask) -> Iterator[Text]:
    if "spot" not in ask.facts:
        return
    if not ask.facts["spot"]["told_facts"]:
        yield _("没有口头告知违法事实、处罚理由和依据，不得作出处罚决定。")
    if not ask.facts["spot"]["told_rights"]:
        yield _("没有口头告知当事人依法享有的权利，不得作出处罚决定。")


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("复核当事人的意见，写明是否采纳和理由"), by=HANDLERS)
def party_is_heard(ask: Ask) -> Iterator[Text]:
    said = ask.facts.get("statement")
    if said and said["text"].strip() and not (said["accepted"] and said["answer"].strip()):
        yield _("当事人提出了陈述、申辩，还没有写明复核的结果和理由。")


@guard(basis="行政处罚法:51", cure=ORDINARY, by=HANDLERS, act="turn_ordinary")
def only_warning_or_fine(ask: Ask) -> Iterator[Text]:
    for one in ask.facts.get("sanctions", {}).values():
        other = set(one["kinds"]) - SUMMARY_KINDS
        if other or one["confiscation"] or one["other"] or not one["kinds"]:
            yield _("当场处罚只能是警告或者罚款。")
        elif (PenaltyKind.FINE.value in one["kinds"]) != (one["fine"] > 0):
            yield _("当场处罚的罚款数额与处罚种类不符。")


@guard(basis="行政处罚法:28.2;行政处罚法:51", cure=ORDINARY, by=HANDLERS, act="turn_ordinary")
def no_income_is_left_with_the_party(ask: Ask) -> Iterator[Text]:
    """Income must be confiscated, and the summary procedure knows no confiscation."""
    for charge in ask.file.charges:
        if charge.illegal_income:
            yield _("“%(conduct)s”有违法所得 %(income)s 元，应当没收，不适用简易程序。") % {
                "conduct": charge.violation.name,
                "income": yuan(charge.illegal_income),
            }


@guard(basis="行政处罚法:51", cure=ORDINARY, by=HANDLERS, act="turn_ordinary")
def within_summary_limit(ask: Ask) -> Iterator[Text]:
    fine = total_fine(ask)
    for party in ask.file.parties:
        highest = summary_limit(party.counts_as, ask.on)
        if fine > highest:
            who = _("公民") if party.counts_as == "citizen" else _("法人或者其他组织")
            yield _("对%(who)s当场罚款不得超过 %(limit)d 元，拟罚款 %(fine)s 元，不适用简易程序。") % {
                "who": who,
                "limit": highest,
                "fine": fine,
            }


@guard(
    basis="行政处罚法:33.1",
    cure=gettext_lazy("转为普通程序，查明后教育、不予处罚；不符合条件的，写明为什么不适用"),
    by=HANDLERS,
    act="turn_ordinary",
)
def leniency_is_weighed(ask: Ask) -> Iterator[Text]:
    """What a published list lets off is not punished by reflex; whoever was punished for it before is no first offender."""
    if ask.facts.get("weighed", "").strip():
        return
    for charge in ask.file.charges:
        row = lenient(charge.violation_code, ask.on)
        if row is None or not ask.facts.get("sanctions", {}).get(charge.pk, {}).get("kinds"):
            continue
        said = {"conduct": charge.violation.name, "conditions": row.conditions}
        if row.kind == Leniency.MINOR:
            yield _("“%(conduct)s”在轻微违法免罚清单之内：%(conditions)s，及时改正、没有危害后果的，不予处罚。") % said
        elif not _was_punished_before(ask, charge):
            yield (
                _(
                    "“%(conduct)s”在首违不罚清单之内，没有查到当事人以前的处罚：%(conditions)s，危害后果轻微的，可以不予处罚。"
                )
                % said
            )


def _was_punished_before(ask: Ask, charge: "Charge") -> bool:
    since = years_before(charge.conduct_on, limit("first_offence_years", ask.on))
    return bool(ask.file.earlier_penalties(charge.party, charge.violation_code, since))


@guard(basis="行政处罚法:45.2", cure=gettext_lazy("罚款不得高于口头告知的数额"), by=HANDLERS)
def fine_was_told(ask: Ask) -> Iterator[Text]:
    if "spot" in ask.facts and total_fine(ask) > ask.facts["spot"]["told_fine"]:
        yield _("罚款 %(fine)s 元高于口头告知的 %(told)s 元，不得因当事人陈述、申辩而给予更重的处罚。") % {
            "fine": total_fine(ask),
            "told": ask.facts["spot"]["told_fine"],
        }


@guard(basis="行政处罚法:52.1", cure=gettext_lazy("由当事人签名；拒绝签收的，在决定书上注明"), by=HANDLERS)
def signed_or_refusal_is_noted(ask: Ask) -> Iterator[Text]:
    spot = ask.facts.get("spot")
    if not spot:
        return
    if spot["signing"] == "refused" and not spot["refusal"].strip():
        yield _("当事人拒绝签收，还没有注明情况。")
    if spot["signing"] == "drawn" and not spot.get("signature_sha256"):
        yield _("还没有当事人的签名。")


@guard(basis="行政处罚法:68", cure=gettext_lazy("由当事人在十五日内到银行缴纳"), by=HANDLERS)
def collected_small_hard_or_remote(ask: Ask) -> Iterator[Text]:
    collection = ask.facts.get("collection")
    if not collection:
        return
    fine, small = total_fine(ask), limit("spot_collection", ask.on)
    if fine <= 0:
        yield _("没有罚款，不能当场收缴。")
    elif collection["ground"] == "small" and fine > small:
        yield _("罚款 %(fine)s 元，超过 %(small)d 元，不能以小额为由当场收缴。") % {"fine": fine, "small": small}
    elif collection["ground"] != "small" and not collection["ground_note"].strip():
        yield _("当场收缴要写明事后难以执行或者当事人缴纳确有困难的具体情况。")


@guard(basis="行政处罚法:69", cure=gettext_lazy("由当事人提出，或者由当事人到银行缴纳"), by=HANDLERS)
def remote_party_asked(ask: Ask) -> Iterator[Text]:
    collection = ask.facts.get("collection")
    if collection and collection["ground"] == "remote" and not collection["asked_by_party"]:
        yield _("边远、水上、交通不便地区的当场收缴，须经当事人提出。")


@guard(basis="行政处罚法:70", cure=gettext_lazy("出具财政部门统一制发的专用票据并填写票据号"), by=HANDLERS)
def collection_has_its_receipt(ask: Ask) -> Iterator[Text]:
    collection = ask.facts.get("collection")
    if collection and not collection["receipt_number"].strip():
        yield _("没有财政票据号，不得当场收缴。")


@guard(basis="行政处罚法:71", cure=gettext_lazy("填写实际抵岸的日期"), by=HANDLERS)
def landed_after_collecting(ask: Ask) -> Iterator[Text]:
    collected_on = ask.subject.payment.paid_on
    if ask.on < collected_on:
        yield _("罚款 %(on)s 才收缴，不能早于这一天抵岸。") % {"on": collected_on}


@guard(basis="行政处罚法:71", cure=gettext_lazy("填写实际接收的日期"), by=Role.FINANCE.label)
def received_after_collecting(ask: Ask) -> Iterator[Text]:
    collected_on = ask.subject.landed_on or ask.subject.payment.paid_on
    if ask.on < collected_on:
        yield _("罚款 %(on)s 才收缴，不能早于这一天交至机关。") % {"on": collected_on}
