"""May this decision be shown, in these words, by these people?"""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, publisher
from cases.models import Decision
from officers.roles import Role
from publicity.proposal import EDITED, age_at_conduct, grade_of, served_paper
from publicity.protected import protected_strings
from publicity.redaction import Kind, Protected, excerpt, leaks

ADULT = 18
PUBLISHERS = Role.PUBLISHER.label
HEADS = Role.BUREAU_HEAD.label
# What the acts ask besides the texts of the public copy.
ALSO_TYPED = {"reason": gettext_lazy("撤回的理由"), "repair_number": gettext_lazy("信用修复决定文号")}

publisher_or_head = Actor(
    "publisher_or_head",
    gettext_lazy("公示人员或者执法部门负责人"),
    lambda ask: ask.officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD),
)

__all__ = ["publisher", "publisher_or_head"]


@guard(basis="行政处罚法:61", cure=gettext_lazy("先送达行政处罚决定书"), by=HANDLERS, act="serve_decision")
def decision_is_served(ask: Ask) -> Iterator[Text]:
    if served_paper(ask.file, ask.subject.party_id) is None:
        yield _("行政处罚决定书还没有送达%(name)s，不得公示。") % {"name": ask.subject.party.name}


@guard(basis="行政处罚法:48.2", cure=gettext_lazy("提请不予公示"), by=PUBLISHERS, act="propose_exemption")
def decision_still_stands(ask: Ask) -> Iterator[Text]:
    """What was withdrawn does not come back, and what fell before it was public never gets there."""
    decision = ask.subject.decision
    if decision.effect != Decision.Effect.STANDING:
        yield _("这份决定已于 %(on)s %(effect)s，不得公示。") % {
            "on": date_format(decision.effect_on),
            "effect": decision.get_effect_display(),
        }


@guard(basis="公开条例:15", cure=gettext_lazy("提请不予公示"), by=PUBLISHERS, act="propose_exemption")
def party_is_of_age(ask: Ask) -> Iterator[Text]:
    age = age_at_conduct(ask.file, ask.subject.party)
    if age is not None and age < ADULT:
        yield _("当事人违法时未满十八周岁，不得公示。")


@guard(basis="行政处罚法:48.1", cure=gettext_lazy("提请不予公示"), by=PUBLISHERS, act="propose_exemption")
def penalty_is_shown(ask: Ask) -> Iterator[Text]:
    grade = grade_of(ask.file, ask.subject.decision)
    if grade is None:
        yield _("决定之日没有可适用的公示期限规则。")
    elif not grade.is_shown:
        yield _("按决定之日的公示期限规则，“%(grade)s”的处罚不公示。") % {"grade": grade.title}
    elif grade.last_day(ask.subject.decided_on) < ask.on:
        yield _("公示期限已于 %(on)s 届满。") % {"on": grade.last_day(ask.subject.decided_on)}


@guard(basis="公开条例:17", cure=gettext_lazy("由另一名公示人员或者负责人审核"), by=PUBLISHERS)
def redactor_does_not_approve(ask: Ask) -> Iterator[Text]:
    if ask.officer.pk == ask.subject.redacted_by_id:
        yield _("%(name)s制作了这份公示稿，不能自己审核。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:50;公开条例:15", cure=gettext_lazy("删去或者改写后再提交"), by=PUBLISHERS)
def nothing_protected_is_typed(ask: Ask) -> Iterator[Text]:
    names = [*EDITED, *ALSO_TYPED]
    yield from _found_in(ask, {name: ask.facts[name] for name in names if isinstance(ask.facts.get(name), str)})


@guard(basis="行政处罚法:50;公开条例:15", cure=gettext_lazy("退回，由制作人删去或者改写"), by=PUBLISHERS)
def nothing_protected_is_shown(ask: Ask) -> Iterator[Text]:
    """Looked at again: since the copy was made the file may have come to know another name."""
    yield from _found_in(ask, ask.subject.shown_texts())


@guard(basis="行政处罚法:48.2", cure=gettext_lazy("写“当事人”，不写名称"), by=PUBLISHERS)
def reason_names_nobody(ask: Ask) -> Iterator[Text]:
    """The tombstone stays for ever; nobody is to be found by it."""
    reason = ask.facts.get("reason", "")
    for party in ask.file.case.parties.all():
        for leak in leaks(reason, [Protected(party.name, Kind.PERSON)]):
            if leak.kind is Kind.PERSON:
                yield _("撤回公告里有当事人名称“%(name)s”。") % {"name": leak.text}


@guard(basis="行政处罚法:48.1", cure=gettext_lazy("最短公示期满以后再登记"))
def shortest_term_is_over(ask: Ask) -> Iterator[Text]:
    """信用修复管理办法: counted from the day of the decision under the rule of that day; what has run out needs no repair."""
    grade = grade_of(ask.file, ask.subject.decision)
    if grade is None:
        yield _("决定之日没有可适用的公示期限规则。")
        return
    shortest = grade.first_repair(ask.subject.decided_on)
    if ask.on < shortest:
        yield _("按%(rule)s，“%(grade)s”的处罚最短公示 %(months)d 个月，%(on)s 起才能修复。") % {
            "rule": grade.basis,
            "grade": grade.title,
            "months": grade.min_months,
            "on": date_format(shortest),
        }
    if not ask.subject.is_on_show(ask.on):
        yield _("已经停止公示，不用修复。")


@guard(basis="行政处罚法:48.1", cure=gettext_lazy("罚没款缴清以后再登记"), by=HANDLERS)
def duties_are_performed(ask: Ask) -> Iterator[Text]:
    party = ask.subject.party
    owed, paid = ask.file.owed_by(party), ask.file.paid_by(party)
    if paid < owed:
        yield _("%(name)s还有罚没款 %(left)s 元没有缴清，不得修复。") % {"name": party.name, "left": owed - paid}


def _found_in(ask: Ask, texts: dict[str, Any]) -> Iterator[Text]:
    protected = protected_strings(ask.file)
    for name, text in texts.items():
        for leak in leaks(text, protected):
            yield _("“%(field)s”里有%(kind)s“%(found)s”：…%(place)s…") % {
                "field": ALSO_TYPED.get(name) or ask.subject._meta.get_field(name).verbose_name,
                "kind": leak.kind.label,
                "found": leak.text,
                "place": excerpt(text, leak),
            }
