"""Does a decision reach the public only by two persons, in time, and leave it only with a reason?"""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from bureau.sample.story import Cast, Story
from cases import record
from cases.act import Ask
from cases.case_file import load_case_file
from cases.guards.closing import publication_is_done
from cases.models import Decision, Term
from cases.services import Refused, perform
from publicity.models import Publication
from publicity.proposal import NotServed
from publicity.services import due_publications, prepare
from tests.publicity import cases
from tests.publicity.conftest import approve, proposed, publish, redact


def refusal(copy: Publication, key: str, officer: object, on: date = cases.PUBLISHED, **facts: object) -> str:
    with pytest.raises(Refused) as refused:
        perform(copy, key, officer, on, **facts)
    return " ".join(str(one.sentence) for one in refused.value.obstacles)


def term(story: Story) -> Term:
    return story.case.terms.get(key="publish")


def waiting(cast: Cast) -> list[Decision]:
    return [one.decision for one in due_publications(cast["秦芳"])]


def test_a_published_copy_knows_who_wrote_and_who_approved_it_and_until_when_it_is_shown(
    published: Publication, cast: Cast
) -> None:
    assert published.state == "published"
    assert published.redacted_by == cast["秦芳"]
    assert published.approved_by == cast["尤佳"]
    assert published.published_on == cases.PUBLISHED
    assert published.severity == "general"
    assert published.public_until == cases.LAST_SHOWN


def test_nothing_is_prepared_before_the_decision_is_served(cast: Cast) -> None:
    told = cases.overloaded(cast, cases.OTHER_FIRM)
    decision = told.case.decisions.get()
    with pytest.raises(NotServed):
        prepare(decision)
    assert [one.is_served for one in due_publications(cast["秦芳"]) if one.decision == decision] == [False]


def test_preparing_twice_gives_one_copy(story: Story) -> None:
    decision = story.case.decisions.get()
    assert prepare(decision) == prepare(decision)
    assert Publication.objects.count() == 1


def test_a_decision_whose_paper_was_voided_afterwards_is_not_published(redacted: Publication, cast: Cast) -> None:
    redacted.case.documents.filter(form_key="penalty-decision").update(
        state="voided", void_reason="作废", voided_on=cases.PUBLISHED
    )
    assert "还没有送达" in refusal(redacted, "approve", cast["尤佳"])


def test_who_wrote_the_copy_does_not_approve_it(redacted: Publication, cast: Cast) -> None:
    assert "秦芳制作了这份公示稿，不能自己审核。" in refusal(redacted, "approve", cast["秦芳"])


def test_a_head_may_approve(redacted: Publication, cast: Cast) -> None:
    perform(redacted, "approve", cast["卫国"], cases.PUBLISHED)
    redacted.refresh_from_db()
    assert redacted.approved_by == cast["卫国"]


@pytest.mark.parametrize("name", ["李明", "郑海", "陈静", "韩雪", "杨兰"])
def test_nobody_else_approves(redacted: Publication, cast: Cast, name: str) -> None:
    assert "由公示人员或者执法部门负责人办理" in refusal(redacted, "approve", cast[name])


@pytest.mark.parametrize("name", ["李明", "卫国", "韩雪"])
def test_only_a_publisher_writes_the_copy(copy: Publication, cast: Cast, name: str) -> None:
    assert "由公示人员办理" in refusal(copy, "redact", cast[name], **proposed(copy.decision))


def test_an_unwritten_copy_is_not_approved(copy: Publication, cast: Cast) -> None:
    assert "公示稿现在是“待制作公示稿”" in refusal(copy, "approve", cast["尤佳"])


def test_the_refusal_says_what_was_found_and_where(copy: Publication, cast: Cast) -> None:
    texts = proposed(copy.decision) | {"facts_public": "驾驶人于 强驾驶蒙Ｇ９９８３１行经治超站。"}
    said = refusal(copy, "redact", cast["秦芳"], **texts)
    assert "“违法事实”里有姓名“于 强”" in said
    assert "“违法事实”里有车牌号“蒙Ｇ９９８３１”" in said
    assert "…驾驶人于 强驾驶" in said


def test_a_name_that_the_file_learns_later_stops_the_approval(redacted: Publication, story: Story, cast: Cast) -> None:
    Publication.objects.filter(pk=redacted.pk).update(facts_public="当事人的货车由白山驾驶。")
    story.case.inquiries.update(person_name="白山")
    assert "“违法事实”里有姓名“白山”" in refusal(redacted, "approve", cast["尤佳"])


def test_a_minor_is_never_published(cast: Cast) -> None:
    told = cases.overloaded(cast, cases.BOY)
    cases.serve(told)
    copy = prepare(told.case.decisions.get())
    assert "未满十八周岁" in refusal(copy, "redact", cast["秦芳"], **proposed(copy.decision))


def test_a_display_period_that_is_over_is_not_begun(redacted: Publication, cast: Cast) -> None:
    assert "公示期限已于 2027-08-24 届满" in refusal(redacted, "approve", cast["尤佳"], date(2027, 8, 25))


def test_a_returned_copy_keeps_its_texts_and_says_why(redacted: Publication, cast: Cast) -> None:
    perform(redacted, "return_redaction", cast["尤佳"], cases.PUBLISHED, opinion="第一句写得太细。")
    redacted.refresh_from_db()
    assert (redacted.state, redacted.return_reason) == ("due", "第一句写得太细。")
    assert redacted.facts_public


def test_a_withdrawal_needs_a_reason_that_names_nobody(published: Publication, cast: Cast) -> None:
    reason = "柳如松的样例风驰物流有限公司申请复议，决定被撤销。"
    said = refusal(published, "withdraw", cast["尤佳"], date(2026, 9, 1), reason=reason)
    assert "“撤回的理由”里有姓名“柳如松”" in said
    assert "撤回公告里有当事人名称“样例风驰物流有限公司”" in said


def test_a_withdrawn_copy_keeps_its_day_and_reason(published: Publication, cast: Cast) -> None:
    perform(published, "withdraw", cast["卫国"], date(2026, 9, 1), reason="决定已被撤销。")
    published.refresh_from_db()
    assert (published.state, published.withdrawn_on) == ("withdrawn", date(2026, 9, 1))
    assert "公示稿现在是“已撤回”" in refusal(published, "withdraw", cast["卫国"], reason="再撤一次。")


def test_payment_shows_in_the_fulfilment(published: Publication, cast: Cast) -> None:
    assert published.fulfilment_public == "罚没款尚未缴清。"
    perform(published, "update_fulfilment", cast["秦芳"], cases.PUBLISHED, fulfilment_public="罚没款已缴清。")
    published.refresh_from_db()
    assert (published.state, published.fulfilment_public) == ("published", "罚没款已缴清。")


def test_publication_meets_the_term_and_no_longer_hinders_closing(
    redacted: Publication, story: Story, cast: Cast
) -> None:
    ask = Ask(load_case_file(story.case.pk), cast["李明"], cases.PUBLISHED)
    assert publication_is_done.obstacles(ask)
    approve(redacted, cast)
    assert (term(story).ended_on, term(story).ending) == (cases.PUBLISHED, "met")
    ask = Ask(load_case_file(story.case.pk), cast["李明"], cases.PUBLISHED)
    assert publication_is_done.obstacles(ask) == []


def test_of_two_parties_the_term_waits_for_the_second(cast: Cast) -> None:
    told = cases.overloaded(cast, cases.OTHER_FIRM, cases.PERSON)
    cases.serve(told)
    first, second = told.case.decisions.order_by("pk")
    publish(first, cast)
    assert term(told).ended_on is None
    assert second in waiting(cast)
    assert first not in waiting(cast)
    publish(second, cast)
    assert term(told).ending == "met"
    assert second not in waiting(cast)


def test_an_excused_publication_is_no_longer_due(story: Story, cast: Cast) -> None:
    assert waiting(cast) == [story.case.decisions.get()]
    story.exempt(cases.REDACTED, "涉及商业秘密。")
    assert waiting(cast) == []


def test_every_act_is_in_the_record_of_the_case(published: Publication, story: Story, cast: Cast) -> None:
    perform(published, "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被撤销。")
    acts = list(story.case.record.order_by("cseq").values_list("act", flat=True))
    assert acts[-3:] == ["redact", "approve", "withdraw"]
    assert f'"obj":"publicity.publication:{published.pk}"' in story.case.record.last().header
    assert list(record.verify()) == []


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"approved_by_id": None}, "a_published_copy_was_approved"),
        ({"withdrawn_on": None, "state": "withdrawn"}, "a_withdrawal_has_day_and_reason"),
        ({"facts_public": ""}, "a_redacted_copy_has_texts_and_redactor"),
        ({"state": "gone"}, "a_publication_is_in_a_known_state"),
    ],
)
def test_the_database_repeats_the_rule(published: Publication, changed: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Publication.objects.filter(pk=published.pk).update(**changed)


def test_the_database_knows_that_nobody_approves_own_work(published: Publication) -> None:
    with pytest.raises(IntegrityError, match="nobody_approves_own_redaction"), transaction.atomic():
        Publication.objects.filter(pk=published.pk).update(approved_by=published.redacted_by)


def test_a_decision_has_one_live_copy(published: Publication) -> None:
    published.pk, published.slug = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        published.save()


def test_what_a_person_wrote_is_what_is_published(copy: Publication, cast: Cast) -> None:
    redact(copy, cast, facts_public="当事人超限运输，超限2000千克。")
    assert approve(copy, cast).facts_public == "当事人超限运输，超限2000千克。"
