"""Is what a ground for no penalty rests on shown (行政处罚法 30, 31, 33, 36)?"""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from law.grounds import UnknownGround, ground
from law.limitation import limitation
from law.limits import limit

MEDICAL = ("expert", "documentary")


def ground_needs(ask: Ask, what: str) -> bool:
    """Does the ground chosen rest on this? Nothing is asked before one is chosen."""
    try:
        return what in ground(ask.facts.get("ground", ""), ask.on).needs
    except UnknownGround:
        return False


@guard(basis="行政处罚法:33.1", cure=gettext_lazy("写明危害后果的有无和轻重、怎样查明"), by=HEAD)
def harm_is_weighed(ask: Ask) -> Iterator[Text]:
    if ground_needs(ask, "harm") and not ask.facts.get("harm", "").strip():
        yield _("没有写明违法行为没有造成危害后果或者危害后果轻微，以及怎样查明。")


@guard(basis="行政处罚法:33.1", cure=gettext_lazy("不是初次违法的，选用其他情形，或者退回调查另提处理意见"), by=HEAD)
def offence_is_the_first(ask: Ask) -> Iterator[Text]:
    if not ground_needs(ask, "first"):
        return
    years = limit("first_offence_years", ask.on)
    for charge in ask.file.charges:
        since = years_before(charge.conduct_on, years)
        for earlier in ask.file.earlier_penalties(charge.party, charge.violation_code, since)[:1]:
            yield _("%(name)s在 %(on)s 因同样的行为受过处罚（%(number)s），%(years)d 年内不是初次违法。") % {
                "name": charge.party.name,
                "on": earlier.decided_on,
                "number": earlier.case.number,
                "years": years,
            }


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@guard(basis="行政处罚法:33.2", cure=gettext_lazy("添加当事人提供的证据并选定"), by=HANDLERS, act="add_evidence")
def no_fault_is_shown(ask: Ask) -> Iterator[Text]:
    if ground_needs(ask, "evidence") and not ask.facts.get("shown_by"):
        yield _("没有选定足以证明当事人没有主观过错的证据。")


@guard(basis="行政处罚法:31", cure=gettext_lazy("委托鉴定，或者取得医院证明"), by=HANDLERS, act="add_evidence")
def incapacity_is_shown(ask: Ask) -> Iterator[Text]:
    if not ground_needs(ask, "medical"):
        return
    proof = ask.facts.get("shown_by")
    if proof is None or proof.kind not in MEDICAL:
        yield _("没有选定证明当事人不能辨认或者不能控制自己行为的鉴定意见或者医院证明。")


@guard(basis="行政处罚法:30", cure=gettext_lazy("核对出生日期；已满十四周岁的，选用其他情形"), by=HANDLERS)
def party_is_under_age(ask: Ask) -> Iterator[Text]:
    if not ground_needs(ask, "age"):
        return
    years = limit("age_of_responsibility", ask.on)
    for charge in ask.file.charges:
        age = charge.party.age(charge.conduct_on) if charge.party.is_person else None
        if age is None:
            yield _("%(name)s没有登记出生日期，不能认定不满 %(years)d 周岁。") % {
                "name": charge.party.name,
                "years": years,
            }
        elif age >= years:
            yield _("%(name)s行为时已满 %(age)d 周岁。") % {"name": charge.party.name, "age": age}


@guard(basis="行政处罚法:30;行政处罚法:31", cure=gettext_lazy("责令监护人管教、看管，写明监护人"), by=HEAD)
def guardian_is_told(ask: Ask) -> Iterator[Text]:
    if ground_needs(ask, "guardian") and not ask.facts.get("guardian", "").strip():
        yield _("没有写明已责令哪位监护人加以管教或者严加看管。")


@guard(basis="行政处罚法:36.1", cure=gettext_lazy("没有超过追诉期限的，选用其他情形"), by=HEAD)
def limitation_has_passed(ask: Ask) -> Iterator[Text]:
    if not ground_needs(ask, "late"):
        return
    for charge in ask.file.charges:
        found = limitation(charge.conduct_on, ask.on, ended_on=charge.ended_on, grave_harm=charge.grave_harm)
        ends = found.last_day
        if not found.is_passed(localdate(ask.file.case.received_at)):
            yield _("“%(conduct)s”在 %(ends)s 以前已被发现，没有超过追诉期限。") % {
                "conduct": charge.violation.name,
                "ends": ends,
            }


GROUNDS_ARE_SHOWN = (
    harm_is_weighed,
    offence_is_the_first,
    no_fault_is_shown,
    incapacity_is_shown,
    party_is_under_age,
    guardian_is_told,
    limitation_has_passed,
)
