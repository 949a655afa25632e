"""Would we notice if a guard before the decision were missing? Each is taken away once.

For each: a case that only this guard still holds back. With the guard the act is refused; without it the oracle, or
the database below the application, must object.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods, overload
from bureau.sample.story import at
from cases import record
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.examined import examined
from cases.models import Case, Discussion, LegalReview, Reckoning, Sanction, Voice
from cases.notified import substance_of
from cases.procedure.decision import Deciding
from cases.services import Refused, perform
from officers.models import AnnualReview
from tests.cases.guard_rows.joinder import merged_away
from tests.cases.guard_rows.notified import late
from tests.cases.guard_rows.ordinary import READY, REVIEWED, one_of
from tests.cases.guard_rows.police import reported
from tests.cases.guard_rows.reckoning import second_rule
from tests.cases.guard_rows.referral import disputed
from tests.cases.guard_table import Situation, Stories
from tests.cases.oracle import breaches

pytestmark = pytest.mark.django_db
Spoil = Callable[[Situation], None]
HELD_BY: dict[str, tuple[Any, Spoil]] = {}


def held_by(guard: str, make: Any) -> Callable[[Spoil], Spoil]:
    def keep(spoil: Spoil) -> Spoil:
        HELD_BY[guard] = (make, spoil)
        return spoil

    return keep


def reseal(case: Case) -> None:
    """Let review and discussion look as if they had seen the file as it is now."""
    file = load_case_file(case.pk)
    LegalReview.objects.filter(case=case).update(examined=examined(file))
    Discussion.objects.filter(case=case).update(substance=file.substance())


@held_by("two_handlers", READY)
def _(now: Situation) -> None:
    now.case.assignments.filter(officer=now.cast["王强"]).update(until=now.on)


@held_by("handlers_hold_certificates", READY)
def _(now: Situation) -> None:
    AnnualReview.objects.filter(certificate__officer=now.cast["王强"], year=2026).update(passed=False)


@held_by("decider_did_not_investigate", READY)
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


@held_by("decider_did_not_review", REVIEWED)
def _(now: Situation) -> None:
    LegalReview.objects.filter(case=now.case).update(reviewer=now.officer)


@held_by("penalty_is_recommended", READY)
def _(now: Situation) -> None:
    Case.objects.filter(pk=now.case.pk).update(recommendation="withdraw")


@held_by("every_party_was_notified", READY)
def _(now: Situation) -> None:
    now.case.services.all().delete()


@held_by("statement_period_is_over", READY)
def _(now: Situation) -> None:
    now.case.services.update(served_on=now.on - timedelta(days=1))
    now.case.terms.filter(key="statement").update(due_on=now.on + timedelta(days=3))


@held_by("hearing_period_is_over", REVIEWED)
def _(now: Situation) -> None:
    now.case.services.update(served_on=now.on - timedelta(days=4))
    now.case.terms.filter(key="hearing_request").update(due_on=now.on + timedelta(days=3))
    now.case.hearings.update(round=0)
    reseal(now.case)


@held_by("promised_lightening_has_come", READY)
def _(now: Situation) -> None:
    now.case.statements.update(accepted="partly", consequence="lighter")


@held_by("statements_are_answered", READY)
def _(now: Situation) -> None:
    now.case.statements.update(answered_on=None)


@held_by("hearings_are_over", REVIEWED)
def _(now: Situation) -> None:
    now.case.hearings.update(state="convened")
    reseal(now.case)


@held_by("decided_as_notified", READY)
def _(now: Situation) -> None:
    now.case.charges.update(facts="另一事实。")


@held_by("late_evidence_is_judged", READY)
def _(now: Situation) -> None:
    late(now)


@held_by("nothing_must_be_told_anew", READY)
def _(now: Situation) -> None:
    now.case.statements.update(consequence="anew")


@held_by("lighter_has_its_reason", REVIEWED)
def _(now: Situation) -> None:
    one_of(now).update(confiscation=Decimal(25000), returned=Decimal(1000), returned_to="托运人，多收的运费。")


@held_by("income_is_confiscated", REVIEWED)
def _(now: Situation) -> None:
    one_of(now).update(confiscation=Decimal(25000), reason="当事人主动退出，从轻。")


@held_by("no_more_than_the_income", REVIEWED)
def _(now: Situation) -> None:
    one_of(now).update(returned=Decimal(1), returned_to="托运人，多收的运费。")


@held_by("returning_has_its_reason", REVIEWED)
def _(now: Situation) -> None:
    one_of(now).update(confiscation=Decimal(25000), returned=Decimal(1000), reason="已经退赔，从轻。")


@held_by("review_passed_where_required", REVIEWED)
def _(now: Situation) -> None:
    LegalReview.objects.filter(case=now.case).update(outcome="returned")


@held_by("nothing_changed_since_review", REVIEWED)
def _(now: Situation) -> None:
    now.case.evidence.create(
        kind="documentary", title="新证据", source="?", proves="?", collected_on=now.on, added_on=now.on,
        collected_by=now.cast["赵刚"],
    )  # fmt: skip
    for one in now.case.evidence.filter(title="新证据"):
        now.case.late_evidence.create(
            evidence=one, meaning="same", reason="印证。", judged_by=now.cast["赵刚"], judged_on=now.on
        )
    record.append(now.case, act="add_evidence", actor=now.cast["赵刚"], role="", on=now.on, state=("", ""))
    Discussion.objects.filter(case=now.case).update(substance=load_case_file(now.case.pk).substance())


@held_by("discussed_where_required", REVIEWED)
def _(now: Situation) -> None:
    Voice.objects.filter(discussion__case=now.case).update(vote="disagree")
    Discussion.objects.filter(case=now.case).update(agreed=False)


@held_by("within_decision_period", READY)
def _(now: Situation) -> None:
    now.on += timedelta(days=90)


@held_by("every_charge_has_a_proposal", READY)
def _(now: Situation) -> None:
    one_of(now).update(kinds=[], fine=Decimal(0))


@held_by("kinds_are_provided", READY)
def _(now: Situation) -> None:
    one_of(now)["kinds"] = ["fine", "confiscate_goods"]
    Sanction.objects.filter(charge__case=now.case).update(kinds=["fine", "confiscate_goods"])
    for told in now.case.notifications.all():
        for one in told.substance["sanctions"].values():
            one["kinds"] = ["confiscate_goods", "fine"]
        told.save()


@held_by("within_lawful_range", READY)
def _(now: Situation) -> None:
    one_of(now)["fine"] = Decimal(5000)


@held_by("not_heavier_than_notified", READY)
def _(now: Situation) -> None:
    Sanction.objects.filter(charge__case=now.case).update(fine=Decimal(5500))


def tell_again(now: Situation) -> None:
    """Let the party look as if it had been told what now lies in the file."""
    file = load_case_file(now.case.pk)
    for told in now.case.notifications.all():
        told.substance = substance_of(file, told.party)
        told.save(update_fields=["substance"])


@held_by("not_the_same_again", READY)
def _(now: Situation) -> None:
    """The same six thousand yuan had been decided before, and fell for want of facts."""
    charge, day = now.case.charges.get(), now.on - timedelta(days=3)
    fallen = now.case.decisions.create(
        party=charge.party, round=0, kind="no_penalty", ground="no_fault", reasons="?", decided_on=day,
        decided_by=now.cast["卫国"], effect="annulled", effect_on=day,
    )  # fmt: skip
    charge.sanctions.create(stage="decided", round=0, kinds=["fine"], fine=Decimal(6000))
    now.case.remedies.create(
        decision=fallen, party=charge.party, kind="reconsideration", state="final", applicant="?", authority="?",
        authority_number="?", applied_on=day, received_on=day, claim="?", outcome="annulled", outcome_on=day,
        outcome_reasons="?", effective_on=day,
    )  # fmt: skip


@held_by("deviation_has_a_reason", REVIEWED)
def _(now: Situation) -> None:
    # 52,000 of 52,000 to 260,000 yuan is the lowest step, and no circumstance was found that leads there.
    one_of(now)["reason"] = ""


@held_by("exempt_conduct_is_not_punished", READY)
def _(now: Situation) -> None:
    Reckoning.objects.filter(charge__case=now.case).update(circumstances=["no_fault"])


@held_by("no_second_fine_for_one_act", READY)
def _(now: Situation) -> None:
    more = {"stage": "proposed", "round": 1, "kinds": ["fine"], "fine": Decimal(500), "reason": "另行处罚。"}
    charge = second_rule(now)
    charge.sanctions.create(**more)
    tell_again(now)
    now.facts["sanctions"][charge.pk] = {
        name: more.get(name, Decimal(0) if name == "confiscation" else "")
        for name in ("kinds", "fine", "confiscation", "other", "reason")
    }


@held_by("no_measure_is_out_of_order", READY)
def _(now: Situation) -> None:
    now.case.measures.create(
        party=now.case.parties.get(), authority="detain-without-permit", title="暂扣车辆", manner="detain",
        basis="道路运输条例:62", reason="?", relation_to_conduct="?", proposed_by=now.cast["李明"], proposed_on=now.on,
        urgent=True, carried_out_at=at(now.on, 8), state="unreported", heard="没有意见", handed_to="本人",
        scene=now.case.inquiries.filter(kind="scene").first(),
    )  # fmt: skip


@held_by("not_with_the_police", READY)
def _(now: Situation) -> None:
    reported(now.case, now.cast)


@held_by("is_ours_to_decide", READY)
def _(now: Situation) -> None:
    disputed(now)


@held_by("not_merged_away", READY)
def _(now: Situation) -> None:
    merged_away(now)


@pytest.fixture(scope="module")
def stories(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stories]:
    with django_db_blocker.unblock(), transaction.atomic():
        cast = hire_everyone("quick")
        yield {"ready": overload(cast, until="ready"), "discussed": dangerous_goods(cast, until="discussed")}
        transaction.set_rollback(True)


def decide(now: Situation) -> Case:
    facts = {"opinion": "同意。", "late_reason": "", **now.facts}
    return perform(now.case, "decide_penalty", now.officer, now.on, **facts).case


def lawful(make: Any, stories: Stories) -> Situation:
    now = make(stories)
    announced = {one.charge_id: one for one in Sanction.objects.filter(charge__case=now.case, stage="proposed")}
    names = ("kinds", "fine", "confiscation", "other", "reason")
    now.facts = {"sanctions": {pk: {name: getattr(one, name) for name in names} for pk, one in announced.items()}}
    return now


@pytest.mark.parametrize("make", [READY, REVIEWED], ids=["small", "grave"])
def test_the_same_case_is_decided_when_nothing_is_missing(make: Any, stories: Stories) -> None:
    assert breaches(decide(lawful(make, stories))) == []


@pytest.mark.parametrize("name", HELD_BY)
def test_a_missing_guard_before_the_decision_is_noticed(
    name: str, stories: Stories, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, spoil = HELD_BY[name]
    now = lawful(make, stories)
    spoil(now)
    with pytest.raises(Refused) as refusal:
        decide(now)
    act = acts_of(Case)["decide_penalty"]
    (guard,) = (one for one in act.requires if one.name == name)
    assert {one.basis for one in refusal.value.obstacles} == {guard.basis}, "another guard holds the case as well"
    without = replace(act, requires=tuple(one for one in act.requires if one is not guard))
    monkeypatch.setattr(vars(Deciding)["decide_penalty"], "act", without)
    try:
        found = breaches(decide(now))
    except DatabaseError as objection:
        found = [str(objection)]
    assert found != []


def test_what_is_no_longer_punished_is_not_punished(
    stories: Stories, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    """The rule is repealed on 1 April 2026, the day before the decision (行政处罚法 37)."""
    now = lawful(READY, stories)
    decided = set(now.case.charges.values_list("violation_code", flat=True))
    with (Path(settings.LAW_DATA_DIR) / "violations.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["code"] in decided and not row["in_force_until"]]
    with (tmp_path / "violations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(row | {"in_force_until": "2026-03-31"} for row in rows)
    settings.LAW_LOCAL_DIR = tmp_path
    with pytest.raises(Refused) as refusal:
        decide(now)
    assert {one.basis for one in refusal.value.obstacles} == {"行政处罚法:37"}
    act = acts_of(Case)["decide_penalty"]
    without = tuple(one for one in act.requires if one.name != "conduct_is_still_punishable")
    monkeypatch.setattr(vars(Deciding)["decide_penalty"], "act", replace(act, requires=without))
    assert decide(now).decisions.exists(), "nothing but this guard held the case back"


def test_every_guard_of_the_decision_is_taken_away_once() -> None:
    assert {*HELD_BY, "conduct_is_still_punishable"} == {one.name for one in acts_of(Case)["decide_penalty"].requires}
