"""What does the law want to be known about legal review in a year: who could review, what was reviewed, with what result?

Figures of the bureau, never of a person: no row, no average and no order is anybody's (国办发〔2018〕118号 wants the
share of reviewers; what is adopted is counted over all of them).
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

from django.utils.translation import gettext as _

from cases.models import Decision, FiredRule, LegalReview, ReviewDispute
from law.holidays import working_days_after
from law.limits import limit
from officers.models import CERTIFIED, Officer, RoleGrant
from officers.roles import Role

FEWEST = 5
"""Of fewer reviews no average is told."""
TENTH = Decimal("0.1")
BOM = "\ufeff"


@dataclass(frozen=True)
class Figure:
    """key: as the address names it. cases: those behind it; empty for figures that are not about cases."""

    key: str
    group: str
    label: str
    value: str
    note: str = ""
    cases: frozenset[int] = field(default_factory=frozenset)


def review_figures(year: int, today: date) -> list[Figure]:
    on = min(today, date(year, 12, 31))
    reviews = list(
        LegalReview.objects.filter(concluded_on__year=year)
        .exclude(outcome="")
        .prefetch_related("comments")
        .order_by("pk")
    )
    return [*_people(on), *_required(year), *_reviewed(reviews), *_adopted(reviews), *_days(reviews)]


def as_csv(found: Iterable[Figure], year: int) -> bytes:
    """With a byte order mark, without which a spreadsheet would read the Chinese as something else."""
    target = StringIO()
    target.write(BOM)
    writer = csv.writer(target)
    writer.writerow([_("年度"), _("类别"), _("项目"), _("数值"), _("说明"), _("涉及案件数")])
    writer.writerows([year, one.group, one.label, one.value, one.note, len(one.cases) or ""] for one in found)
    return target.getvalue().encode()


def _people(on: date) -> Iterator[Figure]:
    group = _("人员")
    officers = list(Officer.objects.filter(is_active=True).prefetch_related("grants", *CERTIFIED))
    enforcing = sum(one.may_enforce(on) for one in officers)
    reviewers = [one for one in officers if any(_is_reviewer(grant, on) for grant in one.grants.all())]
    qualified = sum(one.has_legal_qualification(on) for one in reviewers)
    wanted = limit("reviewer_share_percent", on)
    yield Figure("enforcing", group, _("持有效执法证件的人员"), str(enforcing), _("截至 %(on)s") % {"on": on})
    yield Figure("reviewers", group, _("法制审核人员"), str(len(reviewers)))
    yield Figure("qualified", group, _("其中取得法律职业资格的"), str(qualified))
    share = _percent(len(reviewers), enforcing)
    met = enforcing > 0 and len(reviewers) * 100 >= wanted * enforcing
    said = _("达到不少于 %(wanted)d%% 的要求") if met else _("没有达到不少于 %(wanted)d%% 的要求")
    yield Figure("share", group, _("审核人员占执法人员的比例"), share, said % {"wanted": wanted})


def _is_reviewer(grant: RoleGrant, on: date) -> bool:
    return (
        grant.role == Role.LEGAL_REVIEWER and grant.granted_on <= on and (grant.ended_on is None or grant.ended_on > on)
    )


def _required(year: int) -> Iterator[Figure]:
    """Penalties decided in the year for which a rule demanded review, and those that one had passed."""
    rules: dict[int, set[int]] = defaultdict(set)
    for case_id, round_ in FiredRule.objects.filter(scope="review").values_list("case_id", "round"):
        rules[case_id].add(round_)
    decided = Decision.objects.filter(kind="penalty", decided_on__year=year).values_list("case_id", "round")
    due = {(case_id, round_) for case_id, round_ in decided if round_ in rules[case_id]}
    passed = set(LegalReview.objects.filter(outcome="passed").values_list("case_id", "round"))
    group = _("应审与已审")
    yield Figure("due", group, _("应当审核的处罚决定案件"), str(len(_cases(due))), cases=_cases(due))
    done = _cases(due & passed)
    yield Figure("passed-before", group, _("其中审核同意后作出决定的"), str(len(done)), cases=done)
    missing = _cases(due - passed)
    yield Figure("unreviewed", group, _("应审未审的"), str(len(missing)), cases=missing)


def _reviewed(reviews: list[LegalReview]) -> Iterator[Figure]:
    by_rule: dict[str, set[int]] = defaultdict(set)
    for one in reviews:
        by_themselves = _("承办机构自行提请") if one.examined else _("提请时没有留存情形")
        for title in {row["title"] for row in one.why} or {by_themselves}:
            by_rule[title].add(one.case_id)
    group = _("按应审情形的案件数（一件案件可以有几种情形）")
    for place, (title, cases) in enumerate(sorted(by_rule.items()), 1):
        yield Figure(f"rule-{place}", group, title, str(len(cases)), cases=frozenset(cases))
    group = _("审核结论（次）")
    for outcome in LegalReview.Outcome:
        rows = [one for one in reviews if one.outcome == outcome]
        yield Figure(f"outcome-{outcome.value}", group, str(outcome.label), str(len(rows)), cases=_of(rows))
    again = [one for one in reviews if one.re_examines_id]
    yield Figure("re-examined", group, _("其中复核的"), str(len(again)), cases=_of(again))


def _adopted(reviews: list[LegalReview]) -> Iterator[Figure]:
    """An opinion that did not agree is adopted when it was answered and the case submitted anew; the heads may rule otherwise."""
    against = [one for one in reviews if one.outcome != LegalReview.Outcome.PASSED]
    disputes = ReviewDispute.objects.filter(review__in=against)
    ruled = {one.review_id: one for one in disputes if one.has_ended}
    # A ruling for the handlers is about the conclusion that was re-examined as well.
    refuted = {pk for pk, one in ruled.items() if one.ruling == ReviewDispute.Ruling.HANDLERS}
    refuted |= {one.re_examines_id for one in against if one.pk in refuted and one.re_examines_id}
    later: dict[tuple[int, int], list[LegalReview]] = defaultdict(list)
    for one in LegalReview.objects.filter(case__in={one.case_id for one in against}):
        later[one.case_id, one.round].append(one)
    adopted: list[LegalReview] = []
    refused: list[LegalReview] = []
    pending: list[LegalReview] = []
    for one in against:
        anew = [each for each in later[one.case_id, one.round] if each.pk > one.pk and not each.re_examines_id]
        answered = all(comment.answered_on for comment in one.comments.all())
        (refused if one.pk in refuted else adopted if anew and answered else pending).append(one)
    group = _("不同意的审核意见是否采纳（条）")
    yield Figure("adopted", group, _("采纳，补正后重新提请的"), str(len(adopted)), cases=_of(adopted))
    yield Figure("not-adopted", group, _("负责人决定不采纳的"), str(len(refused)), cases=_of(refused))
    yield Figure("pending", group, _("还没有结果的"), str(len(pending)), cases=_of(pending))
    both = [one for one in against if one.pk in ruled]
    yield Figure("disputes", group, _("分歧由负责人决定的"), str(len(both)), cases=_of(both))


def _days(reviews: list[LegalReview]) -> Iterator[Figure]:
    days = [working_days_after(one.submitted_on, one.concluded_on) for one in reviews if one.concluded_on]
    group, label = _("用时"), _("平均审核用时（工作日）")
    if len(days) < FEWEST:
        note = _("件数不足 %(fewest)d 件，不算平均") % {"fewest": FEWEST}
        yield Figure("days", group, label, "—", note, _of(reviews))
        return
    mean = (Decimal(sum(days)) / len(days)).quantize(TENTH, ROUND_HALF_UP)
    yield Figure(
        "days", group, label, f"{mean:f}", _("提请次日起算，共 %(count)d 次") % {"count": len(days)}, _of(reviews)
    )


def _of(reviews: Iterable[LegalReview]) -> frozenset[int]:
    return frozenset(one.case_id for one in reviews)


def _cases(rows: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(case_id for case_id, _round in rows)


def _percent(part: int, whole: int) -> str:
    if not whole:
        return "—"
    return f"{(Decimal(part * 100) / whole).quantize(TENTH, ROUND_HALF_UP):f}%"
